import {
  ACTIVATED,
  INSTALLATION_ERROR_CODES,
  INSTALLATION_STATUSES,
} from "../pleo/installation.ts";
import { WEB_APP_ORIGINS } from "../pleo/hosts.ts";
import { keyHandling } from "../pleo/web-app.ts";
import type { Answer, Installation, Introspection } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { parsePleoUrn, parseUuid } from "../pleo/urn.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import type { KeyFacts } from "./key-facts.ts";

export interface ActivationResult {
  readonly findings: readonly Finding[];
  readonly accepted: boolean;
  readonly active: boolean;
}

/** What the other checks have shown; an installation may be absent only where everything else is certain. */
export interface ProvenOtherwise {
  readonly company: boolean;
  readonly scopes: boolean;
}

const QUESTIONS = {
  introspection: "introspection (GET /v1/introspect)",
  installations: "the installation (GET /v1/installations/me)",
  companies: "the list of companies (GET /v1/companies)",
  membership: "the expected company (GET /v1/companies/{id})",
} as const;

interface AskedQuestion {
  readonly question: string;
  /**
   * Open to every key, so that a 401 rejects it. Further on a 401 may mean that the endpoint takes no API keys,
   * and only an accepted key gets that far.
   */
  readonly isBasic: boolean;
  readonly answer: Answer<unknown>;
}

function askedQuestions({ probes, ...facts }: KeyFacts): readonly AskedQuestion[] {
  const named = (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).flatMap((name) => {
    const answer = facts[name];
    const isBasic = name === "introspection" || name === "installations";
    return answer === undefined ? [] : [{ question: QUESTIONS[name], isBasic, answer }];
  });
  const probed = Object.entries(probes).map(([scope, answer]) => ({
    question: `the read that needs ${scope}`,
    isBasic: false,
    answer,
  }));
  return [...named, ...probed];
}

/** Is the key accepted as an API key, and is its installation in use? */
export function checkActivation(
  facts: KeyFacts,
  expectation: Expectation,
  proven: ProvenOtherwise,
): ActivationResult {
  const accepted = isAccepted(facts);
  const refusal = checkRefusal(facts, { expectation, accepted });
  if (refusal !== undefined) return { findings: [refusal], accepted: false, active: false };

  const installation = checkInstallations(facts.installations, expectation, proven);
  const findings = [
    ...unusableAnswers(facts),
    ...checkIntrospection(facts.introspection, expectation),
    // Of a key that nobody has accepted, no installation can be said to be missing or idle.
    ...installation.findings.map((finding) => (accepted ? finding : asInconclusive(finding))),
  ];
  const explained = accepted || findings.some(({ severity }) => severity === "error");
  return {
    findings: explained ? findings : [...findings, nothingProven(expectation)],
    accepted,
    active: accepted && installation.active,
  };
}

function asInconclusive(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, inconclusive: true } : finding;
}

function nothingProven({ kind, environment }: Expectation): Finding {
  const { place } = keyHandling(kind, environment);
  return createFinding("key-unproven", { place });
}

interface Acceptance {
  readonly expectation: Expectation;
  readonly accepted: boolean;
}

/** Only 401 rejects a key. 403 everywhere could be anything; 403 here and there is told where it matters. */
function checkRefusal(facts: KeyFacts, { expectation, accepted }: Acceptance): Finding | undefined {
  const { environment, kind } = expectation;
  const { place, renewThere } = keyHandling(kind, environment);
  const asked = askedQuestions(facts);
  const rejected = asked.find(
    ({ answer, isBasic }) => answer.kind === "unauthorized" && (isBasic || !accepted),
  );
  if (rejected !== undefined) {
    return createFinding("key-rejected", {
      question: rejected.question,
      environment,
      place,
      renewThere,
    });
  }
  const answered = asked.filter(({ answer }) => !isUnusable(answer));
  return answered.length > 0 && answered.every(({ answer }) => answer.kind === "forbidden")
    ? createFinding("everything-forbidden", { place })
    : undefined;
}

function isUnusable({ kind }: Answer<unknown>): boolean {
  return kind === "unavailable" || kind === "unreadable";
}

/** Being unreachable and being unreadable are different troubles with the same effect: nothing is known. */
function unusableAnswers(facts: KeyFacts): readonly Finding[] {
  const troubled = askedQuestions(facts).filter(
    ({ answer, isBasic }) => isBasic && (isUnusable(answer) || isUnheardOf(answer)),
  );
  const problems = new Set(troubled.map(({ answer }) => describeAnswer(answer)));
  return [...problems].map((problem) => {
    const alike = troubled.filter(({ answer }) => describeAnswer(answer) === problem);
    const question = alike.map((each) => each.question).join(" and ");
    const isDown = alike.some(({ answer }) => answer.kind === "unavailable");
    return createFinding(isDown ? "pleo-unavailable" : "answer-not-understood", {
      question,
      problem,
    });
  });
}

/** A refusal that the specification does not know: neither "no such thing" nor "bad request". */
function isUnheardOf(answer: Answer<unknown>): boolean {
  return answer.kind === "refused" && !MEANS_ABSENT.includes(answer.status);
}

/** Statuses by which Pleo says that there is nothing of the kind. */
const MEANS_ABSENT: readonly number[] = [400, 404];

function checkIntrospection(
  answer: Answer<Introspection>,
  { kind, environment }: Expectation,
): readonly Finding[] {
  const { place, renew } = keyHandling(kind, environment);
  switch (answer.kind) {
    case "ok":
      return checkAuthMethod(answer.value, { place, renew });
    case "forbidden":
      return [createFinding("introspection-forbidden", { place })];
    case "refused":
      return isUnheardOf(answer)
        ? []
        : [createFinding("introspection-absent", { place, status: answer.status.toString() })];
    default:
      return [];
  }
}

function checkAuthMethod(
  { authMethod, subjectUrn }: Introspection,
  { place, renew }: { readonly place: string; readonly renew: string },
): readonly Finding[] {
  if (authMethod === "OAUTH2") return [createFinding("key-not-an-api-key", { renew })];
  if (authMethod === "NONE") return [createFinding("credential-not-recognised", { place })];
  return subjectUrn !== undefined && parsePleoUrn(subjectUrn) === undefined
    ? [unreadableOwner(QUESTIONS.introspection)]
    : [];
}

function unreadableOwner(question: string): Finding {
  return createFinding("answer-not-understood", {
    question,
    problem: "its owner is not a Pleo company or organisation",
  });
}

interface InstallationResult {
  readonly findings: readonly Finding[];
  readonly active: boolean;
}

function checkInstallations(
  answer: Answer<readonly Installation[]> | undefined,
  expectation: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  if (answer?.kind === "forbidden") {
    // An error unless the user has lowered it, and then as good as none.
    const active = expectation.kind === "standalone" && proven.company && proven.scopes;
    return { findings: [createFinding("installation-forbidden", {})], active };
  }
  if (answer?.kind === "refused" && MEANS_ABSENT.includes(answer.status)) {
    return missingInstallation(describeAnswer(answer), expectation, proven);
  }
  if (answer?.kind !== "ok") return { findings: [], active: false };
  const ours = installationsOf(answer.value, expectation, proven);
  if (ours.length === 0) {
    const seen =
      answer.value.length === 0 ? "an empty list" : "installations of other companies only";
    return missingInstallation(seen, expectation, proven);
  }
  const findings = distinct(ours.flatMap((installation) => checkStatus(installation, expectation)));
  return { findings, active: findings.every(({ severity }) => severity !== "error") };
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const byMessage = new Map(findings.map((finding) => [finding.message, finding]));
  return [...byMessage.values()];
}

/**
 * A key of several companies may have an installation elsewhere, idle or not, that is none of our business. Where
 * ours is not shown to be among them, all of them count, and the company check says what is wrong.
 */
function installationsOf(
  installations: readonly Installation[],
  { companyId }: Expectation,
  proven: ProvenOtherwise,
): readonly Installation[] {
  const expected = companyId === undefined ? undefined : parseUuid(companyId);
  const ours = installations.filter(({ resource }) => {
    const owner = parsePleoUrn(resource);
    return owner === undefined || owner.kind === "organisation" || owner.id === expected;
  });
  return ours.length === 0 && !proven.company ? installations : ours;
}

function missingInstallation(
  answer: string,
  { kind, environment }: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  const { place } = keyHandling(kind, environment);
  if (kind === "integrated") {
    const fix = `Install the integration for this customer under ${place}, then run the check again.`;
    return { findings: [createFinding("installation-missing", { answer, fix })], active: false };
  }
  if (proven.company && proven.scopes) {
    // Nobody knows whether every Standalone key gets an installation, so its absence alone blocks nothing.
    return { findings: [createFinding("installation-absent", { answer })], active: true };
  }
  const fix = `Declare the company and the required scopes, so that the key can be proven without one, and see the other findings.`;
  const finding = createFinding("installation-missing", { answer, fix }, { inconclusive: true });
  return { findings: [finding], active: false };
}

function checkStatus(
  { resource, status, errorCode }: Installation,
  { environment }: Expectation,
): readonly Finding[] {
  if (parsePleoUrn(resource) === undefined) return [unreadableOwner(QUESTIONS.installations)];
  const app = WEB_APP_ORIGINS[environment];
  const trouble = describeErrorCode(errorCode);
  if (status === ACTIVATED) {
    return trouble === ""
      ? []
      : [createFinding("installation-troubled", { errorCode: trouble, app })];
  }
  const meaning = ownText(INSTALLATION_STATUSES, status);
  return [
    createFinding("installation-inactive", {
      // Only words of the specification are repeated; anything else could be anything.
      status: meaning === undefined ? "one that this version does not know" : status,
      meaning: meaning ?? "of unknown meaning",
      errorCode: trouble,
      app,
    }),
  ];
}

function describeErrorCode(errorCode: string | undefined): string {
  if (errorCode === undefined) return "";
  const meaning = ownText(INSTALLATION_ERROR_CODES, errorCode);
  return meaning === undefined
    ? ", with an error code that this version does not know"
    : `, with the error code ${errorCode}: ${meaning}`;
}

function ownText(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

/** A positive, readable answer that only an accepted key can get. An empty list is not one. */
export function isAccepted({
  introspection,
  installations,
  companies,
  membership,
  probes,
}: KeyFacts): boolean {
  if (introspection.kind === "ok") return introspection.value.authMethod === "API_KEY";
  const lists = [installations, companies].some((it) => it?.kind === "ok" && it.value.length > 0);
  return (
    lists ||
    membership?.kind === "ok" ||
    Object.values(probes).some((answer) => answer.kind === "ok")
  );
}

import {
  ACTIVATED,
  INSTALLATION_ERROR_CODES,
  INSTALLATION_STATUSES,
} from "../pleo/installation.ts";
import { WEB_APP_ORIGINS } from "../pleo/hosts.ts";
import { whereKeysAreMade } from "../pleo/web-app.ts";
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
  readonly answer: Answer<unknown>;
}

function askedQuestions({ probes, ...facts }: KeyFacts): readonly AskedQuestion[] {
  const named = (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).flatMap((name) => {
    const answer = facts[name];
    return answer === undefined ? [] : [{ question: QUESTIONS[name], answer }];
  });
  const probed = Object.entries(probes).map(([scope, answer]) => ({
    question: `the read that needs ${scope}`,
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
  const refusal = checkRefusal(facts, expectation);
  if (refusal !== undefined) return { findings: [refusal], accepted: false, active: false };

  const installation = checkInstallations(facts.installations, expectation, proven);
  const findings = [
    ...checkIntrospection(facts.introspection, expectation),
    ...installation.findings,
  ];
  return { findings, accepted: isAccepted(facts), active: installation.active };
}

/** Only 401 rejects a key. 403 everywhere could be anything; 403 here and there is told where it matters. */
function checkRefusal(facts: KeyFacts, expectation: Expectation): Finding | undefined {
  const { environment, kind } = expectation;
  const place = whereKeysAreMade(kind, environment);
  const asked = askedQuestions(facts);
  const rejected = asked.find(({ answer }) => answer.kind === "unauthorized");
  if (rejected !== undefined) {
    return createFinding("key-rejected", { question: rejected.question, environment, place });
  }
  if (asked.every(({ answer }) => answer.kind === "forbidden")) {
    return createFinding("everything-forbidden", { place });
  }
  return undefined;
}

function checkIntrospection(
  answer: Answer<Introspection>,
  { kind, environment }: Expectation,
): readonly Finding[] {
  const place = whereKeysAreMade(kind, environment);
  switch (answer.kind) {
    case "ok":
      return checkAuthMethod(answer.value, place);
    case "forbidden":
      return [createFinding("introspection-forbidden", { place })];
    case "refused":
      return [createFinding("introspection-absent", { place, status: answer.status.toString() })];
    default:
      return [noUsableAnswer(QUESTIONS.introspection, answer)];
  }
}

function checkAuthMethod(
  { authMethod, subjectUrn }: Introspection,
  place: string,
): readonly Finding[] {
  if (authMethod === "OAUTH2") return [createFinding("key-not-an-api-key", { place })];
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

/** Being unreachable and being unreadable are different troubles with the same effect: nothing is known. */
function noUsableAnswer(question: string, answer: Answer<unknown>): Finding {
  const id = answer.kind === "unavailable" ? "pleo-unavailable" : "answer-not-understood";
  return createFinding(id, { question, problem: describeAnswer(answer) });
}

/** Statuses by which Pleo says that there is no installation. */
const NO_INSTALLATION: readonly number[] = [400, 404];

interface InstallationResult {
  readonly findings: readonly Finding[];
  readonly active: boolean;
}

function checkInstallations(
  answer: Answer<readonly Installation[]> | undefined,
  expectation: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  const place = whereKeysAreMade(expectation.kind, expectation.environment);
  if (answer === undefined) return { findings: [], active: false };
  if (answer.kind === "forbidden") {
    return { findings: [createFinding("installation-forbidden", { place })], active: false };
  }
  const absent = answer.kind === "refused" && NO_INSTALLATION.includes(answer.status);
  if (absent || (answer.kind === "ok" && answer.value.length === 0)) {
    return missingInstallation(
      absent ? describeAnswer(answer) : "an empty list",
      expectation,
      proven,
    );
  }
  if (answer.kind !== "ok") {
    return { findings: [noUsableAnswer(QUESTIONS.installations, answer)], active: false };
  }
  const findings = installationsThatMatter(answer.value, expectation).flatMap((installation) =>
    checkStatus(installation, expectation),
  );
  return { findings, active: findings.length === 0 };
}

/** A key of several companies may have an idle installation elsewhere; where none is ours, all of them count. */
function installationsThatMatter(
  installations: readonly Installation[],
  { companyId }: Expectation,
): readonly Installation[] {
  const expected = companyId === undefined ? undefined : parseUuid(companyId);
  const ours = installations.filter(({ resource }) => {
    const owner = parsePleoUrn(resource);
    return owner === undefined || owner.kind === "organisation" || owner.id === expected;
  });
  return ours.length > 0 ? ours : installations;
}

function missingInstallation(
  answer: string,
  { kind, environment }: Expectation,
  proven: ProvenOtherwise,
): InstallationResult {
  const place = whereKeysAreMade(kind, environment);
  if (kind === "integrated") {
    const fix = `Install the integration for this customer under ${place}, then run the check again.`;
    return { findings: [createFinding("installation-missing", { answer, fix })], active: false };
  }
  const fix = `A Standalone key can work without one; if your integration needs it, create it once by hand with POST /v1/installations/me, which this check never does.`;
  const active = proven.company && proven.scopes;
  // Nobody knows whether every Standalone key gets an installation, so its absence alone blocks nothing.
  const adjustment = active ? { severity: "warning" as const } : { inconclusive: true };
  return { findings: [createFinding("installation-missing", { answer, fix }, adjustment)], active };
}

function checkStatus(
  { resource, status, errorCode }: Installation,
  { environment }: Expectation,
): readonly Finding[] {
  if (parsePleoUrn(resource) === undefined) return [unreadableOwner(QUESTIONS.installations)];
  if (status === ACTIVATED) return [];
  const meaning = ownText(INSTALLATION_STATUSES, status);
  return [
    createFinding("installation-inactive", {
      // Only words of the specification are repeated; anything else could be anything.
      status: meaning === undefined ? "one that this version does not know" : status,
      meaning: meaning ?? "of unknown meaning",
      errorCode: describeErrorCode(errorCode),
      app: WEB_APP_ORIGINS[environment],
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
function isAccepted({
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

import { parsePleoUrn } from "../pleo/urn.ts";
import { keyHandling } from "../pleo/web-app.ts";
import type { Answer, Introspection } from "../ports.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import { checkInstallations, type ProvenOtherwise } from "./check-installation.ts";
import { describeAnswer } from "./describe-answer.ts";
import type { Expectation } from "./expectation.ts";
import type { KeyFacts } from "./key-facts.ts";
import { MEANS_ABSENT, notUnderstood, QUESTIONS, unreadableOwner } from "./questions.ts";
import { keyRepeated, pleoUnavailable } from "./unusable-answers.ts";

export interface ActivationResult {
  readonly findings: readonly Finding[];
  readonly accepted: boolean;
  readonly active: boolean;
}

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
    ...unusableAnswers(facts, { expectation, accepted }),
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
function unusableAnswers(facts: KeyFacts, acceptance: Acceptance): readonly Finding[] {
  const basic = askedQuestions(facts).filter(({ isBasic }) => isBasic);
  const asked = basic.filter(({ answer }) => !isNotAsked(answer));
  const unusable = ({ answer }: AskedQuestion): boolean =>
    isUnusable(answer) || isUnheardOf(answer);
  // That there was no time left for a question is a consequence, where another one used the time up.
  const troubled = asked.some(unusable) ? asked.filter(unusable) : basic.filter(unusable);
  const problems = new Set(troubled.map(({ answer }) => describeAnswer(answer)));
  return [...problems].flatMap((problem) => {
    const alike = troubled.filter(({ answer }) => describeAnswer(answer) === problem);
    const answer = alike[0]?.answer;
    const questions = alike.map(({ question }) => question);
    return answer === undefined ? [] : [judgeUnusable(answer, questions, acceptance)];
  });
}

function isNotAsked(answer: Answer<unknown>): boolean {
  return answer.kind === "unavailable" && answer.because === "not-asked";
}

function judgeUnusable(
  answer: Answer<unknown>,
  questions: readonly string[],
  { expectation, accepted }: Acceptance,
): Finding {
  if (answer.kind === "unavailable") return pleoUnavailable(answer.because, questions, accepted);
  return answer.kind === "unreadable" && answer.problem === "repeats-key"
    ? keyRepeated(questions, expectation)
    : notUnderstood(questions, describeAnswer(answer));
}

/** A refusal that the specification does not know: neither "no such thing" nor "bad request". */
function isUnheardOf(answer: Answer<unknown>): boolean {
  return answer.kind === "refused" && !MEANS_ABSENT.includes(answer.status);
}

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

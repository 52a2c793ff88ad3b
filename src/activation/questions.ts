import { createFinding, type Finding } from "../report/finding.ts";

/** What Pleo is asked about a key, in words ready to stand in a sentence. */
export const QUESTIONS = {
  introspection: "introspection (GET /v1/introspect)",
  installations: "the installation (GET /v1/installations/me)",
  companies: "the list of companies (GET /v1/companies)",
  membership: "the expected company (GET /v1/companies/{id})",
} as const;

/** What introspection, installations and the rest gave, as the subject of a sentence with its verb. */
function nameAnswers(questions: readonly string[]): string {
  const list = questions.join(" and ");
  return questions.length > 1 ? `The answers to ${list} are` : `The answer to ${list} is`;
}

/** Answers of Pleo's that are not what its specification describes. */
export function notUnderstood(questions: readonly string[], problem: string): Finding {
  return createFinding("answer-not-understood", { answers: nameAnswers(questions), problem });
}

/** Statuses by which Pleo says that there is nothing of the kind. */
export const MEANS_ABSENT: readonly number[] = [400, 404];

/** An owner that is neither a company nor an organisation of Pleo's proves nothing. */
export function unreadableOwner(question: string): Finding {
  return notUnderstood([question], "its owner is not a Pleo company or organisation");
}

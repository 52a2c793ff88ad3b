import { createFinding, type Finding } from "../report/finding.ts";

/** What Pleo is asked about a key, in words ready to stand in a sentence. */
export const QUESTIONS = {
  introspection: "introspection (GET /v1/introspect)",
  installations: "the installation (GET /v1/installations/me)",
  companies: "the list of companies (GET /v1/companies)",
  membership: "the expected company (GET /v1/companies/{id})",
} as const;

/** Statuses by which Pleo says that there is nothing of the kind. */
export const MEANS_ABSENT: readonly number[] = [400, 404];

/** An owner that is neither a company nor an organisation of Pleo's proves nothing. */
export function unreadableOwner(question: string): Finding {
  return createFinding("answer-not-understood", {
    question,
    problem: "its owner is not a Pleo company or organisation",
  });
}

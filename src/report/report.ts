import type { Finding, Severity } from "./finding.ts";

/** `unknown` is neither a bad key nor a good one: Pleo may be down, or would not tell. */
export type Verdict = "pass" | "fail" | "unknown";

/** What must have been shown by an answer of Pleo before anything may pass. Absence of bad news is no proof. */
export interface Proofs {
  /** Pleo took the key for an API key. */
  readonly accepted: boolean;
  /** Its installation is in use, or it is shown to need none. */
  readonly active: boolean;
  /** It opens exactly the expected company, or is shown to reach it. */
  readonly company: boolean;
}

export const NOTHING_PROVEN: Proofs = { accepted: false, active: false, company: false };

/** Decides once, from everything. A finding that a user lowered below error no longer weighs. */
export function decideVerdict(findings: readonly Finding[], proofs: Proofs): Verdict {
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.some(({ inconclusive }) => !inconclusive)) return "fail";
  if (errors.length > 0) return "unknown";
  return proofs.accepted && proofs.active && proofs.company ? "pass" : "unknown";
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 2, notice: 3 };

function rank({ severity, inconclusive }: Finding): number {
  return RANK[severity] + (severity === "error" && inconclusive ? 1 : 0);
}

/** The worst first; otherwise in the order in which the checks spoke. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((left, right) => rank(left) - rank(right));
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

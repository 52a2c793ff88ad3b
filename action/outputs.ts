import type { GuardReport } from "../src/activation/guard-report.ts";
import type { Finding } from "../src/report/finding.ts";
import { OUTPUT_NAMES, type Outputs } from "./contract.ts";

/**
 * What a consumer sees of a run that has not come to an answer: nothing is known and nothing is allowed. The outputs
 * that are not here are empty until then, as GitHub has it for what nobody has set.
 */
export const CLOSED_GATE = {
  verdict: "unknown",
  "deploy-allowed": "false",
  "company-matches": "false",
  findings: "[]",
} as const satisfies Partial<Outputs>;

const NO_OUTPUTS = Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""])) as Outputs;

interface Unanswered {
  readonly verdict: "fail" | "unknown" | "skipped";
  readonly nextStep: string;
}

/** Outputs of a run that ended without a report. */
export function outputsWithoutReport({ verdict, nextStep }: Unanswered): Outputs {
  return { ...NO_OUTPUTS, ...CLOSED_GATE, verdict, "next-step": nextStep };
}

export function outputsOf(report: GuardReport, nextStep: string): Outputs {
  const { company, scopes, expiry, previousKey, proofs } = report;
  return {
    verdict: report.verdict,
    "deploy-allowed": String(report.verdict === "pass"),
    "company-id": company.actual ?? "",
    "company-matches": String(proofs.accepted && proofs.company),
    "installation-status": [...new Set(report.installationStatuses)].join(" "),
    "granted-scopes": (scopes.granted ?? []).join(" "),
    "missing-scopes": scopes.missing.join(" "),
    "excess-scopes": scopes.excess.join(" "),
    "expires-on": expiry?.text ?? "",
    "days-left": expiry === undefined ? "" : String(expiry.daysLeft),
    "key-hint": report.keyHint ?? "",
    "rotation-safe-to-revoke": previousKey === undefined ? "" : String(previousKey !== "needed"),
    findings: JSON.stringify(report.findings.map(toJson)),
    "next-step": nextStep,
  };
}

function toJson({ values: _values, ...finding }: Finding): Omit<Finding, "values"> {
  return finding;
}

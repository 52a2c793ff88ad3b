import type { GuardReport } from "../src/activation/guard-key.ts";
import type { Finding } from "../src/report/finding.ts";
import { OUTPUT_NAMES, type Outputs } from "./contract.ts";

/** What a consumer sees of a run that has not come to an answer: nothing is known and nothing is allowed. */
export const CLOSED_OUTPUTS: Outputs = {
  ...(Object.fromEntries(OUTPUT_NAMES.map((name) => [name, ""])) as Outputs),
  verdict: "unknown",
  "deploy-allowed": "false",
  "company-matches": "false",
  findings: "[]",
};

export interface Ending {
  readonly verdict: "fail" | "unknown" | "skipped";
  readonly nextStep: string;
}

/** Outputs of a run that ended without a report. */
export function outputsWithoutReport({ verdict, nextStep }: Ending): Outputs {
  return { ...CLOSED_OUTPUTS, verdict, "next-step": nextStep };
}

export function outputsOf(report: GuardReport): Outputs {
  const { company, scopes, expiry, previousKey } = report;
  return {
    verdict: report.verdict,
    "deploy-allowed": String(report.verdict === "pass"),
    "company-id": company.actual ?? "",
    "company-matches": String(company.actual !== undefined && company.actual === company.expected),
    "installation-status": [...new Set(report.installationStatuses)].join(" "),
    "granted-scopes": (scopes.granted ?? []).join(" "),
    "missing-scopes": scopes.missing.join(" "),
    "excess-scopes": scopes.excess.join(" "),
    "expires-on": expiry?.text ?? "",
    "days-left": expiry === undefined ? "" : String(expiry.daysLeft),
    "key-hint": report.keyHint ?? "",
    "rotation-safe-to-revoke": previousKey === undefined ? "" : String(previousKey !== "needed"),
    findings: JSON.stringify(report.findings.map(toJson)),
    "next-step": report.findings[0]?.remedy ?? "Nothing needs to be done.",
  };
}

function toJson({ values: _values, ...finding }: Finding): Omit<Finding, "values"> {
  return finding;
}

import type { ActionReport } from "../action-report.ts";

/**
 * The report with every text redacted. Before anything is cut or escaped: of a secret that has been cut in two no
 * redactor knows the halves.
 */
export function redactReport(report: ActionReport, redact: (text: string) => string): ActionReport {
  return redactTexts(report, redact);
}

/** The same for anything that is made of plain values. */
export function redactTexts<Value>(value: Value, redact: (text: string) => string): Value {
  return redactValue(value, redact) as Value;
}

function redactValue(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === "string") return redact(value);
  if (Array.isArray(value)) return value.map((entry) => redactValue(entry, redact));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, redactValue(each, redact)]);
  return Object.fromEntries(entries);
}

import type { GuardReport } from "../../src/activation/guard-key.ts";
import type { Finding } from "../../src/report/finding.ts";
import type { Verdict } from "../../src/report/report.ts";

const HEADLINES: Readonly<Record<Verdict, string>> = {
  pass: "PASS     The key may be used.",
  fail: "FAIL     The key may not be used.",
  unknown: "UNKNOWN  Nobody can tell whether the key may be used, so it may not.",
};

/** A report as plain text, for a log or a terminal: the verdict first, then what to do about it. */
export function renderText(report: GuardReport): string {
  return [
    HEADLINES[report.verdict],
    ...renderFacts(report),
    ...report.findings.flatMap(renderFinding),
  ].join("\n");
}

function renderFacts({
  keyHint,
  company,
  scopes,
  expiry,
  safeToRevokePrevious,
}: GuardReport): readonly string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["key", keyHint === undefined ? undefined : `ends in ${keyHint}`],
    ["company", company.actual],
    ["scopes", scopes.granted?.join(", ")],
    ["expires", describeExpiry(expiry)],
    ["old key", safeToRevokePrevious === true ? "may be deleted" : undefined],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`  ${name.padEnd(8)} ${value}`],
  );
}

function describeExpiry({ expiresAt, daysLeft }: GuardReport["expiry"]): string | undefined {
  if (expiresAt === undefined || daysLeft === undefined) return undefined;
  const left = daysLeft < 0 ? "has passed" : `${daysLeft} days left`;
  return `${expiresAt.toISOString().slice(0, 10)} (${left})`;
}

function renderFinding({ id, severity, title, message, remedy }: Finding): readonly string[] {
  return [`  ${severity}: ${title} [${id}]`, `      ${message}`, `      → ${remedy}`];
}

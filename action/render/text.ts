import type { DeclaredEnd } from "../../src/activation/check-expiry.ts";
import type { PreviousKey } from "../../src/activation/check-rotation.ts";
import { describeDays } from "../../src/activation/dates.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
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

const PREVIOUS_KEY: Readonly<Record<PreviousKey, string>> = {
  needed: "must stay for now",
  deletable: "may be deleted",
  gone: "no longer works",
};

function renderFacts(report: GuardReport): readonly string[] {
  const { keyHint, company, scopes, expiry, previousKey } = report;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["key", keyHint === undefined ? undefined : `ends in ${keyHint}`],
    ["company", company.actual],
    ["scopes", scopes.granted?.join(", ")],
    ["expires", expiry === undefined ? undefined : describeEnd(expiry)],
    ["old key", previousKey === undefined ? undefined : PREVIOUS_KEY[previousKey]],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`  ${name.padEnd(8)} ${value}`],
  );
}

function describeEnd({ text, daysLeft, hasPassed }: DeclaredEnd): string {
  return `${text} (${hasPassed ? "has passed" : `${describeDays(daysLeft)} left`})`;
}

function renderFinding({ id, severity, title, message, remedy }: Finding): readonly string[] {
  return [`  ${severity}: ${title} [${id}]`, `      ${message}`, `      → ${remedy}`];
}

import type { DeclaredEnd } from "../../src/activation/check-expiry.ts";
import type { PreviousKey } from "../../src/activation/check-rotation.ts";
import { describeDays } from "../../src/activation/dates.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import type { Verdict } from "../../src/report/report.ts";
import { SCAN_AREAS } from "../../src/report/catalogue.ts";
import type { ActionReport } from "../action-report.ts";
import { groupFindings, titleOf, type FindingGroup } from "./group-findings.ts";

const HEADLINES: Readonly<Record<Verdict, string>> = {
  pass: "PASS     The key may be used.",
  fail: "FAIL     The key may not be used.",
  unknown: "UNKNOWN  Nobody can tell whether the key may be used, so it may not.",
};

/** Why a step goes on though nothing is known. */
export const GOES_ON =
  "`on-unknown: warn` lets the step go on all the same; `deploy-allowed` is false.";

/** A report as plain text, for a log or a terminal: the verdict first, then what to do about it. */
export function renderText(report: ActionReport, { goesOn = false } = {}): string {
  return [
    HEADLINES[report.verdict],
    ...(goesOn ? [`  ${GOES_ON}`] : []),
    ...renderFacts(report),
    ...renderFindings(report),
  ].join("\n");
}

/** What was looked through, and what was found, a line each. */
export function renderFindings({
  findings,
  switchedOff = [],
  scans = {},
}: ActionReport): readonly string[] {
  const found = [...findings, ...switchedOff];
  const clean = SCAN_AREAS.filter((area) => !found.some((finding) => finding.area === area));
  const seen = clean.flatMap((area) => scans[area] ?? []);
  return [
    ...seen.map((what) => `  looked through ${what}: nothing was found`),
    ...groupFindings(findings).flatMap(renderGroup),
  ];
}

const PREVIOUS_KEY: Readonly<Record<PreviousKey, string>> = {
  needed: "must stay for now",
  deletable: "may be deleted",
  overdue: "still works: delete it",
  gone: "no longer works",
};

function renderFacts(report: ActionReport): readonly string[] {
  const { keyHint, company, scopes, expiry, previousKey } = report;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["key", keyHint === undefined ? undefined : `ends in ${keyHint}`],
    ["company", company.actual],
    ["scopes", describeScopes(scopes)],
    // Read as one: only the user has said so.
    ["declared", expiry === undefined ? undefined : `to expire on ${describeEnd(expiry)}`],
    ["old key", previousKey === undefined ? undefined : PREVIOUS_KEY[previousKey]],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(8)} ${value}`],
  );
}

/** None at all is something else than not being known, or than names that may not be shown. */
export function describeScopes({
  granted,
  unshown = 0,
}: GuardReport["scopes"]): string | undefined {
  if (granted === undefined) return undefined;
  const more = unshown === 0 ? [] : [`${unshown} of unusual name`];
  return granted.length + unshown === 0 ? "none" : [...granted, ...more].join(", ");
}

function describeEnd({ text, daysLeft, hasPassed }: DeclaredEnd): string {
  return `${text} (${hasPassed ? "has passed" : `${describeDays(daysLeft)} left`})`;
}

function renderGroup(group: FindingGroup): readonly string[] {
  const { id, severity, messages, remedy } = group;
  return [
    `  ${severity}: ${titleOf(group)} [${id}]`,
    ...messages.map((message) => `      ${message}`),
    `      → ${remedy}`,
  ];
}

/** What is to be said where no key was checked at all. A problem may be a list, an item a line. */
export function renderBroken(verdict: "fail" | "unknown", problem: string, hint: string): string {
  return [
    `${verdict.toUpperCase().padEnd(8)} The key was not checked.`,
    ...problem.split("\n").map((line) => `  ${line}`),
    `  → ${hint}`,
  ].join("\n");
}

import { AREAS, SCAN_AREAS, type Area, type KeyArea } from "../../src/report/catalogue.ts";
import type { Verdict } from "../../src/report/report.ts";
import type { ActionReport } from "../action-report.ts";
import { toMarkdown } from "../plain-text.ts";
import { answerWithoutFindings, switchedOffIn } from "./answers.ts";
import { groupFindings, titleOf, type FindingGroup } from "./group-findings.ts";
import { hideIds } from "./hide-ids.ts";
import { describeScopes, GOES_ON } from "./text.ts";
import { renderTimeline, type Life } from "./timeline.ts";

export interface SummaryOptions {
  /** In a public repository anybody reads the summary, so ids and the ending of the key stay out of it. */
  readonly hidesIds: boolean;
  readonly life: Life | undefined;
  /** The step does not fail, though nothing is known. */
  readonly goesOn?: boolean;
  readonly nextStep?: string;
}

const HEADLINES: Readonly<Record<Verdict, string>> = {
  pass: "✅ The Pleo key may be used",
  fail: "❌ The Pleo key may not be used",
  unknown: "❔ Nobody can tell whether the Pleo key may be used, so it may not",
};

const QUESTIONS: Readonly<Record<Area, string>> = {
  format: "Is it a key?",
  activation: "Does Pleo accept it?",
  company: "Is it the right company's?",
  scopes: "May it do what it must, and no more?",
  expiry: "Is its lifetime right?",
  rotation: "Is the rotation done?",
  leak: "Is it written nowhere?",
  workflow: "Do the workflows take care of it?",
  tenancy: "Does each tenant have a key of its own?",
};

/** The report for people: the verdict in one line, what was asked, what to do, and the key's life. */
export function renderSummary(report: ActionReport, options: SummaryOptions): string {
  const { hidesIds, life, goesOn = false } = options;
  // The life of a key that Pleo has not accepted is nobody's but the declaration's.
  const timeline = life === undefined || !report.proofs.accepted ? [] : [renderTimeline(life)];
  const parts = [
    `## ${HEADLINES[report.verdict]}`,
    ...(goesOn ? [GOES_ON] : []),
    renderTable(report, options),
    ...renderFacts(report, hidesIds),
    ...timeline,
  ];
  const text = `${parts.join("\n\n")}\n`;
  return hidesIds ? hideIds(text, report.company.expected) : text;
}

export function renderSkippedSummary(why: string, scanned: ActionReport): string {
  const rows = renderScans(scanned);
  const parts = [
    "## ⏭️ The Pleo key was not checked",
    toMarkdown(why),
    "Nothing is known about the key, so `deploy-allowed` is `false`.",
    ...(rows.length === 0 ? [] : [[...TABLE_HEAD, ...rows].join("\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A problem may be a list, an item a line. */
export function renderBrokenSummary(problem: string, hint: string): string {
  const lines = problem.split("\n").map(toMarkdown).join("\n");
  return `## ❌ The Pleo key was not checked\n\n${lines}\n\n${toMarkdown(hint)}\n`;
}

function renderTable(report: ActionReport, options: SummaryOptions): string {
  const groups = groupFindings(report.findings);
  const areas = AREAS.filter((area) => area !== "rotation" || report.previousKey !== undefined);
  const rows = areas.flatMap((area) => {
    const found = groups.filter((group) => group.area === area);
    return found.length === 0 ? [emptyRow(area, report, options)] : found.map(renderRow);
  });
  return [...TABLE_HEAD, ...rows, ...renderScans(report)].join("\n");
}

const TABLE_HEAD = ["| Check | Result | What to do |", "|---|---|---|"];

function renderScans(report: ActionReport): readonly string[] {
  const { findings, scans = {} } = report;
  const groups = groupFindings(findings);
  return SCAN_AREAS.flatMap((area) => {
    const found = groups.filter((group) => group.area === area);
    const seen = scans[area];
    if (found.length > 0 || seen === undefined) return found.map(renderRow);
    const off = switchedOffIn(area, report);
    const answer =
      off === "" ? "✅ nothing was found" : `➖ only ${off}, which \`severities\` switches off,`;
    const where = off === "" ? "in" : "was found in";
    return [`| ${QUESTIONS[area]} | ${answer} ${where} ${toMarkdown(seen)} | |`];
  });
}

function emptyRow(area: KeyArea, report: ActionReport, { nextStep = "" }: SummaryOptions): string {
  const isStep = area === "rotation" && report.previousKey === "deletable";
  const step = isStep && nextStep !== "" ? ` ${toMarkdown(nextStep)}` : "";
  return `| ${QUESTIONS[area]} | ${answerWithoutFindings(area, report)} |${step} |`;
}

function renderRow(group: FindingGroup): string {
  const { area, severity, inconclusive, messages, remedy, id } = group;
  const mark =
    severity === "error" ? (inconclusive ? "❔" : "❌") : severity === "warning" ? "⚠️" : "ℹ️";
  const causes = messages.map(toMarkdown).join("<br>");
  return `| ${QUESTIONS[area]} | ${mark} **${toMarkdown(titleOf(group))}** (\`${id}\`)<br>${causes} | ${toMarkdown(remedy)} |`;
}

function renderFacts(
  { company, scopes, keyHint, expiry }: ActionReport,
  hidesIds: boolean,
): readonly string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Company", company.actual],
    ["Key ends in", hidesIds ? undefined : keyHint],
    ["Scopes", describeScopes(scopes)],
    ["Declared to expire on", expiry?.text],
  ];
  const lines = facts.flatMap(([name, value]) =>
    value === undefined ? [] : [`- ${name}: \`${value}\``],
  );
  return lines.length === 0 ? [] : [lines.join("\n")];
}

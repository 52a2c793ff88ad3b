import type { GuardReport } from "../../src/activation/guard-report.ts";
import { AREAS, type Area } from "../../src/report/catalogue.ts";
import type { Finding } from "../../src/report/finding.ts";
import type { Verdict } from "../../src/report/report.ts";
import { toMarkdown } from "../plain-text.ts";
import { renderTimeline, type Life } from "./timeline.ts";

export interface SummaryOptions {
  /** In a public repository anybody reads the summary, so ids and the ending of the key stay out of it. */
  readonly hidesIds: boolean;
  readonly life: Life | undefined;
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
  expiry: "Does it live long enough?",
  rotation: "May the old key go?",
};

/** The report for people: the verdict in one line, what was asked, what to do, and the key's life. */
export function renderSummary(report: GuardReport, { hidesIds, life }: SummaryOptions): string {
  const timeline = life === undefined ? [] : [renderTimeline(life)];
  const parts = [
    `## ${HEADLINES[report.verdict]}`,
    renderTable(report),
    ...renderFacts(report, hidesIds),
    ...timeline,
  ];
  const text = `${parts.join("\n\n")}\n`;
  return hidesIds ? text.replaceAll(UUID, "‹id not shown in a public repository›") : text;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

export function renderSkippedSummary(why: string): string {
  return `## ⏭️ The Pleo key was not checked\n\n${toMarkdown(why)}\n\nNothing is known about the key, so \`deploy-allowed\` is \`false\`.\n`;
}

export function renderBrokenSummary(problem: string, hint: string): string {
  return `## ❌ The Pleo key was not checked\n\n${toMarkdown(problem)}\n\n${toMarkdown(hint)}\n`;
}

function renderTable({ findings, verdict, previousKey }: GuardReport): string {
  const areas = AREAS.filter((area) => area !== "rotation" || previousKey !== undefined);
  const rows = areas.flatMap((area) => {
    const found = findings.filter((finding) => finding.area === area);
    return found.length === 0 ? [emptyRow(area, verdict)] : found.map(renderRow);
  });
  return ["| Check | Result | What to do |", "|---|---|---|", ...rows].join("\n");
}

/** Silence is consent only where everything passed: after a rejection, later checks had nothing to go by. */
function emptyRow(area: Area, verdict: Verdict): string {
  return `| ${QUESTIONS[area]} | ${verdict === "pass" ? "✅ yes" : "nothing found"} | |`;
}

function renderRow({ area, severity, inconclusive, title, message, remedy, id }: Finding): string {
  const mark =
    severity === "error" ? (inconclusive ? "❔" : "❌") : severity === "warning" ? "⚠️" : "ℹ️";
  return `| ${QUESTIONS[area]} | ${mark} **${toMarkdown(title)}** (\`${id}\`)<br>${toMarkdown(message)} | ${toMarkdown(remedy)} |`;
}

function renderFacts(
  { company, scopes, keyHint, expiry }: GuardReport,
  hidesIds: boolean,
): readonly string[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Company", company.actual],
    ["Key ends in", hidesIds ? undefined : keyHint],
    ["Scopes", scopes.granted?.join(", ")],
    ["Expires", expiry?.text],
  ];
  const lines = facts.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`- ${name}: \`${value}\``],
  );
  return lines.length === 0 ? [] : [lines.join("\n")];
}

import type { FindingId } from "../../../src/report/catalogue.ts";
import type { Finding } from "../../../src/report/finding.ts";
import type { Verdict } from "../../../src/report/report.ts";
import type { FleetTenant } from "../../../src/tenancy/fleet-report.ts";
import { toMarkdown } from "../../plain-text.ts";
import { groupFindings, titleOf, type FindingGroup } from "../group-findings.ts";
import { renderMonths } from "./months.ts";
import {
  capitalise,
  describeEarlier,
  describeFleet,
  describeScans,
  describeSwitchedOff,
  idsOf,
  tellableTenants,
  type ToldFleet,
} from "./told.ts";
import { withoutIds } from "../hide-ids.ts";
import { GOES_ON } from "../text.ts";

const MARKS: Readonly<Record<Verdict, string>> = { pass: "✅", fail: "❌", unknown: "❔" };

export interface SummaryLimits {
  /** How many tenants have a row of their own. */
  readonly rows: number;
  /** Of the whole text, in UTF-8. */
  readonly bytes: number;
  readonly hasPicture: boolean;
}

/** GitHub takes 1 MiB; what a redactor puts in may be longer than what it takes out. */
const OF_STEP: SummaryLimits = { rows: 500, bytes: 900_000, hasPicture: true };

/** The report on a fleet for people. No row and no sentence is about two tenants. */
export function renderFleetSummary(told: ToldFleet, limits: SummaryLimits = OF_STEP): string {
  const { report, goesOn, shard, nextStep, hidesIds, now } = told;
  const picture = limits.hasPicture && !hidesIds ? renderMonths(report.tenants, now) : undefined;
  const before = [
    `## ${MARKS[report.verdict]} ${capitalise(describeFleet(told))}`,
    ...(goesOn ? [GOES_ON] : []),
    ...(shard === undefined
      ? []
      : ["A shard alone allows no deploy: hand the reports of all shards to `merge`."]),
    renderCounts(told),
    `**Next:** ${shown(toMarkdown(nextStep), told)}`,
    ...describeEarlier(told).map((sentence) => `⚠️ ${sentence}`),
    ...renderOfFleet(told),
    ...notTold(describeSwitchedOff(report)),
    ...describeScans(told).map((what) => `✅ Nothing was found in ${toMarkdown(what)}.`),
  ].join("\n\n");
  const after = picture === undefined ? "" : `\n\n### When keys end, as declared\n\n${picture}`;
  const room = limits.bytes - sizeOf(before) - sizeOf(after) - SPARE_BYTES;
  return `${before}${renderWorst(told, limits.rows, room)}${after}\n`;
}

/** For headings and for the sentence on what was left out. */
const SPARE_BYTES = 2_000;

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Whoever reads that all is well has to know what nobody wanted to hear of. */
function notTold(what: string | undefined): readonly string[] {
  return what === undefined ? [] : [`Not told, since \`severities\` switches it off: ${what}.`];
}

function renderCounts({ report: { counts, tenants } }: ToldFleet): string {
  return [
    "| Verdict | Tenants |",
    "|---|---:|",
    `| ❌ fail | ${counts.fail} |`,
    `| ❔ unknown | ${counts.unknown} |`,
    `| ✅ pass | ${counts.pass} |`,
    `| all | ${tenants.length} |`,
  ].join("\n");
}

function renderOfFleet(told: ToldFleet): readonly string[] {
  const groups = groupFindings(told.report.findings);
  if (groups.length === 0) return [];
  const rows = groups.map((group) => {
    // Of the fleet as a whole there is neither a day nor the ending of a key.
    const cause = shown(renderCause(group, { hidesIds: false }), told);
    return `| ${cause} | ${shown(toMarkdown(group.remedy), told)} |`;
  });
  return [["| The fleet | What to do |", "|---|---|", ...rows].join("\n")];
}

function renderWorst(told: ToldFleet, mostRows: number, room: number): string {
  const tellable = tellableTenants(told.report);
  if (tellable.length === 0) return "";
  const hasOwner = !told.hidesIds && tellable.some(({ record }) => record.owner !== undefined);
  const head = hasOwner
    ? ["| Tenant | Owner | What was found | What to do |", "|---|---|---|---|"]
    : ["| Tenant | What was found | What to do |", "|---|---|---|"];
  const rows: string[] = [];
  let left = room;
  for (const tenant of tellable.slice(0, mostRows)) {
    const row = renderTenantRow(tenant, told, hasOwner);
    left -= sizeOf(row) + 1;
    if (left < 0) break;
    rows.push(row);
  }
  const rest = tellable.length - rows.length;
  const table = rows.length === 0 ? "" : `\n\n${[...head, ...rows].join("\n")}`;
  return `\n\n### The worst first${table}${describeRest(rest)}`;
}

function describeRest(count: number): string {
  if (count === 0) return "";
  const are = count === 1 ? "1 more tenant is" : `${count} more tenants are`;
  return `\n\n${are} left out here, since there is no room; the report file (\`report-file\`) has all of them.`;
}

function renderTenantRow(
  { record, verdict, findings }: FleetTenant,
  told: ToldFleet,
  hasOwner: boolean,
): string {
  const groups = groupFindings(findings);
  const cells = [
    `${MARKS[verdict]} ${toMarkdown(record.id)}`,
    ...(hasOwner ? [toMarkdown(record.owner ?? "")] : []),
    groups.length === 0
      ? "nothing was proven"
      : groups.map((group) => renderCause(group, told)).join("<br>"),
    [...new Set(groups.map(({ remedy }) => shown(toMarkdown(remedy), told)))].join("<br>"),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Causes hold days and endings of keys, and so are not for everybody. */
function renderCause(group: FindingGroup, told: Pick<ToldFleet, "hidesIds">): string {
  const { severity, inconclusive, id, messages } = group;
  const title = `${markOf(severity, inconclusive)} **${toMarkdown(titleOf(group))}** (\`${id}\`)`;
  return told.hidesIds ? title : [title, ...messages.map(toMarkdown)].join("<br>");
}

function markOf(severity: Finding["severity"], inconclusive: boolean): string {
  if (severity === "error") return inconclusive ? "❔" : "❌";
  return severity === "warning" ? "⚠️" : "ℹ️";
}

function shown(markdown: string, { hidesIds }: Pick<ToldFleet, "hidesIds">): string {
  return hidesIds ? withoutIds(markdown) : markdown;
}

/** With these the stored key may be another tenant's, and so may its end and the company that it opens. */
const MAY_BE_ANOTHERS: ReadonlySet<FindingId> = new Set<FindingId>([
  "tenant-key-shared",
  "tenant-company-shared",
  "company-mismatch",
  "company-disagreement",
  "company-not-declared",
  "rotation-company-changed",
]);

/** Everything about one tenant and nothing about another, to be handed to that tenant or its owner. */
export function tenantReport(tenant: FleetTenant): string {
  const { record, verdict, findings } = tenant;
  const { report, environment } = record;
  // Whose key it is does not depend on what the user wants to hear of.
  const hidesIds = [...findings, ...tenant.switchedOff].some(({ id }) => MAY_BE_ANOTHERS.has(id));
  const facts = [
    `- Environment: ${environment}`,
    ...(hidesIds || report.keyHint === undefined ? [] : [`- Key ends in: \`${report.keyHint}\``]),
    ...(report.expiry === undefined ? [] : [`- Declared to expire on: ${report.expiry.text}`]),
  ].join("\n");
  const rows = groupFindings(findings).map(
    (group) =>
      `| ${shown(renderCause(group, { hidesIds: false }), { hidesIds })} | ${shown(toMarkdown(group.remedy), { hidesIds })} |`,
  );
  const table = ["| What was found | What to do |", "|---|---|", ...rows].join("\n");
  const own = idsOf(tenant.switchedOff)
    .map((id) => `\`${id}\``)
    .join(", ");
  const parts = [
    `## ${MARKS[verdict]} ${toMarkdown(record.id)}: ${TENANT_VERDICTS[verdict]}`,
    facts,
    ...(rows.length === 0 ? [] : [table]),
    ...notTold(own === "" ? undefined : own),
  ];
  return `${parts.join("\n\n")}\n`;
}

const TENANT_VERDICTS: Readonly<Record<Verdict, string>> = {
  pass: "the Pleo key may be used",
  fail: "the Pleo key may not be used",
  unknown: "nobody can tell whether the Pleo key may be used, so it may not",
};

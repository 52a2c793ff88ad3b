import type { Finding } from "../../../src/report/finding.ts";
import type { FleetTenant } from "../../../src/tenancy/fleet-report.ts";
import { groupFindings, titleOf } from "../group-findings.ts";
import {
  capitalise,
  countTenants,
  describeEarlier,
  describeFleet,
  describeScans,
  describeSwitchedOff,
  tellableTenants,
  type ToldFleet,
} from "./told.ts";
import { GOES_ON } from "../text.ts";

/** A log is read from its end and by people; what a thousand tenants have to say is in the report file. */
const MOST_TENANTS = 50;

/** The report on a fleet as plain text: the verdict, the counts, then who is worst off. */
export function renderFleetText(told: ToldFleet): string {
  const { report, goesOn } = told;
  const { pass, fail, unknown } = report.counts;
  const tellable = tellableTenants(report);
  return [
    `${report.verdict.toUpperCase().padEnd(8)} ${capitalise(describeFleet(told))}.`,
    ...(goesOn ? [`  ${GOES_ON}`] : []),
    `  tenants  ${report.tenants.length}: ${fail} fail, ${unknown} unknown, ${pass} pass`,
    ...describeScans(told).map((what) => `  looked through ${what}: nothing was found`),
    ...describeEarlier(told).map((sentence) => `  ${sentence}`),
    ...renderFindings(report.findings, "  "),
    ...tellable.slice(0, MOST_TENANTS).flatMap((tenant) => renderTenant(tenant, told)),
    ...renderRest(tellable.length - MOST_TENANTS),
    ...renderSwitchedOff(report),
  ].join("\n");
}

function renderTenant(
  { record, verdict, findings }: FleetTenant,
  told: ToldFleet,
): readonly string[] {
  const { id, line, owner, report } = record;
  const facts = [
    `line ${line} of the manifest`,
    ...(told.hidesIds || owner === undefined ? [] : [`owner ${owner}`]),
    ...(told.hidesIds || report.keyHint === undefined ? [] : [`key ends in ${report.keyHint}`]),
  ];
  return [
    `  ${verdict.toUpperCase().padEnd(8)} tenant ${id} (${facts.join(", ")})`,
    ...renderFindings(findings, "    "),
  ];
}

function renderFindings(findings: readonly Finding[], indent: string): readonly string[] {
  return groupFindings(findings).flatMap((group) => [
    `${indent}${group.severity}: ${titleOf(group)} [${group.id}]`,
    ...group.messages.map((message) => `${indent}    ${message}`),
    `${indent}    → ${group.remedy}`,
  ]);
}

function renderSwitchedOff(report: ToldFleet["report"]): readonly string[] {
  const what = describeSwitchedOff(report);
  return what === undefined ? [] : [`  switched off by \`severities\`: ${what}`];
}

function renderRest(count: number): readonly string[] {
  if (count <= 0) return [];
  return [`  ${countTenants(count)} more of which there is something to say: see \`report-file\`.`];
}

import { SCAN_AREAS, type FindingId } from "../../../src/report/catalogue.ts";
import type { Finding } from "../../../src/report/finding.ts";
import type { Verdict } from "../../../src/report/report.ts";
import type { FleetReport, FleetTenant } from "../../../src/tenancy/fleet-report.ts";
import type { ShardOf } from "../../../src/tenancy/shard.ts";
import type { FleetOutcome } from "../../tenants/fleet-outcome.ts";
import { forTenant } from "./remedies.ts";

/** A run over a fleet, as all who tell it need it. */
export interface ToldFleet extends FleetOutcome {
  /** The step does not fail, though nothing is known. */
  readonly goesOn: boolean;
  /** Anybody reads it: no ids of companies, no endings of keys, no days, no owners. */
  readonly hidesIds: boolean;
  readonly nextStep: string;
  readonly now: Date;
}

/** The same report, its findings in the words of a manifest. */
export function inWordsOfTenants(report: FleetReport): FleetReport {
  return mapFindings(report, forTenant);
}

export function mapFindings(
  report: FleetReport,
  change: (finding: Finding) => Finding,
): FleetReport {
  const tenants = report.tenants.map((tenant) => ({
    ...tenant,
    findings: tenant.findings.map(change),
  }));
  return { ...report, tenants, findings: report.findings.map(change) };
}

/** The first thing to do: about the fleet, or about the tenant that is worst off. */
export function nextStepOfFleet({ report, shard }: FleetOutcome): string {
  const [ofFleet] = report.findings;
  const [worst] = report.tenants;
  const [ofTenant] = worst?.findings ?? [];
  if (ofFleet?.severity === "error") return ofFleet.remedy;
  if (worst !== undefined && ofTenant !== undefined && ofTenant.severity !== "notice") {
    return `Tenant ${worst.record.id}: ${ofTenant.remedy}`;
  }
  if (ofFleet !== undefined && ofFleet.severity !== "notice") return ofFleet.remedy;
  return shard === undefined
    ? "Nothing needs to be done."
    : "Hand the reports of all shards to `merge`, which alone can allow a deploy.";
}

/** What the scans beside it looked through and found nothing in. */
export function describeScans({ scans = {}, report }: FleetOutcome): readonly string[] {
  const found = [...report.findings, ...report.switchedOff];
  const areas = SCAN_AREAS.filter((area) => !found.some((it) => it.area === area));
  return areas.flatMap((area) => scans[area] ?? []);
}

/** What was found and is told by its id alone, with the number of tenants where it is about them. */
export function describeSwitchedOff({ switchedOff, tenants }: FleetReport): string | undefined {
  const counts = new Map<FindingId, number>();
  for (const { switchedOff: own } of tenants) {
    for (const id of idsOf(own)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const ofTenants = [...counts].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const all = [
    ...idsOf(switchedOff).map((id) => `\`${id}\``),
    ...ofTenants.map(([id, count]) => `\`${id}\` (${countTenants(count)})`),
  ];
  return all.length === 0 ? undefined : all.join(", ");
}

export function idsOf(findings: readonly Finding[]): readonly FindingId[] {
  return [...new Set(findings.map(({ id }) => id))];
}

/** Which shards this attempt of the run has no word of its own from: a sentence, or nothing. */
export function describeEarlier({ earlier = [] }: FleetOutcome): readonly string[] {
  if (earlier.length === 0) return [];
  const parts = earlier.map(({ attempt, shards }) => {
    const reports = shards.length === 1 ? "report of shard" : "reports of shards";
    const are = shards.length === 1 ? "is" : "are";
    return `the ${reports} ${shards.join(", ")} ${are} of attempt ${attempt}`;
  });
  return [capitalise(`${parts.join(" and ")} of this run, and not of the present attempt.`)];
}

/** Those of whom there is something to say, the worst first. */
export function tellableTenants({ tenants }: FleetReport): readonly FleetTenant[] {
  return tenants.filter(isTellable);
}

export function isTellable({ verdict, findings }: FleetTenant): boolean {
  return verdict !== "pass" || findings.some(({ severity }) => severity !== "notice");
}

function describeShard({ index, count }: ShardOf): string {
  return `Shard ${index} of ${count}`;
}

export function countTenants(count: number): string {
  return count === 1 ? "1 tenant" : `${count} tenants`;
}

/** What holds of the fleet, a sentence without its end. */
export function describeFleet({ report, shard }: FleetOutcome): string {
  const { counts, tenants, verdict } = report;
  const of = shard === undefined ? "" : `${describeShard(shard)}: `;
  return `${of}${VERDICTS[verdict](tenants.length, counts[verdict])}`;
}

const VERDICTS: Readonly<Record<Verdict, (all: number, those: number) => string>> = {
  pass: (all) =>
    all === 1
      ? "the Pleo key of the 1 tenant may be used"
      : `the Pleo keys of all ${all} tenants may be used`,
  fail: (all, those) =>
    those === 0
      ? "the Pleo keys of this fleet may not be used"
      : `the Pleo keys of ${those} of ${countTenants(all)} may not be used`,
  unknown: (all, those) =>
    those === 0
      ? "nobody can tell whether all Pleo keys of this fleet may be used, so they may not"
      : `nobody can tell whether the Pleo keys of ${those} of ${countTenants(all)} may be used, so they may not`,
};

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

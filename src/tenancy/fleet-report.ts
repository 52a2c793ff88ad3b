import type { Finding } from "../report/finding.ts";
import { decideVerdict, orderFindings, type Verdict } from "../report/report.ts";
import type { Comparison } from "./compare-tenants.ts";
import type { TenantRecord } from "./tenant.ts";

/** One tenant, with what its own check and the look across tenants say of it. */
export interface FleetTenant {
  readonly record: TenantRecord;
  readonly verdict: Verdict;
  /** The worst first. All of them may be handed to this tenant: none is about another. */
  readonly findings: readonly Finding[];
  /** What was found of it and is not among them, because the user does not want to hear of it. */
  readonly switchedOff: readonly Finding[];
}

export interface FleetReport {
  readonly verdict: Verdict;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** The worst first. */
  readonly tenants: readonly FleetTenant[];
  /** About the fleet as a whole, or about what is no tenant's; the worst first. */
  readonly findings: readonly Finding[];
  /** As with a tenant. */
  readonly switchedOff: readonly Finding[];
}

export interface FleetEvidence {
  readonly records: readonly TenantRecord[];
  /** Its findings already weigh what the user wants them to weigh. */
  readonly comparison: Comparison;
  /** What comparing has found, and the user does not want to hear of. */
  readonly switchedOff?: Comparison;
  /** How many tenants there should be records of. */
  readonly manifestTenants: number;
  /** As in `FleetFacts`. */
  readonly isPart?: boolean;
}

/** Decides once, from everything. What nobody has looked at never passes, and neither does nothing at all. */
export function createFleetReport({
  records,
  comparison,
  switchedOff,
  manifestTenants,
  isPart = false,
}: FleetEvidence): FleetReport {
  const tenants = records.map((record) => ({
    ...judgeTenant(record, comparison.ofTenants.get(record.id) ?? []),
    switchedOff: [
      ...(record.report.switchedOff ?? []),
      ...(switchedOff?.ofTenants.get(record.id) ?? []),
    ],
  }));
  const findings = orderFindings(comparison.ofFleet);
  const counts = countVerdicts(tenants);
  const isWhole = (manifestTenants > 0 || isPart) && records.length === manifestTenants;
  const ofFleet = decideVerdict(findings, { accepted: isWhole, active: isWhole, company: isWhole });
  return {
    verdict: worstOf([ofFleet, ...tenants.map(({ verdict }) => verdict)]),
    counts,
    tenants: tenants.toSorted(byUrgency),
    findings,
    switchedOff: orderFindings(switchedOff?.ofFleet ?? []),
  };
}

function judgeTenant(
  record: TenantRecord,
  compared: readonly Finding[],
): Omit<FleetTenant, "switchedOff"> {
  const { report } = record;
  const findings = orderFindings([...report.findings, ...compared]);
  // A record may come from another machine: what it says of itself can make it worse, and never better.
  const verdict = worstOf([report.verdict, decideVerdict(findings, report.proofs)]);
  return { record, verdict, findings };
}

const RANK: Readonly<Record<Verdict, number>> = { fail: 0, unknown: 1, pass: 2 };

function worstOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.every((verdict) => verdict === "pass") ? "pass" : "unknown";
}

function countVerdicts(
  tenants: readonly Pick<FleetTenant, "verdict">[],
): Readonly<Record<Verdict, number>> {
  const counts = { pass: 0, fail: 0, unknown: 0 };
  for (const { verdict } of tenants) counts[verdict] += 1;
  return counts;
}

/** By verdict, then by how much is wrong, then by what ends first; otherwise as people look for ids. */
function byUrgency(one: FleetTenant, other: FleetTenant): number {
  return (
    RANK[one.verdict] - RANK[other.verdict] ||
    compareLists(weightsOf(other), weightsOf(one)) ||
    // No number where neither ends, and so no difference.
    endOf(one) - endOf(other) ||
    compareIds(one.record.id, other.record.id)
  );
}

function weightsOf({ findings }: FleetTenant): readonly number[] {
  const count = (matches: (finding: Finding) => boolean): number => findings.filter(matches).length;
  return [
    count(({ severity, inconclusive }) => severity === "error" && !inconclusive),
    count(({ severity, inconclusive }) => severity === "error" && inconclusive),
    count(({ severity }) => severity === "warning"),
  ];
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [index, number] of one.entries()) {
    const difference = number - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function endOf({ record }: FleetTenant): number {
  return record.report.expiry?.at.getTime() ?? Infinity;
}

function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

import { optional } from "../../../src/optional.ts";
import type { FindingId } from "../../../src/report/catalogue.ts";
import type { Finding } from "../../../src/report/finding.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import { compareTenants, type Comparison } from "../../../src/tenancy/compare-tenants.ts";
import { createFleetReport } from "../../../src/tenancy/fleet-report.ts";
import { isInShard } from "../../../src/tenancy/shard.ts";
import type { Severities } from "../../severities.ts";
import type { FleetOutcome } from "../fleet-outcome.ts";
import type { ReadReport } from "./read-report.ts";
import type { ShardReport } from "./report-file.ts";
import { weighComparison } from "./weigh-comparison.ts";

export interface NamedReport {
  /** From the root of the checkout. */
  readonly file: string;
  readonly read: ReadReport;
}

export interface Merging {
  /** Of the run that merges: reports of another say nothing about today. */
  readonly run: string;
  /** Which attempt of that run this one is, where GitHub says so. */
  readonly attempt?: number;
  readonly now: Date;
  readonly severities: Severities;
}

export type Merged =
  | { readonly kind: "merged"; readonly outcome: FleetOutcome }
  /** Not one report can be used. Each completes a sentence about all of them. */
  | { readonly kind: "nothing"; readonly problems: readonly string[] };

/**
 * The report of the whole fleet from those of its shards, in whatever order. What does not belong together is left
 * out and told, and then nothing passes.
 */
export function mergeReports(files: readonly NamedReport[], merging: Merging): Merged {
  const problems: string[] = [];
  const current = files
    .toSorted((one, other) => (one.file < other.file ? -1 : 1))
    .flatMap((named) => keepUsable(named, merging, problems));
  const chosen = keepOneFleet(current, problems);
  const [first] = chosen;
  if (first === undefined) return { kind: "nothing", problems };
  const { manifest, shard } = first.report;
  const parts = keepOnce(chosen, problems);
  const missing = missingShards(current, shard.count);
  const records = parts.flatMap(({ report }) => report.records);
  if (records.length > manifest.tenants) {
    problems.push("There are more tenants in the reports than in the manifest");
  }
  const isWhole = parts.length === shard.count;
  const ofShards = [...describeMissing(missing, shard.count), ...describeProblems(problems)];
  // Of shards that are missing it is said that they are, and not what each of their tenants lacks.
  const expected = isWhole ? manifest.tenants : records.length;
  const compared =
    isWhole || expected > 0
      ? compareTenants(records, { manifestTenants: expected, unclaimedNames: [] })
      : NOTHING_COMPARED;
  // In the order in which a run over all tenants has them.
  const [ofFiles, others] = carried(parts.map(({ report }) => report));
  const ofFleet = [...ofShards, ...ofFiles, ...compared.ofFleet, ...others];
  const { comparison, switchedOff } = weighComparison({ ...compared, ofFleet }, merging.severities);
  const told = new Set(comparison.ofFleet.map(({ id }) => id));
  const untold = [...switchedOff.ofFleet, ...switchedOffInShards(parts)];
  const report = createFleetReport({
    records,
    comparison,
    switchedOff: {
      ...switchedOff,
      ofFleet: saidOnce(untold.filter(({ id }) => !told.has(id))),
    },
    manifestTenants: manifest.tenants,
  });
  const earlier = earlierAttempts(parts, merging.attempt);
  return {
    kind: "merged",
    outcome: { report, manifest, run: merging.run, ...optional("earlier", earlier) },
  };
}

const NOTHING_COMPARED: Comparison = { ofTenants: new Map(), ofFleet: [] };

interface UsableReport {
  readonly file: string;
  readonly report: ShardReport;
}

const OLDEST_HOURS = 24;
const HOUR_MS = 3_600_000;

function keepUsable(
  { file, read }: NamedReport,
  merging: Merging,
  problems: string[],
): readonly UsableReport[] {
  const problem = read.kind === "refused" ? read.problem : problemOf(read.report, merging);
  if (problem !== undefined) problems.push(`The file \`${file}\` ${problem}`);
  return problem !== undefined || read.kind === "refused" ? [] : [{ file, report: read.report }];
}

function problemOf(
  report: ShardReport,
  { run, attempt = Infinity, now }: Merging,
): string | undefined {
  if (report.run !== run) return "is of another run of the workflow";
  if ((report.attempt ?? 0) > attempt) return "is of a later attempt of the run than this one";
  const hours = (now.getTime() - report.at.getTime()) / HOUR_MS;
  if (hours > OLDEST_HOURS) return `is more than ${OLDEST_HOURS} hours old`;
  // The clocks of two machines differ by minutes.
  if (hours < -1) return "is dated in the future";
  const isElsewhere = report.records.some(({ id }) => !isInShard(id, report.shard));
  return isElsewhere ? "has a tenant that belongs to another shard" : undefined;
}

/** The most of them that say the same of the manifest and of the shards. */
function keepOneFleet(
  reports: readonly UsableReport[],
  problems: string[],
): readonly UsableReport[] {
  const fleets = Map.groupBy(reports, ({ report: { manifest, shard } }) =>
    JSON.stringify([manifest.path, manifest.digest, manifest.tenants, shard.count]),
  );
  const [chosen, ...others] = [...fleets].toSorted(
    ([name, one], [otherName, other]) => other.length - one.length || (name < otherName ? -1 : 1),
  );
  for (const { file } of others.flatMap(([, those]) => those)) {
    problems.push(
      `The file \`${file}\` is about another manifest, or about another number of shards, than others`,
    );
  }
  return chosen?.[1] ?? [];
}

/** Of a shard with two reports, nobody can tell which one is right. */
function keepOnce(reports: readonly UsableReport[], problems: string[]): readonly UsableReport[] {
  const shards = Map.groupBy(reports, ({ report }) => report.shard.index);
  const kept: UsableReport[] = [];
  for (const [index, those] of [...shards].toSorted(([one], [other]) => one - other)) {
    const [only, ...more] = those;
    if (only !== undefined && more.length === 0) kept.push(only);
    else problems.push(`There are ${those.length} reports of shard ${index}`);
  }
  return kept;
}

function missingShards(reports: readonly UsableReport[], count: number): readonly number[] {
  const seen = new Set(reports.map(({ report }) => report.shard.index));
  return Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
}

const MOST_NAMED = 20;

function describeMissing(missing: readonly number[], count: number): readonly Finding[] {
  if (missing.length === 0) return [];
  const named = missing.slice(0, MOST_NAMED).join(", ");
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
  const shards = `${missing.length === 1 ? "shard" : "shards"} ${named}${more} of ${count}`;
  return [createTenantFinding("shard-missing", { shards })];
}

function describeProblems(problems: readonly string[]): readonly Finding[] {
  const rest = problems.length - MOST_NAMED;
  const told = problems.slice(0, MOST_NAMED);
  const all = rest > 0 ? [...told, `There are ${rest} more problems with the files`] : told;
  return all.map((problem) => createTenantFinding("shard-mismatch", { problem }));
}

/** What a shard concludes from its part alone, and the whole concludes anew. */
const CONCLUDED_ANEW: readonly FindingId[] = [
  "fleet-empty",
  "fleet-unfinished",
  "tenant-environments-mixed",
  "shard-missing",
  "shard-mismatch",
];

/** Every shard is handed the same keys and reads the same manifest, and so says the same. */
function carried(
  reports: readonly ShardReport[],
): readonly [ofFiles: readonly Finding[], others: readonly Finding[]] {
  const kept = saidOnce(fromShards(reports.flatMap(({ findings }) => findings)));
  const isOfFile = ({ id }: Finding): boolean => id === "tenant-key-file-open";
  return [kept.filter(isOfFile), kept.filter((finding) => !isOfFile(finding))];
}

/** The merge is meant to have the same `severities`; where it has not, this still is not lost. */
function switchedOffInShards(parts: readonly UsableReport[]): readonly Finding[] {
  return fromShards(parts.flatMap(({ report }) => report.switchedOff));
}

function fromShards(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ id }) => !CONCLUDED_ANEW.includes(id));
}

function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

/**
 * A run that is repeated in part keeps the reports of the shards that need no second attempt. A shard that was to be
 * checked anew and has left no new report looks just like those, so all of them are told.
 */
function earlierAttempts(
  parts: readonly UsableReport[],
  current = 0,
): FleetOutcome["earlier"] | undefined {
  const before = parts.filter(({ report: { attempt = current } }) => attempt < current);
  const byAttempt = Map.groupBy(before, ({ report: { attempt = 0 } }) => attempt);
  if (byAttempt.size === 0) return undefined;
  return [...byAttempt]
    .toSorted(([one], [other]) => one - other)
    .map(([attempt, those]) => ({
      attempt,
      shards: those.map(({ report }) => report.shard.index),
    }));
}

import type { FindingId } from "../../src/report/catalogue.ts";
import type { Finding } from "../../src/report/finding.ts";
import { createTenantFinding } from "../../src/report/tenant-catalogue.ts";
import { compareTenants, type Comparison } from "../../src/tenancy/compare-tenants.ts";
import { createFleetReport } from "../../src/tenancy/fleet-report.ts";
import { isInShard } from "../../src/tenancy/shard.ts";
import { applySeverities, type Severities } from "../severities.ts";
import type { FleetOutcome } from "./fleet-outcome.ts";
import type { ReadReport } from "./read-report.ts";
import type { ShardReport } from "./report-file.ts";

export interface NamedReport {
  /** From the root of the checkout. */
  readonly file: string;
  readonly read: ReadReport;
}

export interface Merging {
  /** Of the run that merges: reports of another say nothing about today. */
  readonly run: string;
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
  const told = [...describeMissing(missing, shard.count), ...describeProblems(problems)];
  // Of shards that are missing it is said that they are, and not what each of their tenants lacks.
  const expected = isWhole ? manifest.tenants : records.length;
  const compared =
    isWhole || expected > 0
      ? compareTenants(records, { manifestTenants: expected, unclaimedNames: [] })
      : NOTHING_COMPARED;
  // In the order in which a run over all tenants has them.
  const [ofFiles, others] = carried(parts.map(({ report }) => report));
  const ofFleet = [...told, ...ofFiles, ...compared.ofFleet, ...others];
  const comparison = weigh({ ...compared, ofFleet }, merging.severities);
  const report = createFleetReport({ records, comparison, manifestTenants: manifest.tenants });
  return { kind: "merged", outcome: { report, manifest, run: merging.run } };
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
  { run, now }: Merging,
  problems: string[],
): readonly UsableReport[] {
  const problem = read.kind === "refused" ? read.problem : problemOf(read.report, run, now);
  if (problem !== undefined) problems.push(`The file \`${file}\` ${problem}`);
  return problem !== undefined || read.kind === "refused" ? [] : [{ file, report: read.report }];
}

function problemOf(report: ShardReport, run: string, now: Date): string | undefined {
  if (report.run !== run) return "is of another run of the workflow";
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
  const found = reports.flatMap(({ findings }) => findings);
  const distinct = new Map(found.map((finding) => [JSON.stringify(finding), finding]));
  const kept = [...distinct.values()].filter(({ id }) => !CONCLUDED_ANEW.includes(id));
  const isOfFile = ({ id }: Finding): boolean => id === "tenant-key-file-open";
  return [kept.filter(isOfFile), kept.filter((finding) => !isOfFile(finding))];
}

function weigh({ ofTenants, ofFleet }: Comparison, severities: Severities): Comparison {
  const weighed = (findings: readonly Finding[]): readonly Finding[] =>
    applySeverities(findings, severities).findings;
  return {
    ofTenants: new Map([...ofTenants].map(([id, findings]) => [id, weighed(findings)])),
    ofFleet: weighed(ofFleet),
  };
}

import { createHmac } from "node:crypto";
import { optional } from "../../../src/optional.ts";
import type { Finding } from "../../../src/report/finding.ts";
import type { ShardOf } from "../../../src/tenancy/shard.ts";
import type { FleetTenant } from "../../../src/tenancy/fleet-report.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { forTenant } from "../../render/fleet/remedies.ts";
import { tenantReport } from "../../render/fleet/summary.ts";
import { isTellable } from "../../render/fleet/told.ts";
import type { FleetOutcome } from "../fleet-outcome.ts";

/** Raised whenever what is written could not be read by the version before. */
export const REPORT_VERSION = 1;

/** Ten thousand tenants, each with several findings, have about half of it. */
export const MOST_REPORT_BYTES = 64 * 1024 * 1024;

/** What one file says, as far as it can be joined with others. */
export interface ShardReport {
  /** Fingerprint of the run of the workflow. */
  readonly run: string;
  /** Which attempt of it, where GitHub has said so. */
  readonly attempt?: number;
  readonly at: Date;
  /** Its digest is keyed by the run. */
  readonly manifest: FleetOutcome["manifest"];
  /** A run over all tenants is the only one of one. */
  readonly shard: ShardOf;
  readonly records: readonly TenantRecord[];
  /** About the fleet, or about what is no tenant's. */
  readonly findings: readonly Finding[];
  /** Of the same, what the user does not want to hear of. */
  readonly switchedOff: readonly Finding[];
}

export interface WritingReport {
  /** Empty where it is not known. */
  readonly toolVersion: string;
  /** Of the run of the workflow. */
  readonly attempt?: number;
  readonly now: Date;
  readonly redact: (text: string) => string;
}

/**
 * Everything that was found, for machines and for people: JSON, a tenant a line, so that one tenant's is found and
 * cut out without the others'.
 */
export function renderReportFile(
  { report, manifest, shard, run }: FleetOutcome,
  { toolVersion, attempt, now, redact }: WritingReport,
): string {
  const head = {
    version: REPORT_VERSION,
    tool: toolVersion === "" ? "pleo-key-guard" : `pleo-key-guard ${toolVersion}`,
    run,
    ...optional("attempt", attempt),
    at: now.toISOString(),
    manifest: { ...manifest, digest: keyedDigest(run, manifest.digest) },
    ...(shard === undefined ? {} : { shard }),
    verdict: report.verdict,
    counts: report.counts,
    findings: report.findings,
    ...(report.switchedOff.length === 0 ? {} : { switchedOff: report.switchedOff }),
  };
  const start = toText(head, redact).slice(0, -1);
  const tenants = report.tenants.map((tenant) => toText(toEntry(tenant), redact));
  const list = tenants.length === 0 ? "" : `\n${tenants.join(",\n")}\n`;
  return `${start},"tenants":[${list}]}\n`;
}

/** What is under these is of this program or of the manifest. A stored value that is such a word must not unmake it. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  "id",
  "environment",
  "verdict",
  "severity",
  "area",
  "previousKey",
]);

function toText(value: object, redact: (text: string) => string): string {
  return JSON.stringify(value, (name, each: unknown) =>
    typeof each === "string" && !OWN_WORDS.has(name) ? redact(each) : each,
  );
}

/** Of a manifest of few tenants a plain digest could be guessed at. */
function keyedDigest(run: string, digest: string): string {
  return createHmac("sha256", run).update(digest).digest("hex").slice(0, 32);
}

function toEntry(tenant: FleetTenant): object {
  const { record, verdict, findings } = tenant;
  const { report, fingerprints, ...rest } = record;
  const own = new Set(report.findings);
  return {
    ...rest,
    verdict,
    check: report,
    // Found anew by whoever joins the reports: here for people.
    across: findings.filter((finding) => !own.has(finding)),
    // To be handed to the tenant as it is.
    ...(isTellable(tenant)
      ? { markdown: tenantReport({ ...tenant, findings: findings.map(forTenant) }) }
      : {}),
    fingerprints,
  };
}

import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { compareTenants } from "../../src/tenancy/compare-tenants.ts";
import { createFleetReport } from "../../src/tenancy/fleet-report.ts";
import { isInShard, type ShardOf } from "../../src/tenancy/shard.ts";
import type { Tenant } from "../../src/tenancy/tenant.ts";
import type { ActionConfig, FleetConfig } from "../inputs.ts";
import { parseApiOrigin } from "../pleo-api/api-origin.ts";
import { startDeadline } from "../pleo-api/deadline.ts";
import { requireVerifiedTls } from "../pleo-api/tls.ts";
import { useProxy } from "../proxy.ts";
import type { RawInputs } from "../raw-inputs.ts";
import type { RunPorts } from "../run.ts";
import { NOTHING_SCANNED, type Scanned } from "../scanned.ts";
import { collectSecrets } from "../secrets.ts";
import { openSinks, type Sinks } from "../sinks.ts";
import { checkFleet, type FleetCheckPorts } from "./check-fleet.ts";
import { createFingerprints } from "./key-sources/fingerprints.ts";
import type { FleetOutcome } from "./fleet-outcome.ts";
import { NODE_FILES, type FilePorts } from "./key-sources/files.ts";
import { collectTenantSecrets, type TenantSecrets } from "./key-sources/key-sources.ts";
import { readManifestFile } from "./manifest/file.ts";
import { createPace } from "./pace.ts";
import { maskOnRunner } from "./run-fleet-masks.ts";
import { weighComparison } from "./merge/weigh-comparison.ts";

interface FleetPorts
  extends
    Pick<RunPorts, "env" | "toolkit" | "clock" | "setGlobalProxy" | "failStep">,
    Pick<FleetCheckPorts, "openWithin"> {
  readonly files?: FilePorts;
}

type ManifestSource = Extract<FleetConfig["source"], { readonly kind: "manifest" }>;

export interface FleetJob {
  readonly raw: RawInputs;
  readonly config: ActionConfig;
  readonly fleet: Omit<FleetConfig, "source"> & { readonly source: ManifestSource };
  readonly ports: FleetPorts;
  /** Looks through the repository, if that is asked for, and says through these sinks how far it has come. */
  readonly scan?: (sinks: Sinks) => Promise<Scanned>;
}

export interface FleetRun {
  readonly outcome: FleetOutcome;
  /** These hide every secret of the fleet: nothing about it may go through any others. */
  readonly sinks: Sinks;
}

/**
 * Where there is memory, Node keeps what it has no use for: ten thousand tenants leave hundreds of megabytes that a
 * runner of many jobs misses. With these, what is new has as little room as at the start, and what has become old is
 * looked through when there is a third more of it. Both are read anew at each collection.
 */
const COLLECT_SOON = ["--semi-space-growth-factor=1", "--heap-growing-percent=30"];

/** Every tenant of a manifest, or of one shard of it. Throws where nobody could be checked. */
export async function runFleet(job: FleetJob): Promise<FleetRun> {
  const { raw, config, fleet, ports } = job;
  const { env, setGlobalProxy } = ports;
  const { path, shard } = fleet.source;
  for (const flag of COLLECT_SOON) setFlagsFromString(flag);
  const deadline = startDeadline(fleet.totalMs);
  const places = { env, platform: process.platform, ports: ports.files ?? NODE_FILES };
  const tenants = readManifestFile(path, config.expectation.expiry, places);
  const secrets = collectTenantSecrets(tenants, { ...places, tenantKeys: raw["tenant-keys"] });
  const sinks = hideSecrets(secrets, job);
  if (secrets.error !== undefined) throw secrets.error;
  // Once for all, where each tenant by itself would be told the same.
  requireVerifiedTls(env);
  useProxy(env, parseApiOrigin(config.origin), setGlobalProxy);

  const scanned = (await job.scan?.(sinks)) ?? NOTHING_SCANNED;
  const fingerprints = createFingerprints(env);
  const chosen = shard === undefined ? tenants : tenants.filter(({ id }) => isInShard(id, shard));
  const requestsPerMinute = fleet.requestsPerMinute / (shard?.count ?? 1);
  sinks.log(announce({ chosen: chosen.length, all: tenants.length, shard, requestsPerMinute }));
  const pace = createPace({
    requestsPerMinute,
    deadline,
    onHeld: (milliseconds) => {
      sinks.log(`Pleo asks for a pause, so all wait ${Math.ceil(milliseconds / 1000)} s.`);
    },
  });
  const records = await checkFleet(
    chosen,
    {
      ...ports,
      resolveKey: secrets.resolveKey,
      fingerprints,
      // One look for all keys: to work out the spellings of each by itself took longer than to ask Pleo about it.
      mayHoldSecret: (text) => sinks.redact(text) !== text,
      log: (line) => {
        sinks.log(line);
      },
    },
    { raw, config, deadline, pace },
  );
  const facts = {
    manifestTenants: chosen.length,
    isPart: shard !== undefined && tenants.length > 0,
    unclaimedNames: secrets.unclaimedNames,
  };
  const compared = compareTenants(records, facts);
  const weighed = weighComparison(
    { ...compared, ofFleet: [...secrets.findings, ...compared.ofFleet, ...scanned.findings] },
    config.severities,
  );
  return {
    sinks,
    outcome: {
      report: createFleetReport({ ...facts, ...weighed, records }),
      manifest: { path, digest: digestOf(tenants), tenants: tenants.length },
      ...(shard === undefined ? {} : { shard }),
      run: fingerprints.run,
      scans: scanned.scans,
    },
  };
}

/** Before anything about the fleet is printed. */
function hideSecrets({ secrets }: TenantSecrets, { raw, ports }: FleetJob): Sinks {
  const { env, toolkit, failStep } = ports;
  const isOnRunner = env["GITHUB_ACTIONS"] === "true";
  const ofInputs = collectSecrets(raw, env);
  if (isOnRunner) {
    const masked = new Set(ofInputs);
    maskOnRunner(
      secrets.filter((secret) => !masked.has(secret)),
      toolkit,
    );
  }
  return openSinks(toolkit, { secrets: [...ofInputs, ...secrets], isOnRunner, failStep });
}

interface Beginning {
  readonly chosen: number;
  readonly all: number;
  readonly shard: ShardOf | undefined;
  readonly requestsPerMinute: number;
}

function announce({ chosen, all, shard, requestsPerMinute }: Beginning): string {
  const tenants = all === 1 ? "1 tenant" : `${all} tenants`;
  const whom =
    shard === undefined
      ? tenants
      : `${chosen} of ${tenants}, which are shard ${shard.index}/${shard.count}`;
  const pace = Number.isFinite(requestsPerMinute)
    ? `, with at most ${Number(requestsPerMinute.toFixed(1))} requests a minute`
    : "";
  return `Checking ${whom}${pace}.`;
}

/** Of what was read, not of how it is written: line breaks and comments are no difference between shards. */
function digestOf(tenants: readonly Tenant[]): string {
  const hash = createHash("sha256");
  for (const { line: _line, ...said } of tenants) hash.update(`${JSON.stringify(said)}\n`);
  return hash.digest("hex");
}

import { answered, skipped, type Ending } from "../endings.ts";
import { NO_REPORT, weigh } from "../check.ts";
import type { FleetConfig } from "../inputs.ts";
import { causeOfMissingKey, explainSkip, MISSING_KEY_ADVICE } from "../missing-key.ts";
import type { Deciding } from "../run.ts";
import type { Scanned } from "../scanned.ts";
import { fleetEnded } from "./fleet-ending.ts";
import { NODE_FILES } from "./key-sources/files.ts";
import { collectTenantSecrets } from "./key-sources/key-sources.ts";
import { readManifestFile } from "./manifest/file.ts";
import { runFleet } from "./run-fleet.ts";
import { runMerge } from "./merge/run-merge.ts";

interface DecidingFleet extends Deciding {
  /** Looks through the repository, if that is asked for. */
  readonly scan: (deciding: Deciding) => Promise<Scanned>;
}

/** How a run about many keys ends, be it about all of them, about a shard, or about the reports of all shards. */
export async function decideFleet(fleet: FleetConfig, deciding: DecidingFleet): Promise<Ending> {
  const { raw, config, ports, event, sinks, scan } = deciding;
  const token = raw["github-token"]?.trim() ?? "";
  const ended = { config, ports, event, token };
  const { source } = fleet;
  if (source.kind === "reports") return fleetEnded(runMerge({ config, ports, sinks }), ended);
  const cause = causeOfMissingKey({ env: ports.env, event });
  const isSetting = config.onMissingKey === "skip";
  const skips = isSetting || (config.onMissingKey === "auto" && cause !== "unexplained");
  if (skips && !hasKeys(source.path, deciding)) {
    const scanned = weigh(NO_REPORT, await scan(deciding), config);
    if (scanned.findings.some(({ severity }) => severity === "error")) {
      return answered(scanned, ended);
    }
    const why = explainSkip(cause, isSetting);
    return skipped({ why, nextStep: MISSING_KEY_ADVICE[cause], scanned }, config);
  }
  const run = await runFleet({
    raw,
    config,
    fleet: { ...fleet, source },
    ports,
    scan: (hidingAll) => scan({ ...deciding, sinks: hidingAll }),
  });
  const ending = fleetEnded(run.outcome, ended);
  // What is told of many keys goes through what hides all of them.
  return { ...ending, publish: () => ending.publish(run.sinks) };
}

/** Is any of them there, in the one secret, in a variable or in a file? */
function hasKeys(manifest: string, { raw, config, ports }: Deciding): boolean {
  if ((raw["tenant-keys"] ?? "").trim() !== "") return true;
  const places = { env: ports.env, platform: process.platform, ports: NODE_FILES };
  const tenants = readManifestFile(manifest, config.expectation.expiry, places);
  return collectTenantSecrets(tenants, { ...places, tenantKeys: undefined }).secrets.length > 0;
}

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import type { FleetMeasurement } from "./fleet-run.ts";

const SIMULATOR = fileURLToPath(
  new URL("../test/pleo-simulator/fleet-process.ts", import.meta.url),
);
const RUN = fileURLToPath(new URL("./fleet-run.ts", import.meta.url));

export interface FleetMeasured {
  readonly tenants: number;
  /** None by default. */
  readonly requestsPerMinute?: number;
}

const SEED = "fleet";

/** A check of that many tenants and the Pleo that it asks, each in a process of its own. */
export async function measureFleet({
  tenants,
  requestsPerMinute = 0,
}: FleetMeasured): Promise<FleetMeasurement> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-fleet-"));
  const simulator = fork(SIMULATOR, [SEED, String(tenants)]);
  try {
    const origin = (await firstMessage(simulator)) as string;
    const run = fork(await bundle(folder), [
      origin,
      SEED,
      String(tenants),
      String(requestsPerMinute),
    ]);
    return (await firstMessage(run)) as FleetMeasurement;
  } finally {
    simulator.disconnect();
    if (simulator.exitCode === null) await once(simulator, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As the Action is shipped: what Node needs to read the sources would be half of the memory that is measured. */
async function bundle(folder: string): Promise<string> {
  await build({
    input: RUN,
    platform: "node",
    logLevel: "silent",
    output: { dir: folder, entryFileNames: "run.mjs", chunkFileNames: "[name].mjs" },
  });
  return path.join(folder, "run.mjs");
}

async function firstMessage(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  child.once("message", resolve);
  child.once("exit", (code) => {
    reject(new Error(`a process of the benchmark ended with ${code ?? "a signal"}`));
  });
  return promise;
}

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import type { BareMeasurement } from "./fleet-bare.ts";
import type { FleetMeasurement } from "./fleet-run.ts";

const SIMULATOR = fileURLToPath(new URL("./fleet-simulator.ts", import.meta.url));
const RUN = fileURLToPath(new URL("./fleet-run.ts", import.meta.url));
const BARE = fileURLToPath(new URL("./fleet-bare.ts", import.meta.url));

export interface FleetMeasured {
  readonly tenants: number;
  /** None by default. */
  readonly requestsPerMinute?: number;
}

/** What the process that asked has told of itself, and what answering it has cost the other one. */
type WithSimulator<Measurement> = Measurement & { readonly simulatorCpuMs: number };

const SEED = "fleet";

/** A check of that many tenants and the Pleo that it asks, each in a process of its own. */
export async function measureFleet({
  tenants,
  requestsPerMinute = 0,
}: FleetMeasured): Promise<WithSimulator<FleetMeasurement>> {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-fleet-"));
  try {
    const script = await bundle(folder);
    return await besideSimulator(tenants, (origin) =>
      runOnce<FleetMeasurement>(script, [origin, SEED, String(tenants), String(requestsPerMinute)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The requests of such a check by themselves. */
export function measureBare(tenants: number): Promise<WithSimulator<BareMeasurement>> {
  return besideSimulator(tenants, (origin) =>
    runOnce<BareMeasurement>(BARE, [origin, SEED, String(tenants)]),
  );
}

async function besideSimulator<Measurement>(
  tenants: number,
  ask: (origin: string) => Promise<Measurement>,
): Promise<WithSimulator<Measurement>> {
  const simulator = fork(SIMULATOR, [SEED, String(tenants)]);
  try {
    const origin = (await firstMessage(simulator)) as string;
    const before = await workOf(simulator);
    const measurement = await ask(origin);
    return { ...measurement, simulatorCpuMs: (await workOf(simulator)) - before };
  } finally {
    simulator.disconnect();
    if (simulator.exitCode === null) await once(simulator, "exit");
  }
}

async function workOf(simulator: ChildProcess): Promise<number> {
  const answer = firstMessage(simulator);
  simulator.send("work");
  return (await answer) as number;
}

async function runOnce<Measurement>(
  script: string,
  parameters: readonly string[],
): Promise<Measurement> {
  return (await firstMessage(fork(script, parameters))) as Measurement;
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
  const failed = (code: number | null): void => {
    reject(new Error(`a process of the benchmark ended with ${code ?? "a signal"}`));
  };
  child.once("message", resolve);
  child.once("exit", failed);
  try {
    return await promise;
  } finally {
    child.off("exit", failed);
  }
}

/**
 * One check of a whole fleet in a process of its own, so that nothing else is in what is measured. Started with where
 * the simulator listens, the seed and number of its keys, and the budget of requests per minute (0 for none).
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseInputs } from "../action/inputs.ts";
import { createPleoApi } from "../action/pleo-api/client.ts";
import { readRawInputs } from "../action/raw-inputs.ts";
import { runFleet } from "../action/tenants/run-fleet.ts";
import type { FleetReport } from "../src/tenancy/fleet-report.ts";
import { fleetMembers } from "../test/pleo-simulator/fleet.ts";
import { READ_SCOPES } from "../test/pleo-simulator/scenario.ts";
import { runnerEnvironment } from "../test/support/run-action.ts";
import { cpuMs } from "./fleet-cpu.ts";

export interface FleetMeasurement {
  readonly counts: FleetReport["counts"];
  readonly requests: number;
  readonly milliseconds: number;
  readonly cpuMs: number;
  /** In bytes: before anything was read, and the most after each quarter of the requests. */
  readonly memory: { readonly before: number; readonly quarters: readonly number[] };
}

/** Looking takes the system a millisecond, which more often would be seen in what is measured. */
const SAMPLE_EVERY_MS = 200;

const [origin = "", seed = "", count = "0", requestsPerMinute = "0"] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "fleet-"));
try {
  writeFleet();
  process.send?.(await measure());
} finally {
  rmSync(folder, { recursive: true, force: true });
  process.disconnect();
}

function writeFleet(): void {
  const members = fleetMembers(seed, Number(count));
  const tenants = members.map(({ id, company }) => ({
    id,
    key: { file: "$RUNNER_TEMP/keys.json", name: id },
    "company-id": company.id,
  }));
  const defaults = { "required-scopes": READ_SCOPES };
  const keys = Object.fromEntries(members.map(({ id, key }) => [id, key.reveal()]));
  mkdirSync(path.join(folder, "temp"));
  writeFileSync(path.join(folder, "temp", "keys.json"), JSON.stringify(keys), { mode: 0o600 });
  writeFileSync(
    path.join(folder, "tenants.json"),
    JSON.stringify({ version: 1, defaults, tenants }),
  );
}

async function measure(): Promise<FleetMeasurement> {
  const before = process.memoryUsage.rss();
  const expected = 2 * Number(count);
  const quarters = [0, 0, 0, 0];
  let requests = 0;
  const sample = (): void => {
    const quarter = Math.min(3, Math.floor((4 * requests) / expected));
    quarters[quarter] = Math.max(quarters[quarter] ?? 0, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  const began = { at: performance.now(), cpuMs: cpuMs() };
  const raw = readRawInputs(
    runnerEnvironment({ tenants: "tenants.json", "api-url": origin, "total-minutes": "350" }),
  );
  const config = parseInputs(raw);
  const { fleet } = config;
  if (fleet?.source.kind !== "manifest") throw new Error("There is no manifest.");
  const { outcome } = await runFleet({
    raw,
    config,
    fleet: {
      ...fleet,
      source: fleet.source,
      requestsPerMinute: Number(requestsPerMinute) || Infinity,
    },
    ports: {
      env: {
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: path.join(folder, "temp"),
      },
      toolkit: silentToolkit(),
      clock: { now: () => new Date() },
      setGlobalProxy: undefined,
      failStep: () => undefined,
      openWithin:
        ({ deadline, pace, mayHoldSecret }) =>
        (key, address) =>
          createPleoApi({
            key,
            origin: address,
            deadline,
            mayHoldSecret,
            env: {},
            pace: {
              turn: () => {
                requests += 1;
                return pace.turn();
              },
              heed: (milliseconds) => {
                pace.heed(milliseconds);
              },
            },
          }),
    },
  });
  const cost = { milliseconds: performance.now() - began.at, cpuMs: cpuMs() - began.cpuMs };
  sample();
  clearInterval(timer);
  const { counts } = outcome.report;
  return { counts, requests, ...cost, memory: { before, quarters } };
}

function silentToolkit(): Parameters<typeof runFleet>[0]["ports"]["toolkit"] {
  const silence = (): void => undefined;
  return {
    setSecret: silence,
    setOutput: silence,
    info: silence,
    error: silence,
    warning: silence,
    notice: silence,
    writeSummary: () => Promise.resolve(),
  };
}

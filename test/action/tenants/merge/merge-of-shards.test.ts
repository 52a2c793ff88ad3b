import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseInputs } from "../../../../action/inputs.ts";
import { readRawInputs } from "../../../../action/raw-inputs.ts";
import type { Toolkit } from "../../../../action/sinks.ts";
import { fleetEnded } from "../../../../action/tenants/fleet-ending.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import { runFleet } from "../../../../action/tenants/run-fleet.ts";
import { runMerge } from "../../../../action/tenants/merge/run-merge.ts";
import { findKeys } from "../../../../src/key/find-keys.ts";
import { fleetMembers, issueFleet } from "../../../pleo-simulator/fleet.ts";
import { ownedBy, READ_SCOPES } from "../../../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../../pleo-simulator/simulator.ts";
import { runnerEnvironment, type ActionInputs } from "../../../support/run-action.ts";
import { openQuickly } from "../check-fleet-stage.ts";

const SHARDS = [1, 2, 3, 4];
const members = fleetMembers("merge-of-shards", 24);
const clock = { now: () => new Date("2027-01-15T12:00:00Z") };
const NOWHERE: Toolkit = {
  setSecret: () => undefined,
  setOutput: () => undefined,
  info: () => undefined,
  error: () => undefined,
  warning: () => undefined,
  notice: () => undefined,
  writeSummary: () => Promise.resolve(),
};

let root: string;
let simulator: Simulator;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), "shards-"));
  for (const folder of ["work", "temp"]) mkdirSync(path.join(root, folder));
  const shared = members[3]?.company;
  simulator = await startSimulator({
    issued: issueFleet(members, (_, index) =>
      index === 14 && shared !== undefined ? ownedBy(shared) : undefined,
    ),
  });
});

afterEach(async () => {
  rmSync(root, { recursive: true });
  await simulator.close();
});

/** One key is another's too, one company is, one key is missing, and one belongs to nobody. */
function writeManifest(): string {
  const tenants = members.slice(0, 23).map(({ id, company }, index) => ({
    id,
    // The manifest refuses one place for two tenants, so the key of the seventh lies in two.
    key: { secret: index === 7 ? "copy" : index === 9 ? "nowhere" : id },
    ...(index === 14 ? {} : { "company-id": company.id }),
    "required-scopes": READ_SCOPES,
    "expires-on": index === 2 ? "2027-01-20" : "2999-01-31",
  }));
  const manifest = JSON.stringify({ version: 1, tenants });
  writeFileSync(path.join(root, "work/tenants.json"), manifest);
  const keys = members.map(({ id, key }) => [id, key.reveal()] as const);
  return JSON.stringify({ ...Object.fromEntries(keys), copy: members[6]?.key.reveal() });
}

function environmentOf(inputs: ActionInputs, attempt = 1): Readonly<Record<string, string>> {
  return {
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_REPOSITORY: "octo/shop",
    GITHUB_RUN_ID: "4711",
    GITHUB_WORKSPACE: path.join(root, "work"),
    RUNNER_TEMP: path.join(root, "temp"),
    ...runnerEnvironment(inputs),
  };
}

async function check(keys: string, more: ActionInputs, attempt = 1): Promise<FleetOutcome> {
  const inputs = {
    tenants: "tenants.json",
    "tenant-keys": keys,
    "api-url": simulator.origin,
    ...more,
  };
  const env = environmentOf(inputs, attempt);
  const raw = readRawInputs(env);
  const config = parseInputs(raw);
  const source = config.fleet?.source;
  if (config.fleet === undefined || source?.kind !== "manifest") throw new Error("No manifest.");
  const ports = {
    env,
    toolkit: NOWHERE,
    clock,
    setGlobalProxy: undefined,
    failStep: () => undefined,
    openWithin: openQuickly,
  };
  const { outcome, sinks } = await runFleet({
    raw,
    config,
    fleet: { ...config.fleet, source, requestsPerMinute: Infinity },
    ports,
  });
  const ended = { config, ports: { env, clock, readFile: () => undefined }, event: {}, token: "" };
  await fleetEnded(outcome, ended).publish(sinks);
  return outcome;
}

/** One shard, with its report where its artifact would be unpacked. */
async function checkShard(
  keys: string,
  index: number,
  { inputs = {}, attempt = 1 }: { readonly inputs?: ActionInputs; readonly attempt?: number } = {},
): Promise<string> {
  const file = `reports/${index}/report.json`;
  const shard = `${index}/${SHARDS.length}`;
  await check(keys, { "report-file": file, shard, ...inputs }, attempt);
  return readFileSync(path.join(root, "work", file), "utf8");
}

function merge(inputs: ActionInputs = {}, attempt = 1): FleetOutcome {
  const env = environmentOf({ merge: "reports", ...inputs }, attempt);
  const config = parseInputs(readRawInputs(env));
  return runMerge({ config, ports: { env, clock }, sinks: { log: () => undefined } });
}

type Ids = ReadonlySet<string>;

/** What is told of the fleet or of any tenant in it, and what is switched off. */
function idsIn({ report }: FleetOutcome): { readonly told: Ids; readonly off: Ids } {
  const parts = [report, ...report.tenants];
  return {
    told: new Set(parts.flatMap(({ findings }) => findings.map(({ id }) => id))),
    off: new Set(parts.flatMap(({ switchedOff }) => switchedOff.map(({ id }) => id))),
  };
}

const GATES = ["tenant-key-shared", "tenant-key-unavailable"];
const OTHERS = ["tenant-company-shared", "tenant-key-unclaimed"];

test.each<[string, ActionInputs, { readonly told: string[]; readonly off: string[] }]>([
  ["as it comes", {}, { told: [...GATES, ...OTHERS], off: [] }],
  [
    "with some of it switched off",
    { severities: OTHERS.map((id) => `${id}: off`).join("\n") },
    { told: GATES, off: OTHERS },
  ],
])("what shards have found and written is what one run finds, %s", async (_name, inputs, ids) => {
  const keys = writeManifest();
  const whole = await check(keys, inputs);
  for (const index of SHARDS) {
    const text = await checkShard(keys, index, { inputs });
    expect(findKeys(text)).toEqual([]);
    for (const { key } of members) expect(text).not.toContain(key.reveal().slice(4, 24));
  }
  const merged = merge(inputs);
  expect(merged.report).toEqual(whole.report);
  expect(merged.manifest.tenants).toBe(23);
  const { told, off } = idsIn(whole);
  expect([...told]).toEqual(expect.arrayContaining(ids.told));
  expect([...off].toSorted()).toEqual(ids.off.toSorted());
  for (const id of ids.off) expect(told).not.toContain(id);
});

test("a shard that is not checked again in a second attempt counts, and is told", async () => {
  const keys = writeManifest();
  for (const index of SHARDS) await checkShard(keys, index);
  const first = merge();
  await checkShard(keys, 2, { attempt: 2 });
  const second = merge({}, 2);
  expect(first.earlier).toBeUndefined();
  expect(second.earlier).toEqual([{ attempt: 1, shards: [1, 3, 4] }]);
  expect(second.report).toEqual(first.report);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fleetMembers, issueFleet } from "../pleo-simulator/fleet.ts";
import { READ_SCOPES } from "../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { writeFiles } from "../support/write-files.ts";
import { playWorkflow, type JobsOfWorkflow } from "./play-workflow.ts";

/** Few, since the pace is kept here, too. */
const members = fleetMembers("workflow", 4);
const KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  members.map(({ id, key }) => [id, key.reveal()]),
);
const [first, other] = members;
/** Of different shards, in whatever number. */
const [FIRST = "", OTHER = ""] = [first?.id, other?.id];

let simulator: Simulator;
let folder: string;

beforeAll(async () => {
  simulator = await startSimulator({ issued: issueFleet(members) });
});
afterAll(() => simulator.close());

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "fleet-workflow-"));
  mkdirSync(path.join(folder, "artifacts"));
  writeManifest();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function writeManifest(companies: Readonly<Record<string, string>> = {}): void {
  const tenants = members.map(({ id, company }) => ({
    id,
    key: { secret: id },
    "company-id": companies[id] ?? company.id,
    "required-scopes": READ_SCOPES,
  }));
  const manifest = JSON.stringify({ version: 1, tenants });
  writeFiles(folder, { "repository/config/tenants.yml": manifest });
}

/** The sample of a page that hands reports from job to job. */
function sampleOf(page: string): string {
  const samples = readFileSync(page, "utf8").matchAll(/^```yaml\n([^]*?)\n```$/gm);
  const [sample, ...more] = [...samples].filter(([text]) => text.includes("upload-artifact"));
  expect(more).toEqual([]);
  return sample?.[1] ?? "";
}

function play(
  text: string,
  keys: Readonly<Record<string, string>> = KEYS,
): ReturnType<typeof playWorkflow> {
  return playWorkflow(parse(text) as JobsOfWorkflow, {
    repository: path.join(folder, "repository"),
    artifacts: path.join(folder, "artifacts"),
    secrets: { PLEO_TENANT_KEYS: JSON.stringify(keys) },
    pleo: simulator.origin,
  });
}

const SHARED = { ...KEYS, [OTHER]: KEYS[FIRST] ?? "" };
const { [FIRST]: _first, ...WITHOUT_FIRST } = KEYS;

/** The runners that they are meant for have the bash that a script needs. */
const hasBash = process.platform !== "win32";

describe.runIf(hasBash).each([
  ["README.md", "pleo-keys"],
  ["docs/tenants.md", "merge"],
])("the workflow for many machines in %s", (page, last) => {
  const text = sampleOf(page);

  test("allows the deploy where every tenant is well", async () => {
    const jobs = await play(text);
    expect(jobs[last]).toMatchObject({ succeeded: true, outputs: { "deploy-allowed": "true" } });
    expect(Object.values(jobs).filter(({ succeeded }) => !succeeded)).toEqual([]);
    if (page !== "README.md") expect(jobs["deploy"]?.log).toBe("deploying\n");
  });

  test("finds what two shards share, of which none knows by itself, and shows no key", async () => {
    writeManifest({ [OTHER]: first?.company.id ?? "" });
    const jobs = await play(text, SHARED);
    expect(jobs["shards"]?.succeeded).toBe(true);
    expect(jobs[last]).toMatchObject({ succeeded: false, outputs: { "deploy-allowed": "false" } });
    expect(jobs[last]?.log).toContain("[tenant-key-shared]");
    expect(jobs["deploy"]).toBeUndefined();
    const shown = Object.values(jobs).map(({ log }) => log.replaceAll(/^::add-mask::.*$/gm, ""));
    for (const key of Object.values(KEYS)) expect(shown.join("\n")).not.toContain(key.slice(4, 20));
  });

  test("tells of what fails in a shard, of nothing that is missing, and may be run again", async () => {
    const failed = await play(text, WITHOUT_FIRST);
    expect([failed["shards"]?.succeeded, failed[last]?.succeeded]).toEqual([false, false]);
    expect(failed[last]?.log).toContain("[tenant-key-unavailable]");
    expect(failed[last]?.log).not.toContain("[shard-missing]");
    expect((await play(text))[last]?.outputs["deploy-allowed"]).toBe("true");
  });
});

test.runIf(hasBash).each([
  ["a shard is not in the matrix", "shard: [1, ", "shard: ["],
  ["the shards are counted wrong", "matrix.shard }}/", "matrix.shard }}/1"],
  ["reports lie elsewhere", "merge: reports", "merge: others"],
])("nothing is allowed where %s", async (_what, right, wrong) => {
  const text = sampleOf("README.md");
  expect(text).toContain(right);
  const jobs = await play(text.replace(right, wrong));
  expect(jobs["pleo-keys"]).toMatchObject({
    succeeded: false,
    outputs: { "deploy-allowed": "false" },
  });
});

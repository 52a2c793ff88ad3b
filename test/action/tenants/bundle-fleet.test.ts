import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fleetMembers, issueFleet, type FleetMember } from "../../pleo-simulator/fleet.ts";
import { ownedBy, READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import {
  runAction,
  withoutMasks,
  type ActionInputs,
  type ActionRun,
} from "../../support/run-action.ts";
import { SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";

const SHARDS = 8;
const members = fleetMembers("bundle", 24);
const [WRONG_COMPANY, EXPIRED, SHARED, SHARER] = [3, 7, 11, 15];

let simulator: Simulator;
let workspace: string;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), "bundle-fleet-"));
  const other = members[WRONG_COMPANY + 1]?.company;
  simulator = await startSimulator({
    issued: issueFleet(members, (_member, index) =>
      index === WRONG_COMPANY && other !== undefined ? ownedBy(other) : undefined,
    ),
  });
  mkdirSync(path.join(workspace, "pleo"));
  write("pleo/tenants.json", JSON.stringify({ version: 1, tenants: members.map(entryOf) }));
});
afterAll(async () => {
  rmSync(workspace, { recursive: true, force: true });
  await simulator.close();
});

function write(file: string, text: string): void {
  writeFileSync(path.join(workspace, file), text);
}

function entryOf({ id, company }: FleetMember, index: number): object {
  return {
    id,
    key: { secret: id },
    "company-id": company.id,
    "required-scopes": READ_SCOPES,
    "expires-on": index === EXPIRED ? "2020-01-31" : "2999-01-31",
    owner: `team-of-${id}`,
  };
}

/** Under the one name the other's key is stored. */
function keys(): string {
  const stored = members.map(({ id, key }, index) => {
    const given = index === SHARER ? (members[SHARED]?.key ?? key) : key;
    return [id, given.reveal()] as const;
  });
  // What a vault adds of its own is no tenant's key, and a word that reports are made of.
  return JSON.stringify({ ...Object.fromEntries(stored), environment: "production" });
}

const PRIVATE = { repository: { private: true } };

function run(inputs: ActionInputs, event: unknown = PRIVATE): Promise<ActionRun> {
  return runAction({
    inputs: { "github-token": "", ...inputs },
    env: {
      PATH: process.env["PATH"] ?? "",
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: "octo/shop",
      GITHUB_RUN_ID: "4711",
      RUNNER_TEMP: workspace,
    },
    event,
  });
}

const ALL: ActionInputs = { tenants: "pleo/tenants.json", "requests-per-minute": "500" };

function checked(more: ActionInputs): Promise<ActionRun> {
  return run({ ...ALL, "tenant-keys": keys(), "api-url": simulator.origin, ...more });
}

interface Said {
  readonly tenant?: string;
  readonly id: string;
}

/** What is said of whom, in an order of its own: among equals no order means anything. */
function saidBy({ outputs }: ActionRun): readonly string[] {
  const said = JSON.parse(outputs["findings"] ?? "") as readonly Said[];
  return said.map(({ tenant = "", id }) => `${tenant} ${id}`).toSorted();
}

/** Whose key is in a text, in whatever spelling, or so much of it that it helps. */
function keysIn(text: string): readonly string[] {
  const isThere = ({ key }: FleetMember): boolean => {
    const value = key.reveal();
    const forms = Object.values(SPELLERS_OF_KNOWN).map((spell) => spell(value));
    return [...forms, value.slice(4, 16)].some((form) => text.includes(form));
  };
  return members.filter(isThere).map(({ id }) => id);
}

test("what is looked for is found where it is", () => {
  const [first, second] = members;
  const text = `a ${first?.key.reveal() ?? ""} b ${btoa(second?.key.reveal() ?? "")} c`;
  expect(keysIn(text)).toEqual([first?.id, second?.id]);
});

describe("the bundle, with the keys of many tenants", () => {
  let whole: ActionRun;
  let shards: readonly ActionRun[];
  let merged: ActionRun;

  beforeAll(async () => {
    whole = await checked({ "report-file": "whole.json" });
    const one = async (index: number): Promise<ActionRun> =>
      checked({ shard: `${index}/${SHARDS}`, "report-file": `pleo/shard-${index}.json` });
    const runs: ActionRun[] = [];
    for (let index = 1; index <= SHARDS; index += 2) {
      runs.push(...(await Promise.all([one(index), one(index + 1)])));
    }
    shards = runs;
    rmSync(path.join(workspace, "pleo/tenants.json"));
    merged = await run({ merge: "pleo", "sarif-file": "all.sarif" });
  }, 300_000);

  test("tells whose key is wrong, and nobody else's", () => {
    expect(whole).toMatchObject({ exitCode: 1, stderr: "" });
    expect(whole.outputs).toMatchObject({ verdict: "fail", "deploy-allowed": "false" });
    const told = new Set(saidBy(whole).map((text) => text.split(" ")[0]));
    const wrong = [WRONG_COMPANY, WRONG_COMPANY + 1, EXPIRED, SHARED, SHARER];
    expect([...told].filter((id) => id !== "").toSorted()).toEqual(
      wrong.map((index) => members[index]?.id).toSorted(),
    );
    expect(saidBy(whole)).toEqual(
      expect.arrayContaining([
        `${members[WRONG_COMPANY]?.id} company-mismatch`,
        `${members[EXPIRED]?.id} key-expired`,
        `${members[SHARED]?.id} tenant-key-shared`,
        `${members[SHARER]?.id} tenant-key-shared`,
      ]),
    );
  });

  test("ends in shards as it does in one run", () => {
    expect(merged).toMatchObject({ exitCode: whole.exitCode, stderr: "" });
    expect(merged.outputs["verdict"]).toBe(whole.outputs["verdict"]);
    expect(saidBy(merged)).toEqual(saidBy(whole));
    expect(JSON.parse(readFileSync(path.join(workspace, "all.sarif"), "utf8"))).toHaveProperty(
      "runs",
    );
  });

  test("allows no deploy for a part, whatever that part says", () => {
    expect(shards.map(({ outputs }) => outputs["verdict"])).toContain("pass");
    for (const { outputs } of shards) expect(outputs["deploy-allowed"]).toBe("false");
  });

  test("does not pass while the report of a shard is missing", async () => {
    const file = readdirSync(path.join(workspace, "pleo")).find((name) => name.includes("-5"));
    const text = readFileSync(path.join(workspace, "pleo", file ?? ""), "utf8");
    rmSync(path.join(workspace, "pleo", file ?? ""));
    const some = await run({ merge: "pleo" });
    write(`pleo/${file ?? ""}`, text);
    expect(some).toMatchObject({ exitCode: 1 });
    expect(saidBy(some)).toContain(" shard-missing");
  });

  test("shows no key of any of them, and of none more than its end, anywhere", () => {
    const files = ["whole.json", "all.sarif", "pleo/shard-1.json"].map((file) =>
      readFileSync(path.join(workspace, file), "utf8"),
    );
    for (const { stdout, stderr, summary, outputs } of [whole, merged, ...shards]) {
      const texts = [withoutMasks(stdout), stderr, summary, JSON.stringify(outputs), ...files];
      for (const text of texts) expect(keysIn(text)).toEqual([]);
    }
  });

  test("hands each tenant a report that tells nothing of another, though its key is another's", () => {
    const { tenants } = JSON.parse(readFileSync(path.join(workspace, "whole.json"), "utf8")) as {
      readonly tenants: readonly { readonly id: string; readonly markdown?: string }[];
    };
    const reportOf = (index: number): string =>
      tenants.find(({ id }) => id === members[index]?.id)?.markdown ?? "";
    expect(reportOf(WRONG_COMPANY)).toContain("company-mismatch");
    expect(reportOf(SHARER)).toContain("tenant-key-shared");
    const told = [WRONG_COMPANY, SHARER].map((index) => [index, reportOf(index)] as const);
    for (const [index, text] of told) {
      for (const { id, key, company } of members) {
        if (id === members[index]?.id) continue;
        expect(text).not.toContain(company.id);
        expect(text).not.toMatch(new RegExp(`\\b${id}\\b|\\b${key.hint ?? "?"}\\b`));
      }
    }
  });

  test("masks every key before it says anything", () => {
    const lines = whole.stdout.split("\n");
    const lastMask = lines.findLastIndex((line) => line.startsWith("::add-mask::"));
    const firstWord = lines.findIndex((line) => line !== "" && !line.startsWith("::add-mask::"));
    const masked = new Set(lines.slice(0, lastMask + 1));
    for (const { id, key } of members) {
      if (id !== members[SHARER]?.id) expect(masked).toContain(`::add-mask::${key.reveal()}`);
    }
    expect(firstWord).toBeGreaterThan(lastMask);
  });

  test("skips the run of a fork, which has no keys, unless a workflow is at fault", async () => {
    const fork = {
      ...PRIVATE,
      pull_request: {
        head: { repo: { full_name: "stranger/shop" } },
        base: { repo: { full_name: "octo/shop" } },
      },
    };
    write("pleo/none.json", JSON.stringify({ version: 1, tenants: members.map(entryOf) }));
    const inputs = { tenants: "pleo/none.json", "workflow-audit": "true" };
    mkdirSync(path.join(workspace, ".github/workflows"), { recursive: true });
    const workflow = (script: string): void => {
      write(
        ".github/workflows/site.yml",
        `on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${script}\n`,
      );
    };
    workflow("npm test");
    const skipped = await run(inputs, fork);
    workflow("curl -u ${{ secrets.PLEO_API_KEY }}: https://external.pleo.io");
    const wrong = await run(inputs, fork);
    for (const file of [".github", "pleo/none.json"]) {
      rmSync(path.join(workspace, file), { recursive: true });
    }
    expect(skipped).toMatchObject({ exitCode: 0, outputs: { verdict: "skipped" } });
    expect(wrong).toMatchObject({ exitCode: 1, outputs: { "deploy-allowed": "false" } });
  });

  test("passes where every tenant is well, and then alone allows a deploy", async () => {
    const well = members.filter((_member, index) => index < WRONG_COMPANY);
    write("pleo/few.json", JSON.stringify({ version: 1, tenants: well.map(entryOf) }));
    const few = await run({
      tenants: "pleo/few.json",
      "tenant-keys": JSON.stringify(
        Object.fromEntries(well.map(({ id, key }) => [id, key.reveal()])),
      ),
      "api-url": simulator.origin,
    });
    rmSync(path.join(workspace, "pleo/few.json"));
    expect(few).toMatchObject({ exitCode: 0, stderr: "" });
    expect(few.outputs).toMatchObject({ verdict: "pass", "deploy-allowed": "true" });
  });
});

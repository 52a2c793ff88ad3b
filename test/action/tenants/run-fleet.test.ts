import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseInputs } from "../../../action/inputs.ts";
import { readRawInputs } from "../../../action/raw-inputs.ts";
import type { Scanned } from "../../../action/scanned.ts";
import type { Toolkit } from "../../../action/sinks.ts";
import { maskOnRunner, MOST_MASKED_IN_FULL } from "../../../action/tenants/run-fleet-masks.ts";
import { runFleet, type FleetRun } from "../../../action/tenants/run-fleet.ts";
import { GuardError } from "../../../src/errors.ts";
import { maskableSpellings } from "../../../src/key/spellings.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import { fleetMembers, issueFleet, type FleetMember } from "../../pleo-simulator/fleet.ts";
import { ownedBy, READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { exampleKey } from "../../support/keys.ts";
import { runnerEnvironment, type ActionInputs } from "../../support/run-action.ts";
import { runInMemory } from "../../support/run-in-memory.ts";
import { openQuickly } from "./check-fleet-stage.ts";

/** Of each tenant's API, what rules texts out. */
const askedOf: ((text: string) => boolean)[] = [];
let workspace: string;
let temporary: string;
let simulator: Simulator;
const members = fleetMembers("run-fleet", 12);

beforeEach(async () => {
  const root = mkdtempSync(path.join(tmpdir(), "fleet-"));
  [workspace, temporary] = [path.join(root, "work"), path.join(root, "temp")];
  for (const folder of [workspace, temporary]) mkdirSync(folder);
  const shared = members[3]?.company;
  simulator = await startSimulator({
    issued: issueFleet(members, (_, index) =>
      index === 4 && shared !== undefined ? ownedBy(shared) : undefined,
    ),
  });
});
afterEach(async () => {
  rmSync(path.dirname(workspace), { recursive: true, force: true });
  await simulator.close();
});

type Entry = Readonly<Record<string, unknown>>;

const entryOf = ({ id, company }: FleetMember): Entry => ({
  id,
  key: { secret: id },
  "company-id": company.id,
  "required-scopes": READ_SCOPES,
  "expires-on": "2999-01-31",
});

function writeManifest(tenants: readonly Entry[]): void {
  writeFileSync(path.join(workspace, "tenants.json"), JSON.stringify({ version: 1, tenants }));
}

function keysOf(some: readonly FleetMember[]): string {
  return JSON.stringify(Object.fromEntries(some.map(({ id, key }) => [id, key.reveal()])));
}

interface Told {
  /** What the toolkit was told, in order, with the name of the way. */
  readonly calls: string[];
  readonly masks: string[];
}

function recorder(): Told & { readonly toolkit: Toolkit } {
  const calls: string[] = [];
  const masks: string[] = [];
  const say = (text: string): void => {
    calls.push(`say ${text}`);
  };
  const toolkit: Toolkit = {
    setSecret: (secret) => {
      calls.push("mask");
      masks.push(secret);
    },
    setOutput: (name, value) => {
      say(name + value);
    },
    info: say,
    error: say,
    warning: say,
    notice: say,
    writeSummary: (markdown) => {
      say(markdown);
      return Promise.resolve();
    },
  };
  return { calls, masks, toolkit };
}

interface Given {
  readonly inputs?: ActionInputs;
  readonly env?: Readonly<Record<string, string>>;
  readonly scan?: () => Promise<Scanned>;
}

/** Without the budget, unless one is given, and otherwise as a job runs it. */
async function play({ inputs = {}, env = {}, scan }: Given, told = recorder()): Promise<FleetRun> {
  const raw = readRawInputs(
    runnerEnvironment({ tenants: "tenants.json", "api-url": simulator.origin, ...inputs }),
  );
  const config = parseInputs(raw);
  const { fleet } = config;
  if (fleet?.source.kind !== "manifest") throw new Error("no manifest");
  return runFleet({
    raw,
    config,
    fleet: {
      ...fleet,
      source: fleet.source,
      ...("requests-per-minute" in inputs ? {} : { requestsPerMinute: Infinity }),
    },
    ...(scan === undefined ? {} : { scan }),
    ports: {
      env: {
        GITHUB_ACTIONS: "true",
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temporary,
        GITHUB_REPOSITORY: "example/app",
        GITHUB_RUN_ID: "7",
        ...env,
      },
      toolkit: told.toolkit,
      clock: { now: () => new Date("2027-01-15T12:00:00Z") },
      setGlobalProxy: undefined,
      failStep: () => undefined,
      openWithin: (limits) => {
        askedOf.push(limits.mayHoldSecret);
        return openQuickly(limits);
      },
    },
  });
}

/** The fourth and the fifth have one company, as is expected of them. */
const withSharedCompany = members.map((member, index) =>
  entryOf(index === 4 ? { ...member, company: members[3]?.company ?? member.company } : member),
);
const wellOff = members.filter((_, index) => index !== 4);

test("all of `tenant-keys` is masked in every spelling, however many keys there are", async () => {
  const keys = Array.from({ length: MOST_MASKED_IN_FULL + 1 }, () => exampleKey());
  const stored = JSON.stringify(Object.fromEntries(keys.map((key, index) => [`t${index}`, key])));
  const { masks } = await runInMemory({
    inputs: { tenants: "none.json", "tenant-keys": stored },
    env: { GITHUB_WORKSPACE: workspace, RUNNER_TEMP: temporary },
  });
  const masked = new Set(masks);
  const [first = "", last = ""] = [keys[0], keys.at(-1)];
  for (const { text } of [...maskableSpellings(first), ...maskableSpellings(last)]) {
    expect(masked).toContain(text);
  }
});

test("no spelling of any tenant's key is ruled out before it is looked at", async () => {
  writeManifest(members.map(entryOf));
  askedOf.length = 0;
  await play({ inputs: { "tenant-keys": keysOf(members) } });
  const [mayHold = () => false] = askedOf;
  for (const { key } of members) {
    for (const { name, text } of maskableSpellings(key.reveal())) {
      expect(mayHold(`before ${text} after`), name).toBe(true);
    }
  }
  expect(mayHold("vendors:read")).toBe(false);
});

test.each<FaultName>(["echo-fields", "echo-encoded-fields"])(
  "an answer that repeats a tenant's key is refused, as with one key: %s",
  async (fault) => {
    const few = members.slice(0, 3);
    writeManifest(few.map(entryOf));
    simulator.fault(fault, { key: few[1]?.key, path: "/v1/introspect" });
    const { outcome } = await play({ inputs: { "tenant-keys": keysOf(few) } });
    const { tenants } = outcome.report;
    expect(tenants.map(({ record, verdict }) => [record.id, verdict])).toEqual([
      ["tenant-2", "unknown"],
      ["tenant-1", "pass"],
      ["tenant-3", "pass"],
    ]);
    expect(tenants[0]?.findings.map(({ id }) => id)).toContain("key-repeated");
  },
);

describe("a run over a manifest", () => {
  test("passes where every tenant does", async () => {
    writeManifest(wellOff.map(entryOf));
    const told = recorder();
    const { outcome } = await play({ inputs: { "tenant-keys": keysOf(wellOff) } }, told);
    expect(outcome.report.verdict).toBe("pass");
    expect(outcome.report.counts).toEqual({ pass: 11, fail: 0, unknown: 0 });
    expect(outcome.report.findings).toEqual([]);
    expect(outcome.manifest).toEqual({
      path: "tenants.json",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      tenants: 11,
    });
    expect(Object.hasOwn(outcome, "shard")).toBe(false);
    expect(told.calls.filter((call) => call.startsWith("say"))).toEqual([
      "say Checking 11 tenants.",
    ]);
  });

  test("passes as a shard to which no tenant falls, but not for a manifest without any", async () => {
    const [only] = wellOff;
    if (only === undefined) throw new Error();
    const verdicts = async (entries: readonly Entry[]): Promise<readonly string[]> => {
      writeManifest(entries);
      const run = async (shard: string): Promise<string> => {
        const inputs = { "tenant-keys": keysOf([only]), shard, "report-file": "r.json" };
        const { outcome } = await play({ inputs });
        return `${outcome.report.verdict} ${outcome.report.counts.pass}`;
      };
      return [await run("1/2"), await run("2/2")].toSorted();
    };
    expect(await verdicts([entryOf(only)])).toEqual(["pass 0", "pass 1"]);
    expect(await verdicts([])).toEqual(["fail 0", "fail 0"]);
  });

  test("takes keys from wherever they are, and hides them before it says anything", async () => {
    const [first, second, third] = members.slice(0, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error();
    writeFileSync(path.join(temporary, "keys.json"), JSON.stringify({ c: third.key.reveal() }), {
      mode: 0o600,
    });
    writeManifest([
      entryOf(first),
      { ...entryOf(second), key: { env: "SECOND_KEY" } },
      { ...entryOf(third), key: { file: "$RUNNER_TEMP/keys.json", name: "c" } },
    ]);
    const told = recorder();
    const { outcome, sinks } = await play(
      {
        inputs: { "tenant-keys": keysOf([first]) },
        env: { SECOND_KEY: second.key.reveal() },
      },
      told,
    );
    expect(outcome.report.counts).toEqual({ pass: 3, fail: 0, unknown: 0 });
    expect(told.calls.lastIndexOf("mask")).toBeLessThan(
      told.calls.findIndex((call) => call.startsWith("say")),
    );
    // The first is masked where the run begins.
    for (const { key } of [second, third]) {
      for (const { text } of maskableSpellings(key.reveal())) {
        expect(told.masks.includes(text)).toBe(true);
      }
    }
    expect(told.masks.includes(first.key.reveal())).toBe(false);
    for (const { key } of [first, second, third]) {
      const shown = sinks.redact(`got ${btoa(key.reveal())}`);
      expect(shown).toBe(`got ****${key.hint ?? ""}`);
    }
  });

  test("hides a key from elsewhere that is shaped like none", async () => {
    const env = { ODD_KEY: "Correct-Horse-7-Battery" };
    writeManifest([{ id: "odd", key: { env: "ODD_KEY" } }]);
    const { sinks } = await play({ env });
    expect(sinks.redact(`it is ${btoa(env.ODD_KEY)}`)).toBe("it is ****");
  });

  test.skipIf(process.platform === "win32")("tells of a file that others can read", async () => {
    const [first] = members;
    if (first === undefined) throw new Error("no members");
    const file = path.join(temporary, "keys.json");
    writeFileSync(file, keysOf([first]));
    chmodSync(file, 0o644);
    writeManifest([{ ...entryOf(first), key: { file: "$RUNNER_TEMP/keys.json", name: first.id } }]);
    const { outcome } = await play({});
    expect(outcome.report.findings.map(({ id }) => id)).toEqual(["tenant-key-file-open"]);
    expect(outcome.report.verdict).toBe("pass");
  });

  test("tells a shared company, a tenant each", async () => {
    writeManifest(withSharedCompany);
    const { outcome } = await play({ inputs: { "tenant-keys": keysOf(members) } });
    const shared = outcome.report.tenants.filter(({ findings }) =>
      findings.some(({ id }) => id === "tenant-company-shared"),
    );
    expect(shared.map(({ record }) => record.id)).toEqual(["tenant-4", "tenant-5"]);
    expect(outcome.report.verdict).toBe("fail");
  });

  test("weighs what it finds across tenants as the user wants it", async () => {
    writeManifest(withSharedCompany.slice(0, 5));
    const severities = "tenant-company-shared: off";
    const inputs = { "tenant-keys": keysOf(members.slice(0, 6)), severities };
    const { outcome } = await play({ inputs });
    expect(outcome.report.findings.map(({ id }) => id)).toEqual(["tenant-key-unclaimed"]);
    expect(outcome.report.verdict).toBe("pass");
  });

  test("joins what was found in the repository, once the secrets are hidden", async () => {
    writeManifest(wellOff.map(entryOf));
    const told = recorder();
    const finding = createScanFinding("workflow-no-environment", { job: "deploy", secret: "KEYS" });
    const { outcome } = await play(
      {
        inputs: { "tenant-keys": keysOf(wellOff) },
        scan: () => {
          told.calls.push("scan");
          return Promise.resolve({ findings: [finding], scans: { workflow: "3 workflows" } });
        },
      },
      told,
    );
    expect(told.calls.at(-1)).toMatch(/^say Checking/);
    expect(outcome.report.findings).toEqual([finding]);
    expect(outcome.scans).toEqual({ workflow: "3 workflows" });
  });

  test("of an empty manifest fails", async () => {
    writeManifest([]);
    const { outcome } = await play({});
    expect(outcome.report.findings.map(({ id }) => id)).toEqual(["fleet-empty"]);
    expect(outcome.report.verdict).toBe("fail");
  });

  test("shows nothing of any key in what it hands on but hints", async () => {
    writeManifest(members.map(entryOf));
    const told = recorder();
    const { outcome } = await play({ inputs: { "tenant-keys": keysOf(members) } }, told);
    const text = JSON.stringify(outcome) + told.calls.join("\n");
    for (const { key } of members) {
      expect(text.includes(key.reveal().slice(4, 14))).toBe(false);
      expect(text.includes(key.reveal().slice(-11, -4))).toBe(false);
    }
  });
});

describe("shards", () => {
  test("share all tenants between them, and the budget", async () => {
    writeManifest(wellOff.map(entryOf));
    const ids: string[] = [];
    const same = new Set<string>();
    for (const index of [1, 2, 3]) {
      const inputs = { shard: `${index}/3`, "report-file": "report.json" };
      const told = recorder();
      const { outcome } = await play(
        { inputs: { ...inputs, "tenant-keys": keysOf(wellOff) } },
        told,
      );
      const { report, shard, manifest, run } = outcome;
      expect(shard).toEqual({ index, count: 3 });
      expect(report.verdict).toBe("pass");
      expect(told.calls.at(-1)).toContain(
        `${report.tenants.length} of 11 tenants, which are shard ${index}/3`,
      );
      ids.push(...report.tenants.map(({ record }) => record.id));
      same.add(JSON.stringify([manifest, run]));
    }
    expect(ids.toSorted()).toEqual(wellOff.map(({ id }) => id).toSorted());
    expect(same.size).toBe(1);
  });

  test("have a part of the budget each", async () => {
    writeManifest(wellOff.slice(0, 3).map(entryOf));
    const told = recorder();
    const inputs = { shard: "1/3", "report-file": "report.json", "requests-per-minute": "500" };
    await play({ inputs: { ...inputs, "tenant-keys": keysOf(wellOff.slice(0, 3)) } }, told);
    expect(told.calls.at(-1)).toContain("with at most 166.7 requests a minute.");
  });

  test("of different manifests have different digests", async () => {
    const inputs = { "tenant-keys": keysOf(wellOff) };
    const digests: string[] = [];
    for (const some of [wellOff, wellOff.slice(1), wellOff.toReversed()]) {
      writeManifest(some.map(entryOf));
      digests.push((await play({ inputs })).outcome.manifest.digest);
    }
    expect(new Set(digests).size).toBe(3);
  });
});

describe("where nobody can be checked", () => {
  async function errorOf(given: Given, told = recorder()): Promise<GuardError> {
    try {
      await play(given, told);
    } catch (error) {
      expect(told.calls.filter((call) => call.startsWith("say"))).toEqual([]);
      expect(simulator.requests).toHaveLength(0);
      if (error instanceof GuardError) return error;
      throw error;
    }
    throw new Error("somebody was checked");
  }

  test("a missing manifest is one clear error", async () => {
    expect((await errorOf({})).message).toContain("is not there, or may not be read");
  });

  test("keys that are no JSON are hidden, and refused", async () => {
    const env = { OTHER_KEY: exampleKey() };
    writeManifest([
      { id: "one", key: { secret: "one" } },
      { id: "two", key: { env: "OTHER_KEY" } },
    ]);
    const told = recorder();
    const error = await errorOf({ inputs: { "tenant-keys": '{"one": ' }, env }, told);
    expect(error.message).toContain("`tenant-keys` cannot be used");
    expect(told.masks).toContain(env.OTHER_KEY);
  });

  test("unchecked certificates stop all at once", async () => {
    writeManifest(wellOff.map(entryOf));
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: "0" };
    const error = await errorOf({ inputs: { "tenant-keys": keysOf(wellOff) }, env });
    expect(error.code).toBe("TLS_UNVERIFIED");
  });
});

describe("what the runner is told to mask", () => {
  const masksFor = (secrets: readonly string[]): readonly string[] => {
    const told = recorder();
    maskOnRunner(secrets, told.toolkit);
    return told.masks;
  };
  const keys = Array.from({ length: MOST_MASKED_IN_FULL + 1 }, () => exampleKey());

  test("is every form of up to a thousand secrets, each once", () => {
    const some = keys.slice(0, 3);
    const forms = some.flatMap((key) => maskableSpellings(key).map(({ text }) => text));
    expect(masksFor([...some, ...some])).toEqual(forms);
    expect(masksFor(keys.slice(1)).length).toBeGreaterThan(10 * MOST_MASKED_IN_FULL);
  });

  test("of more than that is the key and its Basic header", () => {
    const masks = masksFor([...keys, "short", "      "]);
    expect(masks).toEqual(keys.flatMap((key) => [key, btoa(`${key}:`)]));
  });
});

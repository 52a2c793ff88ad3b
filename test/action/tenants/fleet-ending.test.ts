import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OUTPUT_NAMES } from "../../../action/contract.ts";
import type { FleetOutcome } from "../../../action/tenants/fleet-outcome.ts";
import { readReportFile } from "../../../action/tenants/merge/read-report.ts";
import { findKeys } from "../../../src/key/find-keys.ts";
import { createFinding } from "../../../src/report/finding.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { FAILURE, tenantRecord, WARNING } from "../../src/tenancy/tenant-records.ts";
import { exampleKey } from "../../support/keys.ts";
import { fleetOf, hintOf, tellableTenant, UNCLAIMED } from "./example-fleet.ts";
import {
  FAILED,
  OPEN,
  openFleetStage,
  PASSED,
  WARNED,
  type FleetStage,
} from "./fleet-ending/stage.ts";

let stage: FleetStage;
beforeEach(async () => {
  stage = await openFleetStage();
});
afterEach(() => stage.close());

const tell: FleetStage["tell"] = (...telling) => stage.tell(...telling);

/** A line of the summary that begins so. */
function lineOf(summary: string, beginning: string): string | undefined {
  return summary.split("\n").find((line) => line.startsWith(beginning));
}

describe("what does not show in the findings is told all the same", () => {
  const NOT_TOLD = "Not told, since `severities` switches it off:";
  const excess = createFinding("scope-excess", {
    scopes: "`users:write`",
    unless: "",
    them: "it",
    rescope: "edit the key",
  });
  const off = (id: string): TenantRecord => tenantRecord(id, { report: { switchedOff: [excess] } });
  const outcome = (records: readonly TenantRecord[]): FleetOutcome => {
    const run = fleetOf(records);
    return { ...run, report: { ...run.report, switchedOff: [UNCLAIMED] } };
  };

  test.each<[string, FleetOutcome, string | undefined]>([
    [
      "of some tenants, by number and not by name",
      fleetOf([off("a"), off("b"), tenantRecord("c")]),
      `${NOT_TOLD} \`scope-excess\` (2 tenants).`,
    ],
    ["of one", fleetOf([off("a")]), `${NOT_TOLD} \`scope-excess\` (1 tenant).`],
    [
      "of the fleet too",
      outcome([off("a")]),
      `${NOT_TOLD} \`tenant-key-unclaimed\`, \`scope-excess\` (1 tenant).`,
    ],
    ["not where there is none", fleetOf([tenantRecord("c")]), undefined],
  ])("a severity that is off: %s", async (_name, run, line) => {
    const { summary, log } = await tell(run);
    expect(lineOf(summary, "Not told")).toBe(line);
    expect(log.includes("switched off by `severities`")).toBe(line !== undefined);
  });

  test("in the tenant's own report, of that tenant alone", async () => {
    const failing = tenantRecord("b", {
      report: { verdict: "fail", findings: [FAILURE], switchedOff: [excess] },
    });
    await tell(fleetOf([failing, off("a")]), { inputs: { "report-file": "all.json" } });
    const { tenants } = JSON.parse(readFileSync(join(stage.workspace, "all.json"), "utf8")) as {
      readonly tenants: readonly { readonly markdown?: string }[];
    };
    const [own = ""] = tenants.flatMap(({ markdown }) => markdown ?? []);
    expect(own).toContain(`${NOT_TOLD} \`scope-excess\`.\n`);
  });

  test.each<[string, FleetOutcome["earlier"], string | undefined]>([
    [
      "one",
      [{ attempt: 1, shards: [3] }],
      "The report of shard 3 is of attempt 1 of this run, and not of the present attempt.",
    ],
    [
      "several",
      [
        { attempt: 1, shards: [3, 5] },
        { attempt: 2, shards: [4] },
      ],
      "The reports of shards 3, 5 are of attempt 1 and the report of shard 4 is of attempt 2 of this run, and not of the present attempt.",
    ],
    ["none", undefined, undefined],
  ])("shards of earlier attempts: %s", async (_name, earlier, sentence) => {
    const run = fleetOf([tenantRecord("c")]);
    const { summary, log } = await tell(earlier === undefined ? run : { ...run, earlier });
    expect(lineOf(summary, "⚠️ The report")).toBe(sentence && `⚠️ ${sentence}`);
    expect(log.includes("attempt")).toBe(sentence !== undefined);
    if (sentence !== undefined) expect(log).toContain(`  ${sentence}`);
  });
});

describe("the outputs", () => {
  const SHARD = { index: 1, count: 1 };
  test.each<[string, FleetOutcome, string, string, boolean]>([
    ["all that pass", fleetOf([PASSED, WARNED]), "pass", "true", false],
    ["a shard that passes", fleetOf([PASSED], { shard: SHARD }), "pass", "false", false],
    ["one that fails", fleetOf([PASSED, FAILED, OPEN]), "fail", "false", true],
    ["one that is open", fleetOf([PASSED, OPEN]), "unknown", "false", true],
    [
      "one that was not reached",
      fleetOf([PASSED], { manifestTenants: 2 }),
      "unknown",
      "false",
      true,
    ],
    ["nobody", fleetOf([]), "fail", "false", true],
  ])("of %s", async (_name, outcome, verdict, allowed, fails) => {
    const { outputs, fails: failed } = await tell(outcome, { inputs: { "report-file": "r.json" } });
    expect(outputs).toMatchObject({ verdict, "deploy-allowed": allowed });
    expect(failed).toBe(fails);
  });

  test("say nothing of any one key", async () => {
    const { outputs } = await tell(fleetOf([tellableTenant(1)]));
    expect(Object.keys(outputs)).toEqual(OUTPUT_NAMES);
    const said = ["verdict", "deploy-allowed", "findings", "next-step"];
    const others = Object.entries(outputs).filter(([name]) => !said.includes(name));
    expect(others.map(([, value]) => value).join("")).toBe("");
  });

  test("have every finding with its tenant", async () => {
    const { outputs } = await tell(fleetOf([FAILED, WARNED], { ofFleet: [UNCLAIMED] }));
    const findings = JSON.parse(outputs["findings"] ?? "") as readonly Record<string, unknown>[];
    expect(findings.map(({ tenant, id }) => [tenant, id])).toEqual([
      [undefined, UNCLAIMED.id],
      ["b-failed", FAILURE.id],
      ["d-warned", WARNING.id],
    ]);
    expect(outputs["next-step"]).toMatch(/^Tenant b-failed: /);
  });

  test("are bounded, and say what is left out", async () => {
    const records = Array.from({ length: 2_000 }, (_, index) => ({ ...FAILED, id: `t${index}` }));
    const { outputs } = await tell(fleetOf(records));
    const text = outputs["findings"] ?? "";
    const findings = JSON.parse(text) as readonly {
      readonly id: string;
      readonly message: string;
    }[];
    expect(text.length).toBeLessThan(401_000);
    expect(findings.length).toBeGreaterThan(500);
    expect(findings.at(-1)).toMatchObject({
      id: "more-findings",
      message: expect.stringContaining(`${2_001 - findings.length} more findings`) as string,
    });
  });
});

test("with `on-unknown: warn` the step goes on, and nothing is red", async () => {
  const told = await tell(fleetOf([OPEN]), { inputs: { "on-unknown": "warn" } });
  expect(told.fails).toBe(false);
  expect(told.outputs).toMatchObject({ verdict: "unknown", "deploy-allowed": "false" });
  expect(told.annotations.map(({ kind }) => kind)).toEqual(["warning"]);
  const failed = await tell(fleetOf([OPEN, FAILED]), { inputs: { "on-unknown": "warn" } });
  expect(failed.fails).toBe(true);
});

describe("annotations", () => {
  test("sit at the tenant's line of the manifest", async () => {
    const { annotations } = await tell(fleetOf([FAILED, WARNED]));
    expect(annotations).toMatchObject([
      {
        kind: "error",
        file: "config/tenants.yml",
        startLine: 12,
        title: "Tenant b-failed: " + FAILURE.title,
      },
      { kind: "warning", file: "config/tenants.yml", startLine: 18 },
    ]);
    expect(
      (await tell(fleetOf([FAILED]), { inputs: { annotations: "false" } })).annotations,
    ).toEqual([]);
  });

  test.each([
    [10, 10, undefined],
    [11, 10, "2 more findings of this kind"],
    [500, 10, "491 more findings of this kind"],
  ])("of %i findings are %i, and the rest is counted", async (count, shown, rest) => {
    const records = Array.from({ length: count }, (_, index) => ({ ...FAILED, id: `t${index}` }));
    const { annotations } = await tell(fleetOf([...records, WARNED]));
    const errors = annotations.filter(({ kind }) => kind === "error");
    expect(errors).toHaveLength(shown);
    expect(errors.at(-1)?.title).toMatch(rest ?? /^Tenant t/);
    expect(annotations).toHaveLength(shown + 1);
  });
});

describe("in a repository that everybody reads", () => {
  const outcome = fleetOf([tellableTenant(1)]);
  const PUBLIC = { repository: { private: false } };

  test("the summary and the log name neither owner nor ending", async () => {
    const told = await tell(outcome, { event: PUBLIC });
    for (const text of [told.summary, told.log])
      expect(text).not.toMatch(new RegExp(`owner-1|${hintOf(1)}`));
    expect(told.summary).not.toContain("2031");
    const full = await tell(outcome, { event: PUBLIC, inputs: { summary: "full" } });
    expect(full.summary).toContain("owner-1@example.com");
    expect((await tell(outcome, { event: null })).summary).not.toContain("owner-1");
    expect((await tell(outcome)).log).toContain(
      `owner owner-1@example.com, key ends in ${hintOf(1)}`,
    );
  });

  test("there may be no summary at all", async () => {
    expect((await tell(outcome, { inputs: { summary: "off" } })).summary).toBe("");
  });
});

describe("the report file", () => {
  const inputs = { "report-file": "out/report.json" };

  test("is written, and can be read again", async () => {
    const outcome = fleetOf([FAILED, WARNED], { ofFleet: [UNCLAIMED] });
    await tell(outcome, { inputs });
    const found = readReportFile(readFileSync(join(stage.workspace, "out/report.json"), "utf8"));
    expect(found.kind === "report" && found.report.records).toEqual(
      outcome.report.tenants.map(({ record }) => record),
    );
  });

  test("is told of and not written in a dry run, and missed where it cannot be", async () => {
    const dry = await tell(fleetOf([PASSED]), { inputs: { ...inputs, "dry-run": "true" } });
    expect(dry.log).toContain("The report file, which a dry run does not write, has");
    expect(existsSync(join(stage.workspace, "out"))).toBe(false);
    rmSync(stage.workspace, { recursive: true });
    await tell(fleetOf([PASSED]), { inputs: { "report-file": "x" } });
    rmSync(join(stage.workspace, "x"));
    const taken = { inputs: { "report-file": "." } };
    const whole = await tell(fleetOf([PASSED]), taken);
    expect(whole.annotations).toMatchObject([
      { kind: "warning", title: "The report file was not written" },
    ]);
    const shard = await tell(fleetOf([PASSED], { shard: { index: 1, count: 1 } }), taken);
    expect(shard.annotations).toMatchObject([{ kind: "error" }]);
    expect(shard.fails).toBe(false);
  });
});

test("no key leaves by any way, wherever it has come in", async () => {
  const key = exampleKey();
  const finding = createTenantFinding("tenant-unchecked", { problem: `It said ${key}`, fix: key });
  const record = tenantRecord("a", {
    owner: key,
    report: { verdict: "unknown", findings: [finding] },
  });
  const outcome = fleetOf([record], { ofFleet: [{ ...finding, severity: "error" }] });
  const named = { ...outcome, manifest: { ...outcome.manifest, path: `${key}.yml` } };
  const inputs = { comment: "always", reminder: "true", "sarif-file": "s", "report-file": "r" };
  for (const eventName of ["pull_request", "schedule"]) {
    const told = await tell(named, { inputs, eventName, secrets: [key] });
    const files = ["s", "r"].map((file) => readFileSync(join(stage.workspace, file), "utf8"));
    const sent = JSON.stringify(stage.github.requests);
    for (const text of [told.all, sent, ...files]) {
      expect(findKeys(text)).toEqual([]);
      expect(text).not.toContain(key.slice(4, 20));
    }
  }
  expect(stage.github.repository.comments).toHaveLength(1);
});

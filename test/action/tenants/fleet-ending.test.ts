import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { OUTPUT_NAMES } from "../../../action/contract.ts";
import { parseInputs } from "../../../action/inputs.ts";
import { readRawInputs } from "../../../action/raw-inputs.ts";
import { openSinks, type Toolkit } from "../../../action/sinks.ts";
import { fleetEnded } from "../../../action/tenants/fleet-ending.ts";
import type { FleetOutcome } from "../../../action/tenants/fleet-outcome.ts";
import { readReportFile } from "../../../action/tenants/merge/read-report.ts";
import { findKeys } from "../../../src/key/find-keys.ts";
import { createFinding } from "../../../src/report/finding.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { startGitHub, type GitHubSimulator } from "../../github-simulator/simulator.ts";
import { DOUBT, FAILURE, tenantRecord, WARNING } from "../../src/tenancy/tenant-records.ts";
import { exampleKey } from "../../support/keys.ts";
import { runnerEnvironment, type ActionInputs } from "../../support/run-action.ts";
import { endIn } from "../github/example-report.ts";
import { fleetOf, hintOf, NOW, tellableTenant, UNCLAIMED } from "./example-fleet.ts";

const require = createRequire(import.meta.url);

interface Validator {
  compile(schema: unknown): ((log: unknown) => boolean) & { readonly errors?: unknown };
  addMetaSchema(schema: unknown): void;
}
const Ajv = require("ajv") as new (options: object) => Validator;
const ajv = new Ajv({ schemaId: "id", allErrors: true, unknownFormats: "ignore", logger: false });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const validate = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

let workspace: string;
let github: GitHubSimulator;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), "fleet-"));
  github = await startGitHub();
});

afterEach(async () => {
  rmSync(workspace, { recursive: true });
  expect(github.violations).toEqual([]);
  await github.close();
});

interface Told {
  readonly fails: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  readonly annotations: readonly {
    readonly kind: string;
    readonly message: string;
    readonly title: string;
    readonly file?: string;
    readonly startLine?: number;
  }[];
  readonly all: string;
}

interface Telling {
  readonly inputs?: ActionInputs;
  readonly event?: unknown;
  readonly eventName?: string;
  readonly secrets?: readonly string[];
}

const PRIVATE = { repository: { private: true }, pull_request: { number: 7 } };

async function tell(
  outcome: FleetOutcome,
  { inputs = {}, event = PRIVATE, eventName = "schedule", secrets = [] }: Telling = {},
): Promise<Told> {
  const outputs: Record<string, string> = {};
  const log: string[] = [];
  const annotations: Told["annotations"][number][] = [];
  let summary = "";
  const annotate = (kind: string) => (message: string, place: { readonly title: string }) => {
    annotations.push({ kind, message, ...place });
  };
  const toolkit: Toolkit = {
    setSecret: () => undefined,
    setOutput: (name, value) => (outputs[name] = value),
    info: (message) => log.push(message),
    error: annotate("error"),
    warning: annotate("warning"),
    notice: annotate("notice"),
    writeSummary: (markdown) => Promise.resolve((summary = markdown)),
  };
  const env = { ...github.env, GITHUB_WORKSPACE: workspace, GITHUB_EVENT_NAME: eventName };
  const ending = fleetEnded(outcome, {
    config: parseInputs(readRawInputs(runnerEnvironment({ tenants: "tenants.yml", ...inputs }))),
    ports: { env, clock: { now: () => NOW }, readFile: () => undefined },
    event,
    token: github.token,
  });
  const sinks = openSinks(toolkit, { secrets, isOnRunner: true, failStep: () => undefined });
  await ending.publish(sinks);
  const all = JSON.stringify([outputs, log, summary, annotations]);
  return { fails: ending.fails, outputs, log: log.join("\n"), summary, annotations, all };
}

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
    const { tenants } = JSON.parse(readFileSync(join(workspace, "all.json"), "utf8")) as {
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

const PASSED = tenantRecord("a-passed");
const FAILED = tenantRecord("b-failed", {
  line: 12,
  report: { verdict: "fail", findings: [FAILURE] },
});
const OPEN = tenantRecord("c-open", {
  line: 15,
  report: { verdict: "unknown", findings: [DOUBT] },
});
const WARNED = tenantRecord("d-warned", { line: 18, report: { findings: [WARNING] } });

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
    const found = readReportFile(readFileSync(join(workspace, "out/report.json"), "utf8"));
    expect(found.kind === "report" && found.report.records).toEqual(
      outcome.report.tenants.map(({ record }) => record),
    );
  });

  test("is told of and not written in a dry run, and missed where it cannot be", async () => {
    const dry = await tell(fleetOf([PASSED]), { inputs: { ...inputs, "dry-run": "true" } });
    expect(dry.log).toContain("The report file, which a dry run does not write, has");
    expect(existsSync(join(workspace, "out"))).toBe(false);
    rmSync(workspace, { recursive: true });
    await tell(fleetOf([PASSED]), { inputs: { "report-file": "x" } });
    rmSync(join(workspace, "x"));
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

describe("SARIF", () => {
  interface Result {
    readonly ruleId: string;
    readonly message: { readonly text: string };
    readonly partialFingerprints: Readonly<Record<string, string>>;
    readonly locations: readonly {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region: { readonly startLine: number };
      };
    }[];
  }
  interface Log {
    readonly runs: readonly {
      readonly automationDetails: { readonly id: string };
      readonly results: readonly Result[];
    }[];
  }

  async function sarifOf(outcome: FleetOutcome): Promise<Log["runs"][number]> {
    await tell(outcome, { inputs: { "sarif-file": "x.sarif", "report-file": "r.json" } });
    const log = JSON.parse(readFileSync(join(workspace, "x.sarif"), "utf8")) as Log;
    expect([validate(log), validate.errors]).toEqual([true, null]);
    const { runs } = log;
    const [run] = runs;
    if (run === undefined) throw new Error("There is no run.");
    return run;
  }

  test("has each finding at its tenant's line, one result for each tenant", async () => {
    const other = { ...FAILED, id: "b-other" };
    const { results } = await sarifOf(fleetOf([FAILED, other, WARNED], { ofFleet: [UNCLAIMED] }));
    const places = results.map(({ message, locations: [location] }) => [
      /^Tenant ([\w-]+): /.exec(message.text)?.[1],
      location?.physicalLocation.artifactLocation.uri,
      location?.physicalLocation.region.startLine,
    ]);
    expect(places).toEqual([
      ["b-failed", "config/tenants.yml", 12],
      ["b-other", "config/tenants.yml", 12],
      [undefined, "config/tenants.yml", 1],
      ["d-warned", "config/tenants.yml", 18],
    ]);
    const prints = results.map((result) => result.partialFingerprints["pleoKeyGuard/v1"]);
    expect(new Set(prints).size).toBe(4);
  });

  test("knows a tenant's finding again when the tenant has moved", async () => {
    const printsOf = async (records: readonly TenantRecord[]): Promise<readonly unknown[]> =>
      (await sarifOf(fleetOf(records))).results.map((result) => result.partialFingerprints);
    const before = await printsOf([FAILED]);
    expect(await printsOf([{ ...FAILED, line: 99 }])).toEqual(before);
    expect(await printsOf([{ ...FAILED, id: "b-other" }])).not.toEqual(before);
  });

  test("of a shard replaces no other's", async () => {
    const whole = await sarifOf(fleetOf([FAILED]));
    expect(whole.automationDetails.id).toBe("pleo-key-guard/tenants/config/tenants.yml/");
    const shard = await sarifOf(fleetOf([FAILED], { shard: { index: 1, count: 2 } }));
    expect(shard.automationDetails.id).toBe("pleo-key-guard/tenants/config/tenants.yml/1-of-2/");
  });
});

describe("the comment", () => {
  const inputs = { comment: "on-failure" };
  const eventName = "pull_request";

  function comments(): readonly string[] {
    return github.repository.comments.map(({ body }) => body);
  }

  test("is written once, kept up to date, and resolved", async () => {
    await tell(fleetOf([FAILED]), { inputs, eventName });
    await tell(fleetOf([FAILED]), { inputs, eventName });
    expect(github.writes()).toHaveLength(1);
    expect(comments()).toEqual([expect.stringContaining("❌ b-failed")]);
    await tell(fleetOf([PASSED]), { inputs, eventName });
    expect(comments()).toEqual([expect.stringContaining("## ✅ The Pleo keys of all tenants")]);
  });

  test("is as long as GitHub takes, however many tenants there are", async () => {
    const records = Array.from({ length: 300 }, (_, index) =>
      tellableTenant((index % 60) + 1, { id: `t${index}` }),
    );
    await tell(fleetOf(records), { inputs, eventName });
    const [body = ""] = comments();
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain("| ❌ fail | 300 |");
    expect(body).toMatch(/\d+ more tenants are left out here/);
  });

  test("loses rows before it is too long", async () => {
    const long = createTenantFinding("tenant-unchecked", { problem: "x".repeat(5_000), fix: "F." });
    const records = Array.from({ length: 40 }, (_, index) =>
      tenantRecord(`t${index}`, { report: { verdict: "unknown", findings: [long] } }),
    );
    await tell(fleetOf(records), { inputs, eventName });
    const [body = ""] = comments();
    expect(body.match(/^\| ❔ t\d+ /gm)).toHaveLength(10);
    const huge = { ...long, message: "x".repeat(70_000) };
    await tell(
      fleetOf([tenantRecord("t", { report: { findings: [huge] } })], { ofFleet: [huge] }),
      { inputs, eventName },
    );
    expect(comments()[0]).toContain("The rest is too long for a comment");
  });

  test("shows nothing of a secret that taming would have hidden from the redactor", async () => {
    const secret = "hunter2#42-and-more";
    const finding = createTenantFinding("tenant-unchecked", {
      problem: `It said ${secret}`,
      fix: "F.",
    });
    const record = tenantRecord("a", { report: { verdict: "unknown", findings: [finding] } });
    await tell(fleetOf([record]), { inputs, eventName, secrets: [secret] });
    expect(comments()[0]).toContain("It said ****");
    expect(comments()[0]).not.toContain("hunter2");
  });

  test("is not written by a shard, which says so", async () => {
    const shard = { index: 1, count: 1 };
    const told = await tell(fleetOf([FAILED], { shard }), {
      inputs: { ...inputs, reminder: "true", "report-file": "r" },
      eventName,
    });
    expect(github.requests).toEqual([]);
    expect(told.log).toContain("A shard writes neither comment nor reminder; `merge` does.");
  });
});

describe("the reminder", () => {
  const inputs = { reminder: "true" };
  const ending = (id: string, daysLeft: number): TenantRecord =>
    tenantRecord(id, {
      report: { findings: [{ ...WARNING, id: "key-expiring" }], expiry: endIn(daysLeft) },
    });

  function issues(): readonly {
    readonly title: string;
    readonly body: string;
    readonly state: string;
  }[] {
    return github.repository.issues;
  }

  test("names each tenant in a line of its own, and is closed when all are well", async () => {
    await tell(fleetOf([ending("a", 20), ending("b", 3), PASSED]), { inputs });
    await tell(fleetOf([ending("a", 19), ending("b", 2), PASSED]), { inputs });
    expect(github.writes()).toHaveLength(1);
    expect(issues()).toMatchObject([{ title: "Pleo keys (production): 2 tenants need attention" }]);
    expect(issues()[0]?.body).toMatch(
      /^- \*\*b\*\*: its key is declared to expire within days, on 2027-06-01/m,
    );
    expect(issues()[0]?.body).toMatch(
      /^- \*\*a\*\*: its key is declared to expire soon, on 2027-06-01/m,
    );
    await tell(fleetOf([tenantRecord("a", { report: { expiry: endIn(300) } })]), { inputs });
    expect(issues()).toMatchObject([{ state: "closed" }]);
  });

  test("has the recipe for a key that is shared", async () => {
    const fingerprints = { key: "a".repeat(32) };
    await tell(
      fleetOf([tenantRecord("a", { fingerprints }), tenantRecord("b", { fingerprints })]),
      { inputs },
    );
    const [issue] = github.repository.issues;
    expect(issue?.labels).toContain("key-shared");
    expect(issue?.body).toContain("## A key that is shared");
    expect(issue?.body).toContain("docs/incident.md");
    expect(
      issue?.body.match(/^- \*\*[ab]\*\*: its key is in use for another tenant too/gm),
    ).toHaveLength(2);
  });

  test("is not opened again for what a person has heard of, and is for what is new", async () => {
    await tell(fleetOf([ending("a", 20), ending("b", 20)]), { inputs });
    for (const issue of github.repository.issues) issue.state = "closed";
    await tell(fleetOf([ending("a", 20)]), { inputs });
    expect(issues()).toHaveLength(1);
    await tell(fleetOf([ending("a", 20), ending("c", 20)]), { inputs });
    expect(issues()).toHaveLength(2);
  });

  test("changes nothing while Pleo does not answer for one, and is silent for pull requests", async () => {
    await tell(fleetOf([ending("a", 20)]), { inputs });
    await tell(fleetOf([tenantRecord("a", { report: { expiry: endIn(300) } }), OPEN]), { inputs });
    await tell(fleetOf([ending("b", 20)]), { inputs, eventName: "pull_request" });
    expect(github.writes()).toHaveLength(1);
  });

  test("is one for each environment", async () => {
    await tell(fleetOf([ending("a", 20), { ...ending("b", 20), environment: "staging" }]), {
      inputs,
    });
    expect(
      issues()
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual([
      "Pleo keys (production): 1 tenant needs attention",
      "Pleo keys (staging): 1 tenant needs attention",
    ]);
  });

  test("has neither days nor owners for everybody, and is bounded", async () => {
    const records = Array.from({ length: 2_000 }, (_, index) => ({
      ...ending(`t${index}`, 20),
      owner: "team-x",
    }));
    await tell(fleetOf(records), { inputs, event: {} });
    const [issue] = issues();
    expect(issue?.body).not.toMatch(/2027-06-01|team-x/);
    expect(issue?.body).toContain("1900 more entries have no room here");
    expect(issue?.body.length).toBeLessThan(65_536);
    await tell(fleetOf(records.slice(0, 1)), { inputs });
    expect(github.repository.issues[0]?.body).toContain("Tell: team-x.");
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
    const files = ["s", "r"].map((file) => readFileSync(join(workspace, file), "utf8"));
    const sent = JSON.stringify(github.requests);
    for (const text of [told.all, sent, ...files]) {
      expect(findKeys(text)).toEqual([]);
      expect(text).not.toContain(key.slice(4, 20));
    }
  }
  expect(github.repository.comments).toHaveLength(1);
});

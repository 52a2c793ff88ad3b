import { describe, expect, test } from "vitest";
import { parseInputs, type FleetConfig } from "../../action/inputs.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { collectSecrets } from "../../action/secrets.ts";
import { GuardError } from "../../src/errors.ts";
import { exampleKey } from "../support/keys.ts";
import { COMPANY } from "../support/pleo-answers.ts";
import { runnerEnvironment, type ActionInputs } from "../support/run-action.ts";

const fleetOf = (inputs: ActionInputs): FleetConfig | undefined =>
  parseInputs(readRawInputs(runnerEnvironment(inputs))).fleet;

function problemOf(inputs: ActionInputs): string {
  try {
    fleetOf(inputs);
  } catch (error) {
    if (error instanceof GuardError) return error.message;
    throw error;
  }
  return "";
}

const USUAL = { requestsPerMinute: 400, totalMs: 3_600_000 };
const MANIFEST = { tenants: "pleo/tenants.yml" };

describe("the inputs about many keys", () => {
  test.each<[ActionInputs, FleetConfig | undefined]>([
    [{ "api-key": exampleKey() }, undefined],
    [{ tenants: " " }, undefined],
    [MANIFEST, { source: { kind: "manifest", path: "pleo/tenants.yml" }, ...USUAL }],
    [
      {
        ...MANIFEST,
        shard: " 3/8 ",
        "report-file": "out/3.json",
        "requests-per-minute": "500",
        "total-minutes": "1",
      },
      {
        source: { kind: "manifest", path: "pleo/tenants.yml", shard: { index: 3, count: 8 } },
        reportFile: "out/3.json",
        requestsPerMinute: 500,
        totalMs: 60_000,
      },
    ],
    [
      { merge: "reports\n more/one.json \n", "report-file": "all.json" },
      {
        source: { kind: "reports", paths: ["reports", "more/one.json"] },
        reportFile: "all.json",
        ...USUAL,
      },
    ],
    [
      { ...MANIFEST, "warn-before-days": "14", "workflow-audit": "true" },
      { source: { kind: "manifest", path: "pleo/tenants.yml" }, ...USUAL },
    ],
  ])("%j", (inputs, fleet) => {
    expect(fleetOf(inputs)).toEqual(fleet);
  });

  test.each<[ActionInputs, string]>([
    [{ ...MANIFEST, merge: "reports" }, "give each a step of its own"],
    [{ ...MANIFEST, "api-key": exampleKey() }, "`api-key` is about one key"],
    [{ ...MANIFEST, "company-id": COMPANY }, "`company-id` is about one key"],
    [{ ...MANIFEST, "required-scopes": "users:read" }, "`required-scopes` is about one key"],
    [{ ...MANIFEST, "expires-on": "2027-01-31" }, "`expires-on` is about one key"],
    [{ ...MANIFEST, "previous-api-key": exampleKey() }, "`previous-api-key` is about one key"],
    [{ ...MANIFEST, "leak-scan": "history" }, "`leak-scan` looks for the one key"],
    [{ ...MANIFEST, shard: "1/2" }, "`shard` needs `report-file`"],
    [{ merge: "reports", "workflow-audit": "true" }, "`workflow-audit` says nothing to `merge`"],
    [{ merge: "reports", "tenant-keys": "{}" }, "`tenant-keys` says nothing to `merge`"],
    [{ merge: "reports", shard: "1/2", "report-file": "x" }, "`shard` says nothing to `merge`"],
    [{ merge: "reports", "api-key": exampleKey() }, "`api-key` is about one key"],
    [{ "tenant-keys": "{}" }, "`tenant-keys` says nothing without `tenants`"],
    [{ shard: "1/2" }, "`shard` says nothing without `tenants`"],
    [{ "report-file": "x.json" }, "`report-file` says nothing without `tenants`"],
    [{ ...MANIFEST, shard: "0/8", "report-file": "x" }, "`shard` must be a part of a whole"],
    [{ ...MANIFEST, shard: "9/8", "report-file": "x" }, "`shard` must be a part of a whole"],
    [{ ...MANIFEST, shard: "1/257", "report-file": "x" }, "`shard` must be a part of a whole"],
    [{ ...MANIFEST, "requests-per-minute": "0" }, "`requests-per-minute` must be a whole number"],
    [{ ...MANIFEST, "requests-per-minute": "501" }, "`requests-per-minute` must be a whole number"],
    [{ ...MANIFEST, "total-minutes": "351" }, "`total-minutes` must be a whole number"],
    [{ tenants: "../tenants.yml" }, "`tenants` must be the path of a file"],
    [{ tenants: "/tenants.yml" }, "`tenants` must be the path of a file"],
  ])("a mistake: %j", (inputs, problem) => {
    expect(problemOf(inputs)).toContain(problem);
  });

  test.each<ActionInputs>([
    { ...MANIFEST, shard: "8/8", "report-file": "x" },
    { ...MANIFEST, shard: "256/256", "report-file": "x" },
    { ...MANIFEST, "requests-per-minute": "1", "total-minutes": "350" },
    { ...MANIFEST, "leak-scan": "off" },
  ])("no mistake: %j", (inputs) => {
    expect(problemOf(inputs)).toBe("");
  });
});

describe("what must be hidden of `tenant-keys`", () => {
  const [first, second] = [exampleKey(), exampleKey()];
  const odd = "an-unknown-kind-of-secret-4711";
  const secretsOf = (text: string): readonly string[] =>
    collectSecrets(readRawInputs(runnerEnvironment({ "tenant-keys": text })), {});

  test.each<[string, string, readonly string[]]>([
    ["every value", JSON.stringify({ a: first, b: `"${second}"\n`, c: odd }), [first, second, odd]],
    ["values further down", JSON.stringify({ a: { keys: [first] }, b: second }), [first, second]],
    ["a name that is a key", JSON.stringify({ [first]: "" }), [first]],
    ["a text alone", JSON.stringify(first), [first]],
    ["what is no JSON", `{ "a": "${first}", "b": ${odd}`, [first, odd]],
    ["what holds no text", "[1, 2]", []],
  ])("%s", (_what, text, secrets) => {
    expect(secretsOf(text)).toEqual(expect.arrayContaining([...secrets]));
  });

  test("nothing, where it is not given", () => {
    expect(secretsOf("  ")).toEqual([]);
  });
});

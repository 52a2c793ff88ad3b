import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InputName } from "../../action/contract.ts";
import { parseInputs } from "../../action/inputs.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { GuardError } from "../../src/errors.ts";
import { FINDING_IDS } from "../../src/report/catalogue.ts";
import { anyCharacter } from "../support/arbitrary-texts.ts";
import { exampleKey } from "../support/keys.ts";
import { COMPANY } from "../support/pleo-answers.ts";
import { runnerEnvironment, type ActionInputs } from "../support/run-action.ts";

const parse = (inputs: ActionInputs) => parseInputs(readRawInputs(runnerEnvironment(inputs)));

function problemOf(inputs: ActionInputs): string {
  try {
    parse(inputs);
  } catch (error) {
    if (error instanceof GuardError && error.code === "CONFIG_INVALID") return error.message;
    throw error;
  }
  return "";
}

test("without inputs everything has the default of action.yml", () => {
  expect(parse({})).toEqual({
    expectation: {
      kind: "standalone",
      environment: "production",
      requiredScopes: [],
      expiry: { warnBeforeDays: 30, failBeforeDays: 0 },
    },
    rotation: "overlap",
    severities: new Map(),
    onUnknown: "fail",
    onMissingKey: "auto",
    timeoutMs: 60_000,
    origin: "https://external.pleo.io",
    isOwnAddress: false,
    diagnoseEnvironment: false,
    scan: { leaks: new Set(), paths: [], includesIgnored: false, workflows: false },
    summary: "auto",
    annotations: true,
    comment: "never",
    reminder: false,
    dryRun: false,
  });
});

test("every input arrives where it belongs", () => {
  const config = parse({
    kind: "integrated",
    environment: "staging",
    "company-id": ` ${COMPANY}\n`,
    "required-scopes": "vendors:read, users:read\n  vendors:read\n\n",
    "expires-on": "2027-01-31",
    "created-on": "2026-01-31",
    "warn-before-days": "14",
    "fail-before-days": "3",
    "max-lifetime-days": "400",
    "expected-key-hint": "c123",
    rotation: "finished",
    severities: "scope-excess: error\nkey-expiring=off, scopes-not-declared: notice",
    "on-unknown": "warn",
    "on-missing-key": "skip",
    "timeout-seconds": "5",
    "api-url": "http://127.0.0.1:8080/prefix/",
    "diagnose-environment": "true",
    "leak-scan": "workspace, build\nhistory",
    "leak-scan-paths": "web/dist\n  my build.zip \n\n",
    "leak-scan-ignored": "true",
    "workflow-audit": "True",
    summary: "off",
    annotations: "False",
    "sarif-file": " reports/pleo.sarif",
    comment: "on-failure",
    reminder: "true",
    "dry-run": "TRUE",
  });
  expect(config).toEqual({
    expectation: {
      kind: "integrated",
      environment: "staging",
      companyId: COMPANY,
      requiredScopes: ["vendors:read", "users:read"],
      expiry: {
        expiresOn: "2027-01-31",
        createdOn: "2026-01-31",
        keyHint: "c123",
        maxLifetimeDays: 400,
        warnBeforeDays: 14,
        failBeforeDays: 3,
      },
    },
    rotation: "finished",
    severities: new Map([
      ["scope-excess", "error"],
      ["key-expiring", "off"],
      ["scopes-not-declared", "notice"],
    ]),
    onUnknown: "warn",
    onMissingKey: "skip",
    timeoutMs: 5_000,
    origin: "http://127.0.0.1:8080/prefix/",
    isOwnAddress: true,
    diagnoseEnvironment: true,
    scan: {
      leaks: new Set(["workspace", "build", "history"]),
      paths: ["web/dist", "my build.zip"],
      includesIgnored: true,
      workflows: true,
    },
    summary: "off",
    annotations: false,
    sarifFile: "reports/pleo.sarif",
    comment: "on-failure",
    reminder: true,
    dryRun: true,
  });
});

describe("is refused, with the name of the input:", () => {
  test.each<[InputName, string, string]>([
    ["kind", "Standalone", "must be one of `standalone`, `integrated`"],
    ["kind", "", "is empty; leave it out"],
    ["environment", "prod", "must be one of `production`, `staging`"],
    ["company-id", "acme", "must be a company id"],
    ["company-id", `${COMPANY}0`, "must be a company id"],
    ["required-scopes", "vendors", "must be a list of scopes"],
    ["required-scopes", "vendors:read; users:read", "must be a list of scopes"],
    [
      "required-scopes",
      Array.from({ length: 101 }, (_, index) => `a${index}:read`).join(" "),
      "must not list more than 100",
    ],
    ["expires-on", "x".repeat(201), "must not be longer than 200 characters"],
    ["warn-before-days", "-1", "must be a whole number from 0 to 3650"],
    ["warn-before-days", "3651", "must be a whole number from 0 to 3650"],
    ["warn-before-days", "30.5", "must be a whole number"],
    ["warn-before-days", "30 days", "must be a whole number"],
    ["warn-before-days", "0x1e", "must be a whole number"],
    ["warn-before-days", "", "is empty; leave it out"],
    ["fail-before-days", "NaN", "must be a whole number"],
    ["max-lifetime-days", "0", "must be a whole number from 1"],
    ["expected-key-hint", "abc", "must be the last four characters"],
    ["expected-key-hint", "abcde", "must be the last four characters"],
    ["rotation", "done", "must be one of `overlap`, `finished`"],
    ["severities", "key-expiring", "is not of the form"],
    ["severities", "key-expired: warning", "lowers key-expired, with which no deploy may go ahead"],
    ["severities", "company-mismatch: off", "lowers company-mismatch"],
    ["severities", "no-such-finding: off", "names no finding"],
    ["severities", "key-expiring: fatal", "chooses none of"],
    ["severities", "key-expiring: off\nkey-expiring: error", "a second time"],
    ["on-unknown", "ignore", "must be one of `fail`, `warn`"],
    ["on-missing-key", "no", "must be one of `auto`, `fail`, `skip`"],
    ["timeout-seconds", "0", "must be a whole number from 1 to 600"],
    ["timeout-seconds", "601", "must be a whole number from 1 to 600"],
    ["api-url", "https://evil.example", "is refused"],
    ["api-url", "http://external.pleo.io", "is refused"],
    ["api-url", "https://openapi.pleo.io", "is refused"],
    ["diagnose-environment", "yes", "must be `true` or `false`"],
    ["leak-scan", "true", "must be `off`, or a list"],
    ["leak-scan", "off, history", "must be `off`, or a list"],
    ["leak-scan", "workspace; history", "must be `off`, or a list"],
    ["leak-scan", "", "is empty; leave it out"],
    ["leak-scan-paths", "/etc", "must be a list of at most 100 paths"],
    ["leak-scan-paths", "dist\n../other", "must be a list of at most 100 paths"],
    ["leak-scan-paths", "C:\\dist", "must be a list of at most 100 paths"],
    ["leak-scan-paths", "x\n".repeat(101), "must be a list of at most 100 paths"],
    ["leak-scan-ignored", "yes", "must be `true` or `false`"],
    ["workflow-audit", "on", "must be `true` or `false`"],
    ["sarif-file", "/x.sarif", "must be the path of a file"],
    ["sarif-file", "a/../../x.sarif", "must be the path of a file"],
    ["sarif-file", "a\nb.sarif", "must be the path of a file"],
    ["sarif-file", "${{ vars.NOTHING }}", "must be the path of a file"],
    ["leak-scan-paths", "dist\u202e", "must be a list of at most 100 paths"],
    ["sarif-file", "reports/", "must be the path of a file"],
    ["comment", "true", "must be one of `never`, `on-failure`, `always`"],
    ["reminder", "1", "must be `true` or `false`"],
    ["summary", "true", "must be one of `auto`, `full`, `off`"],
    ["annotations", "1", "must be `true` or `false`"],
    ["dry-run", "", "is empty; leave it out"],
  ])("%s %j", (name, value, problem) => {
    const message = problemOf({ [name]: value });
    expect(message).toContain(
      name === "severities" ? "`severities` has an entry that cannot be used: number" : problem,
    );
    expect(message).toContain(`\`${name}\` `);
    expect(message).toContain(problem);
    expect(message).toMatch(/[^.]\.$/);
  });

  test.each<[ActionInputs, string]>([
    [
      { "api-url": "https://external.staging.pleo.io", environment: "production" },
      "`api-url` is staging's address",
    ],
    [{ "created-on": "2026-01-01" }, "`created-on` says nothing without `expires-on`"],
    [{ "expected-key-hint": "c123" }, "`expected-key-hint` binds `expires-on`"],
    [{ "leak-scan-paths": "dist" }, "`leak-scan-paths` says nothing unless"],
    [{ "leak-scan-paths": "dist", "leak-scan": "history" }, "`leak-scan-paths` says nothing"],
    [{ "leak-scan-ignored": "true", "leak-scan": "build" }, "`leak-scan-ignored` says nothing"],
  ])("a contradiction: %j", (inputs, problem) => {
    expect(problemOf(inputs)).toContain(problem);
  });

  test("all problems at once", () => {
    const message = problemOf({ kind: "x", "warn-before-days": "x", "company-id": "x" });
    const lines = message.split("\n");
    expect(lines[0]).toBe("The inputs cannot be used:");
    for (const name of ["kind", "warn-before-days", "company-id"])
      expect(lines.filter((line) => line.startsWith(`- \`${name}\` `))).toHaveLength(1);
  });

  test("all entries that cannot be used, each by its number", () => {
    expect(problemOf({ severities: "scope-excess: fatal\nkey-rejected: off" })).toBe(
      "The inputs cannot be used: `severities` has entries that cannot be used: number 1 chooses none of `off`, `notice`, `warning`, `error`; number 2 lowers key-rejected, with which no deploy may go ahead.",
    );
  });
});

test("what may be lowered may be, and a gate may be set to what it is", () => {
  for (const id of FINDING_IDS) expect(problemOf({ severities: `${id}: error` })).toBe("");
  expect(problemOf({ severities: "scope-unverifiable: notice" })).toBe("");
});

test("no problem repeats what was given: it may be a key in the wrong input", () => {
  const key = exampleKey();
  const names = Object.keys(runnerInputs()) as InputName[];
  for (const name of names) {
    const message = problemOf({ [name]: key });
    expect(message.includes(key.slice(4, 20)), name).toBe(false);
  }
});

function runnerInputs(): Readonly<Record<string, string | undefined>> {
  const {
    "api-key": _key,
    "previous-api-key": _previous,
    "github-token": _token,
    ...others
  } = readRawInputs({});
  return others;
}

test("nothing that can be written crashes it", () => {
  const names = fc.constantFrom(...(Object.keys(runnerInputs()) as InputName[]));
  const values = fc.oneof(
    fc.string({ unit: anyCharacter(), maxLength: 300 }),
    fc.constantFrom("__proto__", "constructor", "null", "[]"),
  );
  fc.assert(
    fc.property(fc.dictionary(names, values), (inputs) => {
      problemOf(inputs);
    }),
    { numRuns: 500 },
  );
});

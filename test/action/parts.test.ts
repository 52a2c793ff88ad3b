import { describe, expect, test } from "vitest";
import { causeOfMissingKey } from "../../action/missing-key.ts";
import { nextStepOf } from "../../action/next-step.ts";
import { outputsOf } from "../../action/outputs.ts";
import { toLogText, toMarkdown } from "../../action/plain-text.ts";
import { parseApiOrigin } from "../../action/pleo-api/api-origin.ts";
import { useProxy } from "../../action/proxy.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { collectSecrets } from "../../action/secrets.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import { createFinding } from "../../src/report/finding.ts";
import type { Proofs } from "../../src/report/report.ts";
import { exampleKey } from "../support/keys.ts";
import { healthyExpectation } from "../support/pleo-answers.ts";
import { runnerEnvironment } from "../support/run-action.ts";
import { PASSED, PROVEN } from "./passed-report.ts";

describe("the next step", () => {
  const expectation = healthyExpectation({ environment: "production" });
  const notice = createFinding("scope-unlisted", { scope: "users:read" });
  const warning = createFinding("scopes-not-declared", { scopes: "none" });

  test.each<[string, Partial<GuardReport>, string]>([
    ["of a good key is none", {}, "Nothing needs to be done."],
    ["is the first finding's", { findings: [warning, notice] }, warning.remedy],
    [
      "of a rotation is the deletion",
      { previousKey: "deletable" },
      "Move everything to the new key",
    ],
    ["comes before a notice", { previousKey: "deletable", findings: [notice] }, "Move everything"],
    ["comes after a warning", { previousKey: "deletable", findings: [warning] }, warning.remedy],
    ["is none while the old key is needed", { previousKey: "needed" }, "Nothing needs to be done."],
    ["is none once it is gone", { previousKey: "gone" }, "Nothing needs to be done."],
  ])("%s", (_name, report, step) => {
    expect(nextStepOf({ ...PASSED, ...report }, expectation)).toContain(step);
  });

  test("names the place", () => {
    expect(nextStepOf({ ...PASSED, previousKey: "deletable" }, expectation)).toContain(
      "Settings > API Keys in Pleo's web app (https://app.pleo.io)",
    );
  });
});

test.each<[string, Proofs, string]>([
  ["accepted, and the company proven", PROVEN, "true"],
  ["accepted", { ...PROVEN, company: false }, "false"],
  ["the company proven", { ...PROVEN, accepted: false }, "false"],
])("the company matches where the key is %s: %s", (_name, proofs, matches) => {
  expect(outputsOf({ ...PASSED, proofs }, "")["company-matches"]).toBe(matches);
});

describe("texts that somebody else may have written", () => {
  test.each([
    ["::error::x", ": :error::x"],
    ["a\n  ::set-output name=x::y", "a\n  : :set-output name=x::y"],
    ["##[error]x", "## [error]x"],
    ["a\u001b[31mb\u0000c\u202ed", "a [31mb c d"],
    ["a\r\n::x", "a \n: :x"],
    ["https://x::1 and a: b", "https://x::1 and a: b"],
  ])("command nobody in a log: %j", (text, shown) => {
    expect(toLogText(text)).toBe(shown);
  });

  test("open no tag and leave no cell in Markdown", () => {
    expect(toMarkdown("<img src=x>|a\n| & \u202eb")).toBe("&lt;img src=x&gt;\\|a \\| &amp; b");
  });
});

describe("a proxy", () => {
  const pleo = parseApiOrigin("https://external.pleo.io");
  const loopback = parseApiOrigin("http://127.0.0.1:8080");
  const env = { https_proxy: "http://127.0.0.1:9" };

  test("is set up where there is one", () => {
    const seen: unknown[] = [];
    useProxy(env, pleo, (given) => seen.push(given));
    useProxy({}, pleo, (given) => seen.push(given));
    expect(seen).toEqual([env]);
  });

  test("does not see what is for this machine", () => {
    const seen: unknown[] = [];
    useProxy(env, loopback, (given) => seen.push(given));
    expect(seen).toMatchObject([{ no_proxy: "127.0.0.1" }]);
  });

  test("is refused aloud where Node would pass it by", () => {
    expect(() => {
      useProxy(env, pleo, undefined);
    }).toThrow("this version of Node would pass it by");
    useProxy({ ...env, NODE_USE_ENV_PROXY: "1" }, pleo, undefined);
    useProxy(env, loopback, undefined);
  });
});

describe("secrets of a run", () => {
  test.each([
    [
      "http://robin:pass%21word@127.0.0.1:9",
      ["pass%21word", "pass!word", "robin:pass%21word", "robin:pass!word"],
    ],
    ["http://robin:100%25%@127.0.0.1:9", ["100%25%", "robin:100%25%"]],
    ["http://127.0.0.1:9", []],
    ["not an address", []],
  ])("of the proxy %s", (address, secrets) => {
    expect(collectSecrets(readRawInputs({}), { HTTPS_PROXY: address })).toEqual(secrets);
  });

  test("are both keys, what is inside them, and the token", () => {
    const [key, previous] = [exampleKey(), exampleKey()];
    const inputs = {
      "api-key": `"${key}"\n`,
      "previous-api-key": previous,
      "github-token": " ghs_x ",
    };
    expect(collectSecrets(readRawInputs(runnerEnvironment(inputs)), {})).toEqual(
      expect.arrayContaining([key, previous, "ghs_x"]),
    );
  });
});

test.each<[string, unknown, string]>([
  ["nothing", undefined, "unexplained"],
  ["no object", "text", "unexplained"],
  ["a list", [], "unexplained"],
  ["half an event", { pull_request: { head: {} } }, "unexplained"],
  ["an inherited name", Object.create({ pull_request: {} }), "unexplained"],
  ["a push", { repository: { full_name: "a/r" } }, "unexplained"],
])("an event that is %s explains nothing", (_name, event, cause) => {
  expect(causeOfMissingKey({ env: {}, event })).toBe(cause);
});

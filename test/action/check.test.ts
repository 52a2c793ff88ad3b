import { describe, expect, test } from "vitest";
import { checkKey, weigh, type CheckPorts } from "../../action/check.ts";
import { parseInputs } from "../../action/inputs.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { NOTHING_SCANNED } from "../../action/scanned.ts";
import { exampleKey } from "../support/keys.ts";
import {
  COMPANY,
  UNAUTHORIZED,
  cannedPleo,
  introspected,
  type CannedAnswers,
} from "../support/pleo-answers.ts";
import { runnerEnvironment, type ActionInputs } from "../support/run-action.ts";

const NOW = new Date("2027-01-15T12:00:00Z");

describe("a rejected key and the other environment", () => {
  const key = exampleKey();

  async function check(inputs: ActionInputs, elsewhere: CannedAnswers) {
    const raw = readRawInputs(
      runnerEnvironment({
        "api-key": key,
        "expires-on": "2027-06-01",
        "company-id": COMPANY,
        ...inputs,
      }),
    );
    const origins: string[] = [];
    const openPleo: CheckPorts["openPleo"] = (_key, origin) => {
      origins.push(origin);
      return cannedPleo(origins.length === 1 ? { introspection: UNAUTHORIZED } : elsewhere);
    };
    const report = await checkKey(raw, parseInputs(raw), { openPleo, clock: { now: () => NOW } });
    return { verdict: report.verdict, ids: report.findings.map(({ id }) => id), origins, report };
  }

  test("where it works are told, when asked", async () => {
    const { verdict, ids, origins, report } = await check({ "diagnose-environment": "true" }, {});
    expect({ verdict, ids }).toEqual({
      verdict: "fail",
      ids: ["key-of-other-environment", "key-rejected"],
    });
    expect(origins).toEqual(["https://external.pleo.io", "https://external.staging.pleo.io"]);
    expect(report.findings[0]?.message).toContain(
      "staging environment accepts this key and production rejects it",
    );
  });

  test.each<[string, ActionInputs, CannedAnswers, number]>([
    ["not asked", {}, {}, 1],
    [
      "asked, and rejected there too",
      { "diagnose-environment": "true" },
      { introspection: UNAUTHORIZED },
      2,
    ],
    [
      "asked, and not recognised there",
      { "diagnose-environment": "true" },
      { introspection: introspected({ authMethod: "NONE" }) },
      2,
    ],
    [
      "asked, with an address of its own",
      { "diagnose-environment": "true", "api-url": "http://127.0.0.1:1" },
      {},
      1,
    ],
  ])("are told apart no further when %s", async (_name, inputs, elsewhere, requests) => {
    const { ids, origins } = await check(inputs, elsewhere);
    expect(ids).toContain("key-rejected");
    expect(ids).not.toContain("key-of-other-environment");
    expect(ids.includes("environment-undiagnosed")).toBe("api-url" in inputs);
    expect(origins).toHaveLength(requests);
  });
});

test.each([
  ["", "2027-06-01", "pass", "deletable", 0],
  ["scopes-not-declared: error", "2027-06-01", "fail", "needed", 0],
  ["scopes-not-declared: off", "2027-06-01", "pass", "deletable", 1],
  ["", "", "fail", "needed", 0],
  ["expiry-undeclared: warning", "", "pass", "deletable", 0],
] as const)(
  "with the severities %j and the expiry %j the old key goes by the verdict",
  async (severities, expiresOn, verdict, previousKey, off) => {
    const raw = readRawInputs(
      runnerEnvironment({
        "api-key": exampleKey(),
        "previous-api-key": exampleKey(),
        "expires-on": expiresOn,
        "company-id": COMPANY,
        severities,
      }),
    );
    const ports = { openPleo: () => cannedPleo(), clock: { now: () => NOW } };
    const config = parseInputs(raw);
    const report = weigh(await checkKey(raw, config, ports), NOTHING_SCANNED, config);
    expect(report).toMatchObject({ verdict, previousKey });
    expect(report.switchedOff ?? []).toHaveLength(off);
  },
);

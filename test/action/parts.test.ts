import { describe, expect, test } from "vitest";
import { checkKey, weigh, type CheckPorts } from "../../action/check.ts";
import { findHandOver } from "../../action/hand-over.ts";
import { parseInputs } from "../../action/inputs.ts";
import { causeOfMissingKey } from "../../action/missing-key.ts";
import { toLogText, toMarkdown } from "../../action/plain-text.ts";
import { useProxy } from "../../action/proxy.ts";
import { nextStepOf } from "../../action/next-step.ts";
import { outputsOf } from "../../action/outputs.ts";
import { parseApiOrigin } from "../../action/pleo-api/api-origin.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { NOTHING_SCANNED } from "../../action/scanned.ts";
import { renderAnnotations } from "../../action/render/annotations.ts";
import { hideIds } from "../../action/render/hide-ids.ts";
import { renderSummary, type SummaryOptions } from "../../action/render/summary.ts";
import { renderTimeline, type Life } from "../../action/render/timeline.ts";
import { collectSecrets } from "../../action/secrets.ts";
import { createFinding } from "../../src/report/finding.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import { NOTHING_PROVEN, type Proofs } from "../../src/report/report.ts";
import { exampleKey } from "../support/keys.ts";
import {
  COMPANY,
  OTHER_COMPANY,
  UNAUTHORIZED,
  cannedPleo,
  healthyExpectation,
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

describe("the line that hands the key over", () => {
  const env = {
    GITHUB_WORKFLOW_REF: "a/r/.github/workflows/deploy.yml@refs/heads/main",
    GITHUB_WORKSPACE: "w",
  };
  const read = (text: string) => (path: string) =>
    path === "w/.github/workflows/deploy.yml" ? text : undefined;
  const line = "          api-key: ${{ secrets.PLEO_API_KEY }}";

  test.each([
    [
      "is found, with the secret's name",
      `a\nb\n${line}\n`,
      { file: ".github/workflows/deploy.yml", startLine: 3, secretName: "PLEO_API_KEY" },
    ],
    [
      "is found where another step has put the key",
      "api-key: ${{ steps.vault.outputs.key }}\n",
      { file: ".github/workflows/deploy.yml", startLine: 1 },
    ],
    ["is not guessed among two", `${line}\n${line}\n`, undefined],
    ["may be missing", "a\n", undefined],
    ["is no comment", "# api-key: x\n", undefined],
    ["is no other input", "previous-api-key: x\n", undefined],
  ])("%s", (_name, text, expected) => {
    expect(findHandOver(env, read(text))).toEqual(expected);
  });

  test.each([
    ["without a workflow", { GITHUB_WORKSPACE: "w" }],
    ["without a workspace", { GITHUB_WORKFLOW_REF: env.GITHUB_WORKFLOW_REF }],
    [
      "outside of the workflows",
      { ...env, GITHUB_WORKFLOW_REF: "a/r/.github/workflows/../../x.yml@x" },
    ],
    ["in a file that is not there", { ...env, GITHUB_WORKSPACE: "elsewhere" }],
  ])("is not looked for %s", (_name, other) => {
    expect(findHandOver(other, read(line))).toBeUndefined();
  });
});

describe("annotations", () => {
  const finding = createFinding("scopes-not-declared", { scopes: "none" });

  test("stand on that line, with cause, remedy and id", () => {
    const [annotation] = renderAnnotations([finding], { file: "f", startLine: 3 });
    expect(annotation).toMatchObject({
      severity: "warning",
      title: finding.title,
      file: "f",
      startLine: 3,
    });
    expect(annotation?.message).toBe(`${finding.message} ${finding.remedy} [scopes-not-declared]`);
  });

  test.each([
    [10, 10, undefined],
    [11, 10, "2 more findings"],
    [30, 10, "21 more findings"],
  ])("of %d findings are %d", (given, shown, last) => {
    const annotations = renderAnnotations(
      Array.from({ length: given }, () => finding),
      undefined,
    );
    expect(annotations).toHaveLength(shown);
    if (last !== undefined)
      expect(annotations.at(-1)).toMatchObject({ title: last, severity: "warning" });
  });
});

test("the life of a key is drawn in the order of its dates", () => {
  const end = {
    text: "2027-06-01",
    at: new Date("2027-06-01T00:00:00Z"),
    daysLeft: 136,
    hasPassed: false,
  };
  const limits = { createdOn: "2026-06-01", warnBeforeDays: 30, failBeforeDays: 7 };
  expect(renderTimeline({ end, limits, now: NOW })).toMatchInlineSnapshot(`
    "\`\`\`mermaid
    timeline
        title Life of the key
        2026-06-01 : made
        2027-01-15 : today
        2027-05-02 : warnings begin
        2027-05-25 : checks fail
        2027-06-01 : expires
    \`\`\`"
  `);
  const bare = renderTimeline({ end, limits: { warnBeforeDays: 0, failBeforeDays: 0 }, now: NOW });
  expect(bare.split("\n").slice(3, -1)).toEqual([
    "    2027-01-15 : today",
    "    2027-06-01 : expires",
  ]);
});

const PROVEN = { accepted: true, active: true, company: true };
const PASSED: GuardReport = {
  verdict: "pass",
  findings: [],
  proofs: PROVEN,
  installationStatuses: ["ACTIVATED"],
  company: { expected: COMPANY, actual: COMPANY },
  scopes: { granted: ["users:read"], missing: [], excess: [] },
  expiry: {
    text: "2027-06-01",
    at: new Date("2027-06-01T00:00:00Z"),
    daysLeft: 136,
    hasPassed: false,
  },
};

function summaryOf(report: Partial<GuardReport>, options: Partial<SummaryOptions> = {}): string {
  return renderSummary({ ...PASSED, ...report }, { hidesIds: false, life: undefined, ...options });
}

function rowOf(summary: string, question: string): string {
  return summary.split("\n").find((line) => line.startsWith(`| ${question}`)) ?? "";
}

test("the summary has a row for each question, and escapes what it shows", () => {
  const hostile = createFinding("company-mismatch", {
    actual: "<b>|\n`x`",
    expected: COMPANY,
    source: "s",
    confirm: "",
  });
  const report = {
    verdict: "fail",
    findings: [hostile],
    proofs: { ...PROVEN, company: false },
    company: { expected: COMPANY, actual: OTHER_COMPANY },
    previousKey: "needed",
  } as const;
  expect(summaryOf(report, { hidesIds: true })).toMatchInlineSnapshot(`
    "## ❌ The Pleo key may not be used

    | Check | Result | What to do |
    |---|---|---|
    | Is it a key? | ✅ yes | |
    | Does Pleo accept it? | ✅ yes | |
    | Is it the right company's? | ❌ **The key opens another company** (\`company-mismatch\`)<br>The key opens &lt;b&gt;\\| \`x\` according to s, but ‹expected id› is expected: every read and write would land in the wrong books. | Store the key of the expected company. |
    | May it do what it must, and no more? | ✅ yes | |
    | Is its lifetime right? | ✅ yes, as declared | |
    | Is the rotation done? | ➖ the old key must stay for now | |

    - Company: \`‹other id›\`
    - Scopes: \`users:read\`
    - Declared to expire on: \`2027-06-01\`

    Ids are not shown here, since anybody may read this; the log of the step has them, and the output \`company-id\`.
    "
  `);
  expect(summaryOf(report)).toContain(`- Company: \`${OTHER_COMPANY}\``);
});

describe("a question without findings is answered", () => {
  const SCOPES = "May it do what it must, and no more?";
  const off = (id: "scope-excess" | "scope-unverifiable") => [
    id === "scope-excess"
      ? createFinding(id, { scopes: "a:read", unless: "", them: "it", rescope: "R" })
      : createFinding(id, { scope: "a:read", purpose: "", problem: "P", fix: "F." }),
  ];
  const UNSEEN = { scopes: { missing: [], excess: [] } };

  test.each<[string, Partial<GuardReport>, string, string]>([
    ["with yes", {}, SCOPES, "✅ yes |"],
    [
      "with what is switched off",
      { switchedOff: off("scope-excess") },
      SCOPES,
      "✅ yes, but for `scope-excess`, which `severities` switches off |",
    ],
    [
      "with what cannot be seen",
      UNSEEN,
      SCOPES,
      "✅ it may do what it must; whether it may do more cannot be seen |",
    ],
    [
      "with both",
      { ...UNSEEN, switchedOff: off("scope-unverifiable") },
      SCOPES,
      "cannot be seen, but for `scope-unverifiable`, which",
    ],
    ["of an area of its own alone", { switchedOff: off("scope-excess") }, "Does Pleo", "✅ yes |"],
    ["as declared", {}, "Is its lifetime right?", "✅ yes, as declared |"],

    ["not where nothing is accepted", { proofs: NOTHING_PROVEN }, SCOPES, "➖ not checked |"],
    ["not without a proof", { proofs: NOTHING_PROVEN }, "Does Pleo accept it?", "➖ not checked |"],
    [
      "not of a key that is not accepted",
      { proofs: { ...PROVEN, accepted: false } },
      "Is it the right company's?",
      "➖ not checked |",
    ],
    [
      "not of a company that is not proven",
      { proofs: { ...PROVEN, company: false } },
      "Is it the right company's?",
      "➖ not checked |",
    ],
    [
      "not of an installation that is not proven",
      { proofs: { ...PROVEN, active: false } },
      "Does Pleo accept it?",
      "➖ not checked |",
    ],
    [
      "where nothing was accepted but the text",
      { proofs: NOTHING_PROVEN },
      "Is it a key?",
      "✅ it has the form of one |",
    ],
    ["of a rotation: needed", { previousKey: "needed" }, "Is the rotation", "must stay for now |"],
    [
      "of a rotation: deletable",
      { previousKey: "deletable" },
      "Is the rotation",
      "may be deleted |",
    ],
    [
      "of a rotation: overdue",
      { previousKey: "overdue" },
      "Is the rotation",
      "❌ the old key still",
    ],
    ["of a rotation: gone", { previousKey: "gone" }, "Is the rotation", "no longer works |"],
  ])("%s", (_name, report, question, answer) => {
    expect(rowOf(summaryOf(report), question)).toContain(answer);
  });

  test("not without a declared end", () => {
    const { expiry: _expiry, ...rest } = PASSED;
    const summary = renderSummary(rest, { hidesIds: false, life: undefined });
    expect(rowOf(summary, "Is its lifetime right?")).toContain("➖ not checked |");
  });
});

describe("the life of a key", () => {
  const life: Life = {
    end: { text: "2027-06-01", at: new Date("2027-06-01Z"), daysLeft: 1, hasPassed: false },
    limits: { warnBeforeDays: 30, failBeforeDays: 0 },
    now: NOW,
  };

  test("is drawn only once Pleo has accepted it", () => {
    expect(summaryOf({}, { life })).toContain("```mermaid");
    expect(summaryOf({ proofs: NOTHING_PROVEN }, { life })).not.toContain("```mermaid");
  });

  test("is told as declared", () => {
    expect(summaryOf({ proofs: NOTHING_PROVEN })).toContain(
      "- Declared to expire on: `2027-06-01`",
    );
  });
});

describe("ids in a summary for everybody", () => {
  test.each<[string, string | undefined, string]>([
    [
      `opens ${OTHER_COMPANY}, not ${COMPANY.toUpperCase()}`,
      COMPANY,
      "opens ‹other id›, not ‹expected id›",
    ],
    [`opens ${COMPANY}`, undefined, "opens ‹id›"],
    [
      `confirm it with \`gh variable set X --body ${COMPANY}\`.`,
      undefined,
      "confirm it with `gh variable set X` and the id that the log names.",
    ],
  ])("%s", (text, expected, shown) => {
    expect(hideIds(text, expected).split("\n")[0]).toBe(shown);
    expect(hideIds(text, expected)).toContain("the log of the step has them");
  });

  test("are not spoken of where there are none", () => {
    expect(hideIds("nothing\n", COMPANY)).toBe("nothing\n");
  });
});

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

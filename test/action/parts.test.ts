import { describe, expect, test } from "vitest";
import { checkKey, type CheckPorts } from "../../action/check.ts";
import { findHandOver } from "../../action/hand-over.ts";
import { parseInputs } from "../../action/inputs.ts";
import { causeOfMissingKey } from "../../action/missing-key.ts";
import { toLogText, toMarkdown } from "../../action/plain-text.ts";
import { useProxy } from "../../action/proxy.ts";
import { parseApiOrigin } from "../../action/pleo-api.ts";
import { readRawInputs } from "../../action/raw-inputs.ts";
import { renderAnnotations } from "../../action/render/annotations.ts";
import { renderSummary } from "../../action/render/summary.ts";
import { renderTimeline } from "../../action/render/timeline.ts";
import { collectSecrets } from "../../action/secrets.ts";
import { createFinding } from "../../src/report/finding.ts";
import { NOTHING_PROVEN } from "../../src/report/report.ts";
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
    expect(origins).toHaveLength(requests);
  });
});

describe("the line that hands the key over", () => {
  const env = {
    GITHUB_WORKFLOW_REF: "a/r/.github/workflows/deploy.yml@refs/heads/main",
    GITHUB_WORKSPACE: "w",
  };
  const read = (text: string) => (path: string) =>
    path === "w/.github/workflows/deploy.yml" ? text : undefined;
  const line = "          api-key: ${{ secrets.PLEO_API_KEY }}";

  test.each([
    ["is found", `a\nb\n${line}\n`, { file: ".github/workflows/deploy.yml", startLine: 3 }],
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
    proofs: NOTHING_PROVEN,
    installationStatuses: [],
    company: { actual: COMPANY },
    scopes: { granted: ["users:read"], missing: [], excess: [] },
    previousKey: "needed",
  } as const;
  const summary = renderSummary(report, { hidesIds: true, life: undefined });
  expect(summary).toMatchInlineSnapshot(`
    "## ❌ The Pleo key may not be used

    | Check | Result | What to do |
    |---|---|---|
    | Is it a key? | nothing found | |
    | Does Pleo accept it? | nothing found | |
    | Is it the right company's? | ❌ **The key opens another company** (\`company-mismatch\`)<br>The key opens &lt;b&gt;\\| \`x\` according to s, but ‹id not shown in a public repository› is expected: every read and write would land in the wrong books. | Store the key of the expected company. |
    | May it do what it must, and no more? | nothing found | |
    | Does it live long enough? | nothing found | |
    | May the old key go? | nothing found | |

    - Company: \`‹id not shown in a public repository›\`
    - Scopes: \`users:read\`
    "
  `);
  expect(renderSummary(report, { hidesIds: false, life: undefined })).toContain(
    `- Company: \`${COMPANY}\``,
  );
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

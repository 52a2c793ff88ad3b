import { describe, expect, test } from "vitest";
import { hideIds } from "../../../action/render/hide-ids.ts";
import { renderSummary, type SummaryOptions } from "../../../action/render/summary.ts";
import { renderTimeline, type Life } from "../../../action/render/timeline.ts";
import type { GuardReport } from "../../../src/activation/guard-report.ts";
import { createFinding } from "../../../src/report/finding.ts";
import { NOTHING_PROVEN } from "../../../src/report/report.ts";
import { COMPANY, OTHER_COMPANY } from "../../support/pleo-answers.ts";
import { PASSED, PROVEN } from "../passed-report.ts";

const NOW = new Date("2027-01-15T12:00:00Z");

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

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionReport } from "../../../action/action-report.ts";
import {
  commentMarker,
  renderComment,
  renderResolvedComment,
  type CommentOptions,
} from "../../../action/render/comment.ts";
import { tameMarkdown } from "../../../action/render/tame-markdown.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import {
  exampleReport,
  expiring,
  leakedIn,
  rejected,
  scopeMissing,
  tooWide,
} from "../github/example-report.ts";

const OPTIONS: CommentOptions = {
  kind: "standalone",
  environment: "production",
  hidesIds: false,
  goesOn: false,
  nextStep: "Look under Settings.",
};

/** What GitHub says that it takes, and what it takes. */
function expectToFit(text: string): void {
  expect(Array.from(text).length).toBeLessThanOrEqual(65_536);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(262_144);
}

describe("a comment", () => {
  test("begins with its marker and the verdict, and ends with what to do", () => {
    const text = renderComment(rejected(), OPTIONS);
    expect(text).toMatch(/^<!-- pleo-key-guard:comment standalone\/production -->\n\n## ❌ /);
    expect(text).toContain("| Check | Result | What to do |");
    expect(text).toContain("`key-rejected`");
    expect(text).toContain("**Next:** Look under Settings.");
  });

  test("says of a resolved matter that it is resolved", () => {
    const text = renderResolvedComment(OPTIONS);
    expect(text.startsWith(commentMarker(OPTIONS))).toBe(true);
    expect(text).toContain("What stood here is resolved.");
    expect(text).not.toContain("❌");
  });

  test("has another marker for each kind and environment", () => {
    const markers = (["standalone", "integrated"] as const).flatMap((kind) =>
      (["production", "staging"] as const).map((environment) =>
        commentMarker({ kind, environment }),
      ),
    );
    expect(new Set(markers).size).toBe(4);
  });

  test("in which the step goes on says why", () => {
    const report = exampleReport({ verdict: "unknown" });
    expect(renderComment(report, { ...OPTIONS, goesOn: true })).toContain("`on-unknown: warn`");
    expect(renderComment(report, OPTIONS)).not.toContain("on-unknown");
  });

  test("shows no id and no ending of the key where anybody reads it", () => {
    const mismatch = createFinding("company-mismatch", {
      actual: COMPANIES.florist.id,
      source: "the installation",
      expected: COMPANIES.bakery.id,
      confirm: "",
    });
    const report = exampleReport({ verdict: "fail", findings: [mismatch] });
    const nextStep = `Run \`gh variable set PLEO_COMPANY_ID --body ${COMPANIES.florist.id}\`.`;
    const open = renderComment(report, { ...OPTIONS, nextStep });
    for (const shown of [COMPANIES.florist.id, COMPANIES.bakery.id, "a1b2"]) {
      expect(open).toContain(shown);
    }
    const hidden = renderComment(report, { ...OPTIONS, nextStep, hidesIds: true });
    for (const shown of [COMPANIES.florist.id, COMPANIES.bakery.id, "a1b2"]) {
      expect(hidden).not.toContain(shown);
    }
    expect(hidden).toContain("‹expected id›");
    expect(hidden.match(/Ids are not shown here/g)).toHaveLength(1);
  });
});

describe("what does not fit is cut, and that is said", () => {
  const many = (count: number, make: (index: number) => Finding): ActionReport =>
    exampleReport({
      verdict: "fail",
      findings: Array.from({ length: count }, (_, index) => make(index)),
    });

  test("a report that fits is whole", () => {
    const text = renderComment(
      many(60, (index) => leakedIn(`src/file-${index}.js`, 1)),
      OPTIONS,
    );
    expect(text).toContain("file-59.js");
    expect(text).not.toContain("not shown here");
  });

  test.each<[string, ActionReport, string]>([
    [
      "10,000 findings of one kind",
      many(10_000, (index) => leakedIn(`f${index}.js`, 1)),
      "more findings are",
    ],
    [
      "10,000 of another weight",
      many(10_000, (index) => tooWide(`w${index}.yml`, 1)),
      "more findings are",
    ],
    ["one finding too long by itself", many(1, () => leakedIn("x".repeat(100_000), 1)), ""],
    [
      "a thousand long ones",
      many(1_000, (index) => leakedIn(`${index}${"é".repeat(5_000)}`, 1)),
      "more findings are",
    ],
    [
      "a thousand emoji",
      many(1_000, (index) => leakedIn(`${index}${"🌈".repeat(500)}`, 1)),
      "more findings are",
    ],
    [
      "a thousand remedies",
      many(1_000, (index) => ({ ...scopeMissing("x"), remedy: `${index}${"y".repeat(500)}` })),
      "more findings are",
    ],
  ])("%s", (_name, report, said) => {
    const text = renderComment(report, OPTIONS);
    expectToFit(text);
    expect(text).toContain(said);
    expect(text).toContain("**Next:** Look under Settings.");
    expect(text.length).toBeGreaterThan(1_000);
    // A question with findings never looks answered well.
    expect(text).not.toMatch(/nothing was found/);
  });

  test("the number of what is left out is right", () => {
    const text = renderComment(
      many(10_000, (index) => leakedIn(`f${index}.js`, 1)),
      OPTIONS,
    );
    const shown = new Set(text.match(/f\d+\.js/g)).size;
    expect(text).toContain(`${10_000 - shown} more findings are not shown here`);
  });

  test("one of each kind stays", () => {
    const report = many(3_000, (index) => leakedIn(`f${index}.js`, 1));
    const mixed = {
      ...report,
      findings: [...report.findings, tooWide("late.yml", 1), scopeMissing("x:read")],
    };
    const text = renderComment(mixed, OPTIONS);
    expectToFit(text);
    for (const id of ["key-leaked", "workflow-secret-too-wide", "scope-missing"]) {
      expect(text).toContain(`\`${id}\``);
    }
  });

  test("long lists beside the findings are cut, too", () => {
    const granted = Array.from({ length: 20_000 }, (_, index) => `scope-${index}:read`);
    const report = exampleReport({
      scopes: { granted, missing: [], excess: [] },
      scans: { leak: "z".repeat(200_000) },
    });
    const text = renderComment(report, OPTIONS);
    expectToFit(text);
    expect(text).toMatch(/\d+ of unusual name|too long/);
  });

  test("what would fit in no way is told in a line", () => {
    const report = exampleReport({ company: { actual: "x".repeat(100_000) } });
    const text = renderComment(report, OPTIONS);
    expectToFit(text);
    expect(text).toContain("too long for a comment");
  });

  test("whatever is in it, it fits", () => {
    const finding = fc.record({
      file: fc.string({ unit: anyCharacter(), maxLength: 4_000 }),
      line: fc.integer({ min: 1 }),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 200 }), (files) => {
        const findings = files.map(({ file, line }) => leakedIn(file, line));
        expectToFit(renderComment(exampleReport({ verdict: "fail", findings }), OPTIONS));
      }),
      { numRuns: 40 },
    );
  });
});

describe("hostile names do nothing", () => {
  test.each<[string, string, RegExp]>([
    ["a mention", "hi @octocat", /@octocat/],
    ["a team", "hi @octo/team", /@octo/],
    ["another issue", "see #12 and GH-12", /#12|GH-12/],
    ["another repository's issue", "octo/shop#12", /#12/],
    ["a picture", "![x](https://evil.example/x.png)", /!\[|\]\(/],
    ["a link", "[Pleo](https://evil.example)", /\]\(/],
    ["a reference", "[Pleo][x]", /\]\[/],
    ["a tag", "<img src=x onerror=y>", /<img/],
    ["the end of a comment", "--> <!--", /--> <|<!-- ?$/],
    ["a column", "a | b | c", /a \| b/],
    ["a line", "x\n\n# Passed", /^# Passed/m],
    ["our marker", "<!-- pleo-key-guard:comment x -->", /<!-- pleo-key-guard:comment x/],
    ["a direction", "a\u202eb", /\u202e/],
    // eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
    ["an escape sequence", "a\u001b[2Jb", /\u001b/],
  ])("%s", (_name, hostile, harm) => {
    const findings = [leakedIn(hostile, 1), tooWide("a.yml", 1, hostile)];
    const report = exampleReport({ verdict: "fail", findings, scans: { leak: hostile } });
    const text = renderComment(report, { ...OPTIONS, nextStep: hostile });
    const body = text.slice(text.indexOf("\n"));
    expect(body).not.toMatch(harm);
    expect(text.match(/<!--/g)).toHaveLength(1);
  });

  test("an address of a package, a version and mail stay what they are", () => {
    for (const text of ["actions/checkout@v4", "a@b.example", "issue # 12", "C#", "a > b"]) {
      expect(tameMarkdown(text)).toBe(text);
    }
  });

  test("a taming that is done twice is done once", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(tameMarkdown(tameMarkdown(text))).toBe(tameMarkdown(text));
      }),
    );
  });
});

test("a comment of a key that nears its end has the date", () => {
  expect(renderComment(expiring(9), OPTIONS)).toContain("2027-06-01");
});

import { expect, test } from "vitest";
import { renderBroken, renderText } from "../../action/render/text.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import { NOTHING_PROVEN } from "../../src/report/report.ts";
import { createFinding } from "../../src/report/finding.ts";
import { COMPANY } from "../support/pleo-answers.ts";

const BARE: GuardReport = {
  verdict: "unknown",
  findings: [],
  proofs: NOTHING_PROVEN,
  installationStatuses: [],
  company: {},
  scopes: { missing: [], excess: [] },
};

test("a report that passes says so first, and what was found", () => {
  const report: GuardReport = {
    ...BARE,
    verdict: "pass",
    keyHint: "c123",
    company: { expected: COMPANY, actual: COMPANY },
    scopes: { granted: ["users:read", "vendors:read"], missing: [], excess: [] },
    expiry: {
      text: "2027-06-01",
      at: new Date("2027-06-01T00:00:00Z"),
      daysLeft: 12,
      hasPassed: false,
    },
    previousKey: "deletable",
  };
  expect(renderText(report)).toMatchInlineSnapshot(`
    "PASS     The key may be used.
      key      ends in c123
      company  0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d
      scopes   users:read, vendors:read
      declared to expire on 2027-06-01 (12 days left)
      old key  may be deleted"
  `);
});

test("a report that fails gives cause and remedy of each finding", () => {
  const findings = [createFinding("key-missing", { renew: "R" })];
  expect(renderText({ ...BARE, verdict: "fail", findings })).toMatchInlineSnapshot(`
    "FAIL     The key may not be used.
      error: No key was given [key-missing]
          There is no key to check: the value is empty, so nothing about Pleo could be proven.
          → If there is a key, store it with \`gh secret set PLEO_API_KEY\` and pass it as \`api-key\`; if not, R."
  `);
});

test.each([
  [1, false, "1 day left"],
  [0, false, "less than a day left"],
  [0, true, "has passed"],
  [-3, true, "has passed"],
])("an end %d days off, passed: %s, is told as %j", (daysLeft, hasPassed, words) => {
  const expiry = { text: "2027-01-31", at: new Date("2027-01-31T00:00:00Z"), daysLeft, hasPassed };
  expect(renderText({ ...BARE, expiry })).toMatch(
    new RegExp(`  declared to expire on 2027-01-31 \\(${words}\\)$`),
  );
});

test.each([
  ["needed", "must stay for now"],
  ["overdue", "still works: delete it"],
  ["gone", "no longer works"],
] as const)("an old key that is %s is told so", (previousKey, words) => {
  expect(renderText({ ...BARE, previousKey })).toContain(`  old key  ${words}`);
});

test("what is not known is left out", () => {
  expect(renderText(BARE)).toBe(
    "UNKNOWN  Nobody can tell whether the key may be used, so it may not.",
  );
});

test("having no scopes is something else than not being known to have any", () => {
  expect(renderText({ ...BARE, scopes: { ...BARE.scopes, granted: [] } })).toContain(
    "  scopes   none",
  );
  const unusual = { ...BARE.scopes, granted: [], unshown: 3 };
  expect(renderText({ ...BARE, scopes: unusual })).toContain("  scopes   3 of unusual name");
  expect(renderText({ ...BARE, scopes: { ...unusual, granted: ["a:read"] } })).toContain(
    "  scopes   a:read, 3 of unusual name",
  );
});

test("a step that goes on though nothing is known says why", () => {
  expect(renderText(BARE, { goesOn: true }).split("\n")[1]).toBe(
    "  `on-unknown: warn` lets the step go on all the same; `deploy-allowed` is false.",
  );
});

test("what is found several times is told once, with every message and one remedy", () => {
  const missing = (scope: string) =>
    createFinding("scope-missing", { scope, purpose: "", rescope: "R" });
  const findings = [
    missing("users:read"),
    createFinding("scopes-not-declared", { scopes: "none" }),
    missing("vendors:read"),
  ];
  expect(
    renderText({ ...BARE, verdict: "fail", findings })
      .split("\n")
      .slice(1, 6),
  ).toEqual([
    "  error: A required scope is missing (2 times) [scope-missing]",
    "      The key lacks users:read: Pleo refuses the calls that need it.",
    "      The key lacks vendors:read: Pleo refuses the calls that need it.",
    "      → To have every scope of `required-scopes`, R.",
    "  warning: No scopes were required [scopes-not-declared]",
  ]);
  const lowered = [missing("a:read"), { ...missing("b:read"), severity: "warning" as const }];
  expect(renderText({ ...BARE, findings: lowered })).not.toContain("times");
});

test("what no key was checked for is told line by line", () => {
  expect(renderBroken("fail", "No:\n- a\n- b", "Do.")).toBe(
    "FAIL     The key was not checked.\n  No:\n  - a\n  - b\n  → Do.",
  );
});

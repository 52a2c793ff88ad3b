import { expect, test } from "vitest";
import { renderText } from "../../action/render/text.ts";
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
      expires  2027-06-01 (12 days left)
      old key  may be deleted"
  `);
});

test("a report that fails gives cause and remedy of each finding", () => {
  const findings = [createFinding("key-missing", { renew: "R" })];
  expect(renderText({ ...BARE, verdict: "fail", findings })).toMatchInlineSnapshot(`
    "FAIL     The key may not be used.
      error: No key was given [key-missing]
          There is no key to check: the value is empty, so nothing about Pleo could be proven.
          → If there is a key, store it with \`gh secret set PLEO_API_KEY\` and hand it to this check; if not, R."
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
    new RegExp(`  expires  2027-01-31 \\(${words}\\)$`),
  );
});

test.each([
  ["needed", "must stay for now"],
  ["gone", "no longer works"],
] as const)("an old key that is %s is told so", (previousKey, words) => {
  expect(renderText({ ...BARE, previousKey })).toContain(`  old key  ${words}`);
});

test("what is not known is left out", () => {
  expect(renderText({ ...BARE, scopes: { ...BARE.scopes, granted: [] } })).toBe(
    "UNKNOWN  Nobody can tell whether the key may be used, so it may not.",
  );
});

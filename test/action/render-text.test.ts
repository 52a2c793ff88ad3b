import { expect, test } from "vitest";
import { renderText } from "../../action/render/text.ts";
import type { GuardReport } from "../../src/activation/guard-key.ts";
import { createFinding } from "../../src/report/finding.ts";
import { COMPANY } from "../support/pleo-answers.ts";

const BARE: GuardReport = {
  verdict: "unknown",
  findings: [],
  installationStatuses: [],
  company: {},
  scopes: { missing: [], excess: [] },
  expiry: {},
};

test("a report that passes says so first, and what was found", () => {
  const report: GuardReport = {
    ...BARE,
    verdict: "pass",
    keyHint: "c123",
    company: { expected: COMPANY, actual: COMPANY },
    scopes: { granted: ["users:read", "vendors:read"], missing: [], excess: [] },
    expiry: { expiresAt: new Date("2027-06-01T00:00:00Z"), daysLeft: 12 },
    safeToRevokePrevious: true,
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
  const findings = [createFinding("key-missing", { place: "P" })];
  expect(renderText({ ...BARE, verdict: "fail", findings })).toMatchInlineSnapshot(`
    "FAIL     The key may not be used.
      error: No key was given [key-missing]
          There is no key to check: the value is empty, so nothing about Pleo could be proven.
          → Create a key under P and store it with \`gh secret set PLEO_API_KEY\`; on a pull request from a fork or by Dependabot a secret is empty by design."
  `);
});

test("what is not known is left out", () => {
  const expired = { expiresAt: new Date("2027-01-01T00:00:00Z"), daysLeft: -3 };
  expect(renderText({ ...BARE, expiry: expired, scopes: { ...BARE.scopes, granted: [] } }))
    .toMatchInlineSnapshot(`
    "UNKNOWN  Nobody can tell whether the key may be used, so it may not.
      expires  2027-01-01 (has passed)"
  `);
});

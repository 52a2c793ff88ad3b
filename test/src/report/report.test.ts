import { describe, expect, test } from "vitest";
import type { Finding, Severity } from "../../../src/report/finding.ts";
import { countBySeverity, decideVerdict, orderFindings } from "../../../src/report/report.ts";

const PROVEN = { accepted: true, active: true, company: true };

function finding(severity: Severity, inconclusive = false): Finding {
  return {
    id: "key-expiring",
    severity,
    inconclusive,
    area: "expiry",
    docs: "D",
    title: "T",
    message: "M.",
    remedy: "R.",
    values: {},
  };
}

describe("decideVerdict", () => {
  test.each<[string, readonly Finding[], string]>([
    ["nothing to say", [], "pass"],
    ["a warning and a notice", [finding("warning"), finding("notice")], "pass"],
    ["an error", [finding("error")], "fail"],
    ["an inconclusive error", [finding("error", true)], "unknown"],
    ["a lowered inconclusive finding", [finding("warning", true)], "pass"],
    ["an error beside an inconclusive one", [finding("error", true), finding("error")], "fail"],
  ])("with everything proven, %s gives the verdict", (_name, findings, verdict) => {
    expect(decideVerdict(findings, PROVEN)).toBe(verdict);
  });

  test.each(["accepted", "active", "company"] as const)(
    "never passes while %s is not proven, though nothing speaks against it",
    (proof) => {
      expect(decideVerdict([], { ...PROVEN, [proof]: false })).toBe("unknown");
      expect(decideVerdict([finding("error")], { ...PROVEN, [proof]: false })).toBe("fail");
    },
  );
});

test("the worst stands first, and equals keep their order", () => {
  const given = [
    finding("notice"),
    finding("warning"),
    finding("error", true),
    { ...finding("error"), title: "first" },
    { ...finding("error"), title: "second" },
  ];
  const ordered = orderFindings(given);
  expect(ordered.map(({ severity, inconclusive }) => [severity, inconclusive])).toEqual([
    ["error", false],
    ["error", false],
    ["error", true],
    ["warning", false],
    ["notice", false],
  ]);
  expect(ordered.slice(0, 2).map(({ title }) => title)).toEqual(["first", "second"]);
});

test("findings are counted by severity", () => {
  expect(countBySeverity([finding("error"), finding("notice"), finding("error", true)])).toEqual({
    error: 2,
    warning: 0,
    notice: 1,
  });
});

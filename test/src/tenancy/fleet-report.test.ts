import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/report/finding.ts";
import type { Verdict } from "../../../src/report/report.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import { compareTenants, type Comparison } from "../../../src/tenancy/compare-tenants.ts";
import { createFleetReport, type FleetReport } from "../../../src/tenancy/fleet-report.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { DOUBT, FAILURE, tenantRecord, WARNING } from "./tenant-records.ts";

const NOTHING: Comparison = { ofTenants: new Map(), ofFleet: [] };

function reportOn(records: readonly TenantRecord[], comparison = NOTHING): FleetReport {
  return createFleetReport({ records, comparison, manifestTenants: records.length });
}

function ofFleet(finding: Finding): Comparison {
  return { ...NOTHING, ofFleet: [finding] };
}

const PASSED = tenantRecord("passed");
const FAILED = tenantRecord("failed", { report: { verdict: "fail", findings: [FAILURE] } });
const OPEN = tenantRecord("open", { report: { verdict: "unknown", findings: [DOUBT] } });
const SHARED = createTenantFinding("tenant-key-shared", { which: "key", group: "group 3f9a1c" });
const UNCLAIMED = createTenantFinding("tenant-key-unclaimed", { keys: "One more key is" });
const OPEN_FILE = createTenantFinding("tenant-key-file-open", { file: "keys.json", mode: "0644" });
const UNFINISHED = createTenantFinding("fleet-unfinished", { tenants: "1 tenant was" });

describe("the whole verdict", () => {
  test.each<[string, readonly TenantRecord[], Comparison, Verdict]>([
    ["one that passed", [PASSED], NOTHING, "pass"],
    ["one that failed among many", [PASSED, FAILED, OPEN], NOTHING, "fail"],
    ["one that is open among many", [PASSED, OPEN, PASSED], NOTHING, "unknown"],
    ["a shared key", [PASSED], { ...NOTHING, ofTenants: new Map([["passed", [SHARED]]]) }, "fail"],
    [
      "what is told to nobody here",
      [PASSED],
      { ...NOTHING, ofTenants: new Map([["x", [SHARED]]]) },
      "pass",
    ],
    ["an error of the fleet", [PASSED], ofFleet(OPEN_FILE), "fail"],
    ["an open question of the fleet", [PASSED], ofFleet(UNFINISHED), "unknown"],
    ["an open question and a failure", [FAILED], ofFleet(UNFINISHED), "fail"],
    ["a warning of the fleet", [PASSED], ofFleet(UNCLAIMED), "pass"],
    ["an error that was lowered", [PASSED], ofFleet({ ...OPEN_FILE, severity: "warning" }), "pass"],
  ])("with %s", (_name, records, comparison, verdict) => {
    expect(reportOn(records, comparison).verdict).toBe(verdict);
  });

  test("nobody at all is never a pass", () => {
    expect(reportOn([]).verdict).toBe("unknown");
    const empty = compareTenants([], { manifestTenants: 0, unclaimedNames: [] });
    expect(reportOn([], empty).verdict).toBe("fail");
  });

  test.each([0, 2, 3])("one record where the manifest has %i tenants is no pass", (count) => {
    const evidence = { records: [PASSED], comparison: NOTHING, manifestTenants: count };
    expect(createFleetReport(evidence).verdict).toBe("unknown");
  });

  test.each<[string, TenantRecord, Verdict]>([
    ["a failure", tenantRecord("a", { report: { findings: [FAILURE] } }), "fail"],
    ["an open question", tenantRecord("a", { report: { findings: [DOUBT] } }), "unknown"],
    [
      "no proof",
      tenantRecord("a", { report: { proofs: { accepted: true, active: true, company: false } } }),
      "unknown",
    ],
  ])("a record that calls itself a pass and has %s is none", (_name, record, verdict) => {
    expect(reportOn([record]).tenants[0]?.verdict).toBe(verdict);
    expect(reportOn([record]).verdict).toBe(verdict);
  });

  test("a record that calls itself a failure is one, though nothing says why", () => {
    expect(reportOn([tenantRecord("a", { report: { verdict: "fail" } })]).verdict).toBe("fail");
  });
});

test("tenants are counted by their verdicts, with what is told across them", () => {
  const other = tenantRecord("other");
  const comparison = { ...NOTHING, ofTenants: new Map([["other", [SHARED]]]) };
  const { counts } = reportOn([PASSED, FAILED, OPEN, other], comparison);
  expect(counts).toEqual({ pass: 1, fail: 2, unknown: 1 });
});

test("a tenant hears what its own check and the look across tenants say, the worst first", () => {
  const record = tenantRecord("a", { report: { findings: [WARNING] } });
  const { tenants } = reportOn([record], { ...NOTHING, ofTenants: new Map([["a", [SHARED]]]) });
  expect(tenants[0]?.findings.map(({ id }) => id)).toEqual(["tenant-key-shared", WARNING.id]);
});

function expiring(id: string, date: string): TenantRecord {
  const expiry = { text: date, at: new Date(date), daysLeft: 1, hasPassed: false };
  return tenantRecord(id, { report: { expiry } });
}

const ORDERED: readonly TenantRecord[] = [
  tenantRecord("two-failures", { report: { verdict: "fail", findings: [FAILURE, FAILURE] } }),
  tenantRecord("failure-and-doubt", { report: { verdict: "fail", findings: [FAILURE, DOUBT] } }),
  FAILED,
  OPEN,
  tenantRecord("warned", { report: { findings: [WARNING] } }),
  expiring("soon", "2027-01-01"),
  expiring("later", "2027-01-02"),
  tenantRecord("a-never"),
  tenantRecord("b-never"),
];

test("the worst stands first, whatever the order of the manifest", () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...ORDERED], { minLength: ORDERED.length, maxLength: ORDERED.length }),
      (records) => {
        const order = reportOn(records).tenants.map(({ record }) => record.id);
        expect(order).toEqual(ORDERED.map(({ id }) => id));
      },
    ),
  );
});

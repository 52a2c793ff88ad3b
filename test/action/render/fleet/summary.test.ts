import { describe, expect, test } from "vitest";
import { renderMonths } from "../../../../action/render/fleet/months.ts";
import { renderFleetSummary, tenantReport } from "../../../../action/render/fleet/summary.ts";
import { renderFleetText } from "../../../../action/render/fleet/text.ts";
import {
  inWordsOfTenants,
  nextStepOfFleet,
  type ToldFleet,
} from "../../../../action/render/fleet/told.ts";
import type { FleetOutcome } from "../../../../action/tenants/fleet-outcome.ts";
import { createFinding } from "../../../../src/report/finding.ts";
import type { TenantRecord } from "../../../../src/tenancy/tenant.ts";
import { DOUBT, FAILURE, tenantRecord, WARNING } from "../../../src/tenancy/tenant-records.ts";
import {
  companyOf,
  fleetOf,
  hintOf,
  NOW,
  tellableTenant,
  UNCLAIMED,
} from "../../tenants/example-fleet.ts";

function told(outcome: FleetOutcome, options: Partial<ToldFleet> = {}): ToldFleet {
  const worded = { ...outcome, report: inWordsOfTenants(outcome.report) };
  return {
    ...worded,
    goesOn: false,
    hidesIds: false,
    nextStep: nextStepOfFleet(worded),
    now: NOW,
    ...options,
  };
}

const NUMBERS = Array.from({ length: 12 }, (_, index) => index + 1);
const SHARED = { key: "a".repeat(32), company: "b".repeat(32) };
const TELLABLE = NUMBERS.map((number) => tellableTenant(number, { fingerprints: SHARED }));

/** All that a reader could tell tenant `number` by. */
function traitsOf(number: number): readonly string[] {
  const [id] = [tellableTenant(number).id];
  const day = `20${30 + number}-03-04`;
  return [id, `owner-${number}@`, day, hintOf(number), companyOf(number), companyOf(number + 500)];
}

/** Whose data a text holds. */
function tenantsIn(text: string): readonly number[] {
  return NUMBERS.filter((number) => traitsOf(number).some((trait) => text.includes(trait)));
}

describe("each tenant's data stand by themselves", () => {
  const outcome = fleetOf(TELLABLE, { ofFleet: [UNCLAIMED] });

  test.each([
    ["summary", renderFleetSummary(told(outcome))],
    ["summary for everybody", renderFleetSummary(told(outcome, { hidesIds: true }))],
    ["log", renderFleetText(told(outcome))],
  ])("in the %s, where no line is about two", (_name, text) => {
    const lines = text.split("\n").map(tenantsIn);
    for (const tenants of lines) expect(tenants.length).toBeLessThan(2);
    // And each is there.
    expect(new Set(lines.flat()).size).toBe(NUMBERS.length);
  });

  test.each(outcome.report.tenants.map((tenant, index) => [tenant.record.id, index] as const))(
    "in the report for %s, where there is no other",
    (id, index) => {
      const tenant = outcome.report.tenants[index];
      const text = tenant === undefined ? "" : tenantReport(tenant);
      expect(tenantsIn(text).map((number) => tellableTenant(number).id)).toEqual([id]);
      expect(text).toContain("tenant-key-shared");
      expect(text).toMatch(/group [0-9a-f]{6}/);
      expect(text).not.toContain(SHARED.key);
    },
  );

  test("and what everybody may read holds ids of tenants and no other trait", () => {
    const text = renderFleetSummary(told(outcome, { hidesIds: true }));
    for (const number of NUMBERS) {
      const [id = "", ...others] = traitsOf(number);
      expect(text).toContain(id);
      for (const trait of others) expect(text).not.toContain(trait);
    }
    expect(text).toContain("‹id›");
  });

  test("and what only those who may read it holds all of them", () => {
    const text = renderFleetSummary(told(outcome));
    for (const number of NUMBERS) {
      const [id, owner, , , company] = traitsOf(number);
      for (const trait of [id, owner, company]) expect(text).toContain(trait);
    }
  });
});

describe("the headline", () => {
  const passed = tenantRecord("a");
  const failed = tenantRecord("b", { report: { verdict: "fail", findings: [FAILURE] } });
  const open = tenantRecord("c", { report: { verdict: "unknown", findings: [DOUBT] } });
  const shard = { index: 1, count: 1 };

  test.each<[string, readonly TenantRecord[], string]>([
    ["one that passed", [passed], "## ✅ The Pleo key of the 1 tenant may be used"],
    [
      "two that passed",
      [passed, tenantRecord("d")],
      "## ✅ The Pleo keys of all 2 tenants may be used",
    ],
    ["one that failed", [passed, failed], "## ❌ The Pleo keys of 1 of 2 tenants may not be used"],
    [
      "one that is open",
      [passed, open],
      "## ❔ Nobody can tell whether the Pleo keys of 1 of 2 tenants",
    ],
    ["nobody", [], "## ❌ The Pleo keys of this fleet may not be used"],
  ])("of %s says so", (_name, records, headline) => {
    expect(renderFleetSummary(told(fleetOf(records)))).toMatch(new RegExp(`^${headline}`));
  });

  test("of a shard says which, and that it allows nothing", () => {
    const text = renderFleetSummary(told(fleetOf([passed], { shard })));
    expect(text).toMatch(/^## ✅ Shard 1 of 1: the Pleo key of/);
    expect(text).toContain("A shard alone allows no deploy");
    expect(renderFleetSummary(told(fleetOf([passed])))).not.toContain("A shard alone");
  });

  test("of a fleet with an error of its own says that nobody may use it", () => {
    const missing = { ...UNCLAIMED, severity: "error" } as const;
    const text = renderFleetSummary(told(fleetOf([passed], { ofFleet: [missing] })));
    expect(text).toMatch(/^## ❌ The Pleo keys of this fleet may not be used/);
    expect(text).toContain("A key named `left-over` is handed");
  });

  test("is followed by the counts, and by why the step goes on", () => {
    const text = renderFleetSummary(told(fleetOf([passed, failed, open]), { goesOn: true }));
    for (const row of ["| ❌ fail | 1 |", "| ❔ unknown | 1 |", "| ✅ pass | 1 |", "| all | 3 |"]) {
      expect(text).toContain(row);
    }
    expect(text).toContain("`on-unknown: warn` lets the step go on");
  });
});

describe("the worst first", () => {
  test("those who passed without a word have no row", () => {
    const records = [
      tenantRecord("quiet"),
      tenantRecord("warned", { report: { findings: [WARNING] } }),
      tenantRecord("noted", { report: { findings: [{ ...WARNING, severity: "notice" }] } }),
    ];
    const text = renderFleetSummary(told(fleetOf(records)));
    expect(text).toContain("| ✅ warned |");
    expect(text).not.toMatch(/quiet|noted/);
    expect(renderFleetSummary(told(fleetOf([tenantRecord("quiet")])))).not.toContain("worst");
  });

  test("what a tenant is called opens no tag and leaves no cell", () => {
    const record = tenantRecord("a", {
      owner: "<b>|x|",
      report: { verdict: "fail", findings: [FAILURE] },
    });
    expect(renderFleetSummary(told(fleetOf([record])))).toContain("| &lt;b&gt;\\|x\\| |");
  });

  test.each([
    [500, undefined],
    [501, "1 more tenant is left out here"],
    [10_000, "9500 more tenants are left out here"],
  ])("of %i tenants no more than 500 have a row, and the rest is counted", (count, rest) => {
    const records = Array.from({ length: count }, (_, index) =>
      tenantRecord(`t${index}`, { report: { verdict: "fail", findings: [FAILURE] } }),
    );
    const text = renderFleetSummary(told(fleetOf(records)));
    expect(text.match(/^\| ❌ t\d+ /gm)).toHaveLength(500);
    if (rest === undefined) expect(text).not.toContain("left out");
    else
      expect(text).toContain(
        `${rest}, since there is no room; the report file (\`report-file\`) has all`,
      );
  });

  test("rows go before GitHub refuses all of it", () => {
    const long = createFinding("rotation-unproven", { problem: "Ä".repeat(5_000), fix: "F." });
    const records = Array.from({ length: 400 }, (_, index) =>
      tenantRecord(`t${index}`, { report: { verdict: "unknown", findings: [long] } }),
    );
    const text = renderFleetSummary(told(fleetOf(records)));
    const rows = text.match(/^\| ❔ t\d+ /gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(50);
    expect(text).toContain(`${400 - rows} more tenants are left out here`);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(900_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(850_000);
  });

  test("the log is bounded as well", () => {
    const records = Array.from({ length: 51 }, (_, index) =>
      tenantRecord(`t${index}`, { report: { verdict: "fail", findings: [FAILURE] } }),
    );
    const text = renderFleetText(told(fleetOf(records)));
    expect(text.match(/tenant t\d+ /g)).toHaveLength(50);
    expect(text).toContain("1 tenant more of which there is something to say: see `report-file`.");
    expect(renderFleetText(told(fleetOf(records.slice(1))))).not.toContain("report-file");
  });
});

describe("when keys end", () => {
  const ending = (id: string, text: string): TenantRecord =>
    tenantRecord(id, {
      report: {
        expiry: { text, at: new Date(text), daysLeft: 1, hasPassed: false },
      },
    });

  test("is counted by months, with both edges", () => {
    const days = ["2027-01-15T12:00:00Z", "2027-01-16", "2027-01-31", "2027-12-31", "2028-01-01"];
    const { tenants } = fleetOf([...days.map((day) => ending(day, day)), tenantRecord("x")]).report;
    const rows = renderMonths(tenants, NOW)?.split("\n").slice(2) ?? [];
    const counts = rows.map((row) => row.split(" | ").slice(0, 2).join(" "));
    expect(counts).toEqual([
      "| has passed 1",
      "| 2027-01 2",
      ...["02", "03", "04", "05", "06", "07", "08", "09", "10", "11"].map((it) => `| 2027-${it} 0`),
      "| 2027-12 1",
      "| later 1",
      "| not declared 1",
    ]);
    expect(rows[1]).toBe(`| 2027-01 | 2 | ${"█".repeat(20)} |`);
    expect(rows[2]).toBe("| 2027-02 | 0 |  |");
  });

  test("is not drawn where nobody has said, nor for everybody", () => {
    expect(renderFleetSummary(told(fleetOf([tenantRecord("x")])))).not.toContain("When keys end");
    const outcome = fleetOf([ending("a", "2027-03-01")]);
    expect(renderFleetSummary(told(outcome))).toContain("When keys end");
    expect(renderFleetSummary(told(outcome, { hidesIds: true }))).not.toContain("2027-03");
  });
});

describe("the next step", () => {
  const failed = tenantRecord("b", { report: { verdict: "fail", findings: [FAILURE] } });
  test.each<[string, FleetOutcome, RegExp]>([
    [
      "is the fleet's, where that fails",
      fleetOf([failed], { ofFleet: [{ ...UNCLAIMED, severity: "error" }] }),
      /^Add the tenant/,
    ],
    ["is the worst tenant's", fleetOf([failed], { ofFleet: [UNCLAIMED] }), /^Tenant b: /],
    [
      "is a warning of the fleet",
      fleetOf([tenantRecord("a")], { ofFleet: [UNCLAIMED] }),
      /^Add the tenant/,
    ],
    ["is none", fleetOf([tenantRecord("a")]), /^Nothing needs to be done\.$/],
    [
      "is to merge",
      fleetOf([tenantRecord("a")], { shard: { index: 1, count: 1 } }),
      /^Hand the reports/,
    ],
  ])("%s", (_name, outcome, step) => {
    expect(nextStepOfFleet(outcome)).toMatch(step);
  });
});

import { expect, test } from "vitest";
import { tenantReport } from "../../../action/render/fleet/summary.ts";
import { describeScans } from "../../../action/render/fleet/told.ts";
import { renderSummary } from "../../../action/render/summary.ts";
import { renderText } from "../../../action/render/text.ts";
import { createScanFinding } from "../../../src/report/scan-catalogue.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import { exampleReport } from "../github/example-report.ts";
import { fleetOf, hintOf, tellableTenant } from "../tenants/example-fleet.ts";

/** What `severities` switches off must not make anything look better than it is. */

const UNREADABLE = createScanFinding("workflow-unreadable", { problem: "P", fix: "F." });
const scans = { workflow: "3 workflows", leak: "10 files" };
const HIDDEN = { findings: [], switchedOff: [UNREADABLE], scans };

test("the summary says that something was found by a scan, and what is not told", () => {
  const summary = renderSummary(exampleReport(HIDDEN), { hidesIds: false, life: undefined });
  expect(summary).toContain(
    "| ➖ only `workflow-unreadable`, which `severities` switches off, was found in 3 workflows | |",
  );
  expect(summary).toContain("| ✅ nothing was found in 10 files | |");
});

test("the log does not say that nothing was found", () => {
  const text = renderText(exampleReport(HIDDEN));
  expect(text).toContain("looked through 10 files: nothing was found");
  expect(text).not.toContain("3 workflows");
});

test("nor does the word of a fleet", () => {
  const outcome = fleetOf([tellableTenant(1)]);
  const report = { ...outcome.report, switchedOff: [UNREADABLE] };
  expect(describeScans({ ...outcome, scans })).toEqual(["10 files", "3 workflows"]);
  expect(describeScans({ ...outcome, report, scans })).toEqual(["10 files"]);
});

test("a tenant's own report shows no end of a key that may be another's", () => {
  const shared = createTenantFinding("tenant-company-shared", {
    environment: "production",
    group: "group 1",
  });
  const [tenant] = fleetOf([tellableTenant(1)]).report.tenants;
  if (tenant === undefined) throw new Error("There is one tenant.");
  const own = { ...tenant, findings: [], switchedOff: [] };
  expect(tenantReport(own)).toContain(hintOf(1));
  expect(tenantReport({ ...own, switchedOff: [shared] })).not.toContain(hintOf(1));
});

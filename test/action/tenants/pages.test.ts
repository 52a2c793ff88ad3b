import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parseInputs } from "../../../action/inputs.ts";
import { readRawInputs } from "../../../action/raw-inputs.ts";
import { renderFleetReminders } from "../../../action/render/fleet/reminder.ts";
import { readManifest } from "../../../action/tenants/manifest/manifest.ts";
import { MOST_MASKED_IN_FULL } from "../../../action/tenants/run-fleet-masks.ts";
import { createFinding } from "../../../src/report/finding.ts";
import { FINDING_IDS } from "../../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../../src/report/whole-catalogue.ts";
import { tenantRecord } from "../../src/tenancy/tenant-records.ts";
import { findingIds, outputsIn } from "../key-scene.ts";
import { exampleKey } from "../../support/keys.ts";
import { runnerEnvironment } from "../../support/run-action.ts";
import { runInMemory } from "../../support/run-in-memory.ts";
import { expired, expiring } from "../github/example-report.ts";
import { fleetOf } from "./example-fleet.ts";

const tenantsPage = readFileSync("docs/tenants.md", "utf8");
const incidentPage = readFileSync("docs/incident.md", "utf8");

describe("the page on many customers", () => {
  const [, sample = ""] = /^```yaml manifest\n([^]*?)\n```$/m.exec(tenantsPage) ?? [];

  test("shows a manifest that can be used", () => {
    const read = readManifest(sample, { warnBeforeDays: 30, failBeforeDays: 0 });
    expect(read.kind === "read" && read.tenants.map(({ id }) => id)).toEqual([
      "nordic-bakery",
      "harbour-hotel",
      "city-cycles",
    ]);
  });

  test("names the schema that is there", () => {
    const [, file = ""] = /\$schema=https:\/\/\S+?\/COMMIT_SHA\/(\S+)$/m.exec(sample) ?? [];
    expect(file).toMatch(/\.schema\.json$/);
    expect(existsSync(file)).toBe(true);
  });

  test("explains every name that a tenant may have", () => {
    const schema = JSON.parse(readFileSync("action/tenants/tenants.schema.json", "utf8")) as {
      readonly definitions: { readonly tenant: { readonly properties: object } };
    };
    const names = Object.keys(schema.definitions.tenant.properties);
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(tenantsPage).toContain(`\`${name}\``);
  });

  test("explains every finding about many tenants", () => {
    const ids = FINDING_IDS.filter((id) => WHOLE_CATALOGUE[id].area === "tenancy");
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) expect(tenantsPage).toContain(`| [${id}](findings.md#${id}) `);
  });
});

describe("the page on many customers agrees with", () => {
  test("how many keys are masked in every spelling", () => {
    expect(tenantsPage.replaceAll(/\s+/g, " ")).toContain(
      `up to ${MOST_MASKED_IN_FULL.toLocaleString("en-US")} keys`,
    );
  });

  test("what is refused beside it", () => {
    const inputs = { tenants: "t.yml", "leak-scan": "workspace" };
    expect(() => parseInputs(readRawInputs(runnerEnvironment(inputs)))).toThrow(
      /`leak-scan` looks for the one key of `api-key`; give it a step of its own/,
    );
    expect(tenantsPage).toContain("`leak-scan` is refused together with `tenants`");
  });

  test("what such a step of its own finds, which has no key", async () => {
    const workspace = mkdtempSync(path.join(tmpdir(), "shapes-"));
    writeFileSync(path.join(workspace, "notes.txt"), exampleKey());
    const inputs = { "leak-scan": "workspace", "on-missing-key": "skip" };
    const run = await runInMemory({ inputs, env: { GITHUB_WORKSPACE: workspace } });
    rmSync(workspace, { recursive: true });
    expect(findingIds(outputsIn(run))).toContain("key-shaped-text");
    expect(run.failed).toBe(true);
  });
});

describe("the reminder repeats the page on incidents", () => {
  const stopped = createFinding("installation-missing", { answer: "404", fix: "F." });
  const outcome = fleetOf([
    tenantRecord("a", { fingerprints: { key: "a".repeat(32) } }),
    tenantRecord("b", { fingerprints: { key: "a".repeat(32) } }),
    tenantRecord("c", { report: expired() }),
    tenantRecord("d", { report: expiring(20) }),
    tenantRecord("e", { report: { verdict: "fail", findings: [stopped] } }),
  ]);
  const [reminder] = renderFleetReminders(outcome, { hidesIds: false, incidentPage: "PAGE" });
  const body = reminder?.wish.kind === "concern" ? reminder.wish.issue.body : "";

  test.each([
    "Stop the jobs of the integration for this tenant, so that nothing more is read or written with the key.",
    "Settings > Accounting",
    "Settings > API Keys",
    "ask Pleo's support",
    "where the manifest says that this tenant's key is kept",
    "that the integration stands still, and that the customer has to connect it again",
    "what was not transferred has to be caught up on",
    "If only the declared date is wrong, correct `expires-on` in the manifest, and that is all.",
    "which company answered, what was read, what was written",
    "once its own row says pass",
  ])("in: %s", (words) => {
    const plain = incidentPage.replaceAll("**", "").replaceAll(/\s+/g, " ");
    expect(plain).toContain(words);
    expect(body.replaceAll(/[\u200b]/g, "")).toContain(words);
  });

  test("and has a line for each tenant, the worst first", () => {
    const lines = [...body.matchAll(/^- \*\*(\w)\*\*: (.*)$/gm)].map(
      ([, id, said]) => `${id} ${said}`,
    );
    expect(lines).toEqual([
      "a its key is in use for another tenant too, so one customer's data can reach another (`tenant-key-shared`).",
      "b its key is in use for another tenant too, so one customer's data can reach another (`tenant-key-shared`).",
      "e its key no longer works (`installation-missing`).",
      "c its key was declared to expire on 2027-06-01, which has passed (`key-expired`).",
      "d its key is declared to expire soon, on 2027-06-01 (`key-expiring`).",
    ]);
  });
});

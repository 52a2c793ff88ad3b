import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createTenantFinding } from "../../../../src/report/tenant-catalogue.ts";
import type { TenantRecord } from "../../../../src/tenancy/tenant.ts";
import { tenantRecord, WARNING } from "../../../src/tenancy/tenant-records.ts";
import { endIn } from "../../github/example-report.ts";
import { fleetOf, tellableTenant } from "../example-fleet.ts";
import { FAILED, OPEN, openFleetStage, PASSED, type FleetStage } from "./stage.ts";

let stage: FleetStage;
beforeEach(async () => {
  stage = await openFleetStage();
});
afterEach(() => stage.close());

const tell: FleetStage["tell"] = (...telling) => stage.tell(...telling);

describe("the comment", () => {
  const inputs = { comment: "on-failure" };
  const eventName = "pull_request";

  function comments(): readonly string[] {
    return stage.github.repository.comments.map(({ body }) => body);
  }

  test("is written once, kept up to date, and resolved", async () => {
    await tell(fleetOf([FAILED]), { inputs, eventName });
    await tell(fleetOf([FAILED]), { inputs, eventName });
    expect(stage.github.writes()).toHaveLength(1);
    expect(comments()).toEqual([expect.stringContaining("❌ b-failed")]);
    await tell(fleetOf([PASSED]), { inputs, eventName });
    expect(comments()).toEqual([expect.stringContaining("## ✅ The Pleo keys of all tenants")]);
  });

  test("is as long as GitHub takes, however many tenants there are", async () => {
    const records = Array.from({ length: 300 }, (_, index) =>
      tellableTenant((index % 60) + 1, { id: `t${index}` }),
    );
    await tell(fleetOf(records), { inputs, eventName });
    const [body = ""] = comments();
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toContain("| ❌ fail | 300 |");
    expect(body).toMatch(/\d+ more tenants are left out here/);
  });

  test("loses rows before it is too long", async () => {
    const long = createTenantFinding("tenant-unchecked", { problem: "x".repeat(5_000), fix: "F." });
    const records = Array.from({ length: 40 }, (_, index) =>
      tenantRecord(`t${index}`, { report: { verdict: "unknown", findings: [long] } }),
    );
    await tell(fleetOf(records), { inputs, eventName });
    const [body = ""] = comments();
    expect(body.match(/^\| ❔ t\d+ /gm)).toHaveLength(10);
    const huge = { ...long, message: "x".repeat(70_000) };
    await tell(
      fleetOf([tenantRecord("t", { report: { findings: [huge] } })], { ofFleet: [huge] }),
      { inputs, eventName },
    );
    expect(comments()[0]).toContain("The rest is too long for a comment");
  });

  test("shows nothing of a secret that taming would have hidden from the redactor", async () => {
    const secret = "hunter2#42-and-more";
    const finding = createTenantFinding("tenant-unchecked", {
      problem: `It said ${secret}`,
      fix: "F.",
    });
    const record = tenantRecord("a", { report: { verdict: "unknown", findings: [finding] } });
    await tell(fleetOf([record]), { inputs, eventName, secrets: [secret] });
    expect(comments()[0]).toContain("It said ****");
    expect(comments()[0]).not.toContain("hunter2");
  });

  test("is not written by a shard, which says so", async () => {
    const shard = { index: 1, count: 1 };
    const told = await tell(fleetOf([FAILED], { shard }), {
      inputs: { ...inputs, reminder: "true", "report-file": "r" },
      eventName,
    });
    expect(stage.github.requests).toEqual([]);
    expect(told.log).toContain("A shard writes neither comment nor reminder; `merge` does.");
  });
});

describe("the reminder", () => {
  const inputs = { reminder: "true" };
  const ending = (id: string, daysLeft: number): TenantRecord =>
    tenantRecord(id, {
      report: { findings: [{ ...WARNING, id: "key-expiring" }], expiry: endIn(daysLeft) },
    });

  function issues(): readonly {
    readonly title: string;
    readonly body: string;
    readonly state: string;
  }[] {
    return stage.github.repository.issues;
  }

  test("names each tenant in a line of its own, and is closed when all are well", async () => {
    await tell(fleetOf([ending("a", 20), ending("b", 3), PASSED]), { inputs });
    await tell(fleetOf([ending("a", 19), ending("b", 2), PASSED]), { inputs });
    expect(stage.github.writes()).toHaveLength(1);
    expect(issues()).toMatchObject([{ title: "Pleo keys (production): 2 tenants need attention" }]);
    expect(issues()[0]?.body).toMatch(
      /^- \*\*b\*\*: its key is declared to expire within days, on 2027-06-01/m,
    );
    expect(issues()[0]?.body).toMatch(
      /^- \*\*a\*\*: its key is declared to expire soon, on 2027-06-01/m,
    );
    await tell(fleetOf([tenantRecord("a", { report: { expiry: endIn(300) } })]), { inputs });
    expect(issues()).toMatchObject([{ state: "closed" }]);
  });

  test("has the recipe for a key that is shared", async () => {
    const fingerprints = { key: "a".repeat(32) };
    await tell(
      fleetOf([tenantRecord("a", { fingerprints }), tenantRecord("b", { fingerprints })]),
      { inputs },
    );
    const [issue] = stage.github.repository.issues;
    expect(issue?.labels).toContain("key-shared");
    expect(issue?.body).toContain("## A key that is shared");
    expect(issue?.body).toContain("docs/incident.md");
    expect(
      issue?.body.match(/^- \*\*[ab]\*\*: its key is in use for another tenant too/gm),
    ).toHaveLength(2);
  });

  test("is not opened again for what a person has heard of, and is for what is new", async () => {
    await tell(fleetOf([ending("a", 20), ending("b", 20)]), { inputs });
    for (const issue of stage.github.repository.issues) issue.state = "closed";
    await tell(fleetOf([ending("a", 20)]), { inputs });
    expect(issues()).toHaveLength(1);
    await tell(fleetOf([ending("a", 20), ending("c", 20)]), { inputs });
    expect(issues()).toHaveLength(2);
  });

  test("changes nothing while Pleo does not answer for one, and is silent for pull requests", async () => {
    await tell(fleetOf([ending("a", 20)]), { inputs });
    await tell(fleetOf([tenantRecord("a", { report: { expiry: endIn(300) } }), OPEN]), { inputs });
    await tell(fleetOf([ending("b", 20)]), { inputs, eventName: "pull_request" });
    expect(stage.github.writes()).toHaveLength(1);
  });

  test("is one for each environment", async () => {
    await tell(fleetOf([ending("a", 20), { ...ending("b", 20), environment: "staging" }]), {
      inputs,
    });
    expect(
      issues()
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual([
      "Pleo keys (production): 1 tenant needs attention",
      "Pleo keys (staging): 1 tenant needs attention",
    ]);
  });

  test("has neither days nor owners for everybody, and is bounded", async () => {
    const records = Array.from({ length: 2_000 }, (_, index) => ({
      ...ending(`t${index}`, 20),
      owner: "team-x",
    }));
    await tell(fleetOf(records), { inputs, event: {} });
    const [issue] = issues();
    expect(issue?.body).not.toMatch(/2027-06-01|team-x/);
    expect(issue?.body).toContain("1900 more entries have no room here");
    expect(issue?.body.length).toBeLessThan(65_536);
    await tell(fleetOf(records.slice(0, 1)), { inputs });
    expect(stage.github.repository.issues[0]?.body).toContain("Tell: team-x.");
  });
});

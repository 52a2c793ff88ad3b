import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, type PlainRequest } from "../support/ask-simulator.ts";
import { startSimulator, type Simulator } from "./simulator.ts";
import type { ScenarioName } from "./scenarios.ts";
import { COMPANIES, EMPLOYEE, ORGANISATIONS } from "./world.ts";

const { bakery, florist, harbourNorth } = COMPANIES;
const NOBODY = "00000000-0000-0000-0000-000000000000";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

async function statusOf(request: PlainRequest, key: ScenarioName = "healthy"): Promise<number> {
  return (await ask(simulator.origin, simulator.keys[key], request)).status;
}

const search = (path: string, body: unknown): PlainRequest => ({ method: "POST", path, body });
const accounts = { excludeIfAssignedToCategory: false, excludeIfAssignedToContraAccount: false };

describe("the company's parameter, family by family", () => {
  test.each([
    [200, `/v0/tags?company_id=${bakery.id}`],
    [200, `/v0/tags?company_id=${bakery.id.toUpperCase()}`],
    [400, "/v0/tags"],
    [400, `/v0/tags?companyId=${bakery.id}`],
    [400, `/v0/tags?company_id=${bakery.id}&companyId=${bakery.id}`],
    [400, "/v0/tags?company_id=bakery"],
    [403, `/v0/tags?company_id=${florist.id}`],
    [403, `/v0/tags?company_id=${NOBODY}`],
    [403, `/v0/tags?organization_id=${ORGANISATIONS.harbour.id}`],
    [400, "/v0/tags?organization_id=harbour"],
    [200, `/v3/export-jobs?company_id=${bakery.id}`],
    [400, "/v3/export-jobs"],
    [400, `/v3/export-jobs?organization_id=${ORGANISATIONS.harbour.id}`],
    [200, "/v2/employees"],
    [200, `/v2/employees?companyId=${bakery.id}`],
    [400, `/v2/employees?company_id=${bakery.id}`],
    [403, `/v2/employees?companyId=${florist.id}`],
    [200, `/v2/employees/${EMPLOYEE.id}`],
    [404, `/v2/employees/${NOBODY}`],
    [200, `/v1/companies/${bakery.id}`],
    [403, `/v1/companies/${florist.id}`],
    [404, `/v1/companies/${NOBODY}`],
    [400, "/v1/companies/bakery"],
    [200, `/v1/installations/me?company_id=${bakery.id}`],
    [403, `/v1/installations/me?company_id=${florist.id}`],
  ])("%i for GET %s", async (status, path) => {
    expect(await statusOf({ path })).toBe(status);
  });

  test("an organisation's key may name its organisation or one of its companies", async () => {
    const organisation = `/v0/tags?organization_id=${ORGANISATIONS.harbour.id}`;
    expect(await statusOf({ path: organisation }, "organisation")).toBe(200);
    const company = `/v0/tags?company_id=${harbourNorth.id}`;
    expect(await statusOf({ path: company }, "organisation")).toBe(200);
  });
});

describe("the bodies of searches", () => {
  test.each<[number, string, unknown]>([
    [200, "/v1/chart-of-accounts:search", { companyId: bakery.id, ...accounts }],
    [400, "/v1/chart-of-accounts:search", { companyId: bakery.id }],
    [400, "/v1/chart-of-accounts:search", accounts],
    [400, "/v1/chart-of-accounts:search", { company_id: bakery.id, ...accounts }],
    [403, "/v1/chart-of-accounts:search", { companyId: florist.id, ...accounts }],
    [200, `/v1/vendors:search?company_id=${bakery.id}`, {}],
    [400, "/v1/vendors:search", {}],
    [400, `/v1/vendors:search?company_id=${bakery.id}`, []],
    [400, `/v1/vendors:search?company_id=${bakery.id}`, null],
    [400, `/v1/vendors:search?company_id=${bakery.id}`, undefined],
  ])("%i for POST %s", async (status, path, body) => {
    expect(await statusOf(search(path, body))).toBe(status);
  });
});

test.each([
  [200, "1"],
  [200, "100"],
  [400, "0"],
  [400, "101"],
  [400, "-1"],
  [400, "many"],
  [400, ""],
])("%i for limit=%s", async (status, limit) => {
  expect(await statusOf({ path: `/v1/companies?limit=${limit}` })).toBe(status);
});

test("a refusal says why, in the form of an ExceptionInfo", async () => {
  const { origin, keys } = simulator;
  const { body } = await ask(origin, keys.healthy, { path: "/v0/tags" });
  expect(body).toEqual({
    type: "PARAMETER_VALIDATION_FAILED",
    message: "Either company_id or organization_id is required.",
  });
});

test("a list comes in pages", async () => {
  const { origin, keys } = simulator;
  const { body } = await ask(origin, keys.organisation, { path: "/v1/companies?limit=1" });
  expect(body).toMatchObject({
    data: [{ id: harbourNorth.id, organizationId: ORGANISATIONS.harbour.id }],
    pagination: { hasNextPage: true, hasPreviousPage: false, total: 2 },
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "../../src/pleo/endpoint.ts";
import { ENDPOINTS } from "../../src/pleo/endpoints.ts";
import { SCOPES } from "../../src/pleo/scopes.ts";
import { ask } from "../support/ask-simulator.ts";
import { startSimulator, type Simulator } from "./simulator.ts";
import { COMPANIES } from "./world.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const { bakery } = COMPANIES;
const rows: readonly Endpoint[] = ENDPOINTS;
const named = (row: Endpoint): [string, Endpoint] => [`${row.method} ${row.path}`, row];
const readers = rows.filter(({ effect }) => effect === "reads").map(named);
const writers = rows.filter(({ effect }) => effect === "writes").map(named);

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

function concrete({ path, company }: Endpoint): string {
  const filled = path.replace("{companyId}", bakery.id).replace(/\{\w+\}/g, NOBODY);
  return company.in === "query" ? `${filled}?${company.name}=${bakery.id}` : filled;
}

function bodyOf(row: Endpoint): unknown {
  if (row.method !== "POST") return undefined;
  return {
    companyId: row.company.in === "body" ? bakery.id : undefined,
    excludeIfAssignedToCategory: false,
    excludeIfAssignedToContraAccount: false,
    includeDeleted: false,
  };
}

describe("every reading row of the catalogue", () => {
  test.each(readers)("%s is answered", async (_name, row) => {
    const request = { method: row.method, path: concrete(row), body: bodyOf(row) };
    const { status } = await ask(simulator.origin, simulator.keys.excessScope, request);
    const held = row.scope !== "accounting-entries:read" && !row.scope?.startsWith("export-items");
    const found = row.path.includes("{") && !row.path.includes("{companyId}") ? 404 : 200;
    const open = held ? found : 403;
    expect(status).toBe(row.credential === "oauth-only" ? 401 : open);
  });

  const guarded = readers.filter(([, row]) => row.scope !== null);
  test.each(guarded)("%s is closed to a key without scopes", async (_name, row) => {
    const request = { method: row.method, path: concrete(row), body: bodyOf(row) };
    const { status } = await ask(simulator.origin, simulator.keys.noScopes, request);
    expect(status).toBe(403);
  });
});

describe("every writing row of the catalogue", () => {
  test.each(writers)("%s is refused and recorded", async (_name, row) => {
    const request = { method: row.method, path: concrete(row), body: {} };
    const { status } = await ask(simulator.origin, simulator.keys.healthy, request);
    expect(status).toBe(405);
    expect(simulator.requests.at(-1)).toMatchObject({ method: row.method, refusedWrite: true });
  });

  test("is refused whatever fault is due", async () => {
    const other = await startSimulator();
    other.fault("early-hints");
    const request = { method: "DELETE", path: "/v1/installations/me" };
    expect((await ask(other.origin, other.keys.healthy, request)).status).toBe(405);
    await other.close();
  });
});

test("what the catalogue does not know is 404 to GET and a write to all else", async () => {
  const { origin, keys } = simulator;
  expect((await ask(origin, keys.healthy, { path: "/v9/all" })).status).toBe(404);
  expect((await ask(origin, undefined, { path: "/v9/all" })).status).toBe(404);
  expect((await ask(origin, keys.healthy, { method: "PATCH", path: "/v9/all" })).status).toBe(405);
  expect(simulator.requests.at(-1)?.refusedWrite).toBe(true);
});

const probes = SCOPES.flatMap(({ name: scope, probe }) =>
  probe === undefined ? [] : [[scope, probe] as const],
);

test.each(probes)("the probe of %s tells who holds it", async (scope, probe) => {
  const { method, path, query, body } = probe.request(bakery.id);
  const request = { method, path: `${path}?${new URLSearchParams(query).toString()}`, body };
  const { keys, origin } = simulator;
  const without = await ask(origin, keys.noScopes, request);
  expect(without.status).toBe(403);
  if (scope === "accounting-entries:read") return;
  const { status } = await ask(origin, keys.healthy, request);
  expect(status).toBe(200);
});

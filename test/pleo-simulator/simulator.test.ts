import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ask, basic } from "../support/ask-simulator.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

const path = "/v1/introspect";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

describe("a record of a request", () => {
  test("tells what arrived", async () => {
    const { origin, keys, requests } = simulator;
    await ask(origin, keys.healthy, { path: "/v1/companies?limit=2" });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({
      method: "GET",
      path: "/v1/companies",
      query: { limit: "2" },
      body: "",
      headers: { credential: "key", accept: "*/*", cookie: false, referrer: false },
      refusedWrite: false,
    });
  });

  test("shows the credential only when asked to reveal it", async () => {
    const { origin, keys, requests } = simulator;
    await ask(origin, keys.healthy, { path });
    const printed = inspect(requests, { showHidden: true, depth: 9 }) + JSON.stringify(requests);
    expect(printed).not.toContain(keys.healthy.reveal());
    expect(printed).not.toContain(basic(keys.healthy).slice(6));
    expect(requests[0]?.revealAuthorization()).toBe(basic(keys.healthy));
  });
});

describe("faults", () => {
  const status = async (where = path): Promise<number> =>
    (await ask(simulator.origin, simulator.keys.healthy, { path: where })).status;

  test("strike as often as they were told to", async () => {
    simulator.fault("server-error", { times: 2 });
    expect([await status(), await status(), await status()]).toEqual([500, 500, 200]);
  });

  test("strike only where they were told to", async () => {
    simulator.fault("forbidden", { path: "/v1/companies" });
    expect([await status(), await status("/v1/companies")]).toEqual([200, 403]);
  });

  test("strike one after the other", async () => {
    simulator.fault("service-unavailable", { times: 1 });
    simulator.fault("rate-limited", { times: 1 });
    expect([await status(), await status(), await status()]).toEqual([503, 429, 200]);
  });

  test("end when they are cleared", async () => {
    simulator.fault("unauthorized");
    simulator.clearFaults();
    expect(await status()).toBe(200);
  });
});

test("simulators share nothing", async () => {
  const other = await startSimulator();
  other.fault("server-error");
  await ask(simulator.origin, simulator.keys.healthy, { path });
  expect(other.requests).toEqual([]);
  expect(other.origin).not.toBe(simulator.origin);
  const foreign = await ask(simulator.origin, other.keys.healthy, { path });
  expect(foreign.status).toBe(401);
  await other.close();
});

test.each(["hang-before-headers", "hang-after-headers", "drip"] as const)(
  "closing ends a connection in %s at once",
  async (name) => {
    const doomed = await startSimulator();
    doomed.fault(name);
    const failure = ask(doomed.origin, doomed.keys.healthy, { path }).catch(
      (error: unknown) => error,
    );
    await expect.poll(() => doomed.requests.length, { timeout: 60_000 }).toBe(1);
    const before = performance.now();
    await doomed.close();
    expect(await failure).toBeInstanceOf(TypeError);
    expect(performance.now() - before).toBeLessThan(30_000);
  },
);

test("a port that is taken is an error", async () => {
  const port = Number(new URL(simulator.origin).port);
  await expect(startSimulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

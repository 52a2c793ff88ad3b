import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../support/ask-simulator.ts";
import { FAULT_NAMES } from "./faults/catalogue.ts";
import { startSimulator, type Simulator } from "./simulator.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

const order = (method: string, path: string) =>
  ask(simulator.origin, undefined, { method, path: `/__simulator/${path}` });
const introspect = async (): Promise<number> =>
  (await ask(simulator.origin, simulator.keys.healthy, { path: "/v1/introspect" })).status;

test("faults can be listed, scheduled and cleared from another process", async () => {
  expect(await order("GET", "faults")).toEqual({ status: 200, body: FAULT_NAMES });
  await order("PUT", "faults/server-error?times=1&path=/v1/introspect");
  await order("PUT", "faults/forbidden");
  expect([await introspect(), await introspect()]).toEqual([500, 403]);
  await order("DELETE", "faults");
  expect(await introspect()).toBe(200);
});

test("requests can be read from another process, without their credentials", async () => {
  await introspect();
  const { body } = await order("GET", "requests");
  expect(body).toHaveLength(simulator.requests.length);
  expect(JSON.stringify(body)).not.toContain(simulator.keys.healthy.reveal());
  expect(JSON.stringify(body)).not.toContain("Basic");
});

test.each([
  [404, "PUT", "faults/no-such-fault"],
  [404, "PUT", "faults/constructor"],
  [400, "PUT", "faults/forbidden?times=0"],
  [400, "PUT", "faults/forbidden?times=often"],
  [405, "GET", "faults/forbidden"],
  [405, "POST", "faults"],
  [404, "GET", "faults/forbidden/more"],
  [404, "GET", "keys"],
  [404, "DELETE", "requests"],
])("%i for %s %s", async (status, method, path) => {
  expect((await order(method, path)).status).toBe(status);
});

test("control requests are not Pleo's, and are not recorded", async () => {
  const before = simulator.requests.length;
  await order("GET", "requests");
  expect(simulator.requests).toHaveLength(before);
});

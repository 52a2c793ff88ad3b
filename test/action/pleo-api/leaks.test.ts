import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PleoApi } from "../../../src/ports.ts";
import { FAULT_NAMES } from "../../pleo-simulator/faults/catalogue.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { basic } from "../../support/ask-simulator.ts";
import { quickApi, timeoutFor } from "./quick-api.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

/** All that any sink could get to print. */
function everythingOf(value: unknown): string {
  const stack = value instanceof Error ? (value.stack ?? "") : "";
  return [
    inspect(value, { showHidden: true, depth: 20, getters: true }),
    toJson(value),
    stack,
  ].join();
}

function toJson(value: unknown): string {
  return JSON.stringify([value]);
}

function expectNothingOf(value: unknown): void {
  const key = simulator.keys.healthy.reveal();
  const text = everythingOf(value);
  for (const form of [
    key,
    key.slice(4, 20),
    basic(simulator.keys.healthy).slice("Basic ".length, -4),
    encodeURIComponent(key),
    Buffer.from(key).toString("hex"),
  ]) {
    expect(text.includes(form), "holds the key").toBe(false);
  }
}

const QUESTIONS: readonly ((api: PleoApi) => Promise<unknown>)[] = [
  (api) => api.introspect(),
  (api) => api.installations(),
  (api) => api.companies(),
  (api) => api.company("10000000-0000-4000-8000-000000000001"),
  (api) => api.probe({ method: "GET", path: "/v2/employees", query: {} }),
];

describe("no answer holds the key", () => {
  test.each(FAULT_NAMES)("under %s", async (name) => {
    simulator.clearFaults();
    simulator.fault(name);
    const { api } = quickApi(simulator, { timeoutMs: timeoutFor(name) });
    expectNothingOf(await Promise.all(QUESTIONS.map((ask) => ask(api))));
    expectNothingOf(api);
  });
});

test("no answer but its own fields is kept of a body", async () => {
  simulator.clearFaults();
  const { api } = quickApi(simulator);
  const text = everythingOf(await Promise.all(QUESTIONS.map((ask) => ask(api))));
  for (const part of ["Robin", "Example", "Copenhagen", "simulated-client", "pagination"]) {
    expect(text).not.toContain(part);
  }
});

test("an error's body goes nowhere", async () => {
  simulator.clearFaults();
  simulator.fault("not-found-html");
  const answers = await Promise.all(QUESTIONS.map((ask) => ask(quickApi(simulator).api)));
  expect(everythingOf(answers)).not.toMatch(/html|stands before/i);
});

describe("what fetch throws stops at the adapter", () => {
  test.each<[string, () => Promise<Response>]>([
    ["an error that quotes the request", () => Promise.reject(new TypeError("with the header"))],
    [
      "an error that holds the key",
      () => Promise.reject(new TypeError(simulator.keys.healthy.reveal())),
    ],
    [
      "an error thrown before there is a promise",
      () => {
        throw new RangeError("at once");
      },
    ],
  ])("%s", async (_name, fetch) => {
    const { api } = quickApi(simulator, { platform: { fetch } });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "network" });
  });
});

test("the connection of an error is dropped, its body unread", async () => {
  const signals: (AbortSignal | null | undefined)[] = [];
  const response = new Response("private", { status: 403 });
  const fetch = (_url: string, { signal }: RequestInit): Promise<Response> => {
    signals.push(signal);
    return Promise.resolve(response);
  };
  const { api } = quickApi(simulator, { platform: { fetch } });
  expect(await api.introspect()).toEqual({ kind: "forbidden" });
  expect(signals.map((signal) => signal?.aborted)).toEqual([true]);
  expect(response.bodyUsed).toBe(false);
});

test("a refused request says nothing of what was asked", async () => {
  const { api } = quickApi(simulator);
  const path = `/v1/companies/${simulator.keys.healthy.reveal()}/more`;
  const error: unknown = await api
    .probe({ method: "GET", path, query: {} })
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: "WRITE_REFUSED" });
  expectNothingOf(error);
});

import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import { parseRetryAfterMs } from "../../../action/pleo-api/retry-after.ts";
import { LONGEST_WAIT_MS } from "../../../action/pleo-api/retry.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { IMPATIENT_MS, quickApi, timeoutFor } from "./quick-api.ts";

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

const TIMEOUT = { kind: "unavailable", because: "timeout" };
const NOT_ASKED = { kind: "unavailable", because: "not-asked" };

describe("what passes is asked again", () => {
  test.each<FaultName>([
    "server-error",
    "bad-gateway",
    "service-unavailable",
    "rate-limited",
    "rate-limited-seconds",
    "rate-limited-date",
    "reset-before-headers",
    "reset-in-body",
    "truncated",
  ])("%s, twice", async (name) => {
    simulator.fault(name, { times: 2 });
    expect((await quickApi(simulator).api.introspect()).kind).toBe("ok");
    expect(simulator.requests).toHaveLength(3);
  });

  test("a server that is not there", async () => {
    const { origin, keys } = await startSimulator();
    await simulator.close();
    const { api, waits } = quickApi({ origin: simulator.origin, keys });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "network" });
    expect(waits).toHaveLength(2);
    simulator = await startSimulator();
    expect(origin).not.toBe(simulator.origin);
  });
});

describe("what would not change is asked once", () => {
  test.each<FaultName>([
    "unauthorized",
    "forbidden",
    "not-found",
    "bad-request",
    "conflict",
    "redirect-302",
    "html-200",
    "wrong-types",
    "hang-before-headers",
    "drip",
  ])("%s", async (name) => {
    simulator.fault(name, { times: 1 });
    const { api } = quickApi(simulator, { timeoutMs: timeoutFor(name) });
    expect((await api.introspect()).kind).not.toBe("ok");
    expect(simulator.requests).toHaveLength(1);
  });
});

describe("waiting between attempts", () => {
  test("grows, with full jitter", async () => {
    simulator.fault("server-error");
    const { api, waits } = quickApi(simulator);
    await api.introspect();
    expect(waits).toEqual([125, 250]);
  });

  test("takes as long as Pleo asks", async () => {
    simulator.fault("service-unavailable-seconds");
    const { api, waits } = quickApi(simulator);
    await api.introspect();
    expect(waits).toEqual([1_000, 1_000]);
  });

  test("takes until the date that Pleo names", async () => {
    const headers = { "retry-after": "Mon, 01 Jun 2026 12:00:07 GMT" };
    const { api, waits } = quickApi(simulator, {
      platform: {
        fetch: () => Promise.resolve(new Response(null, { status: 429, headers })),
        clock: { now: () => new Date("2026-06-01T12:00:00Z") },
      },
    });
    await api.introspect();
    expect(waits).toEqual([7_000, 7_000]);
  });

  test("is given up when Pleo asks for longer than the run has left", async () => {
    simulator.fault("rate-limited-seconds");
    const deadline = { remainingMs: () => 1_000 };
    const { api, waits } = quickApi(simulator, { deadline });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "rate-limited" });
    expect(waits).toEqual([]);
    expect(simulator.requests).toHaveLength(1);
  });

  test.each([
    [LONGEST_WAIT_MS, [LONGEST_WAIT_MS, LONGEST_WAIT_MS]],
    [LONGEST_WAIT_MS + 1_000, []],
  ])("of %i ms is as long as anybody waits, or too long", async (asked, expected) => {
    const headers = { "retry-after": String(asked / 1_000) };
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response(null, { status: 429, headers }));
    const deadline = startDeadline(LONGEST_WAIT_MS * 10);
    const { api, waits } = quickApi(simulator, { deadline, platform: { fetch } });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "rate-limited" });
    expect(waits).toEqual(expected);
  });
});

describe("a Retry-After header", () => {
  const now = new Date("2026-06-01T12:00:00Z");
  test.each<[string | null, number]>([
    [null, 0],
    ["", 0],
    ["0", 0],
    ["7", 7_000],
    ["-5", 0],
    ["1.5", 0],
    ["1e3", 0],
    ["soon", 0],
    ["2026-06-01T13:00:00Z", 0],
    ["Mon, 01 Jun 2026 12:00:30 GMT", 30_000],
    ["Mon, 01 Jun 2026 11:00:00 GMT", 0],
    ["Mon, 99 Jun 2026 11:00:00 GMT", 0],
    ["Mon, 01 Jun 2026 12:00:30 CET", 0],
  ])("%s", (header, expected) => {
    expect(parseRetryAfterMs(header, now)).toBe(expected);
  });

  test("however absurd, is longer than anybody waits", () => {
    expect(parseRetryAfterMs("9".repeat(400), now)).toBeGreaterThan(LONGEST_WAIT_MS);
  });
});

describe("the deadline of a run", () => {
  test("ends the call it falls into, and answers those after it without a request", async () => {
    simulator.fault("hang-after-headers");
    const { api } = quickApi(simulator, { deadline: startDeadline(1_500), timeoutMs: 60_000 });
    const started = performance.now();
    const first = await Promise.all([api.introspect(), api.installations()]);
    expect(first).toEqual([TIMEOUT, TIMEOUT]);
    await sleep(5);
    expect(await api.companies()).toEqual(NOT_ASKED);
    expect(performance.now() - started).toBeLessThan(30_000);
    expect(simulator.requests).toHaveLength(2);
  });

  test("holds for several calls together", async () => {
    simulator.fault("drip");
    const deadline = startDeadline(IMPATIENT_MS + 100);
    const { api } = quickApi(simulator, { deadline, timeoutMs: IMPATIENT_MS });
    expect(await api.introspect()).toEqual(TIMEOUT);
    for (let call = 0; call < 3; call += 1) {
      expect([TIMEOUT, NOT_ASKED]).toContainEqual(await api.introspect());
    }
    expect(await api.introspect()).toEqual(NOT_ASKED);
    expect(simulator.requests.length).toBeLessThanOrEqual(3);
  });

  test("is not outlasted by a wait", async () => {
    let elapsed = 0;
    const waits: number[] = [];
    const { api } = quickApi(simulator, {
      deadline: startDeadline(500, () => elapsed),
      platform: {
        fetch: () => Promise.resolve(new Response(null, { status: 500 })),
        random: () => 0.8,
        sleep: (milliseconds) => {
          elapsed += milliseconds;
          return Promise.resolve(waits.push(milliseconds));
        },
      },
    });
    expect(await api.introspect()).toEqual({ kind: "unavailable", because: "server-error" });
    // The second would be of 400 ms, of which 300 are left.
    expect(waits).toEqual([200]);
  });

  test("may be shared by the APIs of several keys", async () => {
    let elapsed = 0;
    const deadline = startDeadline(1_000, () => elapsed);
    const one = quickApi(simulator, { deadline }).api;
    const other = quickApi(simulator, { deadline, key: simulator.keys.otherCompany }).api;
    expect((await one.introspect()).kind).toBe("ok");
    elapsed = 1_001;
    expect([await one.introspect(), await other.introspect()]).toEqual([NOT_ASKED, NOT_ASKED]);
  });
});

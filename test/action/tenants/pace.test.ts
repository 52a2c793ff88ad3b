import { setImmediate as nextTick } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Pace } from "../../../action/pleo-api/client.ts";
import { startDeadline, startPausableDeadline } from "../../../action/pleo-api/deadline.ts";
import { createPace } from "../../../action/tenants/pace.ts";

/** A clock that only sleeping moves, and the pace that lives by it. */
function slowMotion(requestsPerMinute: number, totalMs = 10 * 3_600_000) {
  let now = 5_000;
  const held: number[] = [];
  const monotonicMs = (): number => now;
  const pace = createPace({
    requestsPerMinute,
    deadline: startDeadline(totalMs, monotonicMs),
    monotonicMs,
    onHeld: (milliseconds) => held.push(milliseconds),
    sleep: async (milliseconds) => {
      // Whoever has just had a turn looks at the clock first.
      await nextTick();
      now += milliseconds;
    },
  });
  return {
    pace,
    held,
    since: () => now - 5_000,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

/** When each of so many turns came. */
async function takeTurns(pace: Pace, count: number, clock: () => number) {
  const times: number[] = [];
  const turns = Array.from({ length: count }, async () => {
    await pace.turn();
    times.push(clock());
  });
  await Promise.all(turns);
  return times;
}

describe("a budget of requests", () => {
  test.each([
    [60, 1_000],
    [400, 150],
    [500, 120],
    [50, 1_200],
  ])("of %i a minute gives a turn each %i ms", async (requestsPerMinute, interval) => {
    const { pace, since } = slowMotion(requestsPerMinute);
    const times = await takeTurns(pace, 50, since);
    for (const [index, time] of times.entries()) {
      expect(time - index * interval).toBeGreaterThanOrEqual(0);
      expect(time - index * interval).toBeLessThanOrEqual(2);
    }
  });

  test("lets 800 requests take what it allows, and no minute have more than its share", async () => {
    const { pace, since } = slowMotion(400);
    const times = await takeTurns(pace, 800, since);
    const whole = times.at(-1) ?? 0;
    expect(whole).toBeGreaterThan(119_000);
    expect(whole).toBeLessThan(121_000);
    for (const start of times) {
      const inMinute = times.filter((time) => time >= start && time < start + 60_000).length;
      expect(inMinute).toBeLessThanOrEqual(401);
    }
  });

  test("lets nobody catch up more than a second's worth after a silence", async () => {
    const { pace, since, pass } = slowMotion(600);
    pass(600_000);
    const times = await takeTurns(pace, 30, since);
    expect(times.filter((time) => time === 600_000)).toHaveLength(11);
    expect(times.at(-1)).toBe(600_000 + 19 * 100);
  });

  test("gives turns in the order in which they were asked for", async () => {
    const { pace } = slowMotion(400);
    const order: number[] = [];
    const turns = Array.from({ length: 20 }, async (_, index) => {
      await pace.turn();
      order.push(index);
    });
    await Promise.all(turns);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  test("without bounds holds nobody up", async () => {
    const { pace, since } = slowMotion(Infinity);
    expect(await takeTurns(pace, 1_000, since)).toEqual(Array.from({ length: 1_000 }, () => 0));
  });

  test("holds by the real clock as well", async () => {
    const pace = createPace({ requestsPerMinute: 6_000, deadline: startDeadline(60_000) });
    const began = performance.now();
    await takeTurns(pace, 100, () => 0);
    const took = performance.now() - began;
    // 99 intervals of 10 ms. A busy machine may take longer, and nobody may take less.
    expect(took).toBeGreaterThanOrEqual(980);
    expect(took).toBeLessThan(30_000);
  });
});

describe("a rate limit", () => {
  test("holds everybody for as long as Pleo asks", async () => {
    const { pace, since, held } = slowMotion(600);
    pace.heed(60_000);
    const times = await takeTurns(pace, 3, since);
    expect(times).toEqual([60_000, 60_100, 60_200]);
    expect(held).toEqual([60_000]);
  });

  test("holds those who wait already", async () => {
    const { pace, since } = slowMotion(60);
    const turns = takeTurns(pace, 3, since);
    pace.heed(30_000);
    // The first had its turn when it asked.
    expect(await turns).toEqual([0, 30_000, 31_000]);
  });

  test("is not shortened by a later one, and told of once", async () => {
    const { pace, since, held } = slowMotion(Infinity);
    pace.heed(60_000);
    pace.heed(10_000);
    pace.heed(0);
    pace.heed(62_000);
    expect(await takeTurns(pace, 1, since)).toEqual([62_000]);
    expect(held).toEqual([60_000]);
  });

  test("holds nobody beyond the end of the run", async () => {
    const { pace, since } = slowMotion(60, 90_000);
    pace.heed(86_400_000);
    expect(await takeTurns(pace, 5, since)).toEqual(Array.from({ length: 5 }, () => 90_000));
  });

  test("of a day is tried again after five minutes", async () => {
    const { pace, since } = slowMotion(60);
    pace.heed(86_400_000);
    expect(await takeTurns(pace, 1, since)).toEqual([300_000]);
  });

  test("that does not say how long holds for longer each time it comes back", async () => {
    const { pace, since } = slowMotion(Infinity);
    const times: number[] = [];
    for (let count = 0; count < 9; count += 1) {
      // Several are on their way when the limit is met.
      pace.heed(0);
      pace.heed(0);
      times.push(...(await takeTurns(pace, 1, since)));
    }
    const waits = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(waits.map((wait) => wait / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  test("that does not say how long begins anew once all was well for a while", async () => {
    const { pace, since, pass } = slowMotion(Infinity);
    pace.heed(0);
    pass(1_000 + 1_000);
    pace.heed(0);
    expect(await takeTurns(pace, 1, since)).toEqual([3_000]);
  });
});

describe("a tenant's own time", () => {
  function deadlines(tenantMs: number, wholeMs: number) {
    let now = 0;
    const clock = (): number => now;
    const whole = startDeadline(wholeMs, clock);
    const deadline = startPausableDeadline(tenantMs, whole, clock);
    return {
      deadline,
      pass: (milliseconds: number) => {
        now += milliseconds;
      },
    };
  }

  test("goes by while it asks", () => {
    const { deadline, pass } = deadlines(1_000, 9_000);
    pass(999);
    expect(deadline.remainingMs()).toBe(1);
    pass(1);
    expect(deadline.remainingMs()).toBe(0);
  });

  test("stands still while it waits for its turn", async () => {
    const { deadline, pass } = deadlines(1_000, 9_000);
    pass(300);
    const { promise, resolve } = Promise.withResolvers<string>();
    const waiting = deadline.pauseFor(promise);
    pass(5_000);
    expect(deadline.remainingMs()).toBe(700);
    resolve("go");
    expect(await waiting).toBe("go");
    pass(200);
    expect(deadline.remainingMs()).toBe(500);
  });

  test("stands still once while it waits for several", async () => {
    const { deadline, pass } = deadlines(1_000, 9_000);
    const gates = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()] as const;
    const first = deadline.pauseFor(gates[0].promise);
    pass(100);
    const second = deadline.pauseFor(gates[1].promise);
    pass(100);
    gates[0].resolve(undefined);
    await first;
    pass(100);
    gates[1].resolve(undefined);
    await second;
    pass(400);
    expect(deadline.remainingMs()).toBe(600);
  });

  test("goes on after a wait that failed", async () => {
    const { deadline, pass } = deadlines(1_000, 9_000);
    await expect(deadline.pauseFor(Promise.reject(new Error("no turn")))).rejects.toThrow();
    pass(400);
    expect(deadline.remainingMs()).toBe(600);
  });

  test("ends with that of all", async () => {
    const { deadline, pass } = deadlines(1_000, 2_000);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const waiting = deadline.pauseFor(promise);
    pass(1_500);
    expect(deadline.remainingMs()).toBe(500);
    pass(500);
    expect(deadline.remainingMs()).toBe(0);
    resolve(undefined);
    await waiting;
    expect(deadline.remainingMs()).toBe(0);
  });
});

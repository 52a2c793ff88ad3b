import { describe, expect, test } from "vitest";
import { measureFleet } from "../../../bench/fleet-processes.ts";

const MEGABYTE = 1_000_000;

describe("a check of many tenants, in a process of its own", () => {
  test("asks twice about each, and takes no more memory for the last than for the first", async () => {
    const { counts, requests, memory } = await measureFleet({ tenants: 200 });
    expect(counts).toEqual({ pass: 200, fail: 0, unknown: 0 });
    expect(requests).toBe(400);
    const [first = 0, ...rest] = memory.quarters;
    expect(Math.max(first, ...rest)).toBeLessThan(200 * MEGABYTE);
    for (const later of rest) expect(later - first).toBeLessThan(60 * MEGABYTE);
  });

  test("keeps to its budget, and uses it", async () => {
    const { counts, requests, milliseconds } = await measureFleet({
      tenants: 40,
      requestsPerMinute: 1_200,
    });
    expect(counts.pass).toBe(40);
    expect(requests).toBe(80);
    const allowed = (79 * 60_000) / 1_200;
    expect(milliseconds).toBeGreaterThanOrEqual(allowed - 100);
    // The start, and a machine that is busy elsewhere; the benchmark holds it to a tenth.
    expect(milliseconds).toBeLessThan(allowed + 60_000);
  });
});

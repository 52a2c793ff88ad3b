import { describe, expect, test } from "vitest";
import { cpuTimeOf, growthOf } from "./cpu-time.ts";

test("waiting is no work", () => {
  const waiting = (): unknown =>
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
  expect(cpuTimeOf(waiting)).toBeLessThan(500);
});

describe("of work that is four times as much", () => {
  const counting = (times: number) => () => {
    let sum = 0;
    for (let count = 0; count < times; count++) sum = (sum + count) % 1_000_003;
    return sum;
  };

  test("the growth is four", () => {
    const growth = growthOf((size) => counting(size), 10_000_000, 40_000_000);
    expect(growth).toBeGreaterThan(2);
    expect(growth).toBeLessThan(8);
  });

  test("the growth of a square is 16", () => {
    const growth = growthOf((size) => counting(size * size), 3_000, 12_000);
    expect(growth).toBeGreaterThan(8);
  });

  test.each([10, 30, 100])("the growth of a short square is 16 (%i)", (side) => {
    const growth = growthOf((size) => counting(size * size), 10 * side, 40 * side);
    expect(growth).toBeGreaterThan(8);
  });

  test("there is none where it is too little to be measured", () => {
    expect(growthOf((size) => counting(size), 10, 40)).toBe(1);
  });
});

import { afterEach, beforeEach, expect } from "vitest";

/** A test that prints may print a key. What is meant to be printed goes through a sink that a test can read. */
const original = globalThis.console;
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  globalThis.console = new Proxy(original, {
    get: (_target, name) => () => {
      // Only the name: what was printed may be what must not be seen.
      printed.push(`console.${String(name)}`);
    },
  });
});

afterEach(() => {
  globalThis.console = original;
  expect(printed, "tests may not print").toEqual([]);
});

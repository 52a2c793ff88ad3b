import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { INPUTS, OUTPUT_NAMES } from "../../action/contract.ts";

interface Described {
  readonly description: string;
  readonly default?: unknown;
}

const metadata = parse(readFileSync("action.yml", "utf8")) as {
  readonly runs: Readonly<Record<string, string>>;
  readonly inputs: Readonly<Record<string, Described>>;
  readonly outputs: Readonly<Record<string, Described>>;
};

describe("action.yml", () => {
  test("has the inputs that the code reads, with the same defaults, in the same order", () => {
    const defaults = Object.entries(metadata.inputs).map(([name, input]) => [name, input.default]);
    expect(defaults).toEqual(Object.entries(INPUTS));
  });

  test("has the outputs that the code writes, in the same order", () => {
    expect(Object.keys(metadata.outputs)).toEqual(OUTPUT_NAMES);
  });

  test.each(Object.entries({ ...metadata.inputs, ...metadata.outputs }))(
    "describes %s",
    (_name, { description }) => {
      expect(description).toMatch(/^[A-Z`].*\.$/);
    },
  );

  test("runs the bundle on Node 24", () => {
    expect(metadata.runs).toEqual({ using: "node24", main: "action/dist/index.js" });
  });
});

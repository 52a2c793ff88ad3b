import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { KEY_PATTERN } from "../../src/key/shape.ts";
import { exampleKey } from "../support/keys.ts";

/** What git keeps, and what it is about to keep. */
const files = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard"],
  {
    encoding: "utf8",
  },
)
  .split("\0")
  // What was deleted since is kept until that is told to git as well.
  .filter((file) => file !== "" && existsSync(file));

/** Looser than the finder, for which a key of zeros is an example: other people's scanners do not know that. */
const KEY_SHAPED = new RegExp(KEY_PATTERN);
/** A folder of somebody's machine. */
const MACHINE = /(?<![\w.@:-])\/(?:tmp|home|Users|root|work)\//;

function linesWith(pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${String(index + 1)}`] : [])),
  );
}

describe("nothing that git keeps", () => {
  test("is shaped like a key: keys are made when a test runs", () => {
    expect(KEY_SHAPED.test(`x ${exampleKey()} x`)).toBe(true);
    expect(linesWith(KEY_SHAPED)).toEqual([]);
  });

  test("names a folder of a machine", () => {
    for (const folder of ["tmp", "home", "root"]) {
      expect(MACHINE.test(`const a = "/${folder}/x"`)).toBe(true);
    }
    expect(linesWith(MACHINE)).toEqual([]);
  });
});

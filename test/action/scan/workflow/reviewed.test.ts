import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { audit, FILE, marksIn, placesOf, withoutMarks } from "./audit-yaml.ts";

/**
 * Workflows as a reviewer of their security meets them, written without a look at the checks. The
 * second set was written after the checks had been mended by the first.
 */
const SETS = ["reviewed", "reviewed-second"].map((set) => `test/action/scan/workflow/${set}`);

/** `--- # path` begins another file of the same repository. */
const NEXT_FILE = /^--- # (\S+)\n/m;

/** What an editor does to a file, and a formatter would undo if it stood there. */
const WRITTEN_WITH = /^# written with: ([A-Za-z, ]+)/;

const REWRITES: Readonly<Record<string, (text: string) => string>> = {
  BOM: (text) => `\uFEFF${text}`,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  tabs: (text) => text.replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2)),
};

function filesOf(text: string): readonly (readonly [path: string, text: string])[] {
  const [first = "", ...others] = text.split(NEXT_FILE);
  return [
    [FILE, first],
    ...others.flatMap((path, index) =>
      index % 2 === 0 ? [[path, others[index + 1] ?? ""] as const] : [],
    ),
  ];
}

function rewritten(text: string): string {
  const rewrites = WRITTEN_WITH.exec(text)?.[1]?.trim().split(", ") ?? [];
  return rewrites.reduceRight((done, name) => REWRITES[name]?.(done) ?? done, withoutMarks(text));
}

function reviewed(path: string) {
  const files = filesOf(readFileSync(path, "utf8"));
  const findings = audit(Object.fromEntries(files.map(([path, text]) => [path, rewritten(text)])));
  return {
    expected: files.flatMap(([path, text]) => marksIn(path, text)),
    found: placesOf(findings),
  };
}

function allOf(kind: "careful" | "misused"): readonly string[] {
  return SETS.flatMap((set) =>
    readdirSync(`${set}/${kind}`).map((name) => `${set}/${kind}/${name}`),
  );
}

describe("a careful workflow gives no finding", () => {
  test.each(allOf("careful"))("%s", (path) => {
    const { expected, found } = reviewed(path);
    expect(expected).toEqual([]);
    expect(found).toEqual([]);
  });
});

describe("a misuse is found on its line", () => {
  test.each(allOf("misused"))("%s", (path) => {
    const { expected, found } = reviewed(path);
    expect(expected).not.toEqual([]);
    expect([...found].sort()).toEqual([...expected].sort());
  });
});

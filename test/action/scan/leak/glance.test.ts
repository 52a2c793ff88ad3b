import { describe, expect, test } from "vitest";
import { PROGRAMS, UNOPENED } from "../../../../action/scan/leak/archive/archive-kind.ts";
import { createGlance } from "../../../../action/scan/leak/glance.ts";
import { createByteSearch } from "../../../../action/scan/leak/search/byte-search.ts";

const NEEDLE = Buffer.from("needle");
const ENOUGH = 4096;

/** What a glance at a file of this content says. */
function glanceAt(content: Buffer): number {
  const buffer = new Uint8Array(ENOUGH);
  const glance = createGlance({
    files: {
      openSync: () => 0,
      readSync: () => content.copy(buffer),
      closeSync: () => undefined,
    },
    flags: 0,
    search: createByteSearch([NEEDLE]).search,
    buffer,
  });
  return glance("any");
}

const REST = Buffer.alloc(600, " ");
const beginningWith = (mark: readonly number[]): Buffer => Buffer.concat([Buffer.from(mark), REST]);
const MARKS = [
  ...PROGRAMS.map((mark) => ({ kind: "program", mark })),
  ...UNOPENED,
  { kind: "gzip", mark: [0x1f, 0x8b, 0x08] },
  { kind: "zip", mark: [0x50, 0x4b, 0x03, 0x04] },
  { kind: "zstd", mark: [0x28, 0xb5, 0x2f, 0xfd] },
].map(({ kind, mark }) => [`${kind} ${Buffer.from(mark).toString("hex")}`, mark] as const);

describe("a glance", () => {
  test.each(MARKS)("leaves what begins as a closer look knows it: %s", (_, mark) => {
    expect(glanceAt(beginningWith(mark))).toBe(-1);
    // One byte later it is nothing.
    expect(glanceAt(beginningWith([0x20, ...mark]))).toBe(REST.length + mark.length + 1);
  });

  test.each([
    ["nothing", Buffer.alloc(0), 0],
    ["a text", REST, REST.length],
    ["a text with what is looked for", Buffer.concat([REST, NEEDLE]), -1],
    ["a text with nearly that", Buffer.concat([REST, NEEDLE.subarray(1)]), REST.length + 5],
    ["a file that is as large as it looks at", Buffer.alloc(ENOUGH, " "), -1],
    ["a file that is not", Buffer.alloc(ENOUGH - 1, " "), ENOUGH - 1],
  ])("at %s", (_, content, answer) => {
    expect(glanceAt(content)).toBe(answer);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createByteSearch } from "../../../../action/scan/leak/search/byte-search.ts";
import { needleDetector, shapeDetector } from "../../../../action/scan/leak/search/detector.ts";
import { needlesOf } from "../../../../action/scan/leak/search/needles.ts";
import { createWindow, type Hit } from "../../../../action/scan/leak/search/window.ts";
import { cpuTimeOf, growthOf } from "../../../support/cpu-time.ts";
import { exampleKey } from "../../../support/keys.ts";

const KEY = exampleKey();
const NEEDLES = needlesOf([KEY]);

type Place = readonly [start: number, needle: number];

function searched(needles: readonly Buffer[], text: Buffer): readonly Place[] {
  const found: Place[] = [];
  createByteSearch(needles).search(text, text.length, (start, _end, needle) => {
    found.push([start, needle]);
  });
  return found.toSorted(byPlace);
}

function naively(needles: readonly Buffer[], text: Buffer): readonly Place[] {
  const found: Place[] = [];
  for (const [index, needle] of needles.entries()) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
      found.push([at, index]);
    }
  }
  return found.toSorted(byPlace);
}

function byPlace([one, needle]: Place, [other, otherNeedle]: Place): number {
  return one - other || needle - otherNeedle;
}

/** Bytes of few kinds, so that needles fit often, and almost fit oftener. */
const few = (minLength: number, maxLength: number): fc.Arbitrary<Buffer> =>
  fc
    .array(fc.constantFrom(0, 0x61, 0x62, 0xff), { minLength, maxLength })
    .map((bytes) => Buffer.from(bytes));

describe("the search for many needles", () => {
  test("finds what a search for each of them finds", () => {
    fc.assert(
      fc.property(
        fc.array(few(2, 7), { minLength: 1, maxLength: 6 }),
        few(0, 200),
        (needles, text) => {
          expect(searched(needles, text)).toEqual(naively(needles, text));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("finds a needle that is longer than the longest shift", () => {
    const long = Buffer.alloc(700, "ab");
    const text = Buffer.concat([Buffer.alloc(1000, "x"), long, Buffer.alloc(300, "y")]);
    expect(searched([long], text)).toEqual([[1000, 0]]);
    expect(searched([long], text.subarray(0, 1699))).toEqual([]);
  });

  test.each<[string, Buffer]>([
    ["one byte", Buffer.from("f")],
    ["NUL", Buffer.from([0])],
    ["the last block of the key", Buffer.from(KEY.slice(-2))],
    ["the key but for its first character", Buffer.from(KEY.slice(1))],
    ["the key but for its last character", Buffer.from(KEY.slice(0, -1))],
    ["the key", Buffer.from(KEY)],
    ["digits", Buffer.from("0123456789abcdef")],
    ["hex digits of letters", Buffer.from("37363534")],
  ])("takes time in proportion to a text of %s", (_, piece) => {
    const { search } = createByteSearch(NEEDLES.map(({ bytes }) => bytes));
    const whole = Buffer.alloc(4_000_000, piece);
    const prepare = (length: number) => () => {
      search(whole, length, () => undefined);
    };
    // A square would be 16.
    expect(growthOf(prepare, 1_000_000, 4_000_000)).toBeLessThan(8);
    // Of a text that is all the needles' own, each byte is compared with a handful of them.
    expect(cpuTimeOf(prepare(4_000_000))).toBeLessThan(3000);
  });
});

/** What is found when a content comes in pieces of these lengths. */
function windowed(content: Buffer, pieces: readonly number[], size: number): readonly Hit[] {
  const window = createWindow(needleDetector(NEEDLES), { size, countsLinesOf: "all contents" });
  window.begin();
  let at = 0;
  for (const piece of pieces) {
    window.write(content.subarray(at, at + piece));
    at += piece;
  }
  window.write(content.subarray(at));
  return window.end().list;
}

describe("a content that is read piece by piece", () => {
  test.each(NEEDLES.map(({ bytes, words }) => [words, bytes] as const))(
    "gives a key %s once, wherever a piece ends within it",
    (_, needle) => {
      const size = 256;
      for (let offset = 0; offset <= needle.length + 1; offset++) {
        const start = 2 * size - offset;
        const content = Buffer.concat([
          Buffer.alloc(start, "-\n"),
          needle,
          Buffer.alloc(size, "-\n"),
        ]);
        for (const pieces of [[], [start + offset], [start, offset], [start + 1, 1, 1]]) {
          const hits = windowed(content, pieces, size);
          expect(hits.map((hit) => hit.start)).toEqual([start]);
        }
      }
    },
  );

  test("has the same lines in whatever pieces it comes", () => {
    const filler = fc.stringMatching(/^[a-z\n]{0,300}$/);
    const arbitrary = fc.array(filler, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        arbitrary,
        fc.array(fc.nat(400)),
        fc.integer({ min: 1, max: 300 }),
        (texts, pieces, size) => {
          const text = texts.join(KEY);
          const starts = [...text.matchAll(new RegExp(KEY, "g"))].map(({ index }) => index);
          const lines = starts.map((start) => text.slice(0, start).split("\n").length);
          const hits = windowed(Buffer.from(text), pieces, size);
          expect(hits.map(({ start, line }) => [start, line])).toEqual(
            starts.map((start, index) => [start, lines[index]]),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test("gives what is shaped like a key once, wherever a piece ends within it", () => {
    const size = 64;
    const window = createWindow(shapeDetector, { size, countsLinesOf: "all contents" });
    const twice = `${"-".repeat(3000)}${KEY}${" ".repeat(100)}${Buffer.from(KEY).toString("base64")}`;
    for (let offset = 0; offset < 130; offset++) {
      window.begin();
      window.write(Buffer.from("\n".repeat(offset) + twice + "-".repeat(6000)));
      const starts = window.end().list.map(({ start }) => start - offset);
      expect(starts).toEqual([3000, 3000 + KEY.length + 100]);
    }
  });
});

describe("the needles", () => {
  test("are at least as many as a scanner would need patterns", () => {
    expect(NEEDLES.length).toBeGreaterThanOrEqual(30);
  });

  test("name each spelling, and none holds another", () => {
    for (const { bytes, words } of NEEDLES) {
      expect(words).not.toBe("in another spelling");
      expect(NEEDLES.filter((other) => bytes.includes(other.bytes))).toHaveLength(1);
    }
  });

  test("name each spelling of a key that no one foresaw", () => {
    const words = needlesOf(['a"ö/+ &<%pass\\word'])
      .map((needle) => needle.words)
      .filter((text) => text.includes("another spelling"));
    expect(words).toEqual([]);
  });

  test("are none where the key is shorter than what is worth hiding", () => {
    expect(needlesOf(["a"]).every(({ bytes }) => bytes.length >= 6)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import {
  mayHoldUnseenPrefix,
  readSpelledPrefixes,
} from "../../../src/key/reading/spelled-prefix.ts";
import type { KeySpelling } from "../../../src/key/spelling.ts";
import { samplesOf } from "../samples.ts";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const HEX = Array.from("0123456789abcdefABCDEF");
const BYTES = samplesOf(Array.from({ length: 256 }, (_, byte) => byte));
const SKIPPED_BITS = [0, 2, 4] as const;

/** The spelling of each prefix in the text, and where it begins. */
function prefixesIn(text: string): readonly { at: number; spelling: KeySpelling }[] {
  return readSpelledPrefixes(text, (at, spelling) => ({ at, spelling, end: at + 1 })).map(
    ({ at, spelling }) => ({ at, spelling }),
  );
}

describe("a prefix in base64", () => {
  const starts = LETTERS.flatMap((letter) => HEX.map((hex) => `pl${letter}_${hex}`));

  it.each(["base64", "base64url"] as const)(
    "is seen at the start of %s, whatever it is",
    (alphabet) => {
      for (const start of starts) {
        expect(prefixesIn(Buffer.from(start).toString(alphabet))).toContainEqual({
          at: 0,
          spelling: { kind: "base64", skipBits: 0 },
        });
      }
    },
  );

  it.each(["base64", "base64url"] as const)("is seen after any byte or two in %s", (alphabet) => {
    for (const before of BYTES) {
      for (const start of starts) {
        for (const skipped of [1, 2] as const) {
          const bytes = Buffer.concat([Buffer.alloc(skipped, before), Buffer.from(start)]);
          const found = prefixesIn(bytes.toString(alphabet)).find(({ at }) => at === skipped);
          if (!(
            found?.spelling.kind === "base64" && found.spelling.skipBits === SKIPPED_BITS[skipped]
          )) {
            expect.fail(`${start} after ${skipped} bytes of ${before} is not seen`);
          }
        }
      }
    }
  });

  it("is not seen where another character is in its place", () => {
    const nearMisses = ["pm", "ql", "ol", "pk"].flatMap((pair) => [`${pair}s_`, `${pair}p_`]);
    for (const start of [...nearMisses, "pls-", "plS_", "pls`", "PLS_"]) {
      for (const skipped of [0, 1, 2]) {
        const text = Buffer.from(`${"?".repeat(skipped)}${start}0`).toString("base64");
        expect(prefixesIn(text), `${start} after ${skipped}`).toEqual([]);
      }
    }
  });
});

describe("a prefix in other spellings", () => {
  it("is seen in every mixture of escaped and plain characters", () => {
    for (const letter of LETTERS) {
      for (let mixture = 0; mixture < 3 ** 4; mixture++) {
        const text = ["p", "l", letter, "_"].map((character, place) =>
          escaped(character, Math.floor(mixture / 3 ** place) % 3),
        );
        expect(prefixesIn(`${text.join("")}0`), text.join("")).toEqual([
          { at: 0, spelling: { kind: "percent" } },
        ]);
      }
    }
  });

  it("is seen in wide text of either byte order", () => {
    const wide = (order: string) => prefixesIn(order)[0];
    expect(wide("p\0l\0s\0_\x000")).toEqual({ at: 0, spelling: { kind: "utf-16" } });
    expect(wide("\0p\0l\0s\0_\0a")).toEqual({ at: 1, spelling: { kind: "utf-16" } });
  });

  it.each(["%71ls_", "p%6Ds_", "pl%60_", "pl%7B_", "pls%5E", "p\0ls_"])(
    "is not seen in %j",
    (text) => {
      expect(prefixesIn(text)).toEqual([]);
    },
  );
});

describe("a prefix in base64 within which a line ends", () => {
  const LINE = "0".repeat(60);

  /** What these become, from the first character that has a bit of them. */
  function encodingsOf(starts: readonly string[]): readonly string[] {
    const encodings = [0, 1, 2].flatMap((skipped) =>
      BYTES.flatMap((before) =>
        starts.map((start) =>
          Buffer.concat([Buffer.alloc(skipped, before), Buffer.from(start)])
            .toString("base64url")
            .slice(skipped),
        ),
      ),
    );
    return [...new Set(encodings)];
  }

  it.each([
    ["\n", LETTERS.map((letter) => `pl${letter}_0`)],
    ["\n", HEX.map((hex) => `pls_${hex}`)],
    ["\r\n", ["pls_0", "plp_f"]],
    ["\\n", ["pls_0", "plp_f"]],
    ['" +\n"', ["pls_0", "plp_f"]],
    ["' + '", ["pls_0", "plp_f"]],
  ])("is seen whichever way it is broken by %j, whatever stands before it", (lineBreak, starts) => {
    for (const base64 of encodingsOf(starts)) {
      for (let end = 1; end < base64.length; end++) {
        const begun = `${LINE}${base64.slice(0, end)}${lineBreak}${base64.slice(end)}`;
        for (const text of [begun, begun + LINE]) {
          const places = prefixesIn(text).map(({ at }) => at);
          expect(places, text).toContain(LINE.length);
          expect(mayHoldUnseenPrefix(text), text).toBe(true);
        }
      }
    }
  });
});

it("takes prefixes within which a line ends, and the others, from left to right", () => {
  const broken = `${"A".repeat(58)}cGx\nzX2${"A".repeat(20)}`;
  const kindsIn = (text: string) => prefixesIn(text).map(({ spelling }) => spelling.kind);
  expect(kindsIn(`${broken} pls_0`)).toEqual(["base64", "percent"]);
  expect(kindsIn(`pls_0 ${broken}`)).toEqual(["percent", "base64"]);
  expect(kindsIn(`pls_0 ${broken} pls_0 ${broken} pls_0`)).toEqual([
    "percent",
    "base64",
    "percent",
    "base64",
    "percent",
  ]);
});

it("goes on after what the reader has read, or one further", () => {
  const text = "pls_0plp_1pls_2";
  const ends: number[] = [];
  const read = readSpelledPrefixes(text, (start) => {
    ends.push(start);
    return start === 0 ? { end: 10 } : undefined;
  });
  expect(ends).toEqual([0, 10]);
  expect(read).toEqual([{ end: 10 }]);
});

describe("a prefix that cannot be seen as it is", () => {
  const line = "A".repeat(58);

  it.each([
    ["percent-encoded at its start", "%70ls_0"],
    ["percent-encoded at its second letter", "p%6cs_0"],
    ["percent-encoded at its third letter", "pl%73_0"],
    ["percent-encoded at its underscore", "pls%5f0"],
    ["wide", "p\0l\0s\0_\x000"],
    ["a NUL alone", "\0"],
    ["broken by a line in base64", `${line}cGx\nzX2`],
  ])("may be in a text with one that is %s", (_, text) => {
    expect(mayHoldUnseenPrefix(`some text ${text}`)).toBe(true);
  });

  it("may be in a text with any mixture of escaped and plain characters", () => {
    for (const [letter, hex] of LETTERS.flatMap((one) =>
      HEX.map((other) => [one, other] as const),
    )) {
      for (let mixture = 1; mixture < 3 ** 4; mixture++) {
        const text = ["p", "l", letter, "_"].map((character, place) =>
          escaped(character, Math.floor(mixture / 3 ** place) % 3),
        );
        expect(mayHoldUnseenPrefix(`% %3D ${text.join("")}${hex} %`), text.join("")).toBe(true);
      }
    }
  });

  it.each([
    ["nothing", ""],
    ["one that can be seen", "pls_0 and more"],
    ["one in base64 that can be seen", `${line}cGxzX2AA\n${line}`],
    ["one that can be seen, beside another escape", "%5B pls_0 %6A %7E"],
    ["other escapes", "%50%61%72%74 %5F %6C %70"],
    ["an escape that is none of these", "p%4cs_0 %3D"],
    ["pieces of base64 far from where lines end", `${line}cGx${line}Bs${line}bGAf\n${line}`],
    ["a line too short to be wrapped base64", "cGx\nzX2"],
  ])("is not in a text with %s", (_, text) => {
    expect(mayHoldUnseenPrefix(text)).toBe(false);
  });
});

function escaped(character: string, how: number): string {
  const code = Buffer.from(character).toString("hex");
  return [character, `%${code}`, `%${code.toUpperCase()}`][how] ?? character;
}

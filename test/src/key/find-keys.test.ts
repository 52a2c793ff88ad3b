import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findKeys } from "../../../src/key/find-keys.ts";
import { maskText } from "../../../src/key/mask-text.ts";
import { decodeSpelling } from "../../../src/key/spelling.ts";
import { arbitraryDebris, arbitraryKey } from "../../support/arbitrary-keys.ts";
import { exampleKey, randomHex } from "../../support/keys.ts";
import { runs, samplesOf } from "../samples.ts";
import { SPELLERS } from "../../support/spell-key.ts";

const keysIn = (text: string) => findKeys(text).map(({ key }) => key);

describe("the shape of what is found", () => {
  it.each([
    ["the known shape", {}],
    ["the other known prefix", { prefix: "plp" }],
    ["another letter", { prefix: "plq" }],
    ["the shortest body", { body: randomHex(16) }],
    ["the longest body", { body: randomHex(128) }],
    ["the shortest tail", { tail: randomHex(4) }],
    ["the longest tail", { tail: randomHex(32) }],
    ["the longest of both", { body: randomHex(128), tail: randomHex(32) }],
  ])("%s is", (_, parts) => {
    const key = exampleKey(parts);
    expect(findKeys(key)).toEqual([
      { key, start: 0, end: key.length, spelling: { kind: "plain" }, place: "text" },
    ]);
  });

  it.each([
    ["a body one too short", exampleKey({ body: randomHex(15) })],
    ["a body one too long", exampleKey({ body: randomHex(129) })],
    ["a tail one too short", exampleKey({ tail: randomHex(3) })],
    ["a tail one too long", exampleKey({ tail: randomHex(33) })],
    ["upper-case hex", `pls_${exampleKey().slice(4).replaceAll(/[0-9]/g, "a").toUpperCase()}`],
    ["an upper-case prefix", exampleKey({ prefix: "PLS" })],
    ["a prefix with no letter", exampleKey({ prefix: "pl`" })],
    ["a prefix with another no letter", exampleKey({ prefix: "pl{" })],
    ["a prefix of two letters", exampleKey({ prefix: "pl" })],
    ["a prefix of four letters", exampleKey({ prefix: "plss" })],
    ["another product's 64 hex digits", `plp_${randomHex(64)}`],
    ["a snapshot id", `pls_${randomHex(64)}`],
    ["a bare prefix", "pls_ plp_ pls plp"],
    ["a CSS class", ".pls_button_face { } .plp_card_abcdef"],
    ["an enzyme", "plp_dependent_transferase pls_bacteria"],
    ["no hex", `pls_${"g".repeat(32)}_${randomHex(6)}`],
    ["one character throughout", `pls_${"0".repeat(32)}_${"0".repeat(6)}`],
    ["counting", `pls_${"0123456789abcdef".repeat(2)}_012345`],
    ["a repeated word", `pls_${"deadbeef".repeat(4)}_c0ffee`],
    ["half of it twice", `pls_${"deadbeefcafebabe".repeat(2)}_c0ffee`],
    ["two characters only", `pls_${"0010111010001101".repeat(2).slice(1)}1_c0ffee`],
    ["x for every character", `pls_${"x".repeat(32)}_xxxxxx`],
  ])("%s is not", (_, text) => {
    expect(keysIn(text)).toEqual([]);
    for (const spell of Object.values(SPELLERS)) expect(keysIn(spell(text))).toEqual([]);
  });
});

describe("what may stand next to a key", () => {
  const key = exampleKey();

  it.each(["", " ", '"', "'", "`", "=", ":", "/", "-", ".", "(", "é", "\n", "\0"])(
    "%j before it",
    (before) => {
      expect(keysIn(before + key)).toEqual([key]);
    },
  );

  it.each(["", " ", '"', ":", ":@host", "-", ".", "\\n", "&", "%3A", "%20", "%67", "%", "é", "\0"])(
    "%j after it",
    (after) => {
      expect(keysIn(key + after)).toEqual([key]);
    },
  );

  it.each([
    "a",
    "Z",
    "0",
    "_",
    "an",
    "\\q",
    "\\x4",
    "\\xg1",
    "\\u12",
    "%3",
    "%g1",
    "[31q",
    "x[m",
    "x-u",
    "=4a",
  ])("not %j before it", (before) => {
    expect(keysIn(before + key)).toEqual([]);
  });

  it.each(["g", "z", "A", "Z", "_", "_a"])("not %j after it", (after) => {
    expect(keysIn(key + after)).toEqual([]);
  });

  it.each([
    ...[
      "\\n",
      "\\t",
      "\\r",
      "\\f",
      "\\v",
      "\\b",
      "\\0",
      "\\x3d",
      "\\x3D",
      "\\u003d",
      "%3D",
      "%3d",
      "key%3D",
    ],
    ...[
      "\x1b[31m",
      "\\x1b[1;32m",
      "\\x1B[0m",
      "\\u001b[m",
      "\\u001B[0m",
      "\\033[38;5;196m",
      "\\e[1m",
    ],
    ...["\x1b[K", "\x1b[2K", "\x1b[1G", "\x1b(B", "\x9b31m", "\x1b[38:2::1:2:3m", "[32m", "[0m"],
    ...["\\x1b[2K", "\\u001b(B", "\\x9b31m", `\x1b[${"38;2;100;100;100;".repeat(3)}1m`],
    ...["%253D", "%2525", "%25253D", "\\012", "=3D", "=22", "\\a", "\\U0000000a", " -u", "'-u"],
  ])("%j before it, the last letter of which ends an escape", (before) => {
    expect(keysIn(`word${before}${key}`)).toEqual([key]);
  });

  it("as many underscores before it as after it, as Markdown has them", () => {
    for (const marks of ["_", "__", "___"]) {
      expect(keysIn(`see ${marks}${key}${marks}.`)).toEqual([key]);
      expect(keysIn(`${marks}${key}${marks}`)).toEqual([key]);
      expect(keysIn(`a${marks}${key}${marks}`)).toEqual([]);
      expect(keysIn(`${marks}${key}${marks}a`)).toEqual([]);
      expect(keysIn(`${marks}${key}${marks}_`)).toEqual([]);
    }
  });

  it("underscores next to the longest key there is", () => {
    const longest = exampleKey({ body: randomHex(128), tail: randomHex(32) });
    for (const marks of ["_", "___"]) {
      expect(keysIn(`see ${marks}${longest}${marks}.`)).toEqual([longest]);
    }
    expect(keysIn(`${longest}0`)).toEqual([]);
  });

  it("not an underscore of a word before it", () => {
    for (const before of ["_a_", "__a_", "_a__"]) {
      expect(keysIn(`see ${before}${key}_.`)).toEqual([]);
    }
  });

  it("a line break in base64 only if it breaks the key", () => {
    const [found] = findKeys(btoa(`${key}:`));
    expect(found?.spelling).toEqual({ kind: "base64", skipBits: 0 });
    const lines = btoa(`${"?".repeat(45)}${key}:`).match(/.{1,76}/g) ?? [];
    expect(findKeys(lines.join("\n"))[0]?.spelling).toMatchObject({ wrapped: "full-lines" });
  });

  it("a NUL that ends the word before it, as in a list of variables", () => {
    expect(keysIn(`name\0${key}\0other`)).toEqual([key]);
  });

  it("a character after it that is escaped although it is part of a word", () => {
    const escaped = key.replace("_", "%5F");
    expect(keysIn(`${escaped}%67`)).toEqual([]);
    expect(keysIn(`${escaped}%2F`)).toEqual([key]);
  });

  it("a byte after it in base64", () => {
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    expect(keysIn(base64(`${key}:`))).toEqual([key]);
    expect(keysIn(base64(`${key}x`))).toEqual([]);
    expect(keysIn(base64(`${key}_`))).toEqual([]);
    expect(keysIn(base64(`x${key}`))).toEqual([key]);
  });

  it("a wide character next to it in wide text", () => {
    const wide = (text: string) => text.split("").join("\0");
    expect(keysIn(wide(`"${key}"`))).toEqual([key]);
    expect(keysIn(wide(`\\n${key}`))).toEqual([key]);
    expect(keysIn(wide(`a${key}`))).toEqual([]);
    expect(keysIn(wide(`${key}z`))).toEqual([]);
    expect(keysIn(`\0${wide(key)}`)).toEqual([key]);
  });
});

describe("where a key stands", () => {
  const key = exampleKey();
  const asWritten: Readonly<Record<string, string>> = {
    KEY: key,
    BASIC: btoa(`${key}:`),
    ESCAPED: key.replaceAll("_", "%5F"),
    "Small-Escaped": key.replaceAll("_", "%5f"),
  };

  it.each([
    ["basic-header", "Authorization: Basic BASIC"],
    ["basic-header", "authorization: basic BASIC"],
    ["basic-header", '"Basic" "BASIC"'],
    ["basic-header", "Basic%20BASIC"],
    ["text", "Basically BASIC"],
    ["text", "nonbasic BASIC"],
    ["text", "BASIC"],
    ["url-user", "https://KEY:@external.pleo.io/v1"],
    ["url-user", "https://KEY:password@external.pleo.io"],
    ["url-user", "https://KEY@external.pleo.io"],
    ["url-user", "https:\\/\\/KEY@external.pleo.io"],
    ["url-user", "https://ESCAPED%3A@external.pleo.io"],
    ["text", "https://KEY/"],
    ["text", "//KEY@host"],
    ["text", "https://KEY: someone@host"],
    ["text", "https://user:KEY@host"],
    ["url-query", "https://x.y/?key=KEY"],
    ["url-query", "https://x.y/?a=b&api_key=KEY&c=d"],
    ["url-query", "/path?a=b&amp;key=KEY"],
    ["url-query", "?key=Small-Escaped"],
    ["text", "key=KEY"],
    ["text", "?key=a,KEY"],
  ])("%s: %s", (place, pattern) => {
    const text = pattern.replace(
      /KEY|BASIC|ESCAPED|Small-Escaped/,
      (name) => asWritten[name] ?? "",
    );
    expect(findKeys(text).map((found) => found.place)).toEqual([place]);
  });
});

describe("every match", () => {
  it("spells its key exactly, in order and without overlap", () => {
    const piece = fc.oneof(
      arbitraryDebris(),
      spelledKey().map(([, text]) => text),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join("");
        let done = 0;
        for (const { key, start, end, spelling } of findKeys(text)) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(decodeSpelling(text.slice(start, end), spelling)).toBe(key);
          done = end;
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it("is found in each spelling and between any neighbours that end a word", () => {
    const before = arbitraryDebris().map((text) => `${text} `);
    const after = arbitraryDebris().map((text) => ` ${text}`);
    fc.assert(
      fc.property(spelledKey(), before, after, ([key, spelled], start, end) => {
        const found = findKeys(start + spelled + end);
        const inside = found.filter(
          (one) => one.start >= start.length && one.end <= start.length + spelled.length,
        );
        expect(inside.map((one) => one.key)).toEqual([key]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it("is found in any mixture of escaped and plain characters", () => {
    const mixture = fc.array(fc.constantFrom(0, 1, 2), { minLength: 170, maxLength: 170 });
    fc.assert(
      fc.property(arbitraryKey(), mixture, (key, how) => {
        const text = Array.from(key)
          .map((character, at) => escaped(character, how[at] ?? 0))
          .join("");
        const [found] = findKeys(` ${text} `);
        expect(found).toMatchObject({ key, start: 1, end: 1 + text.length });
        expect(found?.spelling.kind).toBe(text === key ? "plain" : "percent");
      }),
    );
  });

  it("is found wherever base64 breaks it", () => {
    const sample = fc.tuple(
      fc.uint8Array({ maxLength: 40 }),
      arbitraryKey(),
      fc.uint8Array({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(
        sample,
        fc.constantFrom("base64" as const, "base64url" as const),
        (parts, alphabet) => {
          const [before, key, after] = parts;
          const bytes = Buffer.concat([before, Buffer.from(`${key}:`), after]);
          expect(keysIn(bytes.toString(alphabet))).toContain(key);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

describe("base64 that was wrapped", () => {
  const key = exampleKey();

  const breaks = [
    ...["\n", "\r\n", "\r", "\\n", "\\r\\n", "\\\\n", "\n    ", `\n${" ".repeat(38)}`],
    ...[
      "\n> ",
      "\n# ",
      '" +\n  "',
      "' +\r\n  '",
      '"\n  + "',
      '" + "',
      '"\n"',
      '\\n" +\n "',
      "\\\n",
    ],
    '\\n",\n  "',
  ];
  const widths = [40, 60, 61, 64, 70, 75, 76, 80];
  const offsets = samplesOf(Array.from({ length: 120 }, (_, before) => before));
  const cases = samplesOf(widths).flatMap((width) =>
    breaks.map((lineBreak) => [width, lineBreak] as const),
  );

  it.each(cases)(
    "at %d characters with %j is read on, wherever the line ends",
    (width, lineBreak) => {
      for (const before of offsets) {
        const base64 = btoa(`${"?".repeat(before)}${key}:${"?".repeat(60)}`);
        const text = (base64.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join(lineBreak);
        const [found] = findKeys(text);
        if (found === undefined) expect.fail(`after ${before} characters`);
        expect(found.key).toBe(key);
        expect(decodeSpelling(text.slice(found.start, found.end), found.spelling)).toBe(key);
        for (const shown of [maskText(text), maskText(text, [key])]) {
          const core = base64.slice(Math.ceil((before * 8) / 6) + 1).slice(0, 55);
          for (let at = 0; at + 8 <= core.length; at++) {
            expect(shown).not.toContain(core.slice(at, at + 8));
          }
        }
      }
    },
  );

  it("is read on after a line that begins with other characters of base64", () => {
    for (const before of offsets) {
      const base64 = btoa(`${"?".repeat(before)}${key}:${"?".repeat(60)}`);
      const lines = base64.match(/.{1,76}/g) ?? [];
      expect(keysIn(`// content/${lines.join("\n")}`)).toEqual([key]);
    }
  });

  it("is not read on after a line that ends for another reason", () => {
    expect(keysIn(`${btoa(`${key}:`).slice(0, 39)}\n${btoa(`${key}:`).slice(39)}`)).toEqual([]);
  });

  it("leaves the line after a whole key alone", () => {
    const full = exampleKey({ tail: randomHex(8) });
    expect(btoa(full)).toHaveLength(60);
    for (const next of ["aGVsbG8", "Host: x", "X", "==", "+"]) {
      expect(keysIn(`${btoa(full)}\n${next}`)).toEqual([full]);
    }
  });
});

it("finds all of several keys", () => {
  const keys = Array.from({ length: 20 }, () => exampleKey());
  expect(keysIn(keys.join(","))).toEqual(keys);
  expect(keysIn(btoa(JSON.stringify(keys)))).toEqual(keys);
});

function spelledKey(): fc.Arbitrary<readonly [key: string, text: string]> {
  const speller = fc.constantFrom(...Object.values(SPELLERS));
  return fc.tuple(arbitraryKey(), speller).map(([key, spell]) => [key, spell(key)] as const);
}

function escaped(character: string, how: number): string {
  const code = Buffer.from(character).toString("hex");
  return [character, `%${code}`, `%${code.toUpperCase()}`][how] ?? character;
}

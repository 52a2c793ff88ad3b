import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  base64Length,
  base64Value,
  decodeBase64,
  encodeBase64,
  hasRun,
} from "../../../src/key/encoding/base64.ts";
import { escapeHtml, escapeJson } from "../../../src/key/encoding/escapes.ts";
import { hexOf } from "../../../src/key/encoding/hex.ts";
import {
  percentEncodeAll,
  percentEncodeComponent,
  percentEncodeForm,
  withLowerCaseEscapes,
} from "../../../src/key/encoding/percent.ts";
import { utf16Bytes } from "../../../src/key/encoding/utf16.ts";
import { utf8Bytes } from "../../../src/key/encoding/utf8.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { runs } from "../samples.ts";

/** Any text at all, halves of surrogate pairs included. */
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter() }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
const wholeText = fc.string({ unit: anyCharacter() });

function holds<Sample>(arbitrary: fc.Arbitrary<Sample>, check: (sample: Sample) => void): void {
  fc.assert(
    fc.property(arbitrary, (sample) => {
      check(sample);
    }),
    { numRuns: runs(500) },
  );
}

describe("our encoders do what the platform's do", () => {
  it("UTF-8", () => {
    holds(anyText, (text) => {
      expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]);
    });
  });

  it("UTF-8 where a character takes one byte more", () => {
    for (const point of [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff]) {
      const text = String.fromCodePoint(point);
      expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]);
    }
    for (const half of ["\ud800", "\udbff", "\udc00", "\udfff"]) {
      expect(utf8Bytes(half)).toEqual([0xef, 0xbf, 0xbd]);
    }
  });

  it("UTF-16", () => {
    holds(anyText, (text) => {
      expect(utf16Bytes(text)).toEqual([...Buffer.from(text, "utf16le")]);
    });
  });

  it("hex", () => {
    holds(fc.uint8Array(), (bytes) => {
      expect(hexOf([...bytes])).toBe(Buffer.from(bytes).toString("hex"));
    });
  });

  it("base64", () => {
    holds(fc.uint8Array(), (bytes) => {
      expect(encodeBase64([...bytes])).toBe(Buffer.from(bytes).toString("base64"));
    });
  });

  it("percent-encoding", () => {
    holds(wholeText, (text) => {
      expect(percentEncodeComponent(text)).toBe(encodeURIComponent(text));
      expect(percentEncodeForm(text)).toBe(new URLSearchParams({ a: text }).toString().slice(2));
      expect(decodeURIComponent(percentEncodeAll(text))).toBe(text);
      expect(withLowerCaseEscapes(percentEncodeAll(text))).toBe(
        percentEncodeAll(text).toLowerCase(),
      );
    });
  });

  it("percent-encoding of half a surrogate pair, where the platform throws", () => {
    expect(percentEncodeComponent("\ud800")).toBe(encodeURIComponent("\ufffd"));
  });

  it("JSON", () => {
    holds(anyText, (text) => {
      for (const escaped of escapeJson(text)) expect(JSON.parse(`"${escaped}"`)).toBe(text);
    });
    expect(escapeJson('</é">')).toEqual(
      expect.arrayContaining([
        '<\\/é\\">',
        '</\\u00e9\\">',
        '</\\u00E9\\">',
        "\\u003c/é\\u0022\\u003e",
      ]),
    );
  });

  it("HTML", () => {
    const unescape = (html: string) =>
      html.replace(/&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));/g, (_, decimal, hex, name: string) => {
        const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
        const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
        return named[name] ?? String.fromCharCode(code);
      });
    holds(fc.string({ unit: fc.constantFrom(...Array.from("<>&\"';#xa1")) }), (text) => {
      for (const escaped of escapeHtml(text)) expect(unescape(escaped)).toBe(text);
    });
    expect(new Set(escapeHtml(`"<'`))).toEqual(
      new Set([
        "&quot;&lt;&apos;",
        "&quot;&lt;&#39;",
        "&quot;&lt;&#x27;",
        "&quot;&lt;'",
        "&#34;&lt;&#39;",
        "&#34;&lt;&#x27;",
        "\"&lt;'",
        "&#34;&#60;&#39;",
        "&#x22;&#x3c;&#x27;",
        "&#x22;&#x3C;&#x27;",
      ]),
    );
  });
});

describe("decoding base64", () => {
  it("knows the value of each character, and of no other", () => {
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    expect(Array.from(alphabet).map((_, at) => base64Value(alphabet, at))).toEqual(
      Array.from(alphabet).map((_, at) => at),
    );
    expect(
      ["+", "-", "/", "_", "=", "é", "\u{1f511}", ""].map((text) => base64Value(text, 0)),
    ).toEqual([62, 62, 63, 63, -1, -1, -1, -1]);
  });

  it("gives back what was encoded, in either alphabet", () => {
    holds(fc.uint8Array(), (bytes) => {
      const text = Buffer.from(bytes).toString("latin1");
      expect(decodeBase64(Buffer.from(bytes).toString("base64"))).toBe(text);
      expect(decodeBase64(Buffer.from(bytes).toString("base64url"))).toBe(text);
    });
  });

  it("begins in the middle of a character", () => {
    expect(decodeBase64(btoa("?abc").slice(1), 2)).toBe("abc");
    expect(decodeBase64(btoa("??abc").slice(2), 4)).toBe("abc");
  });

  it("stops at the limit, at the wish of the caller and where the base64 stops", () => {
    expect(decodeBase64(btoa("abcdef"), 0, { limit: 2 })).toBe("ab");
    expect(decodeBase64(`${btoa("abc")}.${btoa("def")}`)).toBe("abc");
    expect(decodeBase64(`..${btoa("abcdef")}`, 0, { start: 2 })).toBe("abcdef");
    expect(decodeBase64(btoa("abcdef"), 0, { goesOn: (byte) => byte !== 0x63 })).toBe("abc");
    expect(decodeBase64("")).toBe("");
  });

  it("asks where it goes on, only where it stops", () => {
    const asked: number[] = [];
    const afterGap = (text: string, index: number): number | undefined => {
      asked.push(index);
      return text.charAt(index) === "." ? index + 1 : undefined;
    };
    expect(decodeBase64("AAAA.YWJj.ZGVm!ZGVm", 0, { afterGap })).toBe("\0\0\0abcdef");
    expect(asked).toEqual([4, 9, 14]);
  });

  it("counts the characters that bytes take up", () => {
    expect([0, 1, 2, 3].map((count) => base64Length(count, 0))).toEqual([0, 2, 3, 4]);
    expect([base64Length(1, 2), base64Length(1, 4), base64Length(2, 2)]).toEqual([2, 2, 3]);
  });
});

describe("a run of base64", () => {
  it.each([
    ["one too few", "x".repeat(39), false],
    ["just enough", "x".repeat(40), true],
    ["one too few after another character", `.${"x".repeat(39)}`, false],
    ["just enough after another character", `.${"x".repeat(40)}`, true],
    ["one too few before another character", `${"x".repeat(39)}.`, false],
    ["broken in the middle", `${"x".repeat(39)}.${"x".repeat(39)}`, false],
    ["of both alphabets", "aZ09+/-_".repeat(5), true],
    ["of other characters", "=".repeat(80), false],
    ["of letters that are no ASCII", "\u00e9".repeat(80), false],
    ["nothing", "", false],
  ])("%s", (_what, text, isLong) => {
    expect(hasRun(text, 40)).toBe(isLong);
  });

  it("is found wherever it stands, and never where it is not", () => {
    const place = fc.nat({ max: 100 });
    fc.assert(
      fc.property(place, fc.nat({ max: 60 }), place, (before, length, after) => {
        const text = `${" x".repeat(before)}.${"x".repeat(length)}${". ".repeat(after)}`;
        expect(hasRun(text, 40)).toBe(length >= 40);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import {
  decodeSpelling,
  readAhead,
  spelledEnd,
  type KeySpelling,
} from "../../../src/key/spelling.ts";

const PLAIN: KeySpelling = { kind: "plain" };
const PERCENT: KeySpelling = { kind: "percent" };
const WIDE: KeySpelling = { kind: "utf-16" };
const base64 = (skipBits: 0 | 2 | 4): KeySpelling => ({ kind: "base64", skipBits });
const WRAPPED: KeySpelling = { kind: "base64", skipBits: 0, wrapped: "any-lines" };

const wide = (text: string): string => text.split("").join("\0");

describe("reading ahead", () => {
  it.each<[string, KeySpelling, string, string]>([
    ["stops after what is no hex", PLAIN, "pls_0aF_xyz", "pls_0aF_x"],
    ["stops after a digit's neighbour below", PLAIN, "pls_0/0", "pls_0/"],
    ["stops after a digit's neighbour above", PLAIN, "pls_9:0", "pls_9:"],
    ["stops after a letter's neighbour below", PLAIN, "pls_a`0", "pls_a`"],
    ["stops after a letter's neighbour above", PLAIN, "pls_fg0", "pls_fg"],
    ["stops after a capital's neighbour below", PLAIN, "pls_A@0", "pls_A@"],
    ["stops after a capital's neighbour above", PLAIN, "pls_FG0", "pls_FG"],
    ["stops after an underscore's neighbour", PLAIN, "pls__^0", "pls__^"],
    ["does not look at the prefix", PLAIN, "????0?", "????0?"],
    ["stops at the end of the text", PLAIN, "pls_0", "pls_0"],
    ["resolves escapes", PERCENT, "p%6Cs%5f0%61g0", "pls_0ag"],
    ["stops after an escape that is no hex", PERCENT, "pls_0%2F0", "pls_0/"],
    ["decodes base64", base64(0), btoa("pls_0ag0"), "pls_0ag"],
    ["decodes from within the first character", base64(2), btoa("?pls_0ag0").slice(1), "pls_0ag"],
    [
      "decodes from deep within the first character",
      base64(4),
      btoa("??pls_0ag").slice(2),
      "pls_0ag",
    ],
    ["stops where base64 is wrapped", base64(0), `${btoa("pls_0a")}\n${btoa("bcd")}`, "pls_0a"],
    ["goes on where it may", WRAPPED, `${btoa("pls_0a")}\n${btoa("bcg")}`, "pls_0abcg"],
    ["reads over NULs", WIDE, wide("pls_0ag0"), "pls_0ag"],
    ["stops where a NUL is missing", WIDE, `${wide("pls_0a")}b\0c`, "pls_0a"],
    ["stops where the text does", WIDE, wide("pls_0a"), "pls_0a"],
    ["stops where the text does, after a NUL", WIDE, `${wide("pls_0a")}\0`, "pls_0a"],
  ])("%s", (_, spelling, text, read) => {
    for (const before of ["", "= "]) {
      const ahead = readAhead(before + text, before.length, { spelling, limit: 99 });
      expect(ahead).toBe(read);
    }
  });

  it.each<[KeySpelling, string]>([
    [PLAIN, "pls_0a0b0c"],
    [PERCENT, "pls_%30%61%30b0c"],
    [base64(0), btoa("pls_0a0b0c")],
    [WRAPPED, `${btoa("pls_0a")}\n${btoa("0b0c")}`],
    [WIDE, wide("pls_0a0b0c")],
  ])("in %j goes no further than its limit", (spelling, text) => {
    expect(readAhead(text, 0, { spelling, limit: 9 })).toBe("pls_0a0b0");
    expect(readAhead(text, 0, { spelling, limit: 10 })).toBe("pls_0a0b0c");
    expect(readAhead(text, 0, { spelling, limit: 11 })).toBe("pls_0a0b0c");
  });
});

describe("the end of what is spelled", () => {
  it.each<[KeySpelling, string, number, string]>([
    [PLAIN, "pls_0a more", 6, "pls_0a"],
    [PERCENT, "pls%5F0%61%62", 6, "pls%5F0%61"],
    [PERCENT, "pls%5F0%61%62", 5, "pls%5F0"],
    [base64(0), btoa("pls_0abcd"), 6, btoa("pls_0a")],
    [base64(0), btoa("pls_0abcd"), 7, `${btoa("pls_0a")}Ym`],
    [base64(2), btoa("?pls_0ab").slice(1), 5, btoa("?pls_0").slice(1)],
    [WRAPPED, `${btoa("pls_0a")}\n${btoa("bcd")}`, 9, `${btoa("pls_0a")}\n${btoa("bcd")}`],
    [WRAPPED, `${btoa("pls_0a")}\n${btoa("bcd")}`, 6, btoa("pls_0a")],
    [WRAPPED, `${btoa("pls_0a")}\\n${btoa("bcd")}`, 7, `${btoa("pls_0a")}\\nYm`],
    [WIDE, wide("pls_0abc"), 6, wide("pls_0a")],
  ])("in %j of %j, after %d characters", (spelling, text, length, slice) => {
    const end = spelledEnd(`= ${text}`, 2, { spelling, length });
    expect(`= ${text}`.slice(2, end)).toBe(slice);
    expect(decodeSpelling(slice, spelling)).toBe(readAhead(text, 0, { spelling, limit: length }));
  });
});

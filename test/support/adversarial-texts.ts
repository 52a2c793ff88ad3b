import { randomHex } from "./keys.ts";

/** Texts made to keep a scanner busy for nothing, by what each repeats. */
export function adversarialPieces(hex = randomHex): Readonly<Record<string, string>> {
  return {
    "bare prefixes": "pls_",
    prefixes: "pls_0",
    "one letter": "a",
    "hex digits": "0123456789abcdef",
    "base64 prefixes": "cGxzX2",
    "base64 prefixes, one byte in": "HBsc184",
    "base64 prefixes, two bytes in": "FwbHNfM",
    "percent signs": "%70",
    "percent-encoded prefixes": "%70%6c%73%5f%30",
    NULs: "\0",
    "wide prefixes": "p\0l\0s\0_\x000",
    "query parameters": "?a=",
    "bodies without a tail": `pls_${hex(128)}`,
    "keys that go on too long": `pls_${hex(128)}_${hex(33)}`,
    "keys in base64 that go on too long": btoa(`pls_${hex(128)}_${hex(33)}x`),
    "base64 lines": `${(btoa(`pls_${hex(128)}_${hex(33)}x`).match(/.{1,76}/g) ?? []).join("\n")}\n`,
    "colour sequences": "\\x1b[31m",
    backslashes: "\\",
    spaces: " ",
    quotes: '"',
    colons: ':"',
    braces: "{",
    dots: ".",
    "equals signs": "=",
    "invisible characters": "\u200b",
  };
}

/** A text of about this length. */
export function repeatTo(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

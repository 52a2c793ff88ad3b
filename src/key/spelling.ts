import { base64Length, base64Value, decodeBase64 } from "./encoding/base64.ts";
import type { SkipBits } from "./encoding/base64.ts";
import { afterWrap, withoutWraps } from "./reading/line-wrap.ts";
import type { WrapReading } from "./reading/line-wrap.ts";
import { characterAt } from "./reading/percent-character.ts";
import { PREFIX_LENGTH } from "./shape.ts";

/** In which form a key stands in a text. */
export type KeySpelling =
  | { readonly kind: "plain" }
  | Base64Spelling
  /** Some or all characters as `%XX`. */
  | { readonly kind: "percent" }
  /** UTF-16 read as bytes: a NUL between the characters. */
  | { readonly kind: "utf-16" };

export interface Base64Spelling {
  readonly kind: "base64";
  /** How many bits of the first character belong to the byte before the key. */
  readonly skipBits: SkipBits;
  /** The base64 was wrapped, and a line ends within the key. Says which lines were taken to go on. */
  readonly wrapped?: WrapReading;
}

/** The key that a stretch of text spells. */
export function decodeSpelling(slice: string, spelling: KeySpelling): string {
  switch (spelling.kind) {
    case "plain":
      return slice;
    case "base64":
      return decodeBase64(withoutWraps(slice), spelling.skipBits);
    case "percent":
      return readPercent(slice, 0, Infinity);
    case "utf-16":
      return slice.replaceAll("\0", "");
  }
}

/**
 * What a text spells from `start` on: a prefix, then hex digits and underscores, then the one character that
 * cannot belong to a key, if there is one. Stops there, so that a false start costs next to nothing.
 */
export function readAhead(
  text: string,
  start: number,
  { spelling, limit }: { spelling: KeySpelling; limit: number },
): string {
  switch (spelling.kind) {
    case "plain":
    case "percent":
      return readPercent(text, start, limit);
    case "base64":
      return readBase64(text, start, { spelling, limit });
    case "utf-16":
      return readWide(text, start, limit);
  }
}

/** Where the first `length` characters that are spelled from `start` on end in the text. */
export function spelledEnd(
  text: string,
  start: number,
  { spelling, length }: { spelling: KeySpelling; length: number },
): number {
  switch (spelling.kind) {
    case "plain":
    case "percent":
      return percentEnd(text, start, length);
    case "base64":
      return base64End(text, start, { spelling, length });
    case "utf-16":
      return start + 2 * length - 1;
  }
}

function readBase64(
  text: string,
  start: number,
  { spelling, limit }: { spelling: Base64Spelling; limit: number },
): string {
  const { skipBits, wrapped } = spelling;
  const window = { start, limit, goesOn: mayGoOn };
  if (wrapped === undefined) return decodeBase64(text, skipBits, window);
  const afterGap = (whole: string, index: number) => afterWrap(whole, index, wrapped);
  return decodeBase64(text, skipBits, { ...window, afterGap });
}

function base64End(
  text: string,
  start: number,
  { spelling, length }: { spelling: Base64Spelling; length: number },
): number {
  const count = base64Length(length, spelling.skipBits);
  if (spelling.wrapped === undefined) return start + count;
  let end = start;
  for (let read = 0; read < count; read++) {
    const isGap = base64Value(text, end) < 0;
    end = ((isGap ? afterWrap(text, end, spelling.wrapped) : undefined) ?? end) + 1;
  }
  return end;
}

function readPercent(text: string, start: number, limit: number): string {
  let read = "";
  for (let index = start; index < text.length && read.length < limit;) {
    const { code, end } = characterAt(text, index);
    read += String.fromCharCode(code);
    if (!mayGoOn(code, read.length)) break;
    index = end;
  }
  return read;
}

function percentEnd(text: string, start: number, length: number): number {
  let end = start;
  for (let count = 0; count < length; count++) end = characterAt(text, end).end;
  return end;
}

function readWide(text: string, start: number, limit: number): string {
  let read = "";
  for (let index = start; index < text.length && read.length < limit; index += 2) {
    const code = text.charCodeAt(index);
    read += String.fromCharCode(code);
    if (!mayGoOn(code, read.length) || text.charCodeAt(index + 1) !== 0) break;
  }
  return read;
}

const UNDERSCORE = 0x5f;

/** The prefix has been seen by whoever asks; after it only hex and underscores belong to a key. */
function mayGoOn(code: number, count: number): boolean {
  if (count <= PREFIX_LENGTH) return true;
  const isDigit = code >= 0x30 && code <= 0x39;
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x66;
  return isDigit || isLetter || code === UNDERSCORE;
}

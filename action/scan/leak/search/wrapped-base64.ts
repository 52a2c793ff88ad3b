import { SHORTEST_WRAPPED_LINE } from "../../../../src/key/reading/line-wrap.ts";
import { maskableSpellings } from "../../../../src/key/spellings.ts";
import { withoutLonger, type Needle } from "./needles.ts";

/** A piece of a key in base64, by which the whole is found where it is broken up into lines. */
export interface WrappedNeedle extends Needle {
  readonly whole: Buffer;
  /** Where in the whole the piece is. */
  readonly at: number;
}

/**
 * Lines have that many characters at least, and a piece has half of that, so that of those within a key one holds a whole piece, or else the first or
 * the last piece is before or after the only break.
 */
const PIECE = SHORTEST_WRAPPED_LINE / 2;

/** The pieces of every key in base64: that the whole is there is then told by what surrounds one. */
export function wrappedNeedlesOf(keys: readonly string[]): readonly WrappedNeedle[] {
  return keys.flatMap((value, key) =>
    withoutLonger(
      maskableSpellings(value)
        .filter(({ inBase64, text }) => inBase64 !== undefined && !/[%\\]/.test(text))
        .map(({ text, name }) => ({ bytes: Buffer.from(text), key, words: wordsOf(name) })),
    ).flatMap(inPieces),
  );
}

function wordsOf(name: string): string {
  const form = name.startsWith("base64 of UTF-16") ? "in base64 of UTF-16" : "in base64";
  return `${form}, wrapped over lines`;
}

function inPieces(whole: Needle): readonly WrappedNeedle[] {
  const { length } = whole.bytes;
  const size = Math.min(PIECE, Math.floor(length / 2));
  const starts = Array.from({ length: Math.floor(length / size) }, (_, index) => index * size);
  return [...new Set([...starts, length - size])].map((at) => ({
    ...whole,
    bytes: whole.bytes.subarray(at, at + size),
    whole: whole.bytes,
    at,
  }));
}

/** Indents, marks of quoted text and comments, and how strings are put together from several lines. */
const BETWEEN = new Set(Array.from(" \t\r\n>#*\"'`,.+\\", (mark) => mark.charCodeAt(0)));
const BACKSLASH = 0x5c;
/** The letters of a break that is written as an escape. */
const WRITTEN = new Set(Array.from("nr", (letter) => letter.charCodeAt(0)));
const MOST_BETWEEN = 120;

/** How many bytes a whole may take, with everything between its lines. */
export function longestWrapped({ whole }: WrappedNeedle): number {
  return whole.length + (Math.ceil(whole.length / SHORTEST_WRAPPED_LINE) + 1) * MOST_BETWEEN;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the whole is that a piece belongs to; nothing where it is not, or stands in one line. */
export function wholeAround(
  { bytes, length }: { readonly bytes: Uint8Array; readonly length: number },
  found: number,
  { whole, at }: WrappedNeedle,
): Stretch | undefined {
  let start = found;
  for (let index = at - 1; index >= 0; index--) {
    const isWritten = bytes[start - 2] === BACKSLASH;
    if (bytes[start - 1] !== whole[index] || isWritten) start = startOfBreak(bytes, start);
    start -= 1;
    if (start < 0 || bytes[start] !== whole[index]) return undefined;
  }
  let end = found;
  for (let index = at; index < whole.length; index++) {
    if (bytes[end] !== whole[index]) end = endOfBreak(bytes, end);
    if (end >= length || bytes[end] !== whole[index]) return undefined;
    end += 1;
  }
  return end - start > whole.length ? { start, end } : undefined;
}

function endOfBreak(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end - from < MOST_BETWEEN && isBetween(bytes, end)) end += 1;
  return end;
}

function startOfBreak(bytes: Uint8Array, from: number): number {
  let start = from;
  while (from - start < MOST_BETWEEN && isBetween(bytes, start - 1)) start -= 1;
  return start;
}

function isBetween(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at] ?? 0;
  return BETWEEN.has(byte) || (WRITTEN.has(byte) && bytes[at - 1] === BACKSLASH);
}

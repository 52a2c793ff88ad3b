import { maskableSpellings } from "../../../../src/key/spellings.ts";

/** Bytes that betray the key, and how they do it. */
export interface Needle {
  readonly bytes: Buffer;
  /** Which of the keys it is, counted from 0. */
  readonly key: number;
  /** Completes "holds the key …". */
  readonly words: string;
}

/** Every spelling of every key as bytes, in UTF-8 and in UTF-16; none that is found wherever another one is. */
export function needlesOf(keys: readonly string[]): readonly Needle[] {
  return keys.flatMap((value, key) => {
    const needles = maskableSpellings(value).flatMap(({ name, text }) =>
      encodingsOf(text).map(({ bytes, suffix }) => ({ bytes, key, words: wordsOf(name) + suffix })),
    );
    return withoutLonger(needles);
  });
}

/** UTF-16 of either order is the same bytes once a NUL at the ends is left out, unless there is more than ASCII. */
function encodingsOf(text: string): readonly { bytes: Buffer; suffix: string }[] {
  // A spelling that has NULs already is of bytes, not of a text that somebody could encode once more.
  const wide = text.includes("\0") ? [] : [littleEndian(text), littleEndian(text).swap16()];
  return [
    { bytes: Buffer.from(text, text.includes("\0") ? "latin1" : "utf8"), suffix: "" },
    ...wide.map((bytes) => ({ bytes: withoutOuterNul(bytes), suffix: ", in UTF-16" })),
  ];
}

function littleEndian(text: string): Buffer {
  return Buffer.from(text, "utf16le");
}

function withoutOuterNul(bytes: Buffer): Buffer {
  const start = bytes[0] === 0 ? 1 : 0;
  const end = bytes.at(-1) === 0 ? bytes.length - 1 : bytes.length;
  return bytes.subarray(start, end);
}

/** Where a longer one stands, the shorter one stands too, and is found with less to compare. */
export function withoutLonger(needles: readonly Needle[]): readonly Needle[] {
  const kept: Needle[] = [];
  for (const needle of needles.toSorted((one, other) => one.bytes.length - other.bytes.length)) {
    if (!kept.some(({ bytes }) => needle.bytes.includes(bytes))) kept.push(needle);
  }
  return kept;
}

/** How a person would say which form it is; the longest beginning of the spelling's name decides. */
const WORDS: readonly (readonly [name: string, words: string])[] = [
  ["raw", "as plain text"],
  ["value and colon", "as plain text"],
  ["capitals", "in capitals"],
  ["small letters", "in small letters"],
  ["UTF-16", "as plain text, in UTF-16"],
  ["percent-encoded", "percent-encoded"],
  ["underscores percent-encoded", "percent-encoded"],
  ["every byte percent-encoded", "percent-encoded"],
  ["form-encoded", "form-encoded"],
  ["JSON-escaped", "escaped as in JSON"],
  ["HTML-escaped", "escaped as in HTML"],
  ["hex of UTF-16", "in hex of UTF-16"],
  ["hex", "in hex"],
  ["base64 of UTF-16", "in base64 of UTF-16"],
  ["base64", "in base64"],
];

function wordsOf(name: string): string {
  return WORDS.find(([beginning]) => name.startsWith(beginning))?.[1] ?? "in another spelling";
}

import { encodeBase64 } from "./encoding/base64.ts";
import type { Base64Alphabet } from "./encoding/base64.ts";
import { percentEncodeComponent } from "./encoding/percent.ts";
import type { Spelling } from "./spellings.ts";

const ALPHABETS = ["standard", "url"] as const;
const BYTES_BEFORE = [0, 1, 2] as const;

/** Base64 of these bytes, by themselves and as they show inside the base64 of something longer. */
export function base64Spellings(name: string, bytes: readonly number[]): readonly Spelling[] {
  return ALPHABETS.flatMap((alphabet) => [
    ...wholeSpellings(`${name}, ${alphabet} alphabet`, bytes, alphabet),
    ...BYTES_BEFORE.map((before) =>
      coreSpelling(`${name}, ${alphabet} alphabet, ${before} bytes in`, bytes, {
        alphabet,
        before,
      }),
    ),
  ]);
}

const NOTHING_SHARED = { before: 0, after: 0 } as const;

/** With and without padding, and as it is written where `+`, `/` and `=` must be escaped. */
function wholeSpellings(
  name: string,
  bytes: readonly number[],
  alphabet: Base64Alphabet,
): readonly Spelling[] {
  const padded = encodeBase64(bytes, { alphabet });
  const texts = [
    [name, padded],
    [`${name}, no padding`, encodeBase64(bytes, { alphabet, padded: false })],
    [`${name}, percent-encoded`, percentEncodeComponent(padded)],
    [`${name}, slashes escaped`, padded.replaceAll("/", "\\/")],
  ] as const;
  return texts.map(([full, text]) => ({ name: full, text, inBase64: NOTHING_SHARED }));
}

/**
 * The characters that these bytes alone decide when so many bytes (modulo three) come before them. The
 * characters to either side may hold a few more of their bits.
 */
function coreSpelling(
  name: string,
  bytes: readonly number[],
  { alphabet, before }: { alphabet: Base64Alphabet; before: 0 | 1 | 2 },
): Spelling {
  const filler = BYTES_BEFORE.slice(0, before);
  const bitsBefore = before * 8;
  const bits = bitsBefore + bytes.length * 8;
  const text = encodeBase64([...filler, ...bytes], { alphabet, padded: false });
  return {
    name,
    text: text.slice(Math.ceil(bitsBefore / 6), Math.floor(bits / 6)),
    inBase64: { before: bitsBefore % 6 === 0 ? 0 : 1, after: bits % 6 === 0 ? 0 : 1 },
  };
}

import { encodeBase64 } from "./encoding/base64.ts";
import { percentEncodeComponent } from "./encoding/percent.ts";
import type { Spelling } from "./spellings.ts";

const ALPHABETS = ["standard", "url"] as const;
const BYTES_BEFORE = [0, 1, 2] as const;

/** Base64 of these bytes, by themselves and as they show inside the base64 of something longer. */
export function base64Spellings(name: string, bytes: readonly number[]): readonly Spelling[] {
  const encoded = BYTES_BEFORE.map((before) =>
    encodeBase64([...BYTES_BEFORE.slice(0, before), ...bytes]),
  );
  return ALPHABETS.flatMap((alphabet) => {
    const texts = alphabet === "standard" ? encoded : encoded.map(inUrlAlphabet);
    return [
      ...wholeSpellings(`${name}, ${alphabet} alphabet`, texts[0] ?? ""),
      ...BYTES_BEFORE.map((before) =>
        coreSpelling(`${name}, ${alphabet} alphabet, ${before} bytes in`, texts[before] ?? "", {
          before,
          count: bytes.length,
        }),
      ),
    ];
  });
}

/** Encoding takes most of the time, and two characters are all the difference. */
function inUrlAlphabet(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

const NOTHING_SHARED = { before: 0, after: 0 } as const;

/** With and without padding, and as it is written where `+`, `/` and `=` must be escaped. */
function wholeSpellings(name: string, padded: string): readonly Spelling[] {
  const texts = [
    [name, padded],
    [`${name}, no padding`, padded.replace(/=+$/, "")],
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
  encoded: string,
  { before, count }: { readonly before: 0 | 1 | 2; readonly count: number },
): Spelling {
  const bitsBefore = before * 8;
  const bits = bitsBefore + count * 8;
  return {
    name,
    text: encoded.slice(Math.ceil(bitsBefore / 6), Math.floor(bits / 6)),
    inBase64: { before: bitsBefore % 6 === 0 ? 0 : 1, after: bits % 6 === 0 ? 0 : 1 },
  };
}

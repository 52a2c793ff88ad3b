const COMMON = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const ALPHABETS = { standard: `${COMMON}+/`, url: `${COMMON}-_` } as const;

/** How many bits of the first character belong to the byte before. */
export type SkipBits = 0 | 2 | 4;

/** In the standard alphabet, padded. */
export function encodeBase64(bytes: readonly number[]): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    text += encodeGroup(bytes, index, ALPHABETS.standard);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - missing) + "=".repeat(missing);
}

/** Four characters for three bytes; missing bytes count as 0. */
function encodeGroup(bytes: readonly number[], index: number, alphabet: string): string {
  const [first = 0, second = 0, third = 0] = [bytes[index], bytes[index + 1], bytes[index + 2]];
  const bits = (first << 16) | (second << 8) | third;
  return (
    alphabet.charAt(bits >> 18) +
    alphabet.charAt((bits >> 12) & 0x3f) +
    alphabet.charAt((bits >> 6) & 0x3f) +
    alphabet.charAt(bits & 0x3f)
  );
}

/** The six bits a character of either alphabet stands for; -1 for every other character, or none. */
export function base64Value(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? -1;
}

/** One for every character there is: to ask whether a number is within a short list takes longer than to look it up. */
const VALUES = new Int8Array(0x10000).fill(-1);
for (const alphabet of Object.values(ALPHABETS)) {
  for (let value = 0; value < alphabet.length; value++) VALUES[alphabet.charCodeAt(value)] = value;
}

/** Are there so many characters of base64 in a row? Looks at few of the others. */
export function hasRun(text: string, length: number): boolean {
  for (let start = 0; start + length <= text.length;) {
    // From the end, because no run begins before the last character that is none of base64.
    let place = start + length - 1;
    while (base64Value(text, place) >= 0) place--;
    if (place < start) return true;
    start = place + 1;
  }
  return false;
}

/**
 * The bytes of a base64 text as characters U+0000 to U+00FF, beginning in the middle of its first character
 * where `skipBits` says so. Stops where the base64 stops, after `limit` bytes, or after the first byte that
 * `goesOn` turns down; that byte is still in the answer.
 */
export function decodeBase64(
  text: string,
  skipBits: SkipBits = 0,
  { start = 0, limit = Infinity, goesOn = () => true, afterGap }: Base64Window = {},
): string {
  let decoded = "";
  let bits = 0;
  let held = -skipBits;
  for (let index = start; decoded.length < limit; index++) {
    if (base64Value(text, index) < 0) index = afterGap?.(text, index) ?? index;
    const value = base64Value(text, index);
    if (value < 0) break;
    bits = ((bits << 6) | value) & 0x3fff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const byte = (bits >> held) & 0xff;
    decoded += String.fromCharCode(byte);
    if (!goesOn(byte, decoded.length)) break;
  }
  return decoded;
}

export interface Base64Window {
  readonly start?: number;
  readonly limit?: number;
  /** Asked after each byte, with how many there are by then. */
  readonly goesOn?: (byte: number, count: number) => boolean;
  /** Asked where the base64 stops: where does it go on? */
  readonly afterGap?: (text: string, index: number) => number | undefined;
}

/** How many characters, from the one that holds its first bit to the one that holds its last. */
export function base64Length(byteCount: number, skipBits: SkipBits): number {
  return Math.ceil((skipBits + byteCount * 8) / 6);
}

import fc from "fast-check";
import { isExampleHex } from "../../src/key/judging/example-hex.ts";
import { BODY_LENGTH, TAIL_LENGTH } from "../../src/key/shape.ts";
import { anyCharacter } from "./arbitrary-texts.ts";

const HEX = Array.from("0123456789abcdef");

export function arbitraryHex(minLength: number, maxLength = minLength): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...HEX), minLength, maxLength });
}

const PREFIX = fc.constantFrom("pls", "plp", "plx", "pla", "plz");

/** Any text of the shape of a key that nobody would call made up. */
export function arbitraryKey(): fc.Arbitrary<string> {
  const body = arbitraryHex(BODY_LENGTH.min, BODY_LENGTH.max).filter((hex) => !isExampleHex(hex));
  const tail = arbitraryHex(TAIL_LENGTH.min, TAIL_LENGTH.max);
  return fc.tuple(PREFIX, body, tail).map((parts) => parts.join("_"));
}

/** Two keys that a mask must make look alike: of any structure, with the same last four characters. */
export function arbitraryTwins(): fc.Arbitrary<readonly [string, string]> {
  return fc
    .tuple(arbitraryKey(), arbitraryKey(), arbitraryHex(4))
    .map(([one, other, end]) => [one.slice(0, -4) + end, other.slice(0, -4) + end] as const);
}

/** Text that is as likely as possible to get in the way: pieces of keys and of their spellings. */
export function arbitraryDebris(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    arbitraryHex(1, 40),
    fc.constantFrom(
      "pls_",
      "plp_",
      "pl",
      "p",
      "_",
      "pls_abc_",
      "%70",
      "%5F",
      "%5f",
      "%",
      "%3",
      "%3D",
    ),
    fc.constantFrom("\0", "p\0l\0s\0_\0", "\n", "\\n", "\\", " ", '"', ":", "=", "==", "@", "?a="),
    fc.constantFrom(
      "cGxz",
      "cGxzX2",
      "BsY",
      "HBsc1",
      "wbH",
      "NwbHNf",
      "Basic ",
      "https://",
      "+/",
      "-_",
    ),
    fc.base64String({ maxLength: 24 }),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: anyCharacter(), maxLength: 6 }),
  );
  return fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
}

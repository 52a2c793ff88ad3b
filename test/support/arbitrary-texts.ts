import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Any character, whole ones only: what `unit: "binary"` is, which takes half a second to make. */
export function anyCharacter(): fc.Arbitrary<string> {
  return fc
    .nat(0x10ffff - SURROGATES.count)
    .map((code) => String.fromCodePoint(code < SURROGATES.first ? code : code + SURROGATES.count));
}

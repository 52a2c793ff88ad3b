import fc from "fast-check";

const SURROGATES = { first: 0xd800, count: 0x800 };

/** Any character, whole ones only: what `unit: "binary"` is, which takes half a second to make. */
export function anyCharacter(): fc.Arbitrary<string> {
  // Without the way back, strings would lose the names like `__proto__` that the library puts in now and then.
  return fc.nat(0x10ffff - SURROGATES.count).map(characterAt, placeOf);
}

function characterAt(place: number): string {
  return String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count);
}

function placeOf(character: unknown): number {
  const code = String(character).codePointAt(0) ?? 0;
  const place = code < SURROGATES.first ? code : code - SURROGATES.count;
  if (characterAt(place) !== character) throw new TypeError("This is not one whole character.");
  return place;
}

import fc from "fast-check";
import { arbitraryDebris } from "../support/arbitrary-keys.ts";
import { SPELLERS_OF_KNOWN } from "../support/spell-key.ts";

/** A stretch of a text: as it stands, or the key in one of its spellings. */
export type Part = { readonly text: string } | { readonly key: string };

const debris: fc.Arbitrary<Part> = arbitraryDebris().map((text) => ({ text }));

function keyIn(spellings: readonly string[]): fc.Arbitrary<Part> {
  return fc.constantFrom(...spellings).map((key) => ({ key }));
}

/** Texts of debris and keys. What stands in between is what may get in the way of either. */
export function partsOf(
  spellings: readonly string[],
  { more = [] }: { readonly more?: readonly string[] } = {},
): fc.Arbitrary<readonly Part[]> {
  const words =
    more.length === 0 ? debris : fc.constantFrom(...more).map((text): Part => ({ text }));
  return fc.array(fc.oneof(debris, words, keyIn(spellings)), { maxLength: 8 });
}

export function compose(parts: readonly Part[], key: string): string {
  return parts.map((part) => ("text" in part ? part.text : spell(part.key, key))).join("");
}

function spell(spelling: string, key: string): string {
  const speller = SPELLERS_OF_KNOWN[spelling];
  if (speller === undefined) throw new RangeError(`no key is spelled ${spelling}`);
  return speller(key);
}

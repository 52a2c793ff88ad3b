import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { maskableSpellings } from "../../../src/key/spellings.ts";
import { arbitraryDebris, arbitraryKey } from "../../support/arbitrary-keys.ts";
import { anyCharacter } from "../../support/arbitrary-texts.ts";
import { exampleKey } from "../../support/keys.ts";
import { runs } from "../samples.ts";

/** So many that they are looked for in another way, none of which stands in any text here. */
const OTHERS = Array.from({ length: 40 }, (_, index) => `\u{1f511} ${index} \u{1f511}`);

/** Few secrets are found one by one. That is slow for many, and so plain that it can be trusted. */
function expectSame(secrets: readonly string[], texts: readonly string[]): void {
  const [slow, quick] = [secrets, [...secrets, ...OTHERS]].map(createTextMasker);
  const between = createTextMasker([...OTHERS.slice(0, 35), ...secrets, ...OTHERS.slice(35)]);
  for (const text of texts) {
    const expected = slow?.(text);
    expect(quick?.(text)).toBe(expected);
    expect(between(text)).toBe(expected);
  }
}

describe("many secrets", () => {
  it("are hidden as few are, in every spelling", () => {
    const secret = fc.oneof(
      arbitraryKey(),
      fc.string({ unit: anyCharacter(), minLength: 6, maxLength: 60 }),
      fc.string({ unit: fc.constantFrom("a", "B", "1", "_", "%"), minLength: 6, maxLength: 60 }),
    );
    const secrets = fc.array(secret, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(secrets, arbitraryDebris(), arbitraryDebris(), (all, before, after) => {
        const forms = all.flatMap((each) => maskableSpellings(each).map(({ text }) => text));
        const joined = forms.map((form, index) => (index % 3 === 0 ? ` ${form}` : form)).join("");
        expectSame(all, [before + joined + after, forms.join(before), joined.slice(0, -3)]);
      }),
      { numRuns: runs(50) },
    );
  });

  it("are hidden as few are where they overlap themselves and each other", () => {
    const unit = fc.constantFrom("a", "b");
    const secrets = fc.array(fc.string({ unit, minLength: 6, maxLength: 20 }), {
      minLength: 1,
      maxLength: 6,
    });
    const text = fc.string({ unit, maxLength: 120 });
    fc.assert(
      fc.property(secrets, text, (all, given) => {
        expectSame(all, [given, given + all.join(""), all.join(given.slice(0, 3))]);
      }),
      { numRuns: runs(100) },
    );
  });

  it("are hidden as few are where one begins with another and is cut off", () => {
    const cut = fc.integer({ min: 6, max: 42 });
    fc.assert(
      fc.property(arbitraryKey(), cut, cut, (key, one, other) => {
        const secrets = [key.slice(0, one), key, key.slice(0, other)];
        expectSame(secrets, [
          `got ${key.slice(0, Math.max(one, other))}`,
          `got ${key.slice(0, Math.max(one, other) + 3).toUpperCase()}`,
          key.slice(0, one) + key,
        ]);
      }),
      { numRuns: runs(60) },
    );
  });

  it("are each hidden under their own hint", () => {
    const keys = Array.from({ length: runs(300) }, () => exampleKey());
    const masker = createTextMasker(keys);
    for (const key of keys) {
      expect(masker(`a ${key} b ${btoa(`${key}:`)}`)).toBe(
        `a ****${key.slice(-4)} b ****${key.slice(-4)}`,
      );
    }
    expect(masker(keys.join(" "))).toBe(keys.map((key) => `****${key.slice(-4)}`).join(" "));
  });
});

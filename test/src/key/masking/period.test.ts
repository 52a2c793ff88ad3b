import fc from "fast-check";
import { expect, it } from "vitest";
import { periodOf } from "../../../../src/key/masking/period.ts";

it.each([
  ["", 0],
  ["a", 1],
  ["ab", 2],
  ["aa", 1],
  ["aaaa", 1],
  ["aaab", 4],
  ["aaba", 3],
  ["abab", 2],
  ["ababa", 2],
  ["abcab", 3],
  ["abacab", 4],
  // Half of what fits is all that still fits after the next character.
  ["aabaaab", 4],
  ["abaabaaba", 3],
  ["abaabab", 5],
])("%j overlaps itself when it is shifted by %d", (text, period) => {
  expect(periodOf(text)).toBe(period);
});

it("is what trying every shift finds", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(texts, (text) => {
      const shifts = Array.from(text, (_, index) => index + 1);
      const smallest = shifts.find((shift) => text.startsWith(text.slice(shift)));
      expect(periodOf(text)).toBe(smallest);
    }),
  );
});

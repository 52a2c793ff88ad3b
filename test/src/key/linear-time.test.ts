import { describe, expect, it } from "vitest";
import { findKeys } from "../../../src/key/find-keys.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { parseKey } from "../../../src/key/parse-key.ts";
import { adversarialPieces, repeatTo } from "../../support/adversarial-texts.ts";
import { growthOf } from "../../support/cpu-time.ts";
import { exampleKey } from "../../support/keys.ts";

/** Four times the text may take four times the time. A quadratic algorithm would take 16 times as long. */
const MOST_GROWTH = 8;
const LENGTH = 60_000;

const maskSecrets = createTextMasker([exampleKey(), "a".repeat(40), "0123456789abcdef"]);
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  findKeys,
  maskText: maskSecrets,
  parseKey,
};

const texts = Object.entries({
  ...adversarialPieces(),
  keys: `${exampleKey()} `,
  "keys in base64": btoa(`${exampleKey()}: `),
  "lines that break a prefix": `${"A".repeat(58)}cGx\nzX2`,
  "broken strings": '"A" +\n  "',
  "short lines": "a\n",
});

describe.each(Object.entries(readers))("%s", (_, read) => {
  it.each(texts)("takes time in proportion to a text of %s", (_, piece) => {
    const prepare = (length: number) => {
      const text = repeatTo(piece, length);
      return () => read(text);
    };
    expect(growthOf(prepare, LENGTH, 4 * LENGTH)).toBeLessThan(MOST_GROWTH);
  });
});

describe("parseKey, of a long value,", () => {
  it.each([
    ["one long host", (length: number) => `https://${"a".repeat(length)}`],
    ["question marks", (length: number) => `https://x/${"?".repeat(length)}`],
    ["one long name", (length: number) => `https://x/?${"key".repeat(length / 3)}`],
    ["parameters", (length: number) => `https://x/?${"?a".repeat(length / 2)}`],
  ])("takes time in proportion to a URL of %s", (_, urlOf) => {
    const prepare = (length: number) => {
      const url = urlOf(length);
      return () => parseKey(url);
    };
    expect(growthOf(prepare, 1 << 16, 1 << 18)).toBeLessThan(MOST_GROWTH);
  });
});

describe("the masker, of many secrets,", () => {
  it("takes time in proportion to their number", () => {
    const build = (count: number) => {
      const keys = Array.from({ length: count }, () => exampleKey());
      return () => createTextMasker(keys);
    };
    // Squared, it would be a hundred.
    expect(growthOf(build, 200, 2_000)).toBeLessThan(25);
  });

  it("takes hardly more time for a text, however many they are", () => {
    const text = "Nothing of this line is a secret, and it is as long as such lines are.\n".repeat(
      20_000,
    );
    const mask = (count: number) => {
      const masker = createTextMasker(Array.from({ length: count }, () => exampleKey()));
      return () => masker(text);
    };
    // One by one, it would be ten.
    expect(growthOf(mask, 200, 2_000)).toBeLessThan(5);
  });
});

import { describe, expect, it } from "vitest";
import { findKeys } from "../../../src/key/find-keys.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { parseKey } from "../../../src/key/parse-key.ts";
import { adversarialPieces, repeatTo } from "../../support/adversarial-texts.ts";
import { exampleKey } from "../../support/keys.ts";

/**
 * Twice the text may take twice the time. Four times would be a quadratic algorithm; where the time is too
 * short to measure, nothing can be wrong with it.
 */
const LENGTH = 60_000;
const MOST_GROWTH = 3.5;
const TOO_SHORT_TO_MEASURE = 2;
const ROUNDS = 7;

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
    const [once, twice] = [LENGTH, 2 * LENGTH].map((length) => repeatTo(piece, length));
    let growth = Infinity;
    // The best of several tries: a busy machine makes a run slower, never faster.
    for (let attempt = 0; attempt < 3 && growth > MOST_GROWTH; attempt++) {
      growth = Math.min(growth, growthOf(read, once ?? "", twice ?? ""));
    }
    expect(growth).toBeLessThan(MOST_GROWTH);
  });
});

describe("parseKey, of a long value,", () => {
  const fastest = (value: string): number =>
    Math.min(...Array.from({ length: 3 }, () => timeOf(() => parseKey(value))));

  it.each([
    ["one long host", (length: number) => `https://${"a".repeat(length)}`],
    ["question marks", (length: number) => `https://x/${"?".repeat(length)}`],
    ["one long name", (length: number) => `https://x/?${"key".repeat(length / 3)}`],
    ["parameters", (length: number) => `https://x/?${"?a".repeat(length / 2)}`],
  ])("takes time in proportion to a URL of %s", (_, urlOf) => {
    // Too short a time says nothing; a quadratic one is seconds at this length.
    const [short, long] = [fastest(urlOf(1 << 17)), fastest(urlOf(1 << 18))];
    expect(long).toBeLessThan(Math.max(3.5 * short, 60));
  });
});

it("many secrets take time in proportion to their number, and a text hardly more", () => {
  const cost = (count: number): { readonly build: number; readonly mask: number } => {
    const keys = Array.from({ length: count }, () => exampleKey());
    const text = "Nothing of this line is a secret, and it is as long as such lines are.\n".repeat(
      500,
    );
    const began = performance.now();
    const masker = createTextMasker(keys);
    const built = performance.now();
    for (let round = 0; round < 5; round += 1) masker(text);
    return { build: built - began, mask: (performance.now() - built) / 5 };
  };
  cost(100);
  const [few, many] = [cost(200), cost(2_000)];
  // Ten times as many. Squared, it would be a hundred; the rest is for a machine that is busy elsewhere.
  expect(many.build).toBeLessThan(few.build * 40);
  expect(many.mask).toBeLessThan(few.mask * 10);
});

function growthOf(read: (text: string) => unknown, once: string, twice: string): number {
  let [short, long] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    short = Math.min(
      short,
      timeOf(() => read(once)),
    );
    long = Math.min(
      long,
      timeOf(() => read(twice)),
    );
  }
  return long < TOO_SHORT_TO_MEASURE ? 1 : long / short;
}

function timeOf(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

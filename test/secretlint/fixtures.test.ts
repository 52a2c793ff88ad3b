import { describe, expect, test } from "vitest";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { decodeSecret, MESSAGE_IDS } from "../../eslint-plugin/secretlint/finding.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { lint } from "./lint.ts";
import { readFixtures } from "./read-fixtures.ts";

const findSecrets = createSecretFinder(readOptions({}));
const fixtures = readFixtures();
const leaky = fixtures.filter(({ expected }) => expected.length > 0);
const clean = fixtures.filter(({ expected }) => expected.length === 0);

/** No more of a secret than the last four characters may show. */
const SHOWN = 4;

test("there are enough of both", () => {
  expect(leaky.length).toBeGreaterThanOrEqual(120);
  expect(clean.length).toBeGreaterThanOrEqual(150);
  const ids = new Set(leaky.flatMap(({ expected }) => expected));
  expect([...ids].sort()).toEqual([...MESSAGE_IDS].sort());
});

test("stand in the folder that says whether something is there", () => {
  for (const { name, expected } of fixtures) {
    expect(name.startsWith("ng."), name).toBe(expected.length > 0);
  }
});

describe.each(leaky)("$name", (fixture) => {
  const found = findSecrets(fixture);

  test("says exactly what is there", () => {
    expect(found.map(({ messageId }) => messageId).sort()).toEqual(fixture.expected);
  });

  test("reports the very stretch that spells the secret", () => {
    for (const { range, secret } of found) {
      const stretch = fixture.text.slice(...range);
      expect(stretch).not.toBe("");
      if (secret !== undefined) expect(decodeSecret(stretch, secret.spelling)).toBe(secret.value);
    }
  });

  test("leaves nothing of the secret to read once the stretches are gone, nor in what it says", async () => {
    const masked = found.reduce(
      (text, { range: [start, end] }) =>
        text.slice(0, start) + "*".repeat(end - start) + text.slice(end),
      fixture.text,
    );
    const messages = await lint(fixture);
    const output = JSON.stringify(messages);
    for (const secret of fixture.secrets) {
      expect(masked).not.toContain(secret.slice(0, -SHOWN));
      expect(output).not.toContain(secret.slice(0, -SHOWN));
      expect(output).not.toContain(secret.slice(SHOWN));
    }
    expect(messages).toHaveLength(found.length);
  });
});

test.each(clean)("$name is left alone", (fixture) => {
  expect(findSecrets(fixture)).toEqual([]);
});

test.for([...new Set(fixtures.map(({ kind }) => kind))])(
  "of %s, everything is found and nothing else",
  async (kind, { annotate }) => {
    const ofKind = fixtures.filter((fixture) => fixture.kind === kind);
    const judged = ofKind.map((fixture) => ({
      isLeaky: fixture.expected.length > 0,
      isFound: findSecrets(fixture).length > 0,
    }));
    const hits = judged.filter(({ isLeaky, isFound }) => isLeaky && isFound).length;
    const found = judged.filter(({ isFound }) => isFound).length;
    const there = judged.filter(({ isLeaky }) => isLeaky).length;
    const [precision, recall] = [hits / found, hits / there];
    await annotate(
      `${kind}: precision ${precision}, recall ${recall}, ${there} of ${judged.length} with a secret`,
    );
    expect({ precision, recall }).toEqual({ precision: 1, recall: 1 });
  },
);

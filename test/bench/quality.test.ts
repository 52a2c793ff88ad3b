import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { digestOfInputs } from "../../bench/quality/inputs.ts";
import { versionsOfPeers } from "../../bench/quality/measure.ts";
import {
  NOTHING,
  precisionOf,
  recallOf,
  scoreOf,
  sum,
  type Score,
} from "../../bench/quality/score.ts";
import { BATCHES } from "../eslint-plugin/read-corpus.ts";
import { CORPUS_LIMITS } from "../limits/corpus-limits.ts";

const page = readFileSync("docs/quality.md", "utf8");

describe("docs/quality.md", () => {
  // To measure it all again takes longer than all other tests of pages together.
  test("was written by `npm run quality` from the cases, peers and limits of today", () => {
    expect(page).toContain(`\n<!-- inputs: ${digestOfInputs()} -->\n`);
  });

  test("names each peer with its version, and each case that is judged wrongly", () => {
    for (const [name, version] of Object.entries(versionsOfPeers())) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(page).toContain(`${name} ${version}`);
    }
    const [, list = ""] = page.split("\n## Known to be wrong\n");
    const linked = Array.from(list.matchAll(/^- \[(.+)\]\(limits\.md#\1\) /gm), ([, id]) => id);
    expect(linked).toEqual(CORPUS_LIMITS.map(({ id }) => id));
  });

  test("tells of no more wrong programs than are registered", () => {
    const rows = Array.from(
      page.matchAll(/^\| eslint-plugin-pleo(?:\/secretlint)? \| (\d+) of (\d+) \| (\d+) \|/gm),
      ([, found, all, unexpected]) => Number(all) - Number(found) + Number(unexpected),
    );
    // All programs, the batches of them, the blind files, and the fixtures.
    expect(rows).toHaveLength(BATCHES.length + 3);
    const [all = 0] = rows;
    const [blind = 0, fixtures] = rows.slice(-2);
    const batches = rows.slice(1, -2);
    expect(batches.reduce((sum, row) => sum + row, 0)).toBe(all);
    const limits = CORPUS_LIMITS.filter(({ place }) => place !== "secretlint").length;
    expect(all).toBeGreaterThanOrEqual(limits);
    expect(all).toBeLessThanOrEqual(2 * limits);
    expect(blind).toBeLessThanOrEqual(2 * (CORPUS_LIMITS.length - limits));
    expect(fixtures).toBe(0);
  });
});

describe("a score", () => {
  const bad = { must: ["a@1", "b@2"], may: ["c@3"] };
  const good = { must: [], may: [] };

  test.each<[string, Parameters<typeof scoreOf>[0], Partial<Score>]>([
    ["all found", { ...bad, said: ["a@1", "b@2"] }, { found: 2 }],
    ["one missed", { ...bad, said: ["a@1"] }, { found: 1, missed: 1 }],
    ["what may be said", { ...bad, said: ["a@1", "b@2", "c@3"] }, { found: 2 }],
    ["another line", { ...bad, said: ["a@1", "b@3"] }, { found: 1, missed: 1, unexpected: 1 }],
    [
      "the same twice",
      { ...bad, said: ["a@1", "a@1", "d@4", "d@4"] },
      { found: 1, missed: 1, unexpected: 1 },
    ],
    ["nothing where nothing is", { ...good, said: [] }, { clean: 1 }],
    [
      "something where nothing is",
      { ...good, said: ["a@1", "a@2"] },
      { unexpected: 2, clean: 1, disturbed: 1 },
    ],
    ["something that may be, alone", { must: [], may: ["a@1"], said: ["a@1"] }, {}],
  ])("of %s", (_name, said, expected) => {
    expect(scoreOf(said)).toEqual({ ...NOTHING, ...expected });
  });

  test("is summed field by field", () => {
    const one: Score = { found: 1, missed: 2, unexpected: 3, clean: 4, disturbed: 5 };
    expect(sum([one, NOTHING, one])).toEqual({
      found: 2,
      missed: 4,
      unexpected: 6,
      clean: 8,
      disturbed: 10,
    });
  });

  test("has no precision where nothing was said, and no recall where nothing was to be said", () => {
    expect(precisionOf(NOTHING)).toBeUndefined();
    expect(recallOf(NOTHING)).toBeUndefined();
    expect(precisionOf({ ...NOTHING, missed: 3 })).toBeUndefined();
    expect(precisionOf({ ...NOTHING, found: 3, unexpected: 1 })).toBe(3 / 4);
    expect(recallOf({ ...NOTHING, found: 3, missed: 1 })).toBe(3 / 4);
    expect(recallOf({ ...NOTHING, unexpected: 3 })).toBeUndefined();
  });
});

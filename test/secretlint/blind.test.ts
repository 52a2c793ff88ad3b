import { afterAll, describe, expect, test } from "vitest";
import { createSecretFinder } from "../../eslint-plugin/secretlint/find-secrets.ts";
import { readOptions } from "../../eslint-plugin/secretlint/options.ts";
import { LIMITS } from "./blind/limits.ts";
import type { Limit } from "./blind/limits.ts";
import { lint } from "./lint.ts";
import { readBlindCases } from "./read-blind.ts";
import type { BlindCase } from "./read-blind.ts";

const LEAST_RECALL = 0.95;
const MOST_FALSE_REPORTS = 1 / 100;

/** What was reported of a case that should not have been, and the other way round. */
interface Judgement {
  readonly missed: readonly string[];
  readonly unexpected: readonly string[];
}

const RIGHT: Judgement = { missed: [], unexpected: [] };

/** Each expected place stands for one report; a place that may be reported counts as neither. */
function judge({ must, may }: Pick<BlindCase, "must" | "may">, said: readonly string[]): Judgement {
  const unexpected = [...said];
  const missed = must.filter((place) => {
    const index = unexpected.indexOf(place);
    if (index >= 0) unexpected.splice(index, 1);
    return index < 0;
  });
  return { missed, unexpected: unexpected.filter((place) => !may.includes(place)) };
}

interface Quality {
  /** Of all places that should be reported, how many are. */
  readonly recall: number;
  /** Of all files in which nothing is, in how many something is reported. */
  readonly falseReports: number;
}

type Judged = Judgement & { readonly example: Pick<BlindCase, "kind" | "must"> };

function qualityOf(judged: readonly Judged[]): Quality {
  const expected = judged.flatMap(({ example }) => example.must).length;
  const missed = judged.flatMap((judgement) => judgement.missed).length;
  const clean = judged.filter(({ example }) => example.kind === "good");
  const shouted = clean.filter(({ unexpected }) => unexpected.length > 0);
  return {
    recall: (expected - missed) / expected,
    falseReports: shouted.length / clean.length,
  };
}

function nameOf({ file, title }: Pick<Limit, "file" | "title">): string {
  return `${file}: ${title}`;
}

/** In secretlint itself, with nothing set. */
async function sayOf(example: BlindCase): Promise<readonly string[]> {
  const messages = await lint(example);
  return messages.map(({ messageId, loc }) => `${messageId}@${String(loc.start.line)}`);
}

const findSecrets = createSecretFinder(readOptions({}));
const cases = readBlindCases();
const judged = await Promise.all(
  cases.map(async (example) => ({ example, ...judge(example, await sayOf(example)) })),
);
const limits = new Set(LIMITS.map(nameOf));
const within = judged.filter(({ example }) => !limits.has(nameOf(example)));
const beyond = judged.filter(({ example }) => limits.has(nameOf(example)));
const quality = qualityOf(judged);

afterAll(() => {
  const { recall, falseReports } = quality;
  process.stdout.write(
    `\n${cases.length} blind cases for secretlint: recall ${recall.toFixed(3)}, ${(100 * falseReports).toFixed(1)} false reports per 100 clean files.\n`,
  );
});

describe("the blind cases", () => {
  test("are many, and as many of them clean as not", () => {
    const clean = cases.filter(({ kind }) => kind === "good").length;
    expect(cases.length).toBeGreaterThanOrEqual(800);
    expect(clean).toBeGreaterThanOrEqual(cases.length - clean);
  });

  test("are called bad if something must be reported, and good if nothing may", () => {
    for (const example of cases) {
      expect(example.must.length > 0, nameOf(example)).toBe(example.kind === "bad");
      if (example.kind === "good") expect(example.may, nameOf(example)).toEqual([]);
    }
  });

  test("expect nothing behind the end of the file", () => {
    for (const { text, must, may, ...example } of cases) {
      const lines = text.trimEnd().split("\n").length;
      for (const place of [...must, ...may]) {
        expect(Number(place.split("@")[1]), nameOf(example)).toBeLessThanOrEqual(lines);
      }
    }
  });

  test("tell themselves apart by file and title", () => {
    expect(new Set(cases.map(nameOf)).size).toBe(cases.length);
  });
});

describe("over all of them, the limits included,", () => {
  test("every key is found, however it is spelt", () => {
    const withKeys = cases.filter(({ kind, keys }) => kind === "bad" && keys.length > 0);
    expect(withKeys.length).toBeGreaterThan(150);
    for (const example of withKeys) {
      const found = findSecrets(example).map(({ secret }) => secret?.value);
      const missing = example.keys.filter((key) => !found.includes(key)).length;
      expect(missing, nameOf(example)).toBe(0);
    }
  });

  test("nearly every place is reported that should be", () => {
    expect(quality.recall).toBeGreaterThanOrEqual(LEAST_RECALL);
  });

  test("hardly a clean file is reported", () => {
    expect(quality.falseReports).toBeLessThanOrEqual(MOST_FALSE_REPORTS);
  });
});

// Whoever cannot mend a case that fails here registers it in blind/limits.ts.
test.each(within.map((judgement) => [nameOf(judgement.example), judgement] as const))(
  "%s",
  (_name, { missed, unexpected }) => {
    expect({ missed, unexpected }).toEqual(RIGHT);
  },
);

describe("the limits", () => {
  test("are cases, each listed once", () => {
    expect(beyond.map(({ example }) => nameOf(example)).sort()).toEqual(LIMITS.map(nameOf).sort());
  });

  test("say why, in a sentence", () => {
    for (const limit of LIMITS) expect(limit.why, nameOf(limit)).toMatch(/^[A-Z`].+\.$/);
  });

  test.each(beyond.map((judgement) => [nameOf(judgement.example), judgement] as const))(
    "still hold: %s",
    (_name, { missed, unexpected }) => {
      expect({ missed, unexpected }).not.toEqual(RIGHT);
    },
  );
});

describe("judging", () => {
  const [bad, good] = [
    { kind: "bad" as const, must: ["A@1", "A@1", "B@2"], may: ["C@3"] },
    { kind: "good" as const, must: [], may: [] },
  ];

  test.each<[readonly string[], Judgement, number]>([
    [["A@1", "A@1", "B@2"], RIGHT, 1],
    [["B@2", "C@3", "A@1", "A@1"], RIGHT, 1],
    [["A@1", "B@2"], { missed: ["A@1"], unexpected: [] }, 2 / 3],
    [["A@1", "A@1", "A@1", "B@2"], { missed: [], unexpected: ["A@1"] }, 1],
    [["A@1", "A@1", "B@3"], { missed: ["B@2"], unexpected: ["B@3"] }, 2 / 3],
    [[], { missed: ["A@1", "A@1", "B@2"], unexpected: [] }, 0],
  ])("of %j", (said, expected, recall) => {
    const judgement = judge(bad, said);
    expect(judgement).toEqual(expected);
    expect(qualityOf([{ example: bad, ...judgement }]).recall).toBe(recall);
  });

  test("counts clean files, not what is said of them", () => {
    const [quiet, loud] = [RIGHT, judge(good, ["A@1", "B@1"])];
    const all = [quiet, quiet, quiet, loud].map((each) => ({ example: good, ...each }));
    expect(qualityOf(all).falseReports).toBe(1 / 4);
  });
});

import { afterAll, describe, expect, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { LIMITS, type Limit } from "./corpus/limits.ts";
import { lintCase } from "./lint-corpus.ts";
import { readCorpus, type CorpusCase } from "./read-corpus.ts";

const LEAST_PRECISION = 0.98;
const LEAST_RECALL = 0.95;

/** What the rules made of a case, in places like `no-key-in-log@3`. */
interface Judgement {
  readonly found: readonly string[];
  readonly missed: readonly string[];
  readonly unexpected: readonly string[];
}

const RIGHT = { missed: [], unexpected: [] };

/** A place that may be reported and need not be counts as neither. */
function judge(example: CorpusCase, said: readonly string[]): Judgement {
  const { must, may } = example;
  return {
    found: must.filter((place) => said.includes(place)),
    missed: must.filter((place) => !said.includes(place)),
    unexpected: said.filter((place) => !must.includes(place) && !may.includes(place)),
  };
}

interface Quality {
  readonly found: number;
  readonly missed: number;
  readonly unexpected: number;
  /** Of all that was said: how much of it was right. */
  readonly precision: number;
  /** Of all that should have been said: how much of it was. */
  readonly recall: number;
}

function qualityOf(judgements: readonly Judgement[]): Quality {
  const count = (part: keyof Judgement): number =>
    judgements.reduce((sum, judgement) => sum + judgement[part].length, 0);
  const [found, missed, unexpected] = [count("found"), count("missed"), count("unexpected")];
  return {
    found,
    missed,
    unexpected,
    precision: found / (found + unexpected),
    recall: found / (found + missed),
  };
}

function nameOf({ rule, kind, title }: Omit<Limit, "why">): string {
  return `${rule}, ${kind}: ${title}`;
}

const corpus = readCorpus();
const judged = corpus.map((example) => ({ example, ...judge(example, lintCase(example)) }));
const limits = new Set(LIMITS.map(nameOf));
const within = judged.filter(({ example }) => !limits.has(nameOf(example)));
const beyond = judged.filter(({ example }) => limits.has(nameOf(example)));
const quality = qualityOf(judged);

afterAll(() => {
  const { found, missed, unexpected, precision, recall } = quality;
  process.stdout.write(
    `\n${corpus.length} blind cases: ${found} places found, ${missed} missed, ${unexpected} unexpected; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}.\n`,
  );
});

describe("the blind corpus", () => {
  test("has cases of both kinds for every rule, more of which are hard to be silent about", () => {
    const files = new Set(corpus.map(({ rule, kind }) => `${rule} ${kind}`));
    const expected = Object.keys(rules).flatMap((rule) => [`${rule} bad`, `${rule} good`]);
    expect([...files].toSorted()).toEqual(expected.toSorted());
    const good = corpus.filter(({ kind }) => kind === "good").length;
    expect(good).toBeGreaterThanOrEqual(corpus.length - good);
  });

  test("calls bad what has a place to report, and good what has none", () => {
    for (const example of corpus) {
      expect(example.must.length > 0, nameOf(example)).toBe(example.kind === "bad");
    }
  });

  test("tells its cases apart by rule, kind and title", () => {
    expect(new Set(corpus.map(nameOf)).size).toBe(corpus.length);
  });
});

describe("over the whole corpus, its limits included,", () => {
  test("nearly everything that is said is right", () => {
    expect(quality.precision).toBeGreaterThanOrEqual(LEAST_PRECISION);
  });

  test("nearly everything is said that should be", () => {
    expect(quality.recall).toBeGreaterThanOrEqual(LEAST_RECALL);
  });
});

// Whoever cannot mend a case that fails here registers it in corpus/limits.ts.
test.each(within.map((judgement) => [nameOf(judgement.example), judgement] as const))(
  "%s",
  (_name, { missed, unexpected }) => {
    expect({ missed, unexpected }).toEqual(RIGHT);
  },
);

describe("the limits", () => {
  test("are cases of the corpus, each listed once", () => {
    expect(beyond.map(({ example }) => nameOf(example)).toSorted()).toEqual(
      LIMITS.map(nameOf).toSorted(),
    );
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
  const example: CorpusCase = {
    rule: "no-key-in-log",
    kind: "bad",
    batch: "first",
    title: "",
    filename: "",
    code: "",
    must: ["a@1", "b@2"],
    may: ["c@3"],
  };

  test.each<[readonly string[], Judgement, number, number]>([
    [["a@1", "b@2"], { found: ["a@1", "b@2"], missed: [], unexpected: [] }, 1, 1],
    [["a@1", "b@2", "c@3"], { found: ["a@1", "b@2"], missed: [], unexpected: [] }, 1, 1],
    [["a@1"], { found: ["a@1"], missed: ["b@2"], unexpected: [] }, 1, 1 / 2],
    [["a@1", "b@2", "c@4"], { found: ["a@1", "b@2"], missed: [], unexpected: ["c@4"] }, 2 / 3, 1],
    [["a@2", "b@2"], { found: ["b@2"], missed: ["a@1"], unexpected: ["a@2"] }, 1 / 2, 1 / 2],
  ])("of %j", (said, expected, precision, recall) => {
    const judgement = judge(example, said);
    expect(judgement).toEqual(expected);
    expect(qualityOf([judgement])).toMatchObject({ precision, recall });
  });
});

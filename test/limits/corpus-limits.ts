import { LIMITS as LINT_CASES } from "../eslint-plugin/corpus/limits.ts";
import { BATCHES } from "../eslint-plugin/read-corpus.ts";
import { LIMITS as TEXT_CASES } from "../secretlint/blind/limits.ts";
import type { Limit, Place } from "./limit.ts";

const BATCH = new RegExp(`^(${BATCHES.join("|")}): `);

/** The cases of the corpora that are known to be judged wrongly. Each stands beside its corpus. */
export const CORPUS_LIMITS: readonly Limit[] = [
  ...LINT_CASES.map(({ rule, kind, title, why }): Limit => ({
    id: slug(`${rule} ${title}`),
    place: rule as Place,
    kind: kindOf(kind === "good"),
    sentence: why,
    proof: {
      test: "test/eslint-plugin/corpus.test.ts",
      corpus: `test/eslint-plugin/corpus/${batchOf(title)}${rule}.${kind}.txt`,
      title: title.replace(BATCH, ""),
    },
  })),
  ...TEXT_CASES.map(({ file, title, why }): Limit => ({
    id: slug(`secretlint ${title}`),
    place: "secretlint",
    kind: kindOf(file.endsWith(".good.txt")),
    sentence: why,
    proof: {
      test: "test/secretlint/blind.test.ts",
      corpus: `test/secretlint/blind/${file}`,
      title,
    },
  })),
];

/** What the names of its files begin with. */
function batchOf(title: string): string {
  const [, batch] = BATCH.exec(title) ?? [];
  return batch === undefined ? "" : `${batch}-`;
}

function kindOf(isClean: boolean): Limit["kind"] {
  return isClean ? "false alarm" : "miss";
}

function slug(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

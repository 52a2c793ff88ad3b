import { describe, expect, test } from "vitest";
import {
  renderMutationTable,
  weakRooms,
  type MutationReport,
} from "../../scripts/docs/render-mutation.ts";

/** A file with so many mutants of each fate. */
function file(fates: Readonly<Record<string, number>>): MutationReport["files"][string] {
  return {
    mutants: Object.entries(fates).flatMap(([status, many]) =>
      Array.from({ length: many }, () => ({ status })),
    ),
  };
}

describe("a room in which mutants survive", () => {
  test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ["none", { Killed: 3 }, []],
    ["as many as may", { Killed: 85, Survived: 15 }, []],
    ["one too many", { Killed: 849, Survived: 151 }, ["84.9 %"]],
    ["as many as may, some of them not reached", { Killed: 85, Survived: 5, NoCoverage: 10 }, []],
    ["too many that are not reached", { Killed: 84, NoCoverage: 16 }, ["84.0 %"]],
    ["as many as may, and some that never end", { Killed: 80, Timeout: 5, Survived: 15 }, []],
    ["some that could not be tried", { Killed: 85, Survived: 15, CompileError: 50 }, []],
  ])("%s", (_name, fates, told) => {
    for (const path of ["src/activation/a.ts", "src/key/mask.ts", "src/key/judging/token.ts"]) {
      const sentences = weakRooms({ files: { [path]: file(fates) } });
      expect(sentences).toHaveLength(told.length);
      for (const [at, words] of told.entries()) expect(sentences[at]).toContain(words);
    }
  });

  test("is not made strong by another one", () => {
    const files = {
      "src/key/judging/token.ts": file({ Survived: 1 }),
      "src/key/parse-key.ts": file({ Killed: 1 }),
      "src/key/mask.ts": file({ Killed: 100 }),
    };
    expect(weakRooms({ files })).toEqual([
      "Of the mutants of the judge of stored values, 50.0 % are noticed; it must be 85 %.",
    ]);
  });
});

test("a room that was not looked at is not spoken of", () => {
  const report = { files: { "src/key/mask.ts": file({ Killed: 1 }), "src/other.ts": file({}) } };
  expect(weakRooms(report)).toEqual([]);
  expect(renderMutationTable(report).split("\n").slice(2)).toEqual([
    "| **the finder and the masker** | 1 | 0 | 0 | 0 | 100.0 % |",
    "| `src/key/mask.ts` | 1 | 0 | 0 | 0 | 100.0 % |",
  ]);
});

test("the table has a line for each room and each file with mutants", () => {
  const files = {
    "src/key/mask.ts": file({ Killed: 2, Timeout: 1, Survived: 1 }),
    "src/key/judging/token.ts": file({ Killed: 1 }),
    "src/activation/a.ts": file({ Killed: 1, NoCoverage: 1 }),
    "src/activation/none.ts": file({}),
  };
  expect(renderMutationTable({ files }).split("\n").slice(2)).toEqual([
    "| **the checks** | 1 | 0 | 0 | 1 | 50.0 % |",
    "| **the judge of stored values** | 1 | 0 | 0 | 0 | 100.0 % |",
    "| **the finder and the masker** | 2 | 1 | 1 | 0 | 75.0 % |",
    "| `src/activation/a.ts` | 1 | 0 | 0 | 1 | 50.0 % |",
    "| `src/key/judging/token.ts` | 1 | 0 | 0 | 0 | 100.0 % |",
    "| `src/key/mask.ts` | 2 | 1 | 1 | 0 | 75.0 % |",
  ]);
});

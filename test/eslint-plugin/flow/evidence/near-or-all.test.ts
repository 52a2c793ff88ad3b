import fc from "fast-check";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { describe, expect, test, vi } from "vitest";
import { NearPleo } from "../../../../eslint-plugin/flow/evidence/near-pleo.ts";
import { rules } from "../../../../eslint-plugin/rules.ts";
import { exampleKey } from "../../../support/keys.ts";
import { programs, withKey } from "../../generated-programs.ts";
import { PARSERS } from "../../lint.ts";
import { scriptOf } from "../../lint-corpus.ts";
import { parse } from "../../parse.ts";
import { readCorpus } from "../../read-corpus.ts";

vi.setConfig({ testTimeout: 300_000 });

/** The beginning of a key that cannot be seen, and of none: whoever looks for keys must look at everything then. */
const ANYWHERE = "\n// %70%6c%73%5f%30\n";

const plugin = { rules } as unknown as ESLint.Plugin;
const linter = new Linter();
const config: Linter.Config[] = [
  {
    files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}"],
    ...PARSERS["typescript-eslint"],
  },
  {
    plugins: { pleo: plugin },
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`pleo/${name}`, "error"])),
  },
];

/** What the rules say, with its places and edits; nothing of a program that does not parse. */
function findingsIn(code: string, filename: string): readonly string[] {
  const found = linter.verify(code, config, { filename });
  const isRead = found.every(({ ruleId }) => ruleId !== null);
  return isRead ? found.map((message) => JSON.stringify(message)) : [];
}

/** How many findings there are, if they are the same as where every statement is near. */
function countSame(code: string, filename: string): number {
  const near = findingsIn(code, filename);
  const all = findingsIn(`${code}${ANYWHERE}`, filename);
  const differing = near.findIndex((finding, index) => finding !== all[index]);
  // Not by a matcher, whose report would show the key.
  if (near.length !== all.length || differing >= 0) throw new Error(`${filename}: not the same`);
  return near.length;
}

function statementsNear(code: string): number {
  const shown = { keyNames: [], isEnvironmentKey: true };
  return new NearPleo(parse(code), shown).statements().length;
}

describe("what is found where Pleo can reach is what is found anywhere", () => {
  test("because a file with this in it is near as a whole", () => {
    const code = "console.log(process.env.PLEO_API_KEY);\nconsole.log(1);";
    expect(statementsNear(code)).toBe(1);
    expect(statementsNear(`${code}${ANYWHERE}`)).toBe(2);
  });

  test("in the corpus", () => {
    const cases = readCorpus();
    const counts = cases.map(({ code, filename, title }) => {
      try {
        return countSame(scriptOf(code, filename), filename);
      } catch (cause) {
        throw new Error(title, { cause });
      }
    });
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(cases.length / 4);
  });

  test("in generated programs", () => {
    let found = 0;
    fc.assert(
      fc.property(
        programs({ isTyped: true }),
        programs({ isTyped: true }),
        fc.constantFrom("src/file.tsx", "app/page.tsx", "next.config.tsx"),
        (one, other, filename) => {
          // Most of a file is about something else.
          const code = `${one}\n${withoutPleo(other)}`;
          found += countSame(withKey(code, exampleKey()), filename);
        },
      ),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

function withoutPleo(program: string): string {
  return program.replaceAll(/pleo/gi, "acme").replaceAll("{key}", "nothing");
}

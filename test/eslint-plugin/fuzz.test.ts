import fc from "fast-check";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { describe, expect, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { exampleKey } from "../support/keys.ts";
import { LINEAR } from "./growing-programs.ts";
import type { Family } from "./growing-programs.ts";
import { damages, mangle, programs, withKey } from "./generated-programs.ts";
import { PARSERS } from "./lint.ts";
import type { ParserName } from "./lint.ts";

const plugin = { rules } as unknown as ESLint.Plugin;
const ALL_RULES = Object.fromEntries(
  Object.keys(rules).map((name) => [`pleo/${name}`, "error" as const]),
);

/** Names of files that mean something to a rule. */
const FILENAMES = ["src/file.tsx", "next.config.tsx", "nuxt.config.tsx", "app/page.tsx"];

function configFor(parser: ParserName): Linter.Config[] {
  return [
    { files: ["**/*.tsx"], ...PARSERS[parser], linterOptions: { noInlineConfig: true } },
    { plugins: { pleo: plugin }, rules: ALL_RULES },
  ];
}

const CONFIGS = {
  espree: configFor("espree"),
  "typescript-eslint": configFor("typescript-eslint"),
} satisfies Readonly<Record<ParserName, Linter.Config[]>>;

interface Answer {
  readonly doesParse: boolean;
  /** What is said of the program, suggestions included. */
  readonly texts: readonly string[];
}

/** ESLint passes on whatever a rule throws. */
function lintAll(code: string, parser: ParserName, filename = "src/file.tsx"): Answer {
  const messages = new Linter().verify(code, CONFIGS[parser], { filename });
  const doesParse = messages.every(({ fatal }) => fatal !== true);
  // ESLint itself repeats comments that it does not obey.
  const ours = messages.filter(({ ruleId }) => ruleId !== null);
  return { doesParse, texts: doesParse ? ours.map(textOf) : [] };
}

function textOf({ message, fix, suggestions = [] }: Linter.LintMessage): string {
  const edits = suggestions.map(({ desc, fix: edit }) => `${desc} ${edit.text}`);
  return [message, fix?.text ?? "", ...edits].join("\n");
}

const RUNS = 300;

describe.each(["espree", "typescript-eslint"] as const)("with the parser %s", (parser) => {
  test("no rule throws or shows a key, whatever the program", async ({ annotate }) => {
    const count = { programs: 0, parsed: 0, reports: 0 };
    const inputs = [
      programs({ isTyped: parser !== "espree" }),
      damages,
      fc.constantFrom(...FILENAMES),
    ] as const;
    fc.assert(
      fc.property(...inputs, (program, done, filename) => {
        const key = exampleKey();
        const code = withKey(mangle(program, done), key);
        const { doesParse, texts } = lintAll(code, parser, filename);
        // Not by a matcher, whose report would show it.
        if (texts.some((text) => text.includes(key.slice(4, 16)))) throw new Error("shows a key");
        count.programs += 1;
        count.parsed += Number(doesParse);
        count.reports += texts.length;
      }),
      { numRuns: RUNS },
    );
    await annotate(`${count.parsed} of ${count.programs} parse, ${count.reports} reports`);
    // Programs that no parser takes, or in which no rule sees anything, would prove nothing.
    expect(count.parsed).toBeGreaterThan(RUNS / 4);
    expect(count.reports).toBeGreaterThan(RUNS);
  });
});

describe("a program that leads in circles:", () => {
  test.each([
    "const a = new b(); const b = new a(); console.log(new a(), 'pleo')",
    "const a = new b(), b = new c(), c = new a(); a.show(process.env.PLEO_API_KEY)",
    "const a = new a(); console.log(a.pleoApiKey(), new a())",
    "class a extends b {} class b extends a {} console.log(new a().pleoApiKey)",
  ])("%s", (code) => {
    for (const parser of ["espree", "typescript-eslint"] as const) {
      expect(lintAll(code, parser).doesParse).toBe(true);
    }
  });
});

/** Twice, and what a busy machine adds. */
const RATIO_AT_MOST = 3;
const ATTEMPTS = 5;
const REPETITIONS = 2;

/** Milliseconds that all rules take for a program, by ESLint's own clock. */
function ruleTime(code: string): number {
  const linter = new Linter();
  const options = { filename: "src/file.tsx", stats: true, fix: false };
  const { messages } = linter.verifyAndFix(code, CONFIGS["typescript-eslint"], options);
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal !== undefined) throw new SyntaxError(fatal.message);
  const [pass] = linter.getTimes().passes;
  return Object.values(pass?.rules ?? {}).reduce((sum, { total }) => sum + total, 0);
}

function fastest(code: string): number {
  return Math.min(...Array.from({ length: REPETITIONS }, () => ruleTime(code)));
}

/** How many times as long a program takes that is twice as long; the best of some attempts, because noise only adds. */
function growthOf({ size, write }: Family): number {
  let best = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && best > RATIO_AT_MOST; attempt++) {
    best = Math.min(best, fastest(write(2 * size)) / fastest(write(size)));
  }
  return best;
}

describe("twice the program takes about twice the time:", () => {
  test.each(Object.entries(LINEAR))("%s", (_name, family) => {
    expect(growthOf(family)).toBeLessThan(RATIO_AT_MOST);
  });
});

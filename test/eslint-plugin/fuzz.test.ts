import fc from "fast-check";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { describe, expect, test, vi } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { damages, mangle, programs, withKey } from "./generated-programs.ts";
import { PARSERS } from "./lint.ts";
import type { ParserName } from "./lint.ts";

vi.setConfig({ testTimeout: 60_000 });

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
  readonly reports: number;
}

/** ESLint passes on whatever a rule throws. */
function lintAll(code: string, parser: ParserName, filename = "src/file.tsx"): Answer {
  const messages = new Linter().verify(code, CONFIGS[parser], { filename });
  const doesParse = messages.every(({ fatal }) => fatal !== true);
  return { doesParse, reports: doesParse ? messages.length : 0 };
}

const RUNS = 600;

describe.each(["espree", "typescript-eslint"] as const)("with the parser %s", (parser) => {
  test("no rule throws, whatever the program", async ({ annotate }) => {
    const count = { programs: 0, parsed: 0, reports: 0 };
    const inputs = [
      programs({ isTyped: parser !== "espree" }),
      damages,
      fc.constantFrom(...FILENAMES),
    ] as const;
    fc.assert(
      fc.property(...inputs, (program, done, filename) => {
        const { doesParse, reports } = lintAll(withKey(mangle(program, done)), parser, filename);
        count.programs += 1;
        count.parsed += Number(doesParse);
        count.reports += reports;
      }),
      { numRuns: RUNS },
    );
    await annotate(`${count.parsed} of ${count.programs} parse, ${count.reports} reports`);
    // Programs that no parser takes, or in which no rule sees anything, would prove nothing.
    expect(count.parsed).toBeGreaterThan(RUNS / 4);
    expect(count.reports).toBeGreaterThan(RUNS);
  });
});

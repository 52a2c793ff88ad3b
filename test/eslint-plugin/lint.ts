import { Linter } from "eslint";
import type { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { rules } from "../../eslint-plugin/rules.ts";

/** Both parsers that our rules have to get on with. */
export const PARSERS: Readonly<Record<"espree" | "typescript-eslint", Linter.Config>> = {
  espree: { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  "typescript-eslint": {
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  },
};

export type ParserName = keyof typeof PARSERS;

/** A message of a rule, with the source text that it points at. */
export interface Report {
  readonly messageId: string | undefined;
  readonly message: string;
  readonly pointsAt: string;
}

const plugin = { rules } as unknown as ESLint.Plugin;

/** What one rule says of a program; throws if the program does not parse. */
export function lint(
  code: string,
  { parser = "typescript-eslint", rule }: { parser?: ParserName; rule: keyof typeof rules },
): readonly Report[] {
  const messages = lintRaw(code, { parser, rule });
  const fatal = messages.find(({ ruleId }) => ruleId === null);
  if (fatal !== undefined) throw new SyntaxError(fatal.message);
  return messages.map((found) => ({
    messageId: found.messageId,
    message: found.message,
    pointsAt: sliceOf(code, found),
  }));
}

export function lintRaw(
  code: string,
  { parser, rule }: { parser: ParserName; rule: keyof typeof rules },
): readonly Linter.LintMessage[] {
  const config: Linter.Config[] = [
    { files: ["**/*.tsx"], ...PARSERS[parser] },
    { plugins: { pleo: plugin }, rules: { [`pleo/${rule}`]: "error" } },
  ];
  return new Linter().verify(code, config, { filename: "file.tsx" });
}

function sliceOf(code: string, { line, column, endLine, endColumn }: Linter.LintMessage): string {
  const offset = (atLine: number, atColumn: number): number => {
    const before = code.split(/(?<=\r\n|[\n\u2028\u2029]|\r(?!\n))/).slice(0, atLine - 1);
    return before.join("").length + atColumn - 1;
  };
  return code.slice(offset(line, column), offset(endLine ?? line, endColumn ?? column));
}

import { Linter } from "eslint";
import type { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { rules } from "../../eslint-plugin/rules.ts";
import type { CorpusCase } from "./read-corpus.ts";

const plugin = { rules } as unknown as ESLint.Plugin;
const linter = new Linter();

const config: Linter.Config[] = [
  {
    files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte}"],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    plugins: { pleo: plugin },
    rules: Object.fromEntries(Object.keys(rules).map((name) => [`pleo/${name}`, "error"])),
  },
];

/** Where the rules speak in a case, as `rule@line`, each once. */
export function lintCase({ code, filename }: CorpusCase): readonly string[] {
  const messages = linter.verify(scriptOf(code, filename), config, { filename });
  const fatal = messages.find(({ ruleId }) => ruleId === null);
  if (fatal !== undefined)
    throw new SyntaxError(`${filename}: ${fatal.message} (${String(fatal.line)})`);
  return [
    ...new Set(
      messages.map(({ ruleId, line }) => `${(ruleId ?? "").replace("pleo/", "")}@${String(line)}`),
    ),
  ];
}

/** The script of a component, on the lines where it stands. */
export function scriptOf(code: string, filename: string): string {
  if (!/\.(?:vue|svelte)$/.test(filename)) return code;
  let isScript = false;
  const lines = code.split("\n").map((line) => {
    if (line.startsWith("</script")) isScript = false;
    const shown = isScript ? line : "";
    if (line.startsWith("<script")) isScript = true;
    return shown;
  });
  return lines.join("\n");
}

import type { ESLint, Linter } from "eslint";
import { rules } from "./rules.ts";

/** The word before the slash in the names of rules and presets. */
export const NAMESPACE = "pleo";

/** Our rules read JavaScript's syntax tree; on a stylesheet or a Markdown file ESLint would stop the whole run. */
const FILES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];

export interface Configs extends Record<string, Linter.Config> {
  readonly recommended: Linter.Config;
}

/** A preset holds the plugin itself, so that whoever extends it need not register anything. */
export function createConfigs(plugin: ESLint.Plugin): Configs {
  return {
    recommended: {
      name: `${NAMESPACE}/recommended`,
      files: FILES,
      plugins: { [NAMESPACE]: plugin },
      rules: recommendedRules(),
    },
  };
}

/** As errors, because ESLint's suppressions, by which a project adopts a rule step by step, know nothing else. */
function recommendedRules(): Linter.RulesRecord {
  const recommended = Object.entries(rules).filter(([, { meta }]) => meta.docs?.recommended);
  return Object.fromEntries(recommended.map(([name]) => [`${NAMESPACE}/${name}`, "error"]));
}

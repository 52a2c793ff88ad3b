import type { ESLint } from "eslint";
import { NAMESPACE, TEXT, createConfigs } from "./configs.ts";
import type { Configs } from "./configs.ts";
import { createTextLanguage } from "./language/text-language.ts";
import { NAME, VERSION } from "./manifest.ts";
import { rules } from "./rules.ts";

/** Typed as ESLint's own plugin, because `defineConfig` accepts no other, with presets that are surely there. */
interface PleoPlugin extends ESLint.Plugin {
  readonly configs: Configs;
}

const base: ESLint.Plugin = {
  meta: { name: NAME, version: VERSION, namespace: NAMESPACE },
  // ESLint's and typescript-eslint's types of the same rule differ in what a syntax tree is.
  rules: rules as unknown as NonNullable<ESLint.Plugin["rules"]>,
  languages: { [TEXT]: createTextLanguage(Object.keys(rules)) },
};

/** The presets refer to the plugin, so it has to be there before them, and be the same object. */
const plugin: PleoPlugin = Object.assign(base, { configs: createConfigs(base) });

// The second name is what `require` gives: the plugin itself instead of a namespace that holds it.
export { plugin as default, plugin as "module.exports" };

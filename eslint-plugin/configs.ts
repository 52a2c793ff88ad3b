import type { ESLint, Linter } from "eslint";
import { rules } from "./rules.ts";

/** The word before the slash in the names of rules, presets and languages. */
export const NAMESPACE = "pleo";

/** The language that takes every file as text. */
export const TEXT = "text";

/** Our rules read JavaScript's syntax tree; on a stylesheet or a Markdown file ESLint would stop the whole run. */
const SCRIPTS = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];

/** Files of which a framework's parser reads the script and the markup as one; ESLint's own parser reads none of them. */
const COMPONENTS = ["**/*.{vue,svelte,astro}"];

/** Where keys are put besides scripts. By name, because ESLint takes a pattern for all files as one for none. */
const TEXT_FILES = [
  "**/{.env,.env.*,*.env,.envrc,.dev.vars}",
  "**/*.{yml,yaml,json,jsonc,json5,toml,ini,cfg,conf,properties,tf,tfvars,hcl,xml,plist}",
  "**/*.{sh,bash,zsh,fish,ps1,bat,cmd,http,rest,sql}",
  "**/*.{html,htm,md,mdx,markdown,rst,adoc,txt,ipynb}",
  "**/{Dockerfile,Dockerfile.*,*.dockerfile,Containerfile,Makefile,Procfile,Jenkinsfile}",
  "**/{.npmrc,.netrc,.curlrc}",
];

/** Made by package managers, large, and without anything of the project's own. */
const LOCK_FILES = ["**/{package-lock,npm-shrinkwrap}.json", "**/pnpm-lock.yaml"];

type Preset = "recommended" | "recommendedTypeChecked" | "strict" | "components" | "files";

export interface Configs extends Record<string, Linter.Config>, Record<Preset, Linter.Config> {}

type Rule = (typeof rules)[keyof typeof rules];

/** A preset holds the plugin itself, so that whoever extends it need not register anything. */
export function createConfigs(plugin: ESLint.Plugin): Configs {
  const plugins = { [NAMESPACE]: plugin };
  return {
    recommended: {
      name: `${NAMESPACE}/recommended`,
      files: SCRIPTS,
      plugins,
      rules: chooseRules(({ meta }) => meta.docs?.recommended === true),
    },
    recommendedTypeChecked: {
      name: `${NAMESPACE}/recommendedTypeChecked`,
      files: SCRIPTS,
      plugins,
      settings: { [NAMESPACE]: { typeInformation: true } },
      rules: chooseRules(({ meta }) => meta.docs?.recommended === true),
    },
    strict: {
      name: `${NAMESPACE}/strict`,
      files: SCRIPTS,
      plugins,
      rules: chooseRules(() => true),
    },
    // Brings no parser: it is for those who lint such files already, and their plugin's preset brings one.
    components: {
      name: `${NAMESPACE}/components`,
      files: COMPONENTS,
      plugins,
      rules: chooseRules(({ meta }) => meta.docs?.recommended === true),
    },
    files: {
      name: `${NAMESPACE}/files`,
      files: TEXT_FILES,
      ignores: LOCK_FILES,
      plugins,
      language: `${NAMESPACE}/${TEXT}`,
      rules: chooseRules(readsText),
    },
  };
}

/** Does it make sense of files that are no scripts? */
function readsText({ meta }: Rule): boolean {
  return meta.languages?.includes("*") === true;
}

/** As errors, because ESLint's suppressions, by which a project adopts a rule step by step, know nothing else. */
function chooseRules(isChosen: (rule: Rule) => boolean): Linter.RulesRecord {
  const chosen = Object.entries(rules).filter(([, rule]) => isChosen(rule));
  return Object.fromEntries(chosen.map(([name]) => [`${NAMESPACE}/${name}`, "error"]));
}

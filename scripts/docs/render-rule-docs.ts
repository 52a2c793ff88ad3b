import { NAMESPACE, createConfigs } from "../../eslint-plugin/configs.ts";
import { pageOf } from "../../eslint-plugin/create-rule.ts";
import { rules } from "../../eslint-plugin/rules.ts";
import { renderAlignedTable } from "./render-table.ts";

type Rule = (typeof rules)[keyof typeof rules];

const presets = createConfigs({});

/** Every rule of the plugin, as its metadata has it. */
export function renderRules(): string {
  const rows = Object.entries(rules).map(([name, rule]) => [
    `[${name}](${pageOf(name)})`,
    rule.meta.docs?.description ?? "",
    presetsOf(name),
    editsOf(rule),
  ]);
  return renderAlignedTable([["Rule", "What it does", "Preset", "Edits"], ...rows]);
}

/** The least of the presets for scripts that has it, and the one for all other files. */
function presetsOf(name: string): string {
  const has = (preset: keyof typeof presets): boolean =>
    presets[preset]?.rules?.[`${NAMESPACE}/${name}`] !== undefined;
  const ofScripts = has("recommended") ? "recommended" : "strict";
  return [ofScripts, ...(has("files") ? ["files"] : [])].map((it) => `\`${it}\``).join(", ");
}

function editsOf({ meta }: Rule): string {
  const edits = [
    ...(meta.fixable === undefined ? [] : ["`--fix`"]),
    ...(meta.hasSuggestions === true ? ["quick fix"] : []),
  ];
  return edits.length === 0 ? "–" : edits.join(", ");
}

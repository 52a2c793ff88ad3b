import { Linter } from "eslint";
import plugin from "../../../eslint-plugin/index.ts";
import type { rules } from "../../../eslint-plugin/rules.ts";
import { PARSERS } from "../lint.ts";

export interface TextRun {
  readonly path: string;
  /** All rules of the preset, if none is named. */
  readonly rule?: keyof typeof rules;
  /** Comes after the preset. */
  readonly more?: Linter.Config;
}

/** What the preset for files that are no scripts says of one. */
export function lintText(
  text: string,
  { path, rule, more = {} }: TextRun,
): readonly Linter.LintMessage[] {
  const { files } = plugin.configs;
  const preset = rule === undefined ? files : { ...files, rules: { [`pleo/${rule}`]: "error" } };
  return new Linter().verify(text, [preset as Linter.Config, more], { filename: path });
}

/** What one rule says of a file, be it a script or not. */
export function lintFile(
  text: string,
  { path, rule }: Required<Pick<TextRun, "path" | "rule">>,
): readonly Linter.LintMessage[] {
  const more: Linter.Config = {
    files: ["**/*.{js,mjs,ts,jsx,tsx}"],
    ...PARSERS["typescript-eslint"],
    plugins: { pleo: plugin },
    rules: { [`pleo/${rule}`]: "error" },
  };
  return lintText(text, { path, rule, more });
}

/** The stretches of the text that were pointed at. */
export function pointedAt(
  text: string,
  messages: readonly Linter.LintMessage[],
): readonly string[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  return messages.map(({ line, column, endLine, endColumn }) => {
    if (endLine !== line || endColumn === undefined) return "more than a line";
    return (lines[line - 1] ?? "").slice(column - 1, endColumn - 1);
  });
}

import type { Linter } from "eslint";
import { maskText } from "../../src/key/mask-text.ts";

const WIDTH = 96;

/** A finding as an editor shows it: the place, the line with what is underlined in it, the message, what it offers. */
export function showFinding(path: string, text: string, found: Linter.LintMessage): string {
  const { line, column, message, ruleId, suggestions = [], fix } = found;
  const lines = [
    `${path}:${line}:${column}`,
    ...underline(text.split("\n")[line - 1] ?? "", found),
    ...wrap(`${message} eslint(${ruleId ?? "no rule"})`),
    ...suggestions.flatMap(({ desc }) => wrap(`Quick fix: ${desc}`)),
    ...(fix === undefined ? [] : ["Mended by `eslint --fix`."]),
  ];
  return `${lines.join("\n  ")}\n`;
}

/** The line without its indentation. An editor would show a key in it; what is printed is kept. */
function underline(line: string, found: Linter.LintMessage): readonly string[] {
  const start = found.column - 1;
  const end = found.endLine === found.line ? (found.endColumn ?? start + 2) - 1 : line.length;
  const before = maskText(line.slice(0, start).trimStart());
  const meant = maskText(line.slice(start, end));
  return [
    maskText(`${before}${meant}${line.slice(end)}`),
    `${" ".repeat(before.length)}${"~".repeat(Math.max(meant.length, 1))}`,
  ];
}

function wrap(text: string): readonly string[] {
  return text.match(new RegExp(`\\S.{0,${WIDTH - 1}}(?= |$)`, "g")) ?? [];
}

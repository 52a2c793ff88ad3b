import type { TSESLint } from "@typescript-eslint/utils";
import type { Entry } from "./entries.ts";

interface Renaming {
  readonly fixer: TSESLint.RuleFixer;
  readonly entry: Entry;
  readonly name: string;
}

/** Gives an entry another name where it is written; `null` where its name cannot be told from what is around it. */
export function renameEntry(
  sourceCode: TSESLint.SourceCode,
  { fixer, entry, name }: Renaming,
): TSESLint.RuleFix | null {
  const { at, value } = entry;
  const written = sourceCode.getText(at);
  if (at.type === "Identifier" && written === entry.name) {
    const isShorthand = at.parent.type === "Property" && at.parent.shorthand;
    return fixer.replaceText(at, isShorthand ? `${name}: ${written}` : name);
  }
  const quoted = /^(["'`])[^]*\1$/.test(written);
  if (value !== undefined && quoted && written.slice(1, -1) === entry.name) {
    return fixer.replaceTextRange([at.range[0] + 1, at.range[1] - 1], name);
  }
  if (value !== undefined || at.type === "Identifier") return null;
  const places = Array.from(written.matchAll(/(?<=[?&"'`])[\w-]+(?==)/g));
  const [first, ...more] = places.filter(([found]) => found === entry.name);
  if (first === undefined || more.length > 0) return null;
  const start = at.range[0] + first.index;
  return fixer.replaceTextRange([start, start + entry.name.length], name);
}

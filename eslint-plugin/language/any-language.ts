import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { TextLines } from "./text-lines.ts";

/** Files that other plugins read into a tree of their own under a script's name for its root. */
const NO_SCRIPT = /\.(?:json[c5]?|ya?ml|toml|html?|md|markdown)$/i;

/** Does the file have a script's syntax tree? If not, there is its text, whatever the language. */
export function isScript({ ast }: TSESLint.SourceCode, filename: string): boolean {
  // The types know of no other root.
  return (ast.type as string) === "Program" && !NO_SCRIPT.test(filename);
}

/** Where a stretch of text stands. Not every language tells, but all that do not count columns from one. */
export function locationOf(
  sourceCode: Pick<TSESLint.SourceCode, "text"> & Partial<TSESLint.SourceCode>,
  [start, end]: TSESTree.Range,
): TSESTree.SourceLocation {
  if (typeof sourceCode.getLocFromIndex === "function") {
    return {
      start: sourceCode.getLocFromIndex(start),
      end: sourceCode.getLocFromIndex(end),
    };
  }
  const lines = new TextLines(sourceCode.text);
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return {
    start: { line: from.line, column: from.column + 1 },
    end: { line: to.line, column: to.column + 1 },
  };
}

/** Listens to the first node there is, because what the root is called depends on the language. */
export function atFirstNode(report: () => void): TSESLint.RuleListener {
  let isDone = false;
  return {
    "*"() {
      if (isDone) return;
      isDone = true;
      report();
    },
  };
}

import type { TreeText } from "../yaml-tree.ts";
import { parseExpression, type Expression } from "./parse.ts";

/** An expression within a text. */
export interface FoundExpression {
  readonly start: number;
  readonly end: number;
  /** `undefined` for what GitHub would not understand either. */
  readonly expression: Expression | undefined;
}

const found = new WeakMap<TreeText, readonly FoundExpression[]>();

/** Each text is read once, however often it is asked for. */
export function expressionsIn(tree: TreeText): readonly FoundExpression[] {
  const known = found.get(tree) ?? findExpressions(tree.text);
  found.set(tree, known);
  return known;
}

/** Longer than any that GitHub takes. */
const LONGEST = 21_000;

export function findExpressions(text: string): readonly FoundExpression[] {
  const expressions: FoundExpression[] = [];
  for (let start = text.indexOf("${{"); start >= 0;) {
    const end = endOf(text, start + 3);
    // A missing end is looked for once only.
    if (end === undefined) break;
    const inside = end - start > LONGEST ? "" : text.slice(start + 3, end - 2);
    expressions.push({ start, end, expression: parseExpression(inside) });
    start = text.indexOf("${{", end);
  }
  return expressions;
}

/** Behind the `}}` that stands in no text. A quotation mark in a text is doubled, which ends one and begins another. */
function endOf(text: string, start: number): number | undefined {
  let at = start;
  let end = -1;
  for (;;) {
    if (end < at) end = text.indexOf("}}", at);
    if (end < 0) return undefined;
    const quote = text.indexOf("'", at);
    if (quote < 0 || quote > end) return end + 2;
    const closing = text.indexOf("'", quote + 1);
    if (closing < 0) return undefined;
    at = closing + 1;
  }
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { visit } from "./visit.ts";
import { isFunction, type FunctionNode } from "./place.ts";

const known = new WeakMap<FunctionNode, readonly TSESTree.Node[]>();

/** Everything that a function may return. */
export function returnsOf(
  sourceCode: TSESLint.SourceCode,
  fn: FunctionNode,
): readonly TSESTree.Node[] {
  let returns = known.get(fn);
  if (returns === undefined) {
    returns = fn.body.type === "BlockStatement" ? returnsIn(sourceCode, fn.body) : [fn.body];
    known.set(fn, returns);
  }
  return returns;
}

function returnsIn(
  { visitorKeys }: TSESLint.SourceCode,
  body: TSESTree.BlockStatement,
): readonly TSESTree.Node[] {
  const returns: TSESTree.Node[] = [];
  visit([body], visitorKeys, (node) => {
    const isGiven = node.type === "ReturnStatement" || node.type === "YieldExpression";
    if (isGiven && node.argument) returns.push(node.argument);
    return !isFunction(node);
  });
  // What comes last is the rule, and what comes before it the exceptions.
  return returns.reverse();
}

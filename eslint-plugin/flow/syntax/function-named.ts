import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, variableOf } from "./binding.ts";
import { isFunction, type FunctionNode } from "./place.ts";

/** The function of this file that a name stands for, if it is always the same one. */
export function functionNamed(
  sourceCode: TSESLint.SourceCode,
  name: TSESTree.Identifier,
): FunctionNode | undefined {
  const [definition, ...more] = variableOf(sourceCode, name)?.defs ?? [];
  if (definition === undefined || more.length > 0) return undefined;
  const { node } = definition;
  if (node.type === "FunctionDeclaration") return node;
  if (node.type !== "VariableDeclarator" || node.id.type !== "Identifier" || node.init === null) {
    return undefined;
  }
  const init = bare(node.init);
  if (isFunction(init)) return init;
  // `useCallback(fn, [])`, `memoize(fn)`.
  const [wrapped] = init.type === "CallExpression" ? init.arguments : [];
  return isFunction(wrapped) ? wrapped : undefined;
}

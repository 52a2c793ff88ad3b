import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, importOf, isGlobal, propertyName, variableOf } from "./binding.ts";

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);

/**
 * The name of what the language or its host gives, however it is reached: `JSON`, `window.JSON`, `Buffer` of `node:buffer`.
 * The global object itself is `globalThis`.
 */
export function builtInOf(
  sourceCode: TSESLint.SourceCode,
  expression: TSESTree.Node,
): string | undefined {
  const node = globalBehind(sourceCode, bare(expression));
  if (node.type === "MemberExpression") {
    const owner = globalBehind(sourceCode, bare(node.object));
    const isOfGlobal = owner.type === "Identifier" && GLOBAL_OBJECTS.has(owner.name);
    return isOfGlobal && isGlobal(sourceCode, owner) ? propertyName(node) : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  if (isGlobal(sourceCode, node)) return GLOBAL_OBJECTS.has(node.name) ? "globalThis" : node.name;
  const variable = variableOf(sourceCode, node);
  const imported = variable === undefined ? undefined : importOf(variable);
  const isBuffer = imported !== undefined && /^(?:node:)?buffer\/?$/.test(imported.module);
  return isBuffer && imported.name === "Buffer" ? "Buffer" : undefined;
}

/** `window` for `w` of `(function (w) { … })(window)`. */
export function globalBehind(sourceCode: TSESLint.SourceCode, node: TSESTree.Node): TSESTree.Node {
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  const constant = variable === undefined ? undefined : constantOf(variable);
  return constant?.type === "Identifier" && isGlobal(sourceCode, constant) ? constant : node;
}

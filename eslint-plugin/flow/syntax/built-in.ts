import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, importOf, isGlobal, propertyName, variableOf } from "./binding.ts";

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);

/**
 * The name of what the language or its host gives, however it is reached: `JSON`, `window.JSON`, `Buffer` of `node:buffer`.
 * The global object itself is `globalThis`.
 */
export function builtInOf(
  sourceCode: TSESLint.SourceCode,
  expression: TSESTree.Node,
): string | undefined {
  const node = bare(expression);
  if (node.type === "MemberExpression") {
    const owner = bare(node.object);
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

import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";

/** Deeper patterns are not written by people. */
const DEEPEST = 6;

/** The properties that lead to a name in a pattern: `["params", "id"]` for `id` in `{ params: { id } }`. */
export function pathInPattern(
  pattern: TSESTree.Node,
  name: string,
  deepest = DEEPEST,
): readonly string[] | undefined {
  if (deepest <= 0) return undefined;
  switch (pattern.type) {
    case "Identifier":
      return pattern.name === name ? [] : undefined;
    case "AssignmentPattern":
      return pathInPattern(pattern.left, name, deepest);
    case "TSParameterProperty":
      return pathInPattern(pattern.parameter, name, deepest);
    case "RestElement":
      return pathInPattern(pattern.argument, name, deepest);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        const isRest = property.type === "RestElement";
        const path = pathInPattern(isRest ? property : property.value, name, deepest - 1);
        if (path !== undefined) return isRest ? path : [propertyName(property) ?? "*", ...path];
      }
      return undefined;
    case "ArrayPattern":
      for (const element of pattern.elements) {
        const path = element === null ? undefined : pathInPattern(element, name, deepest - 1);
        if (path !== undefined) return ["*", ...path];
      }
      return undefined;
    default:
      return undefined;
  }
}

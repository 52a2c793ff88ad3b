import type { TSESTree } from "@typescript-eslint/utils";
import { bare, literalText, propertyName } from "../syntax/binding.ts";

/** A header with its value, at any of the places where programs write one. */
export interface HeaderPlace {
  /** In lower case. */
  readonly name: string;
  readonly value: TSESTree.Node;
}

/** Methods that take a header's name and its value. */
const SETTERS: ReadonlySet<string> = new Set([
  "set",
  "append",
  "header",
  "setHeader",
  "setRequestHeader",
  "addHeader",
]);

/** `{ "A": b }`, `a.A = b`, `a.set("A", b)`, `["A", b]`; whether it is a header at all, its name tells. */
export function headerPlaceOf(
  node:
    | TSESTree.Property
    | TSESTree.AssignmentExpression
    | TSESTree.CallExpression
    | TSESTree.ArrayExpression,
): HeaderPlace | undefined {
  switch (node.type) {
    case "Property":
      return node.parent.type === "ObjectExpression"
        ? place(propertyName(node), node.value)
        : undefined;
    case "AssignmentExpression": {
      const target = bare(node.left);
      return target.type === "MemberExpression"
        ? place(propertyName(target), node.right)
        : undefined;
    }
    case "CallExpression": {
      const { callee } = node;
      const [name, value, ...more] = node.arguments;
      const isSetter =
        callee.type === "MemberExpression" && SETTERS.has(propertyName(callee) ?? "");
      return isSetter && more.length === 0 ? place(literalText(name), value) : undefined;
    }
    default:
      return node.elements.length === 2
        ? place(literalText(node.elements[0]), node.elements[1])
        : undefined;
  }
}

function place(
  name: string | undefined,
  value: TSESTree.Node | null | undefined,
): HeaderPlace | undefined {
  if (name === undefined || value === undefined || value === null) return undefined;
  return { name: name.toLowerCase(), value };
}

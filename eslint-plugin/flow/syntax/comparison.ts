import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";

const COMPARES: ReadonlySet<string> = new Set(["===", "!==", "==", "!="]);

/** Methods that look for a text, or put another one in its place. */
const LOOKS_FOR =
  /^(?:startsWith|includes|indexOf|lastIndexOf|endsWith|replace|replaceAll|match|test|split|has|to[A-Z]\w*|equal|strictEqual|deepEqual|notEqual|contain)$/;

const SAYS = /^(?:log|info|warn|error|debug|trace|fatal)$/;

/** Is a text only compared, looked for or told, and so not what a program connects to? */
export function isTalk(text: TSESTree.Node): boolean {
  const { parent } = text;
  if (parent === undefined) return false;
  if (parent.type === "BinaryExpression") return COMPARES.has(parent.operator);
  if (parent.type === "SwitchCase") return parent.test === text;
  if (parent.type === "JSXAttribute") {
    const { name } = parent.name;
    return parent.name.type === "JSXNamespacedName" || name === "xmlns";
  }
  if (parent.type === "NewExpression") {
    return parent.callee.type === "Identifier" && parent.callee.name.endsWith("Error");
  }
  if (parent.type !== "CallExpression" || parent.callee.type !== "MemberExpression") return false;
  const name = propertyName(parent.callee) ?? "";
  return LOOKS_FOR.test(name) || SAYS.test(name);
}

/** Is this the name of a function that compares what it is given: `toEqual`, `deepEqual`? */
export function isComparing(name: string): boolean {
  return /^(?:to[A-Z]\w*|deepEqual|deepStrictEqual|strictEqual|equal|matchObject|objectContaining)$/.test(
    name,
  );
}

import type { TSESTree } from "@typescript-eslint/utils";

/** Questions about where nodes stand to each other, answered from their parents and ranges alone. */

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === "ArrowFunctionExpression" ||
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression"
  );
}

/** The function that runs this code; `undefined` for the file itself. */
export function functionAround(node: TSESTree.Node): FunctionNode | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (isFunction(outer)) return outer;
  }
  return undefined;
}

export function contains(outer: TSESTree.Node, inner: TSESTree.Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

/** `<div>`, which is no component of the project's. */
export function isElementOfHtml({ name }: TSESTree.JSXOpeningElement): boolean {
  return name.type === "JSXIdentifier" && /^[a-z]/.test(name.name);
}

const LOOPS: ReadonlySet<string> = new Set<`${TSESTree.Node["type"]}`>([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);

/** Is there a loop around both, in which what stands later may have run before? */
export function shareLoop(one: TSESTree.Node, other: TSESTree.Node): boolean {
  for (let outer = one.parent; outer && !isFunction(outer); outer = outer.parent) {
    if (LOOPS.has(outer.type) && contains(outer, other)) return true;
  }
  return false;
}

/** Parts of these run or do not run. */
const CONDITIONAL: ReadonlySet<string> = new Set<`${TSESTree.Node["type"]}`>([
  "LogicalExpression",
  "ConditionalExpression",
  "IfStatement",
  "SwitchCase",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
]);

/** Has `before` surely run when `after` does? Both stand in the same function. */
export function surelyRunsBefore(before: TSESTree.Node, after: TSESTree.Node): boolean {
  if (before.range[1] > after.range[0]) return false;
  for (let outer = before.parent; outer; outer = outer.parent) {
    if (CONDITIONAL.has(outer.type)) return isInTest(outer, before) && contains(outer, after);
    if (contains(outer, after)) return true;
    if (isFunction(outer)) return false;
    // What is in a `try` may have been left early.
    if (outer.type === "BlockStatement" && outer.parent.type === "TryStatement") return false;
  }
  return true;
}

/** The one part of a condition that always runs. */
function isInTest(condition: TSESTree.Node, node: TSESTree.Node): boolean {
  if (condition.type === "LogicalExpression") return contains(condition.left, node);
  const isIf = condition.type === "IfStatement" || condition.type === "ConditionalExpression";
  return isIf && contains(condition.test, node);
}

/** The class whose instance `this` is, or the object literal whose method runs. */
export function ownerOfThis(
  node: TSESTree.Node,
): ClassNode | TSESTree.ObjectExpression | undefined {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === "PropertyDefinition" || outer.type === "MethodDefinition") {
      return outer.parent.parent;
    }
    if (outer.type === "StaticBlock" || outer.type === "FunctionDeclaration") return undefined;
    if (outer.type === "FunctionExpression" && outer.parent.type === "Property") {
      const owner = outer.parent.parent;
      return owner.type === "ObjectExpression" ? owner : undefined;
    }
    if (outer.type === "FunctionExpression" && outer.parent.type !== "MethodDefinition")
      return undefined;
  }
  return undefined;
}

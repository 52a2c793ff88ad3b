import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName, variableOf } from "./binding.ts";
import { isFunction, type FunctionNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** That of which a name is the first part of each entry. */
export function listGoneThrough(name: Node): Node | undefined {
  const { parent } = name;
  if (parent === undefined) return undefined;
  if (isFunction(parent)) return listOfNames(parent, name);
  if (parent.type !== "ArrayPattern" || parent.elements[0] !== name) return undefined;
  const holder = parent.parent;
  if (holder.type === "VariableDeclarator") {
    const loop = holder.parent.parent;
    return loop.type === "ForOfStatement" && loop.left === holder.parent ? loop.right : undefined;
  }
  return isFunction(holder) ? listOf(holder) : undefined;
}

/** What calls a function for each of its elements. */
function listOf(fn: Node): Node | undefined {
  const call = fn.parent;
  if (call?.type !== "CallExpression" || call.callee === fn) return undefined;
  if (call.arguments[1] === fn) return call.arguments[0];
  const callee = bare(call.callee);
  return callee.type === "MemberExpression" ? callee.object : undefined;
}

/**
 * `map.forEach((value, name) => …)` and the like of it in libraries: what an element is called comes behind it, but for
 * `JSON.stringify(value, (name, part) => …)`.
 */
function listOfNames(fn: FunctionNode, name: Node): Node | undefined {
  const call = fn.parent;
  const place = fn.params.findIndex((param) => param === name);
  if (call.type !== "CallExpression") return undefined;
  const callee = bare(call.callee);
  const called = callee.type === "MemberExpression" ? (propertyName(callee) ?? "") : "";
  if (place === 0) return NAMED_FIRST.test(called) && fn.params.length > 1 ? listOf(fn) : undefined;
  return place === 1 && NAMED_SECOND.test(called) ? listOf(fn) : undefined;
}

const NAMED_FIRST = /^(?:stringify|parse)$/;
const NAMED_SECOND =
  /^(?:forEach|each|forOwn|forIn|mapValues|mapKeys|pickBy|omitBy|map|filter|some|every|findKey)$/;

/**
 * That of which each name is set, one after the other: `query` of `for (const [name, value] of Object.entries(query))`
 * and of `for (const name in query)`.
 */
export function namesGoneThrough(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
): Node | undefined {
  const [definition, ...more] = variableOf(sourceCode, name)?.defs ?? [];
  if (definition === undefined || more.length > 0) return undefined;
  const { name: target, node } = definition;
  if (node.type !== "VariableDeclarator" || node.id !== target) return listGoneThrough(target);
  const loop = node.parent.parent;
  if (loop.type === "ForInStatement" && loop.left === node.parent) return loop.right;
  const isOf = loop.type === "ForOfStatement" && loop.left === node.parent;
  const list = isOf ? bare(loop.right) : undefined;
  const isNames = list?.type === "CallExpression" && lastNameOf(list.callee) === "keys";
  return isNames ? list.arguments[0] : undefined;
}

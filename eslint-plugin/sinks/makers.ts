import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { resultOf } from "../flow/syntax/called-function.ts";
import { calleeOf, originOf, type Call, type Callee, type Origin } from "../flow/syntax/callee.ts";
import { isFunction } from "../flow/syntax/place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Longer roads from what is used to what made it say nothing. */
const FURTHEST = 6;

/**
 * What made the thing on which a method is called, what made that, and so on: `openDB` for `db` of `const db = await desk()`,
 * where `desk` is a function of this file that gives back `openDB(…)`.
 */
export function makersOf(sourceCode: SourceCode, call: Call): readonly Callee[] {
  const makers: Callee[] = [];
  let maker = makerOf(sourceCode, calleeOf(sourceCode, call)) ?? promisedTo(sourceCode, call);
  while (maker !== undefined && makers.length < FURTHEST) {
    makers.push(maker);
    maker = makerOf(sourceCode, maker);
  }
  return makers;
}

/** `openDB(…)` for `db` of `openDB(…).then((db) => db.put(…))`. */
function promisedTo(sourceCode: SourceCode, { callee }: Call): Callee | undefined {
  let root = bare(callee);
  while (root.type === "MemberExpression") root = bare(root.object);
  const fn = root.type === "Identifier" ? variableOf(sourceCode, root)?.defs[0]?.node : undefined;
  if (!isFunction(fn) || fn.params[0]?.type !== "Identifier") return undefined;
  const then = fn.parent.type === "CallExpression" ? bare(fn.parent.callee) : undefined;
  if (then?.type !== "MemberExpression" || propertyName(then) !== "then") return undefined;
  const promise = bare(then.object);
  return madeInFunction(sourceCode, promise) ?? calleeOfCall(sourceCode, promise);
}

function makerOf(sourceCode: SourceCode, { madeBy, module }: Origin): Callee | undefined {
  if (module !== undefined) return undefined;
  if (madeBy === undefined) return undefined;
  return madeInFunction(sourceCode, madeBy.call) ?? madeBy.callee;
}

function madeInFunction(sourceCode: SourceCode, call: Node): Callee | undefined {
  let made = call;
  for (let left = FURTHEST; left > 0; left--) {
    const result = made.type === "CallExpression" ? resultOf(sourceCode, made)?.result : undefined;
    if (result === undefined) return made === call ? undefined : calleeOfCall(sourceCode, made);
    made = writtenTo(sourceCode, result);
  }
  return undefined;
}

function calleeOfCall(sourceCode: SourceCode, node: Node): Callee | undefined {
  const isCall = node.type === "CallExpression" || node.type === "NewExpression";
  return isCall ? calleeOf(sourceCode, node) : originOf(sourceCode, node).madeBy?.callee;
}

/** `open` of `return (opened ??= open())`, and of `opened ??= open(); return opened;`. */
function writtenTo(sourceCode: SourceCode, expression: Node): Node {
  const node = bare(expression);
  if (node.type === "AssignmentExpression") return writtenTo(sourceCode, node.right);
  if (node.type === "LogicalExpression") return writtenTo(sourceCode, node.right);
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  if (variable === undefined) return node;
  const constant = constantOf(variable);
  const [only, ...others] = variable.references.filter((each) => each.isWrite());
  const written = constant ?? (others.length === 0 ? only?.writeExpr : undefined);
  return written === undefined || written === null ? node : bare(written);
}

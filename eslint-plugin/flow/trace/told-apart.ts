import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isNeutralKeyName, wordsOf } from "../evidence/key-names.ts";
import { bare, lastNameOf, literalText, variableOf } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import type { Tracing } from "./tracing.ts";

type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** Conditions are not within each other deeper than this. */
const FURTHEST = 16;

/**
 * Where the members of an object are gone through by their names: does what is done here never happen to a key, because a
 * condition tells its name apart? `if (name === "pleoApiKey") continue;`
 */
export function isToldApart(tracing: Tracing, name: Node, use: Node): boolean {
  const variable = name.type === "Identifier" ? variableOf(tracing.sourceCode, name) : undefined;
  if (variable === undefined) return false;
  const asked = { tracing, variable };
  let node = use;
  for (let left = FURTHEST; left > 0; left--) {
    const { parent } = node;
    if (!parent) return false;
    if (isInside(asked, node, parent) || isBehind(asked, node, parent)) return true;
    if (isFunction(parent) && variable.defs[0]?.node === parent) return false;
    if (parent.type === "ForOfStatement" || parent.type === "ForInStatement") return false;
    node = parent;
  }
  return false;
}

/** The name of `[name, value]`, where a variable is that value. */
export function nameBeside({ defs: [definition] }: Variable): TSESTree.Identifier | undefined {
  const pair = definition?.name.parent;
  if (pair?.type !== "ArrayPattern" || pair.elements[1] !== definition?.name) return undefined;
  const [name] = pair.elements;
  return name?.type === "Identifier" ? name : undefined;
}

/** `.filter(([name]) => name !== "pleoApiKey")`, `.filter((name) => …)`. */
export function leavesKeysOut(tracing: Tracing, [callback]: readonly Node[]): boolean {
  const fn = callback && bare(callback);
  if (!isFunction(fn)) return false;
  const [param] = fn.params;
  const name = param?.type === "ArrayPattern" ? param.elements[0] : param;
  if (name?.type !== "Identifier") return false;
  const variable = variableOf(tracing.sourceCode, name);
  const returns = returnsOf(tracing.sourceCode, fn);
  if (variable === undefined || returns.length === 0) return false;
  return returns.every((kept) => excludes({ tracing, variable }, kept, true));
}

interface AskedName {
  readonly tracing: Tracing;
  readonly variable: Variable;
}

function isInside(asked: AskedName, node: Node, parent: Node): boolean {
  switch (parent.type) {
    case "IfStatement":
    case "ConditionalExpression":
      if (node === parent.test) return false;
      return excludes(asked, parent.test, node === parent.consequent);
    case "LogicalExpression":
      return node === parent.right && excludes(asked, parent.left, parent.operator === "&&");
    default:
      return false;
  }
}

/** Is there a statement before it in the same block that leaves for a key? */
function isBehind(asked: AskedName, node: Node, parent: Node): boolean {
  if (parent.type !== "BlockStatement") return false;
  return parent.body.some(
    (statement) =>
      statement.range[1] <= node.range[0] &&
      statement.type === "IfStatement" &&
      leaves(statement.consequent) &&
      excludes(asked, statement.test, false),
  );
}

function leaves(node: Node): boolean {
  const last = node.type === "BlockStatement" ? node.body.at(-1) : node;
  return last !== undefined && LEAVES.has(last.type);
}

const LEAVES: ReadonlySet<string> = new Set<`${Node["type"]}`>([
  "ContinueStatement",
  "ReturnStatement",
  "BreakStatement",
  "ThrowStatement",
]);

/** Is the name that of no key if a test comes out so? */
function excludes(asked: AskedName, test: Node, outcome: boolean): boolean {
  const node = bare(test);
  switch (node.type) {
    case "UnaryExpression":
      return node.operator === "!" && excludes(asked, node.argument, !outcome);
    case "LogicalExpression": {
      if (node.operator === "??") return false;
      // Both must be true of `a && b`, and both false of `a || b`.
      const both = (node.operator === "&&") === outcome;
      const [left, right] = [node.left, node.right].map((part) => excludes(asked, part, outcome));
      return both ? left === true || right === true : left === true && right === true;
    }
    case "BinaryExpression": {
      const isEqual = /^===?$/.test(node.operator);
      if (!isEqual && !/^!==?$/.test(node.operator)) return false;
      const other = isName(asked, node.left) ? node.right : node.left;
      if (!isName(asked, node.left) && !isName(asked, node.right)) return false;
      return isEqual !== outcome && isNameOfKey(asked, other);
    }
    case "CallExpression":
      return saysKey(asked, node) && !outcome;
    default:
      return false;
  }
}

function isName({ tracing, variable }: AskedName, node: Node): boolean {
  const name = bare(node);
  return name.type === "Identifier" && variableOf(tracing.sourceCode, name) === variable;
}

function isNameOfKey({ tracing }: AskedName, node: Node): boolean {
  const text = literalText(settledValue(tracing.sourceCode, node));
  return (
    text !== undefined &&
    (tracing.names.isKey([text]) || tracing.names.isKey(["env", text]) || isNeutralKeyName(text))
  );
}

/** `SECRETS.has(name)`, `hidden.includes(name)`, `/key|token/i.test(name)`, `isSecret(name)`, `name.endsWith("Key")`. */
function saysKey(asked: AskedName, { callee, arguments: given }: TSESTree.CallExpression): boolean {
  const called = bare(callee);
  const method = lastNameOf(called) ?? "";
  const object = called.type === "MemberExpression" ? bare(called.object) : undefined;
  const [first] = given;
  if (first === undefined) return false;
  if (object !== undefined && isName(asked, object)) {
    const text = literalText(settledValue(asked.tracing.sourceCode, first)) ?? "";
    return (
      /^(?:endsWith|startsWith|includes|match)$/.test(method) && /key|token|secret|pleo/i.test(text)
    );
  }
  if (!isName(asked, first)) return false;
  if (object === undefined) return wordsOf(method).some((word) => SECRET.test(word));
  const list = settledValue(asked.tracing.sourceCode, object);
  const isList = /^(?:has|includes|test)$/.test(method);
  return isList && /key|token|secret|credential|pleo/i.test(asked.tracing.sourceCode.getText(list));
}

const SECRET = /^(?:secrets?|sensitive|private|hidden|confidential|redacted|masked|credentials?)$/;

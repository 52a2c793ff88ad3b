import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare } from "../syntax/binding.ts";
import { resultOf } from "../syntax/called-function.ts";
import { settledValue } from "../syntax/constant-member.ts";
import type { HttpRequest } from "./request.ts";
import { staticTextOf } from "../syntax/static-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Functions that hand on what functions make end somewhere. */
const FURTHEST = 3;

/** The expression of a request that says its host, in the function of this file that makes the address if one does. */
export function hostExpression(sourceCode: SourceCode, request: HttpRequest, host: string): Node {
  const name = host.toLowerCase();
  const saying = request.url.findLast((node) => {
    const [start] = staticTextOf(sourceCode, node);
    return typeof start === "string" && start.toLowerCase().includes(name);
  });
  return saying === undefined
    ? (request.url.at(-1) ?? request.call)
    : whereMade(sourceCode, saying);
}

function whereMade(sourceCode: SourceCode, address: Node): Node {
  let node = address;
  for (let left = FURTHEST; left > 0; left--) {
    const made = bare(node);
    const result = made.type === "CallExpression" ? resultOf(sourceCode, made)?.result : undefined;
    if (result === undefined) return node;
    node = result;
  }
  return node;
}

/** Where the name of a host stands in the source, if that is one place of one literal. */
export function hostRange(
  sourceCode: SourceCode,
  expression: Node,
  host: string,
): TSESTree.Range | undefined {
  const literal = literalOf(sourceCode, expression);
  if (literal === undefined) return undefined;
  const text = sourceCode.getText(literal).toLowerCase();
  const name = host.toLowerCase();
  const at = text.indexOf(name);
  if (at < 0 || text.includes(name, at + 1)) return undefined;
  const start = literal.range[0] + at;
  return [start, start + host.length];
}

/** The literal that the text of an expression begins with. */
function literalOf(sourceCode: SourceCode, expression: Node): Node | undefined {
  let node = settledValue(sourceCode, expression);
  for (let left = 20; left > 0; left--) {
    if (node.type === "Literal") return node;
    let next: Node | undefined;
    if (node.type === "BinaryExpression") next = node.left;
    else if (node.type === "NewExpression") next = node.arguments[1] ?? node.arguments[0];
    else if (node.type === "LogicalExpression") next = node.right;
    else if (node.type === "TemplateLiteral") {
      if (node.quasis[0]?.value.raw !== "") return node;
      next = node.expressions[0];
    }
    if (next === undefined) return undefined;
    node = settledValue(sourceCode, next);
  }
  return undefined;
}

/** Does a host stand there only for the case that the environment names none? */
export function isDefaultHost(sourceCode: SourceCode, expression: Node): boolean {
  let node = settledValue(sourceCode, expression);
  for (let left = 20; left > 0; left--) {
    if (node.type === "LogicalExpression") return true;
    let next: Node | undefined;
    if (node.type === "BinaryExpression") next = node.left;
    else if (node.type === "NewExpression") next = node.arguments[1] ?? node.arguments[0];
    else if (node.type === "TemplateLiteral") next = node.expressions[0];
    if (next === undefined) return false;
    node = settledValue(sourceCode, next);
  }
  return false;
}

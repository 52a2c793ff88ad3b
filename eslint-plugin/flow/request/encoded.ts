import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "../syntax/binding.ts";
import { resultOf } from "../syntax/called-function.ts";
import { calleeOf } from "../syntax/callee.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { encodesBase64 } from "./encoders.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Functions that encode by calling functions that encode end somewhere. */
const FURTHEST = 3;

/** What is encoded in base64 by an expression. */
export function encodedIn(
  sourceCode: SourceCode,
  expression: Node,
  furthest = FURTHEST,
): Node | undefined {
  const call = settledValue(sourceCode, expression);
  if (call.type !== "CallExpression") return undefined;
  const [argument] = call.arguments;
  const callee = calleeOf(sourceCode, call);
  if (encodesBase64(callee)) return argument;
  const name = callee.names.at(-1) ?? "";
  const isBase64 = argument?.type === "Literal" && argument.value === "base64";
  if (name !== "toString" || !isBase64 || call.callee.type !== "MemberExpression") {
    return furthest > 0 ? encodedByFunction(sourceCode, call, furthest - 1) : undefined;
  }
  const buffer = settledValue(sourceCode, call.callee.object);
  if (buffer.type !== "CallExpression" || buffer.callee.type !== "MemberExpression") {
    return undefined;
  }
  return propertyName(buffer.callee) === "from" ? buffer.arguments[0] : undefined;
}

/** What a function of this file encodes: the argument of `encode(key)`, if it encodes that as it is. */
function encodedByFunction(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  furthest: number,
): Node | undefined {
  const called = resultOf(sourceCode, call);
  const encoded = called && encodedIn(sourceCode, called.result, furthest);
  if (called === undefined || encoded?.type !== "Identifier") return encoded;
  const index = called.fn.params.findIndex(
    (param) => param.type === "Identifier" && param.name === encoded.name,
  );
  return call.arguments[index] ?? encoded;
}

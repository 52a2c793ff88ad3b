import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf } from "./syntax/binding.ts";
import { settledValue } from "./syntax/constant-member.ts";
import type { CarriedKey, Flow } from "./flow.ts";
import { isKeyName, isNeutralKeyName } from "./evidence/key-names.ts";

type SourceCode = TSESLint.SourceCode;

/** A file, and what is known of the keys in it. */
export interface Reading {
  readonly sourceCode: SourceCode;
  readonly flow: Flow;
}

/** The key that an expression is, as it is: not encoded, not inside a longer text, not in an object. */
export function rawKeyIn(
  { sourceCode, flow }: Reading,
  expression: TSESTree.Node,
): CarriedKey | undefined {
  const [key] = flow.keysIn(expression).filter(({ inside }) => inside.length === 0);
  return key !== undefined && isRaw(sourceCode, expression, key.source.node) ? key : undefined;
}

function isRaw(sourceCode: SourceCode, expression: TSESTree.Node, source: TSESTree.Node): boolean {
  const value = settledValue(sourceCode, expression);
  if (value === source) return true;
  switch (value.type) {
    case "Identifier":
      return isWrittenRaw(sourceCode, value, source);
    case "MemberExpression": {
      const name = propertyName(value) ?? "";
      return isKeyName(name) || isNeutralKeyName(name);
    }
    case "LogicalExpression":
      return isRaw(sourceCode, value.left, source);
    case "CallExpression":
      return isTrimmed(value) && isRaw(sourceCode, trimmedIn(value), source);
    default:
      return false;
  }
}

function isTrimmed({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type === "Identifier") return callee.name === "String";
  return (
    callee.type === "MemberExpression" && /^(?:trim|toString)$/.test(propertyName(callee) ?? "")
  );
}

function trimmedIn(call: TSESTree.CallExpression): TSESTree.Node {
  const { callee } = call;
  return callee.type === "MemberExpression" ? callee.object : (call.arguments[0] ?? call);
}

/** What is put together before it is put into a variable may be a whole header. */
function isWrittenRaw(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  source: TSESTree.Node,
): boolean {
  const references = variableOf(sourceCode, name)?.references ?? [];
  return references.every(({ writeExpr }) => {
    const written = writeExpr === null || writeExpr === undefined ? undefined : bare(writeExpr);
    return written === undefined || written === source || !COMPOSES.has(written.type);
  });
}

const COMPOSES: ReadonlySet<string> = new Set([
  "TemplateLiteral",
  "BinaryExpression",
  "CallExpression",
]);

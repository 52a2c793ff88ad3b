import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../flow/syntax/binding.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { functionAround } from "../flow/syntax/place.ts";
import type { Reading } from "../flow/raw-key.ts";
import { isAsked, isKeyed, isMadeWithKey, keysMadeWith } from "./keyed-clients.ts";
import { isMemoised, speaksOfTenant } from "./memoised.ts";
import { isSharedSource } from "./shared-source.ts";

/** `this.client` and `Pleo.client`, where something is asked of it, of a class that makes it with a key for the whole program. */
export function isSharedField(reading: Reading, member: TSESTree.MemberExpression): boolean {
  const { object } = member;
  if (object.type !== "ThisExpression" && object.type !== "Identifier") return false;
  const { parent } = member;
  if (parent.type !== "MemberExpression" || parent.object !== member || !isAsked(parent)) {
    return false;
  }
  const { sourceCode } = reading;
  if (object.type === "Identifier" && !isClass(sourceCode, object)) return false;
  const made = settledValue(sourceCode, member);
  if (made === member || !isMadeWithKey(reading, made)) return false;
  const keys = keysMadeWith(reading, made);
  return keys.every(({ source }) => isSharedSource(sourceCode, source.node));
}

function isClass(sourceCode: TSESLint.SourceCode, name: TSESTree.Identifier): boolean {
  return variableOf(sourceCode, name)?.defs[0]?.node.type === "ClassDeclaration";
}

/** `this.client ??= new PleoClient(…)` in a method that is told the tenant: the class keeps the first one's for all. */
export function isFirstComeField(
  reading: Reading,
  assignment: TSESTree.AssignmentExpression,
): boolean {
  const { left, right } = assignment;
  if (left.type !== "MemberExpression" || left.object.type !== "ThisExpression") return false;
  const fn = functionAround(assignment);
  // What a constructor keeps is kept for the one that it is told.
  if (fn?.parent.type === "MethodDefinition" && fn.parent.kind === "constructor") return false;
  if (!fn?.params.some((param) => speaksOfTenant(reading.sourceCode, param))) return false;
  return isMemoised(reading.sourceCode, assignment) && isKeyed(reading, right);
}

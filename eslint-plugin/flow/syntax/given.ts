import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isWrittenAgain, variableOf } from "./binding.ts";
import type { Call } from "./callee.ts";
import { memberOf, settledValue } from "./constant-member.ts";
import { pathInPattern } from "./pattern-path.ts";
import type { FunctionNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** A function of the file, as one call runs it. */
export interface By {
  readonly fn: FunctionNode;
  readonly call: Call;
}

/** What a call gives for a parameter, or what stands there where it gives nothing. */
export function givenFor(
  sourceCode: SourceCode,
  { fn, call }: By,
  name: TSESTree.Identifier,
): Node | undefined {
  const variable = variableOf(sourceCode, name);
  if (variable?.defs[0]?.node !== fn || isWrittenAgain(variable)) return undefined;
  if (call.arguments.some(({ type }) => type === "SpreadElement")) return undefined;
  for (const [index, param] of fn.params.entries()) {
    const [target, otherwise] =
      param.type === "AssignmentPattern" ? [param.left, param.right] : [param, undefined];
    const given = call.arguments[index] ?? otherwise;
    if (target.type === "Identifier" && target.name === name.name) return given;
    if (target.type !== "ObjectPattern") continue;
    const [part, ...deeper] = pathInPattern(target, name.name) ?? [];
    if (part === undefined || deeper.length > 0 || given === undefined) continue;
    return memberOf(settledValue(sourceCode, given), part);
  }
  return undefined;
}

/** `query(100)` of `(limit, after) => …`. */
export function isLeftOut(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  { fn, call }: By,
): boolean {
  const [definition] = variableOf(sourceCode, name)?.defs ?? [];
  const index = fn.params.findIndex((param) => param === definition?.name);
  const isSpread = call.arguments.some(({ type }) => type === "SpreadElement");
  return index >= call.arguments.length && !isSpread;
}

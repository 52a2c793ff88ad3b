import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isWrittenAgain, variableOf } from "../syntax/binding.ts";
import type { Call } from "../syntax/callee.ts";
import { memberOf, settledValue } from "../syntax/constant-member.ts";
import { entriesOf, merge, type Entries } from "../syntax/entries.ts";
import { pathInPattern } from "../syntax/pattern-path.ts";
import type { FunctionNode } from "../syntax/place.ts";

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

/** The same, with what a call gives for the parameters that were left open. */
export function filledIn(sourceCode: SourceCode, entries: Entries, by: By): Entries {
  if (entries.open === undefined) return entries;
  const given = entries.open.map((name): Entries => {
    const node = givenFor(sourceCode, by, name);
    return node === undefined
      ? { entries: [], isComplete: false, open: [name] }
      : entriesOf(sourceCode, node);
  });
  return merge([{ entries: entries.entries, isComplete: true }, ...given]);
}

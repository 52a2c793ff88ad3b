import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { CarriedKey, Flow } from "../flow/flow.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { contains, functionAround, type FunctionNode } from "../flow/syntax/place.ts";

type Node = TSESTree.Node;

/** Of one helper; what is called more often is told where it is written. */
const MOST_CALLS = 50;
/** Helpers of helpers end somewhere. */
const FURTHEST = 3;

interface File {
  readonly sourceCode: TSESLint.SourceCode;
  readonly flow: Flow;
}

interface Given {
  readonly node: Node;
  readonly key: CarriedKey;
}

/**
 * Where a key is chosen that a helper of this file hands on: the arguments of `json(200, { key })`, if `json` puts what it
 * is given into an answer. Empty where the key does not come from the helper's callers.
 */
export function givenByCallers(
  file: File,
  { node, key }: Given,
  furthest = FURTHEST,
): readonly Given[] {
  const fn = functionAround(node);
  if (fn === undefined || furthest <= 0 || contains(fn, key.source.node)) return [];
  const indexes = fn.params.flatMap((param, index) =>
    handsOn(file, { fn, param, key }) ? [index] : [],
  );
  if (indexes.length === 0) return [];
  const calls = callsTo(file.sourceCode, fn);
  if (calls.length > MOST_CALLS) return [];
  const given = calls.flatMap((call) =>
    indexes.flatMap((index) => {
      const argument = call.arguments[index];
      const [own] = argument === undefined ? [] : file.flow.keysIn(argument);
      return argument === undefined || own === undefined ? [] : [{ node: argument, key: own }];
    }),
  );
  return given.flatMap((each) => {
    const further = givenByCallers(file, each, furthest - 1);
    return further.length > 0 ? further : [each];
  });
}

interface Asked {
  readonly fn: FunctionNode;
  readonly param: TSESTree.Parameter;
  readonly key: CarriedKey;
}

/** Does the key come in by this parameter? */
function handsOn({ sourceCode, flow }: File, { fn, param, key }: Asked): boolean {
  const variables = sourceCode.scopeManager?.getDeclaredVariables(fn) ?? [];
  return variables.some(
    ({ defs, references }) =>
      defs.some(({ name }) => contains(param, name)) &&
      references.some(({ identifier }) =>
        flow.keysIn(identifier).some(({ source }) => source.node === key.source.node),
      ),
  );
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, variableOf } from "../flow/syntax/binding.ts";
import { calledFunction } from "../flow/syntax/called-function.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { isFunction } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { givenFor } from "../flow/syntax/given.ts";
import { isComposed, isWithinUrl, openPartsOf } from "./url-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type HoldsKey = (node: Node) => boolean;

interface Asked {
  readonly holdsKey: HoldsKey;
  readonly furthest?: number;
}

/** Functions that hand on an address end somewhere. */
const FURTHEST = 4;

/**
 * Was the key put into this elsewhere, in a text that shows there that it is an address? One leak is told once, where it is
 * made: in `` `https://${key}@…` ``, and not in `` `${base}${path}` `` of the function that is given it.
 */
export function isBuiltElsewhere(
  sourceCode: SourceCode,
  node: Node,
  { holdsKey, furthest = FURTHEST }: Asked,
): boolean {
  if (furthest <= 0) return false;
  const made = settledValue(sourceCode, node);
  const parts = isComposed(made) ? keyParts(sourceCode, made, holdsKey) : undefined;
  if (parts?.some(({ before }) => isWithinUrl(before)) === true) return true;
  const makings = parts?.map(({ inner }) => inner) ?? makingsOf(sourceCode, made).filter(holdsKey);
  return (
    makings.length > 0 &&
    makings.every((each) =>
      isBuiltElsewhere(sourceCode, each, { holdsKey, furthest: furthest - 1 }),
    )
  );
}

function keyParts(
  sourceCode: SourceCode,
  text: Node,
  holdsKey: HoldsKey,
): ReturnType<typeof openPartsOf> {
  return openPartsOf(sourceCode, text).filter(({ inner }) => holdsKey(inner));
}

/** What a function is given for its parameter, or gives back. */
function makingsOf(sourceCode: SourceCode, node: Node): readonly Node[] {
  if (node.type === "CallExpression") {
    const fn = calledFunction(sourceCode, bare(node.callee));
    return fn === undefined ? [] : returnsOf(sourceCode, fn);
  }
  if (node.type !== "Identifier") return [];
  const fn = variableOf(sourceCode, node)?.defs[0]?.node;
  if (!isFunction(fn)) return [];
  return callsTo(sourceCode, fn).flatMap((call) => givenFor(sourceCode, { fn, call }, node) ?? []);
}

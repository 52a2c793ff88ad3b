import type { TSESTree } from "@typescript-eslint/utils";
import { functionAround, type FunctionNode } from "../flow/syntax/place.ts";

/** The function at the top of the file that a place is in; `undefined` for the file itself. */
export function outermostFunction(node: TSESTree.Node): FunctionNode | undefined {
  let outermost: FunctionNode | undefined;
  for (let fn = functionAround(node); fn !== undefined; fn = functionAround(fn)) outermost = fn;
  return outermost;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare } from "../syntax/binding.ts";
import { ownerNamed, receiversCalled } from "../syntax/called-function.ts";
import { receiversOf } from "../syntax/inheritance.ts";
import { isFunction, type ClassNode } from "../syntax/place.ts";
import type { Frame } from "./tracing.ts";

type SourceCode = TSESLint.SourceCode;
type Self = TSESTree.ThisExpression | TSESTree.Super;

/** The classes of which `this` may be an instance; the call that runs its method may tell. */
export function receiversIn(
  sourceCode: SourceCode,
  self: Self,
  frame: Frame | undefined,
): readonly ClassNode[] {
  const receivers = receiversOf(sourceCode, self);
  if (receivers.length < 2) return receivers;
  const own = frameOfMethod(self, frame);
  const called = own === undefined ? undefined : receiversOfCall(sourceCode, own);
  const both = receivers.filter((each) => called?.includes(each));
  return both.length > 0 ? both : receivers;
}

/** Functions in between have a `this` of their own, unless they are arrows. */
function frameOfMethod(self: Self, frame: Frame | undefined): Frame | undefined {
  if (frame === undefined) return undefined;
  for (let { parent }: TSESTree.Node = self; parent; { parent } = parent) {
    if (!isFunction(parent) || parent.parent.type !== "MethodDefinition") continue;
    for (let own: Frame | undefined = frame; own !== undefined; own = own.outer) {
      if (own.fn === parent) return own;
    }
    return undefined;
  }
  return undefined;
}

function receiversOfCall(
  sourceCode: SourceCode,
  { call, outer }: Frame,
): readonly ClassNode[] | undefined {
  if (call.type === "NewExpression") return classNamed(sourceCode, call.callee);
  if (call.type !== "CallExpression") return undefined;
  const callee = bare(call.callee);
  const object = callee.type === "MemberExpression" ? bare(callee.object) : callee;
  if (object.type === "ThisExpression" || object.type === "Super") {
    return receiversIn(sourceCode, object, outer);
  }
  return receiversCalled(sourceCode, call);
}

function classNamed(sourceCode: SourceCode, name: TSESTree.Node): readonly ClassNode[] | undefined {
  const owner = name.type === "Identifier" ? ownerNamed(sourceCode, name) : undefined;
  return owner === undefined || owner.type === "ObjectExpression" ? undefined : [owner];
}

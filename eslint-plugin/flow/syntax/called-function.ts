import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf } from "./binding.ts";
import { functionNamed } from "./function-named.ts";
import { isFunction, ownerOfThis, type FunctionNode } from "./place.ts";
import { returnsOf } from "./returns.ts";

type SourceCode = TSESLint.SourceCode;

/** The function of this file that is called by this expression. */
export function calledFunction(
  sourceCode: SourceCode,
  callee: TSESTree.Node,
): FunctionNode | undefined {
  if (isFunction(callee)) return callee;
  if (callee.type === "Identifier") return functionNamed(sourceCode, callee);
  if (callee.type !== "MemberExpression") return undefined;
  const name = propertyName(callee);
  const object = bare(callee.object);
  if (name === undefined) return undefined;
  if (object.type === "ThisExpression") return methodOf(ownerOfThis(object), name);
  if (object.type !== "Identifier") return undefined;
  return methodOf(ownerNamed(sourceCode, object), name);
}

/** What a call gives back, where a function of this file is called that returns at one place only. */
export function resultOf(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
): { readonly fn: FunctionNode; readonly result: TSESTree.Node } | undefined {
  const fn = calledFunction(sourceCode, bare(callee));
  if (fn === undefined || fn.generator) return undefined;
  const [result, ...others] = returnsOf(sourceCode, fn);
  return result === undefined || others.length > 0 ? undefined : { fn, result };
}

type Owner = ReturnType<typeof ownerOfThis>;

/** What is made of what is made, further than this, is a program that leads in circles. */
const FURTHEST = 8;

/** The object literal or class that a name stands for, or of which it is an instance. */
export function ownerNamed(sourceCode: SourceCode, name: TSESTree.Identifier): Owner {
  let next = name;
  for (let left = FURTHEST; left > 0; left--) {
    const node = variableOf(sourceCode, next)?.defs[0]?.node;
    if (node?.type === "ClassDeclaration") return node;
    if (node?.type !== "VariableDeclarator" || node.init === null) return undefined;
    const init = bare(node.init);
    if (init.type === "ObjectExpression" || init.type === "ClassExpression") return init;
    if (init.type !== "NewExpression" || init.callee.type !== "Identifier") return undefined;
    next = init.callee;
  }
  return undefined;
}

export function methodOf(owner: Owner, name: string): FunctionNode | undefined {
  if (owner === undefined) return undefined;
  const members = owner.type === "ObjectExpression" ? owner.properties : owner.body.body;
  for (const member of members) {
    if (
      member.type !== "Property" &&
      member.type !== "MethodDefinition" &&
      member.type !== "PropertyDefinition"
    )
      continue;
    if (propertyName(member) === name && isFunction(member.value)) return member.value;
  }
  return undefined;
}

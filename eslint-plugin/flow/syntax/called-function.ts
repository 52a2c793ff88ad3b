import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, propertyName, variableOf } from "./binding.ts";
import { functionNamed } from "./function-named.ts";
import { memberIn, memberOfSuper, receiversOf, type Member } from "./inheritance.ts";
import { oldClassAround, oldClassNamed, oldMethodOf, type OldClass } from "./old-classes.ts";
import { isFunction, ownerOfThis, type ClassNode, type FunctionNode } from "./place.ts";
import { returnsOf } from "./returns.ts";

type SourceCode = TSESLint.SourceCode;

/** The function of this file that is called by this expression, if it is always the same one. */
export function calledFunction(
  sourceCode: SourceCode,
  callee: TSESTree.Node,
): FunctionNode | undefined {
  const [only, ...others] = calledFunctions(sourceCode, callee);
  return others.length > 0 ? undefined : only;
}

/** The same with all that classes may have under one name: `this.token()`, where each child has one of its own. */
export function calledFunctions(
  sourceCode: SourceCode,
  callee: TSESTree.Node,
): readonly FunctionNode[] {
  if (isFunction(callee)) return [callee];
  if (callee.type === "Identifier") return listOf(functionNamed(sourceCode, callee));
  if (callee.type !== "MemberExpression") return [];
  const name = propertyName(callee);
  const object = bare(callee.object);
  if (name === undefined) return [];
  if (object.type === "Super") return listOf(methodOfSuper(sourceCode, object, name));
  if (object.type === "ThisExpression") return methodsOfThis(sourceCode, object, name);
  if (object.type !== "Identifier" && object.type !== "NewExpression") return [];
  const owner = object.type === "Identifier" ? object : bare(object.callee);
  if (owner.type !== "Identifier") return [];
  const named = ownerNamed(sourceCode, owner);
  if (named !== undefined) return listOf(methodOf(sourceCode, named, name));
  return listOf(oldMethodOf(oldClassOf(sourceCode, owner), name));
}

/** `Client` of `new Client(…)`, which a variable holds or which stands there itself. */
function oldClassOf(sourceCode: SourceCode, name: TSESTree.Identifier): OldClass | undefined {
  const variable = variableOf(sourceCode, name);
  const made = variable && constantOf(variable);
  const callee = made?.type === "NewExpression" ? made.callee : name;
  if (made?.type === "ThisExpression") return oldClassAround(sourceCode, made);
  return callee.type === "Identifier" ? oldClassNamed(sourceCode, callee) : undefined;
}

function listOf(fn: FunctionNode | undefined): readonly FunctionNode[] {
  return fn === undefined ? [] : [fn];
}

function methodsOfThis(
  sourceCode: SourceCode,
  self: TSESTree.ThisExpression,
  name: string,
): readonly FunctionNode[] {
  const owner = ownerOfThis(self);
  if (owner === undefined || owner.type === "ObjectExpression") {
    const method = methodOf(sourceCode, owner, name);
    return listOf(method ?? oldMethodOf(oldClassAround(sourceCode, self), name));
  }
  const methods = receiversOf(sourceCode, self).flatMap((each) =>
    listOf(methodOf(sourceCode, each, name)),
  );
  return [...new Set(methods)];
}

function methodOfSuper(
  sourceCode: SourceCode,
  self: TSESTree.Super,
  name: string,
): FunctionNode | undefined {
  const owner = ownerOfThis(self);
  if (owner === undefined || owner.type === "ObjectExpression") return undefined;
  return functionOf(memberOfSuper(sourceCode, owner, name));
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

/** What is called by a name on an object literal, or on a class or an instance of it. */
export function methodOf(
  sourceCode: SourceCode,
  owner: Owner,
  name: string,
): FunctionNode | undefined {
  if (owner === undefined) return undefined;
  if (owner.type !== "ObjectExpression") return functionOf(memberIn(sourceCode, owner, name));
  for (const member of owner.properties) {
    if (member.type !== "Property") continue;
    if (propertyName(member) === name && isFunction(member.value)) return member.value;
  }
  return undefined;
}

function functionOf(found: Member | undefined): FunctionNode | undefined {
  return isFunction(found?.member.value) ? found.member.value : undefined;
}

/** The classes on whose instances a method is called, where this file tells: `this.tags()`, `client.tags()`. */
export function receiversCalled(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression,
): readonly ClassNode[] {
  const called = bare(callee);
  if (called.type !== "MemberExpression") return [];
  const object = bare(called.object);
  if (object.type === "ThisExpression" || object.type === "Super") {
    return receiversOf(sourceCode, object);
  }
  const name = object.type === "NewExpression" ? object.callee : object;
  const owner = name.type === "Identifier" ? ownerNamed(sourceCode, name) : undefined;
  return owner === undefined || owner.type === "ObjectExpression" ? [] : [owner];
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "./binding.ts";
import { fieldsOfClass, parameterProperties, type Field } from "./class-fields.ts";
import { memberOf } from "./constant-member.ts";
import { lineageOf, memberIn, receiversOf } from "./inheritance.ts";
import { callsOfSuper } from "./members-of-this.ts";
import { pathInPattern } from "./pattern-path.ts";
import { isFunction, type ClassNode, type FunctionNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/**
 * The field that `this.name` means, be it of the class around it, inherited, or left to the classes that extend it; nothing
 * where they differ.
 */
export function fieldInFamily(
  sourceCode: SourceCode,
  self: TSESTree.ThisExpression,
  name: string,
): Field | undefined {
  const fields = receiversOf(sourceCode, self).map((each) => fieldOn(sourceCode, each, name));
  const [field, ...others] = fields.filter((each) => each !== undefined);
  if (field === undefined || others.every(({ value }) => value === field.value)) return field;
  return { value: undefined, type: field.type };
}

/** A field of the instances of a class. */
export function fieldOn(sourceCode: SourceCode, owner: ClassNode, name: string): Field | undefined {
  let type: Field["type"];
  for (const each of lineageOf(sourceCode, owner)) {
    const field = fieldsOfClass(each.body).get(name);
    type ??= field?.type;
    const mayBeGiven = each !== owner || field?.value === undefined;
    const parameter = mayBeGiven ? parameterOf(sourceCode, each, { name, field }) : undefined;
    const given = parameter && givenBelow(sourceCode, owner, { owner: each, ...parameter });
    const value = given ?? field?.value ?? valueOfGetter(sourceCode, each, name);
    if (value !== undefined) return { value, type };
    if (parameter !== undefined) return { value: undefined, type };
  }
  return type === undefined ? undefined : { value: undefined, type };
}

/** `get base() { return "https://…" }`. */
function valueOfGetter(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): TSESTree.Expression | undefined {
  const found = memberIn(sourceCode, owner, name);
  if (found?.owner !== owner || found.member.type !== "MethodDefinition") return undefined;
  if (found.member.kind !== "get") return undefined;
  const [only, ...more] = found.member.value.body?.body ?? [];
  return only?.type === "ReturnStatement" && more.length === 0
    ? (only.argument ?? undefined)
    : undefined;
}

interface Parameter {
  readonly index: number;
  /** Names of properties from the parameter to the value. */
  readonly path: readonly string[];
}

/** The parameter of a constructor that becomes a field: `constructor(readonly base)`, `this.base = base`. */
function parameterOf(
  sourceCode: SourceCode,
  owner: ClassNode,
  { name, field }: { readonly name: string; readonly field: Field | undefined },
): Parameter | undefined {
  if (field === undefined) return undefined;
  const fn = constructorOf(owner);
  if (fn === undefined) return undefined;
  if (field.value === undefined) {
    const property = parameterProperties(fn.params).find((each) => each.name === name);
    return property && { index: property.index, path: [] };
  }
  return field.value.type === "Identifier" ? placeOf(sourceCode, fn, field.value) : undefined;
}

function placeOf(
  sourceCode: SourceCode,
  fn: FunctionNode,
  name: TSESTree.Identifier,
): Parameter | undefined {
  if (variableOf(sourceCode, name)?.defs[0]?.node !== fn) return undefined;
  for (const [index, param] of fn.params.entries()) {
    const inner = param.type === "TSParameterProperty" ? param.parameter : param;
    const pattern = inner.type === "AssignmentPattern" ? inner.left : inner;
    const path = pathInPattern(pattern, name.name);
    if (path !== undefined) return { index, path };
  }
  return undefined;
}

/** The constructor that a class has of its own. */
export function constructorOf(owner: ClassNode): FunctionNode | undefined {
  let fn = constructors.get(owner);
  if (fn === undefined) {
    fn = findConstructor(owner) ?? null;
    constructors.set(owner, fn);
  }
  return fn ?? undefined;
}

const constructors = new WeakMap<ClassNode, FunctionNode | null>();

function findConstructor({ body }: ClassNode): FunctionNode | undefined {
  for (const member of body.body) {
    const isConstructor = member.type === "MethodDefinition" && member.kind === "constructor";
    if (isConstructor && isFunction(member.value)) return member.value;
  }
  return undefined;
}

/** What the constructors below a class hand up to it, where an instance of one of them is made. */
function givenBelow(
  sourceCode: SourceCode,
  from: ClassNode,
  { owner, ...parameter }: Parameter & { readonly owner: ClassNode },
): TSESTree.Expression | undefined {
  const lineage = lineageOf(sourceCode, from);
  let { index, path } = parameter;
  for (const below of lineage.slice(0, lineage.indexOf(owner)).toReversed()) {
    const fn = constructorOf(below);
    if (fn === undefined) continue;
    const [call, ...more] = callsOfSuper(sourceCode, below.body);
    if (call === undefined || more.length > 0) return undefined;
    const given = reach(call.arguments[index], path);
    if (given?.type !== "Identifier") return given;
    const place = placeOf(sourceCode, fn, given);
    if (place === undefined) return given;
    ({ index, path } = place);
  }
  return undefined;
}

function reach(
  argument: TSESTree.CallExpressionArgument | undefined,
  path: readonly string[],
): TSESTree.Expression | undefined {
  let node: Node | undefined = argument;
  for (const name of path) node = node && memberOf(node, name);
  return node === undefined || node.type === "SpreadElement"
    ? undefined
    : (node as TSESTree.Expression);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isTypeOnly, propertyName, variableOf, wholeOf } from "./binding.ts";
import { inheritorsOf, lineageOf, readsOfClass, usesInFamily } from "./inheritance.ts";
import { callsOfConstructor } from "./constructions.ts";
import { membersOfThis } from "./members-of-this.ts";
import type { ClassNode, FunctionNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const known = new WeakMap<FunctionNode, readonly Call[]>();

/**
 * The calls of a function or method that this file shows: by its name, on `this`, on an instance that a variable or a
 * field holds, and on what is declared to be one: `constructor(private readonly tags: TagService)`.
 */
export function callsTo(sourceCode: SourceCode, fn: FunctionNode): readonly Call[] {
  let calls = known.get(fn);
  if (calls === undefined) {
    calls = findCalls(sourceCode, fn);
    known.set(fn, calls);
  }
  return calls;
}

function findCalls(sourceCode: SourceCode, fn: FunctionNode): readonly Call[] {
  if (fn.type === "FunctionDeclaration") {
    return fn.id === null ? [] : callsOf(readsOf(sourceCode, fn.id));
  }
  let { parent }: Node = fn;
  while (isTypeOnly(parent)) ({ parent } = parent);
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? callsOf(readsOf(sourceCode, parent.id)) : [];
    case "MethodDefinition":
      return parent.kind === "constructor"
        ? callsOfConstructor(sourceCode, parent.parent.parent)
        : callsOf(membersNamed(sourceCode, parent.parent, propertyName(parent)));
    case "PropertyDefinition":
      return callsOf(membersNamed(sourceCode, parent.parent, propertyName(parent)));
    case "Property":
      return callsOf(membersOfObject(sourceCode, parent));
    default:
      return [];
  }
}

function callsOf(callees: readonly Node[]): readonly Call[] {
  return callees.flatMap((callee) => {
    const node = wholeOf(callee);
    const call = node.parent;
    const isCall = call?.type === "CallExpression" || call?.type === "NewExpression";
    return isCall && call.callee === node ? [call] : [];
  });
}

function readsOf(sourceCode: SourceCode, name: TSESTree.Identifier): readonly Node[] {
  const references = variableOf(sourceCode, name)?.references ?? [];
  return references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier);
}

function membersNamed(
  sourceCode: SourceCode,
  body: TSESTree.ClassBody,
  name: string | undefined,
): readonly Node[] {
  if (name === undefined) return [];
  const inside = usesInFamily(sourceCode, body.parent, name);
  const instances = instancesNamed(sourceCode, body.parent, name);
  return [...inside, ...instances.flatMap((instance) => memberOf(instance, name))];
}

/** Of the class and of those that inherit the name from it; what is declared to be of a base may be one of them, too. */
function instancesNamed(sourceCode: SourceCode, owner: ClassNode, name: string): readonly Node[] {
  const made = inheritorsOf(sourceCode, owner, name).flatMap((each) =>
    readsOfClass(sourceCode, each),
  );
  const typed = lineageOf(sourceCode, owner)
    .slice(1)
    .flatMap((each) => readsOfClass(sourceCode, each))
    .filter(({ parent }) => parent?.type === "TSTypeReference");
  return [...made, ...typed].flatMap((read) => instancesOf(sourceCode, read));
}

function memberOf(object: Node, name: string): readonly Node[] {
  const { parent } = object;
  const isMember = parent?.type === "MemberExpression" && parent.object === object;
  return isMember && propertyName(parent) === name ? [parent] : [];
}

/** Wherever something is that was made of a class, or is declared to be of it. */
function instancesOf(sourceCode: SourceCode, read: Node): readonly Node[] {
  const { parent } = read;
  if (parent?.type === "TSTypeReference") return instancesOfType(sourceCode, parent);
  const made = parent?.type === "NewExpression" && parent.callee === read ? parent : read;
  return [made, ...heldIn(sourceCode, made.parent, made)];
}

function instancesOfType(sourceCode: SourceCode, type: TSESTree.TSTypeReference): readonly Node[] {
  const annotation: Node = type.parent;
  if (annotation.type !== "TSTypeAnnotation") return [];
  const holder: Node = annotation.parent;
  if (holder.type === "PropertyDefinition") return fieldsNamed(sourceCode, holder.parent, holder);
  if (holder.type !== "Identifier") return [];
  const named = readsOf(sourceCode, holder);
  const { parent } = holder;
  if (parent.type !== "TSParameterProperty") return named;
  const body = parent.parent.parent.parent;
  if (body?.type !== "ClassBody") return named;
  return [...named, ...(membersOfThis(sourceCode, body).get(holder.name) ?? [])];
}

function fieldsNamed(
  sourceCode: SourceCode,
  body: TSESTree.ClassBody,
  field: TSESTree.PropertyDefinition,
): readonly Node[] {
  return membersOfThis(sourceCode, body).get(propertyName(field) ?? "") ?? [];
}

/** `const tags = new TagService()`, `private tags = new TagService()`, `this.tags = new TagService()`. */
function heldIn(sourceCode: SourceCode, holder: Node | undefined, made: Node): readonly Node[] {
  if (holder?.type === "VariableDeclarator") {
    return holder.init === made && holder.id.type === "Identifier"
      ? readsOf(sourceCode, holder.id)
      : [];
  }
  if (holder?.type === "PropertyDefinition") return fieldsNamed(sourceCode, holder.parent, holder);
  if (holder?.type !== "AssignmentExpression" || holder.right !== made) return [];
  const { left } = holder;
  if (left.type !== "MemberExpression" || left.object.type !== "ThisExpression") return [];
  for (let { parent }: Node = holder; parent; { parent } = parent) {
    if (parent.type === "ClassBody") {
      return membersOfThis(sourceCode, parent).get(propertyName(left) ?? "") ?? [];
    }
  }
  return [];
}

/** `const api = { tags() {} }`, of which `api.tags()` is called, or `this.tags()` inside of it. */
function membersOfObject(sourceCode: SourceCode, property: TSESTree.Property): readonly Node[] {
  const name = propertyName(property);
  const holder = property.parent.parent;
  if (name === undefined || holder.type !== "VariableDeclarator") return [];
  if (holder.id.type !== "Identifier") return [];
  return readsOf(sourceCode, holder.id).flatMap((read) => memberOf(read, name));
}

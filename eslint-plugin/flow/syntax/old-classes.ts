import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName, variableOf } from "./binding.ts";
import { functionNamed } from "./function-named.ts";
import { isFunction, type FunctionNode } from "./place.ts";
import { visit } from "./visit.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** A function that is called with `new`, and what stands on its prototype: a class before there were classes. */
export interface OldClass {
  readonly name: string;
  readonly maker: FunctionNode;
  readonly methods: ReadonlyMap<string, FunctionNode>;
  readonly base: OldClass | undefined;
}

/** Of what is written so, no more than this is looked at. */
const MOST_ANCESTORS = 4;

/** The old class whose instance `this` is. */
export function oldClassAround(sourceCode: SourceCode, self: Node): OldClass | undefined {
  const fn = functionOfThis(self);
  const name = fn && nameOfMaker(fn);
  return name && oldClassNamed(sourceCode, name);
}

/** The old class of this name. */
export function oldClassNamed(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
): OldClass | undefined {
  const variable = variableOf(sourceCode, name);
  if (variable === undefined || !/^[A-Z]/.test(variable.name)) return undefined;
  let own = known.get(variable);
  if (own === undefined) {
    // Set before it is known, because what it inherits may lead back to it.
    known.set(variable, null);
    own = readClass(sourceCode, name, variable) ?? null;
    known.set(variable, own);
  }
  return own ?? undefined;
}

const known = new WeakMap<Variable, OldClass | null>();

/** The one and those that it inherits from. */
export function oldLineageOf(own: OldClass): readonly OldClass[] {
  const lineage: OldClass[] = [];
  for (let each: OldClass | undefined = own; each; each = each.base) {
    if (lineage.includes(each) || lineage.length > MOST_ANCESTORS) break;
    lineage.push(each);
  }
  return lineage;
}

/** `Base.call(this, options)` in what makes a child. */
export function oldCallsOfBase(
  sourceCode: SourceCode,
  { maker }: OldClass,
  base: OldClass,
): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = [];
  visit([maker.body], sourceCode.visitorKeys, (node) => {
    const member = node.type === "CallExpression" ? node.callee : undefined;
    if (node.type === "CallExpression" && member?.type === "MemberExpression") {
      const { object } = member;
      const isOfBase = object.type === "Identifier" && propertyName(member) === "call";
      if (isOfBase && functionNamed(sourceCode, object) === base.maker) calls.push(node);
    }
    return true;
  });
  return calls;
}

/** What is called by a name on an instance. */
export function oldMethodOf(own: OldClass | undefined, name: string): FunctionNode | undefined {
  if (own === undefined) return undefined;
  for (const each of oldLineageOf(own)) {
    const method = each.methods.get(name);
    if (method !== undefined) return method;
  }
  return undefined;
}

/** Arrows have the `this` of what is around them. */
function functionOfThis(self: Node): FunctionNode | undefined {
  for (let outer = self.parent; outer; outer = outer.parent) {
    if (outer.type === "PropertyDefinition" || outer.type === "MethodDefinition") return undefined;
    if (isFunction(outer) && outer.type !== "ArrowFunctionExpression") return outer;
  }
  return undefined;
}

function nameOfMaker(fn: FunctionNode): TSESTree.Identifier | undefined {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration") return fn.id ?? undefined;
  if (parent.type === "VariableDeclarator")
    return parent.id.type === "Identifier" ? parent.id : undefined;
  if (parent.type === "AssignmentExpression" && parent.right === fn) {
    const { left } = parent;
    return left.type === "MemberExpression" ? ownerOfPrototype(left.object) : undefined;
  }
  const object = parent.type === "Property" ? parent.parent : undefined;
  return object?.type === "ObjectExpression" ? ownerOfMethods(object) : undefined;
}

/** `Client` of `Client.prototype`. */
function ownerOfPrototype(expression: Node): TSESTree.Identifier | undefined {
  const node = bare(expression);
  if (node.type !== "MemberExpression" || propertyName(node) !== "prototype") return undefined;
  const owner = bare(node.object);
  return owner.type === "Identifier" ? owner : undefined;
}

/** Of `Client.prototype = { … }` and of `Object.assign(Client.prototype, { … })`. */
function ownerOfMethods(object: TSESTree.ObjectExpression): TSESTree.Identifier | undefined {
  const { parent } = object;
  if (parent.type === "AssignmentExpression") return ownerOfPrototype(parent.left);
  if (parent.type !== "CallExpression") return undefined;
  const [target] = parent.arguments;
  const isMixed = ADDS.test(lastNameOf(parent.callee) ?? "") && target !== object;
  return isMixed && target !== undefined ? ownerOfPrototype(target) : undefined;
}

const ADDS = /^(?:assign|extend|mixin|merge|defaults)$/;

function readClass(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  variable: Variable,
): OldClass | undefined {
  const maker = functionNamed(sourceCode, name);
  if (maker === undefined || maker.type === "ArrowFunctionExpression") return undefined;
  const methods = new Map<string, FunctionNode>();
  let base: OldClass | undefined;
  for (const { identifier } of variable.references) {
    readMethods(identifier, methods);
    base ??= baseIn(sourceCode, identifier);
  }
  return { name: variable.name, maker, methods, base };
}

/** What one use of the name puts onto the prototype. */
function readMethods(use: Node, methods: Map<string, FunctionNode>): void {
  const prototype = use.parent;
  if (prototype?.type !== "MemberExpression" || ownerOfPrototype(prototype) !== use) return;
  const { parent } = prototype;
  if (parent.type === "MemberExpression" && parent.object === prototype) {
    const name = propertyName(parent);
    const set = parent.parent.type === "AssignmentExpression" ? parent.parent : undefined;
    if (name !== undefined && set?.left === parent && isFunction(set.right))
      methods.set(name, set.right);
    return;
  }
  const added =
    parent.type === "AssignmentExpression" && parent.left === prototype
      ? [parent.right]
      : parent.type === "CallExpression" && ADDS.test(lastNameOf(parent.callee) ?? "")
        ? parent.arguments
        : [];
  for (const object of added) if (object.type === "ObjectExpression") addAll(object, methods);
}

function addAll(
  { properties }: TSESTree.ObjectExpression,
  methods: Map<string, FunctionNode>,
): void {
  for (const property of properties) {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    if (name !== undefined && property.type === "Property" && isFunction(property.value))
      methods.set(name, property.value);
  }
}

/** `util.inherits(Client, Base)`, `Client.prototype = Object.create(Base.prototype)`, `Object.setPrototypeOf(…)`. */
function baseIn(sourceCode: SourceCode, use: Node): OldClass | undefined {
  const { parent } = use;
  if (parent?.type === "CallExpression" && parent.arguments[0] === use) {
    const base = parent.arguments[1];
    const isInherits = lastNameOf(parent.callee) === "inherits";
    return isInherits && base?.type === "Identifier" ? oldClassNamed(sourceCode, base) : undefined;
  }
  if (parent?.type !== "MemberExpression" || ownerOfPrototype(parent) !== use) return undefined;
  const outer = parent.parent;
  const [first, second] = outer.type === "CallExpression" ? outer.arguments : [];
  const made =
    outer.type === "AssignmentExpression" && outer.left === parent ? bare(outer.right) : undefined;
  const created =
    made?.type === "CallExpression" && lastNameOf(made.callee) === "create"
      ? made.arguments[0]
      : first === parent && second?.type === "MemberExpression"
        ? second
        : undefined;
  const base = created && ownerOfPrototype(created);
  return base && oldClassNamed(sourceCode, base);
}

/** `this.name = …` in a function that makes or works on an instance, and `self.name = …` where `self` is `this`. */
interface OldField {
  readonly value: TSESTree.Expression;
  /** Whatever the operator: `+=` keeps what was there. */
  readonly node: TSESTree.AssignmentExpression;
  readonly fn: FunctionNode;
}

const fields = new WeakMap<OldClass, ReadonlyMap<string, readonly OldField[]>>();

/** All that an old class puts into a field, be it where an instance is made or later. */
export function oldFieldsOf(
  sourceCode: SourceCode,
  own: OldClass,
  name: string,
): readonly OldField[] {
  return allFieldsOf(sourceCode, own).get(name) ?? [];
}

export function oldFieldNamesOf(sourceCode: SourceCode, own: OldClass): readonly string[] {
  return [...allFieldsOf(sourceCode, own).keys()];
}

/** What a field holds that is set once, and where an instance is made. */
export function oldFieldValue(
  sourceCode: SourceCode,
  self: Node,
  name: string,
): TSESTree.Expression | undefined {
  const own = oldClassAround(sourceCode, self);
  if (own === undefined) return undefined;
  const [only, ...more] = oldLineageOf(own).flatMap((each) => oldFieldsOf(sourceCode, each, name));
  if (only === undefined || more.length > 0 || only.node.operator !== "=") return undefined;
  return oldLineageOf(own).some(({ maker }) => maker === only.fn) ? only.value : undefined;
}

function allFieldsOf(
  sourceCode: SourceCode,
  own: OldClass,
): ReadonlyMap<string, readonly OldField[]> {
  let all = fields.get(own);
  if (all === undefined) {
    all = readFields(sourceCode, own);
    fields.set(own, all);
  }
  return all;
}

function readFields(
  { visitorKeys }: SourceCode,
  { maker, methods }: OldClass,
): ReadonlyMap<string, readonly OldField[]> {
  const found = new Map<string, OldField[]>();
  for (const fn of [maker, ...methods.values()]) {
    const selves = new Set<string>();
    visit([fn.body], visitorKeys, (node) => {
      if (node.type === "VariableDeclarator" && node.id.type === "Identifier")
        if (node.init?.type === "ThisExpression") selves.add(node.id.name);
      if (node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression")
        return true;
      const { object } = node.left;
      const isOwn =
        (object.type === "ThisExpression" && functionOfThis(object) === fn) ||
        (object.type === "Identifier" && selves.has(object.name));
      const name = isOwn ? propertyName(node.left) : undefined;
      if (name !== undefined)
        found.set(name, [...(found.get(name) ?? []), { value: node.right, node, fn }]);
      return true;
    });
  }
  return found;
}

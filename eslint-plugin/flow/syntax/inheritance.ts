import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf, wholeOf } from "./binding.ts";
import { membersOfSuper, membersOfThis } from "./members-of-this.ts";
import { ownerOfThis, type ClassNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;
type Named = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

/** Classes of classes end somewhere, and a class may be written that extends itself. */
const MOST_ANCESTORS = 8;
/** A file with more children of one class is a generated one. */
const MOST_DESCENDANTS = 32;

const lineages = new WeakMap<ClassNode, readonly ClassNode[]>();

/** A class, the class of this file that it extends, and so on. */
export function lineageOf(sourceCode: SourceCode, owner: ClassNode): readonly ClassNode[] {
  let lineage = lineages.get(owner);
  if (lineage === undefined) {
    const classes = [owner];
    let base = baseOf(sourceCode, owner);
    while (base !== undefined && !classes.includes(base) && classes.length < MOST_ANCESTORS) {
      classes.push(base);
      base = baseOf(sourceCode, base);
    }
    lineage = classes;
    lineages.set(owner, lineage);
  }
  return lineage;
}

function baseOf(sourceCode: SourceCode, { superClass }: ClassNode): ClassNode | undefined {
  const name = superClass ? bare(superClass) : undefined;
  if (name?.type !== "Identifier") return undefined;
  const node = variableOf(sourceCode, name)?.defs[0]?.node;
  if (node?.type === "ClassDeclaration") return node;
  const init = node?.type === "VariableDeclarator" && node.init !== null ? bare(node.init) : node;
  return init?.type === "ClassExpression" ? init : undefined;
}

const descendants = new WeakMap<ClassNode, readonly ClassNode[]>();

/** The classes of this file that extend a class, and those that extend them. */
export function descendantsOf(sourceCode: SourceCode, owner: ClassNode): readonly ClassNode[] {
  let found = descendants.get(owner);
  if (found === undefined) {
    const classes = new Set<ClassNode>([owner]);
    for (const each of classes) {
      for (const child of childrenOf(sourceCode, each)) {
        if (classes.size <= MOST_DESCENDANTS) classes.add(child);
      }
    }
    classes.delete(owner);
    found = [...classes];
    descendants.set(owner, found);
  }
  return found;
}

function childrenOf(sourceCode: SourceCode, owner: ClassNode): readonly ClassNode[] {
  return readsOfClass(sourceCode, owner).flatMap((read) => {
    const whole = wholeOf(read);
    const child = whole.parent;
    const isClass = child?.type === "ClassDeclaration" || child?.type === "ClassExpression";
    return isClass && child.superClass === whole ? [child] : [];
  });
}

/** A class has two variables: one that everybody sees, and one inside of it. */
export function readsOfClass(
  { scopeManager }: SourceCode,
  owner: ClassNode,
): readonly TSESTree.Node[] {
  const holder = owner.parent;
  const isHeld = holder.type === "VariableDeclarator" && holder.id.type === "Identifier";
  const variables = [
    ...(scopeManager?.getDeclaredVariables(owner) ?? []),
    ...(isHeld ? (scopeManager?.getDeclaredVariables(holder) ?? []) : []),
  ];
  return variables.flatMap(({ references }) =>
    references.filter((each) => each.init !== true).map(({ identifier }) => identifier),
  );
}

/** A class with a member of its own under a name; `abstract` ones are none. */
export interface Member {
  readonly owner: ClassNode;
  readonly member: Named;
}

/** What a name means on an instance of a class: the nearest member, its own or one that it inherits. */
export function memberIn(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): Member | undefined {
  for (const each of lineageOf(sourceCode, owner)) {
    const member = ownMember(each, name);
    if (member !== undefined) return { owner: each, member };
  }
  return undefined;
}

const membersOf = new WeakMap<ClassNode, ReadonlyMap<string, Named>>();

function ownMember(owner: ClassNode, name: string): Named | undefined {
  let members = membersOf.get(owner);
  if (members === undefined) {
    members = readMembers(owner);
    membersOf.set(owner, members);
  }
  return members.get(name);
}

function readMembers({ body }: ClassNode): ReadonlyMap<string, Named> {
  const members = new Map<string, Named>();
  for (const member of body.body) {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") continue;
    const name = propertyName(member);
    if (name !== undefined && !isEmpty(member) && !members.has(name)) members.set(name, member);
  }
  return members;
}

/** A declared field says nothing but its type, and an overload neither; what sets a value gives none. */
function isEmpty(member: Named): boolean {
  const isSetter = member.type === "MethodDefinition" && member.kind === "set";
  if (isSetter || member.value === null) return true;
  return member.value.type === "TSEmptyBodyFunctionExpression";
}

/** What a class inherits under a name: `super.name`. */
export function memberOfSuper(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): Member | undefined {
  const [, base] = lineageOf(sourceCode, owner);
  return base && memberIn(sourceCode, base, name);
}

const receivers = new WeakMap<TSESTree.Node, readonly ClassNode[]>();

/**
 * The classes of which `this` may be an instance: the one around it, and all that inherit the member in which it stands.
 * What overrides that member, and does not ask for it by `super`, does not run it.
 */
export function receiversOf(
  sourceCode: SourceCode,
  self: TSESTree.ThisExpression | TSESTree.Super,
): readonly ClassNode[] {
  const owner = ownerOfThis(self);
  if (owner === undefined || owner.type === "ObjectExpression") return [];
  const member = memberAround(self);
  let found = member && receivers.get(member);
  if (found === undefined) {
    found = findReceivers(sourceCode, owner, member);
    if (member !== undefined) receivers.set(member, found);
  }
  return found;
}

function memberAround(self: TSESTree.Node): Named | undefined {
  for (let { parent } = self; parent; { parent } = parent) {
    if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") return parent;
  }
  return undefined;
}

function findReceivers(
  sourceCode: SourceCode,
  owner: ClassNode,
  member: Named | undefined,
): readonly ClassNode[] {
  const family = descendantsOf(sourceCode, owner);
  if (family.length === 0) return [owner];
  const isMethod =
    member?.type === "MethodDefinition" && member.kind !== "constructor" && !member.static;
  const name = isMethod ? propertyName(member) : undefined;
  const running = family.filter(
    (each) => name === undefined || runs(sourceCode, each, { owner, name }),
  );
  const concrete = [owner, ...running].filter((each) => !each.abstract);
  return concrete.length > 0 ? concrete : [owner];
}

function runs(
  sourceCode: SourceCode,
  from: ClassNode,
  { owner, name }: { readonly owner: ClassNode; readonly name: string },
): boolean {
  for (const each of lineageOf(sourceCode, from)) {
    if (each === owner) return true;
    const isOverridden = ownMember(each, name) !== undefined;
    if (isOverridden && !membersOfSuper(sourceCode, each.body).has(name)) return false;
  }
  return false;
}

/** `this.name` and `super.name`, wherever they may mean what a class has under that name. */
export function usesInFamily(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): readonly TSESTree.MemberExpression[] {
  const inside = (each: ClassNode): readonly TSESTree.MemberExpression[] =>
    membersOfThis(sourceCode, each.body).get(name) ?? NONE;
  if (isAlone(sourceCode, owner)) return inside(owner);
  const above = lineageOf(sourceCode, owner).flatMap(inside);
  const below = descendantsOf(sourceCode, owner).flatMap((each) => [
    ...(memberIn(sourceCode, each, name)?.owner === owner ? inside(each) : []),
    ...(memberOfSuper(sourceCode, each, name)?.owner === owner
      ? (membersOfSuper(sourceCode, each.body).get(name) ?? [])
      : []),
  ]);
  return below.length === 0 ? above : [...above, ...below];
}

/** The classes on whose instances a name means what this class has under it. */
export function inheritorsOf(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): readonly ClassNode[] {
  return [
    owner,
    ...descendantsOf(sourceCode, owner).filter(
      (each) => memberIn(sourceCode, each, name)?.owner === owner,
    ),
  ];
}

/** `this.name` of a field, wherever a class, those that it extends and those that extend it have it. */
export function fieldsInFamily(
  sourceCode: SourceCode,
  owner: ClassNode,
  name: string,
): readonly TSESTree.MemberExpression[] {
  const inside = (each: ClassNode): readonly TSESTree.MemberExpression[] =>
    membersOfThis(sourceCode, each.body).get(name) ?? NONE;
  if (isAlone(sourceCode, owner)) return inside(owner);
  return [...lineageOf(sourceCode, owner), ...descendantsOf(sourceCode, owner)].flatMap(inside);
}

/** Most classes have no family in their file, and what they use a thousand times is not copied a thousand times. */
function isAlone(sourceCode: SourceCode, owner: ClassNode): boolean {
  return lineageOf(sourceCode, owner).length === 1 && descendantsOf(sourceCode, owner).length === 0;
}

const NONE: readonly TSESTree.MemberExpression[] = [];

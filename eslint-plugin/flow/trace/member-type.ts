import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { literalText, variableOf } from "../syntax/binding.ts";
import { partOfGeneric, type Generic } from "./generic-type.ts";

type SourceCode = TSESLint.SourceCode;
type TypeNode = TSESTree.TypeNode;

/** A longer chain of aliases says nothing either. */
const FURTHEST = 6;

/** What a type of this file says of a member of it, and of a member of that. */
export function typeInside(
  sourceCode: SourceCode,
  type: TypeNode,
  path: readonly string[],
): TypeNode | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return type;
  if (path.length > FURTHEST) return undefined;
  const inner = memberType({ sourceCode, name }, type, FURTHEST);
  return inner && typeInside(sourceCode, inner, rest);
}

/** The same of a type that is put together from what a call says: `new Worker<Data>(…)`. */
export function typeInsideGeneric(
  sourceCode: SourceCode,
  generic: Generic,
  [name, ...rest]: readonly string[],
): TypeNode | undefined {
  // Some hand over a list of jobs.
  if (name === "*") return typeInsideGeneric(sourceCode, generic, rest);
  const part = name === undefined ? undefined : partOfGeneric(generic, name);
  return part && typeInside(sourceCode, part.type, [...part.inside, ...rest]);
}

/** `Job<Data>` where this file does not say what a `Job` is. */
export function genericOf(sourceCode: SourceCode, type: TypeNode): Generic | undefined {
  if (type.type !== "TSTypeReference") return undefined;
  const given = type.typeArguments?.params ?? [];
  if (given.length === 0) return undefined;
  const { typeName } = type;
  if (typeName.type === "TSQualifiedName") return { name: typeName.right.name, given };
  if (typeName.type !== "Identifier") return undefined;
  const declared = variableOf(sourceCode, typeName)?.defs[0]?.type as string | undefined;
  const isElsewhere = declared === undefined || declared === "ImportBinding";
  return isElsewhere ? { name: typeName.name, given } : undefined;
}

/** The members of a type that this file says of, by their names. */
export function membersIn(
  sourceCode: SourceCode,
  type: TypeNode,
  left = FURTHEST,
): readonly (readonly [string, TypeNode])[] {
  if (left === 0) return [];
  if (type.type === "TSTypeLiteral") return namedIn(type.members);
  if (type.type === "TSUnionType" || type.type === "TSIntersectionType") {
    return type.types.flatMap((part) => membersIn(sourceCode, part, left - 1));
  }
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return [];
  const declared = variableOf(sourceCode, type.typeName)?.defs[0]?.node;
  if (declared?.type === "TSInterfaceDeclaration") return namedIn(declared.body.body);
  if (declared?.type === "TSTypeAliasDeclaration")
    return membersIn(sourceCode, declared.typeAnnotation, left - 1);
  const [first] = type.typeArguments?.params ?? [];
  const isSame = declared === undefined && SAME.test(type.typeName.name);
  return isSame && first !== undefined ? membersIn(sourceCode, first, left - 1) : [];
}

function namedIn(
  members: readonly TSESTree.TypeElement[],
): readonly (readonly [string, TypeNode])[] {
  return members.flatMap((member) => {
    if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") return [];
    const type = member.typeAnnotation?.typeAnnotation;
    return type === undefined ? [] : [[member.key.name, type] as const];
  });
}

interface Wanted {
  readonly sourceCode: SourceCode;
  readonly name: string;
}

/** Is the same object, with more or less said of it. */
export const SAME =
  /^(?:Partial|Required|Readonly|NonNullable|Awaited|Promise|DeepPartial|DeepReadonly|ReadonlyDeep|PropsWithChildren|PropsWithRef|Simplify|Prettify)$/;
const LISTS = /^(?:Array|ReadonlyArray|Set|ReadonlySet|Iterable|AsyncIterable)$/;

function memberType(wanted: Wanted, type: TypeNode, left: number): TypeNode | undefined {
  if (left === 0) return undefined;
  switch (type.type) {
    case "TSTypeLiteral":
      return amongMembers(type.members, wanted.name);
    case "TSUnionType":
    case "TSIntersectionType":
      return firstOf(type.types, (part) => memberType(wanted, part, left - 1));
    case "TSArrayType":
      return isElement(wanted.name) ? type.elementType : undefined;
    case "TSTypeOperator":
      return type.operator === "readonly" && type.typeAnnotation
        ? memberType(wanted, type.typeAnnotation, left - 1)
        : undefined;
    case "TSTypeReference":
      return ofReference(wanted, type, left - 1);
    default:
      return undefined;
  }
}

function isElement(name: string): boolean {
  return name === "*" || /^[0-9]+$/.test(name);
}

function ofReference(
  wanted: Wanted,
  type: TSESTree.TSTypeReference,
  left: number,
): TypeNode | undefined {
  const { sourceCode, name } = wanted;
  const declared =
    type.typeName.type === "Identifier"
      ? variableOf(sourceCode, type.typeName)?.defs[0]?.node
      : undefined;
  if (declared?.type === "TSInterfaceDeclaration") {
    const own = amongMembers(declared.body.body, name);
    return own && filledIn(own, declared, type);
  }
  if (declared?.type === "TSTypeAliasDeclaration") {
    const own = memberType(wanted, declared.typeAnnotation, left);
    return own && filledIn(own, declared, type);
  }
  const generic = genericOf(sourceCode, type);
  return generic && ofGeneric(wanted, generic, left);
}

function ofGeneric(wanted: Wanted, generic: Generic, left: number): TypeNode | undefined {
  const { sourceCode, name } = wanted;
  const [first, second] = generic.given;
  if (first === undefined) return undefined;
  if (LISTS.test(generic.name)) return isElement(name) ? first : undefined;
  if (generic.name === "Omit" || generic.name === "Pick") {
    const isNamed = second === undefined ? undefined : mayName(second, name);
    return isNamed === (generic.name === "Pick") ? memberType(wanted, first, left) : undefined;
  }
  if (SAME.test(generic.name)) return memberType(wanted, first, left);
  return typeInsideGeneric(sourceCode, generic, [name]);
}

/** Does `"a" | "b"` have this name? `undefined` where nobody can tell. */
function mayName(type: TypeNode, name: string): boolean | undefined {
  const parts = type.type === "TSUnionType" ? type.types : [type];
  const names = parts.map((part) =>
    part.type === "TSLiteralType" ? literalText(part.literal) : undefined,
  );
  return names.includes(undefined) ? undefined : names.includes(name);
}

function amongMembers(
  members: readonly TSESTree.TypeElement[],
  name: string,
): TypeNode | undefined {
  return firstOf(members, (member) => {
    const isNamed =
      member.type === "TSPropertySignature" &&
      member.key.type === "Identifier" &&
      member.key.name === name;
    return isNamed ? member.typeAnnotation?.typeAnnotation : undefined;
  });
}

/** `data: T` of `Envelope<Data>` is `Data`. */
function filledIn(
  type: TypeNode,
  { typeParameters }: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration,
  { typeArguments }: TSESTree.TSTypeReference,
): TypeNode {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return type;
  const { name } = type.typeName;
  const index = typeParameters?.params.findIndex((param) => param.name.name === name) ?? -1;
  return typeArguments?.params[index] ?? type;
}

export function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

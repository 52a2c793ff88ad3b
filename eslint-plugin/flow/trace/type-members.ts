import type { TSESTree } from "@typescript-eslint/utils";
import { literalText, variableOf } from "../syntax/binding.ts";
import { SAME, firstOf, typeInside } from "./member-type.ts";
import { isOtherType } from "./other-types.ts";
import { keyOfSchema } from "./trace-schema.ts";
import type { Tracing } from "./tracing.ts";

/** A longer chain of aliases says nothing either. */
const FURTHEST = 6;

/** Is the same object with less of it. */
const LESS = /^(?:Pick|Omit)$/;
const OF_REACT = /^PropsWith(?:Children|Ref|outRef)$/;
/** Has the type of a schema: `z.infer<typeof schema>`. */
const OF_SCHEMA =
  /^(?:infer|Infer|input|output|TypeOf|InferOutput|InferInput|InferType|Static|StaticDecode|FromSchema)$/;

/**
 * The member of a type written in this file that is a key by its name, or by the type's: `PleoConfig`,
 * `{ apiKey: string }`, `Partial<Draft> | null`, `z.infer<typeof schema>`.
 */
export function keyMemberOf(
  tracing: Tracing,
  type: TSESTree.TypeNode,
  left = FURTHEST,
): string | undefined {
  if (left === 0) return undefined;
  const inner = (part: TSESTree.TypeNode): string | undefined =>
    keyMemberOf(tracing, part, left - 1);
  switch (type.type) {
    case "TSTypeLiteral":
      return keyAmong(tracing, type.members, []);
    case "TSUnionType":
      return firstOf(type.types, inner);
    case "TSIntersectionType": {
      const key = firstOf(type.types, inner);
      const isOverruled = type.types.some((part) => overrules(tracing, part, key));
      return isOverruled ? undefined : key;
    }
    case "TSTypeReference":
      return keyOfReference(tracing, type, inner);
    // `typeof Env.infer`.
    case "TSTypeQuery":
      return keyOfQuery(tracing, type);
    default:
      return undefined;
  }
}

/** `Connection & { pleoApiKey?: undefined }`. */
function overrules(
  { sourceCode }: Tracing,
  type: TSESTree.TypeNode,
  key: string | undefined,
): boolean {
  const member = key === undefined ? undefined : typeInside(sourceCode, type, [key]);
  return member !== undefined && isOtherType(sourceCode, member);
}

/** `interface Shown extends Connection { pleoApiKey?: never }`. */
function overruledBy(
  { sourceCode }: Tracing,
  members: readonly TSESTree.TypeElement[],
  key: string | undefined,
): boolean {
  return members.some((member) => {
    if (member.type !== "TSPropertySignature" || member.key.type !== "Identifier") return false;
    const type = member.typeAnnotation?.typeAnnotation;
    return member.key.name === key && type !== undefined && isOtherType(sourceCode, type);
  });
}

function keyOfReference(
  tracing: Tracing,
  { typeName, typeArguments }: TSESTree.TSTypeReference,
  inner: (type: TSESTree.TypeNode) => string | undefined,
): string | undefined {
  const name = typeName.type === "TSQualifiedName" ? typeName.right.name : "";
  const [first, second] = typeArguments?.params ?? [];
  if (typeName.type !== "Identifier")
    return first && (OF_SCHEMA.test(name) || OF_REACT.test(name)) ? inner(first) : undefined;
  const declared = variableOf(tracing.sourceCode, typeName)?.defs[0]?.node;
  if (declared?.type === "TSInterfaceDeclaration") {
    const own = keyAmong(tracing, declared.body.body, [typeName.name]);
    if (own !== undefined) return own;
    const inherited = firstOf(declared.extends, ({ expression }) =>
      expression.type === "Identifier" ? keyOfNamed(tracing, expression, inner) : undefined,
    );
    return overruledBy(tracing, declared.body.body, inherited) ? undefined : inherited;
  }
  if (declared?.type === "ClassDeclaration") return keyOfClass(tracing, declared);
  if (declared?.type === "TSTypeAliasDeclaration") {
    const { typeAnnotation } = declared;
    return typeAnnotation.type === "TSTypeLiteral"
      ? keyAmong(tracing, typeAnnotation.members, [typeName.name])
      : inner(typeAnnotation);
  }
  if (first === undefined) return undefined;
  if (OF_SCHEMA.test(typeName.name)) return inner(first);
  if (!SAME.test(typeName.name) && !LESS.test(typeName.name)) return undefined;
  const key = inner(first);
  if (key === undefined || !/^(?:Pick|Omit)$/.test(typeName.name)) return key;
  const named = second && namesIn(tracing, second);
  return named?.includes(key) === (typeName.name === "Pick") ? key : undefined;
}

/** Of a class that only describes what is given: it sets nothing, and does nothing. */
function keyOfClass(
  { sourceCode, names }: Tracing,
  { body }: TSESTree.ClassDeclaration,
): string | undefined {
  return firstOf(body.body, (member) => {
    if (member.type !== "PropertyDefinition" || member.value !== null) return undefined;
    const type = member.typeAnnotation?.typeAnnotation;
    if (member.key.type !== "Identifier" || !names.isKey([member.key.name])) return undefined;
    const isDescription = body.body.every((other) => other.type === "PropertyDefinition");
    const isOther = type !== undefined && isOtherType(sourceCode, type);
    return isDescription && !isOther ? member.key.name : undefined;
  });
}

/** An interface that another one extends. */
function keyOfNamed(
  tracing: Tracing,
  name: TSESTree.Identifier,
  inner: (type: TSESTree.TypeNode) => string | undefined,
): string | undefined {
  const declared = variableOf(tracing.sourceCode, name)?.defs[0]?.node;
  if (declared?.type === "TSInterfaceDeclaration")
    return keyAmong(tracing, declared.body.body, [name.name]);
  return declared?.type === "TSTypeAliasDeclaration" ? inner(declared.typeAnnotation) : undefined;
}

function keyOfQuery(tracing: Tracing, { exprName }: TSESTree.TSTypeQuery): string | undefined {
  if (exprName.type === "Identifier") return keyOfSchema(tracing, exprName);
  const isInferred =
    exprName.type === "TSQualifiedName" && /^(?:infer|in|out)/.test(exprName.right.name);
  return isInferred && exprName.left.type === "Identifier"
    ? keyOfSchema(tracing, exprName.left)
    : undefined;
}

/** `"a" | "b"`, or an alias of it; `undefined` where it cannot be read, as `keyof Secrets`. */
function namesIn(
  tracing: Tracing,
  type: TSESTree.TypeNode,
  left = FURTHEST,
): readonly string[] | undefined {
  if (left === 0) return undefined;
  if (type.type === "TSUnionType") {
    const parts = type.types.map((part) => namesIn(tracing, part, left - 1));
    return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
  }
  if (type.type === "TSTypeReference" && type.typeName.type === "Identifier") {
    const declared = variableOf(tracing.sourceCode, type.typeName)?.defs[0]?.node;
    return declared?.type === "TSTypeAliasDeclaration"
      ? namesIn(tracing, declared.typeAnnotation, left - 1)
      : undefined;
  }
  const text = type.type === "TSLiteralType" ? literalText(type.literal) : undefined;
  return text === undefined ? undefined : [text];
}

function keyAmong(
  { sourceCode, names }: Tracing,
  members: readonly TSESTree.TypeElement[],
  owner: readonly string[],
): string | undefined {
  return firstOf(members, (member) => {
    if (member.type !== "TSPropertySignature" || member.computed) return undefined;
    const type = member.typeAnnotation?.typeAnnotation;
    if (member.key.type !== "Identifier" || !names.isKey([...owner, member.key.name]))
      return undefined;
    return type !== undefined && isOtherType(sourceCode, type) ? undefined : member.key.name;
  });
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../syntax/binding.ts";
import { wordSet } from "../evidence/word-set.ts";

/** What is called a key or a token as well. */
const OTHER_THINGS: ReadonlySet<string> = wordSet(
  "AbortSignal CancellationToken CancelToken InjectionKey InjectionToken QueryKey CryptoKey KeyObject Redacted Date RegExp Symbol",
);

/** A longer chain of aliases says nothing either. */
const FURTHEST = 6;

/** Does its type say that a value is no key of Pleo's, but one of some names, a number, what a map is looked up by? */
export function isOtherType(
  sourceCode: TSESLint.SourceCode,
  type: TSESTree.TypeNode,
  left = FURTHEST,
): boolean {
  if (left === 0) return false;
  const isOther = (inner: TSESTree.TypeNode): boolean => isOtherType(sourceCode, inner, left - 1);
  switch (type.type) {
    case "TSNumberKeyword":
    case "TSBooleanKeyword":
    case "TSSymbolKeyword":
    case "TSBigIntKeyword":
    case "TSNeverKeyword":
    case "TSUndefinedKeyword":
    case "TSNullKeyword":
    case "TSFunctionType":
    case "TSTupleType":
      return true;
    case "TSTypeOperator":
      if (type.operator !== "readonly") return true;
      return type.typeAnnotation !== undefined && isOther(type.typeAnnotation);
    case "TSLiteralType":
      return type.literal.type === "TemplateLiteral" ? isLookup(type.literal.quasis) : true;
    case "TSTemplateLiteralType":
      return isLookup(type.quasis);
    case "TSIndexedAccessType":
      return isListed(type);
    case "TSUnionType":
      return type.types.every((part) => isOther(part));
    case "TSIntersectionType":
      return type.types.some((part) => isOther(part));
    case "TSTypeReference":
      return isOtherReference(sourceCode, type, isOther);
    default:
      return false;
  }
}

/** `${string}:${string}`, unlike `ple_${string}` and `Basic ${string}`. */
function isLookup(quasis: readonly TSESTree.TemplateElement[]): boolean {
  const start = quasis[0]?.value.raw ?? "";
  return (
    quasis.some(({ value }) => value.raw !== "") && !/^(?:pl[a-z]?_|basic|bearer)/i.test(start)
  );
}

/** `(typeof names)[number]`, `(typeof names)[keyof typeof names]`. */
function isListed({ objectType, indexType }: TSESTree.TSIndexedAccessType): boolean {
  const isIndex =
    indexType.type === "TSNumberKeyword" ||
    (indexType.type === "TSTypeOperator" && indexType.operator === "keyof");
  return objectType.type === "TSTypeQuery" && isIndex;
}

function isOtherReference(
  sourceCode: TSESLint.SourceCode,
  { typeName, typeArguments }: TSESTree.TSTypeReference,
  isOther: (type: TSESTree.TypeNode) => boolean,
): boolean {
  // `Redacted.Redacted<string>` shows nothing of what it holds.
  if (typeName.type === "TSQualifiedName") return /^(?:Redacted|Secret)$/.test(typeName.right.name);
  if (typeName.type !== "Identifier") return false;
  if (/^(?:Extract|Exclude|NonNullable|Readonly)$/.test(typeName.name)) {
    const [first] = typeArguments?.params ?? [];
    return first !== undefined && isOther(first);
  }
  const declared = variableOf(sourceCode, typeName)?.defs[0]?.node;
  if (declared === undefined) return OTHER_THINGS.has(typeName.name);
  if (declared.type === "TSEnumDeclaration") return true;
  if (declared.type === "ImportSpecifier") return OTHER_THINGS.has(typeName.name);
  return declared.type === "TSTypeAliasDeclaration" && isOther(declared.typeAnnotation);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../syntax/binding.ts";

type SourceCode = TSESLint.SourceCode;

/** A longer chain of aliases says nothing either. */
const FURTHEST = 6;

/** What a type of this file says of a member of it, and of a member of that. */
export function typeInside(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
  path: readonly string[],
): TSESTree.TypeNode | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return type;
  const inner = memberType(sourceCode, type, name);
  return inner && typeInside(sourceCode, inner, rest);
}

function memberType(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
  name: string,
): TSESTree.TypeNode | undefined {
  for (const member of membersOf(sourceCode, type, FURTHEST)) {
    const isNamed =
      member.type === "TSPropertySignature" &&
      member.key.type === "Identifier" &&
      member.key.name === name;
    if (isNamed) return member.typeAnnotation?.typeAnnotation;
  }
  return undefined;
}

function membersOf(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
  left: number,
): readonly TSESTree.TypeElement[] {
  if (type.type === "TSTypeLiteral") return type.members;
  if (left === 0 || type.type !== "TSTypeReference" || type.typeName.type !== "Identifier")
    return [];
  const declared = variableOf(sourceCode, type.typeName)?.defs[0]?.node;
  if (declared?.type === "TSInterfaceDeclaration") return declared.body.body;
  if (declared?.type === "TSTypeAliasDeclaration")
    return membersOf(sourceCode, declared.typeAnnotation, left - 1);
  const [first] = type.typeArguments?.params ?? [];
  const isSame = /^(?:Partial|Required|Readonly)$/.test(type.typeName.name);
  return isSame && first !== undefined ? membersOf(sourceCode, first, left - 1) : [];
}

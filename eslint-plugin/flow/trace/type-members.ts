import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../syntax/binding.ts";
import type { Names } from "../evidence/names.ts";

interface Reading {
  readonly sourceCode: TSESLint.SourceCode;
  readonly names: Names;
}

/** The member of a type written in this file that is a key by its name, or by the type's: `PleoConfig`, `{ apiKey: string }`. */
export function keyMemberOf(
  { sourceCode, names }: Reading,
  type: TSESTree.TypeNode,
): string | undefined {
  const owner =
    type.type === "TSTypeReference" && type.typeName.type === "Identifier"
      ? [type.typeName.name]
      : [];
  return membersOf(sourceCode, type).find((name) => names.isKey([...owner, name]));
}

function membersOf(sourceCode: TSESLint.SourceCode, type: TSESTree.TypeNode): readonly string[] {
  if (type.type === "TSTypeLiteral") return namesOf(type.members);
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return [];
  const declared = variableOf(sourceCode, type.typeName)?.defs[0]?.node;
  if (declared?.type === "TSInterfaceDeclaration") return namesOf(declared.body.body);
  const alias = declared?.type === "TSTypeAliasDeclaration" ? declared.typeAnnotation : undefined;
  return alias?.type === "TSTypeLiteral" ? namesOf(alias.members) : [];
}

function namesOf(members: readonly TSESTree.TypeElement[]): readonly string[] {
  return members.flatMap((member) => {
    if (member.type !== "TSPropertySignature" || member.computed) return [];
    return member.key.type === "Identifier" ? [member.key.name] : [];
  });
}

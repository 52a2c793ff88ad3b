import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { originOf } from "../syntax/callee.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { wordsOf } from "./key-names.ts";

/** Does a name say, with `pleo` as a word of it, that a value is about Pleo? `PLEO_BASE_URL`, `config.pleo.url`. */
export function isNamedAfterPleo(
  sourceCode: TSESLint.SourceCode,
  expression: TSESTree.Node,
): boolean {
  const value = settledValue(sourceCode, expression);
  return [expression, value].some((node) => {
    const names = node.type === "Identifier" ? [node.name] : originOf(sourceCode, node).names;
    return names.some((name) => wordsOf(name).includes("pleo"));
  });
}

import type { TSESLint } from "@typescript-eslint/utils";
import { mayNameEntry } from "../evidence/key-names.ts";
import { listGoneThrough } from "../syntax/gone-through.ts";

/** Says of what is gone through that its entries are found by keys of Pleo's. */
const FOUND_BY_KEYS = /pleo\w*(?:key|token|secret|cred)|api_?key|token|secret|cred/i;

/**
 * Is this variable what an entry is found by, and called a key for nothing else: `pleoKey` in
 * `for (const [pleoKey, group] of groups)` and in `groups.forEach((group, pleoKey) => …)`?
 */
export function isEntryName(
  sourceCode: TSESLint.SourceCode,
  { defs: [definition], name }: TSESLint.Scope.Variable,
): boolean {
  if (definition === undefined || !mayNameEntry(name)) return false;
  const list = listGoneThrough(definition.name);
  return list !== undefined && !FOUND_BY_KEYS.test(sourceCode.getText(list));
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { publicPrefixOf } from "../flow/evidence/key-names.ts";
import type { Names } from "../flow/evidence/names.ts";
import { bare, isGlobal, propertyName } from "../flow/syntax/binding.ts";
import { globalBehind } from "../flow/syntax/built-in.ts";
import { isWindow, publicHolder } from "../public-env/script-reads.ts";

type Node = TSESTree.Node;

interface Reading {
  readonly sourceCode: TSESLint.SourceCode;
  readonly names: Names;
}

/** What a page keeps of a person, and not of its server. */
const OF_PERSONS = /^(?:document|forms?|elements|localStorage|sessionStorage|location|history)$/;
/** Longer chains are not written by people. */
const LONGEST = 8;

/**
 * Where a page that a server has made holds the value that a name stands for: `window.__CONFIG__` in `window.__CONFIG__.pleoApiKey`,
 * `script.dataset` in `script.dataset.pleoApiKey`. `undefined` if it is no key, or if it is not the page that holds it.
 */
export function keyOfPage(
  { sourceCode, names }: Reading,
  holder: Node,
  name: string,
): string | undefined {
  const chain: string[] = [];
  let root = bare(holder);
  for (; root.type === "MemberExpression"; root = bare(root.object)) {
    const part = propertyName(root);
    if (part === undefined || chain.length > LONGEST) return undefined;
    chain.unshift(part);
  }
  root = globalBehind(sourceCode, root);
  if (chain.some((part) => OF_PERSONS.test(part)) || publicPrefixOf(name) !== undefined)
    return undefined;
  const isOfWindow =
    root.type === "Identifier" && isWindow(root.name) && isGlobal(sourceCode, root);
  const isOfElement = chain.at(-1) === "dataset";
  if (!isOfWindow && !isOfElement) return undefined;
  // Longer chains are asked for by themselves, and what has a public name is another rule's.
  if (!names.isKey([...chain, name]) || names.isKey(chain) || publicHolder(holder) !== undefined) {
    return undefined;
  }
  const start = root.type === "Identifier" ? [root.name] : [];
  return [...start, ...chain, name].join(".");
}

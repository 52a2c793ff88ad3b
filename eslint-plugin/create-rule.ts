import type { TSESLint } from "@typescript-eslint/utils";

/**
 * What every rule says of itself beyond what ESLint asks for.
 *
 * @public The declarations of every rule name it.
 */
export interface RuleDocs {
  readonly description: string;
  /** Part of the preset that everyone starts with. */
  readonly recommended: boolean;
}

const REPOSITORY = "https://github.com/pleo-key-guard/pleo-key-guard/blob/main";

/** Where a rule's page stands, from the root of the repository. */
export function pageOf(ruleName: string): string {
  return `eslint-plugin/docs/rules/${ruleName}.md`;
}

export type Rule<Ids extends string> = TSESLint.RuleModule<Ids, readonly unknown[], RuleDocs>;

/** A rule as it is written here: ESLint's own, with a name, and without the address of its page. */
export interface WrittenRule<Ids extends string> {
  readonly name: string;
  readonly meta: Omit<Rule<Ids>["meta"], "docs"> & { readonly docs: RuleDocs };
  readonly create: Rule<Ids>["create"];
}

/**
 * Not typescript-eslint's, which copies a rule's default options for every file: as our rules have none, that was most of
 * what they cost where there is nothing for them to do.
 */
export function createRule<Ids extends string>({
  name,
  meta,
  create,
}: WrittenRule<Ids>): Rule<Ids> & { readonly name: string } {
  const docs = { ...meta.docs, url: `${REPOSITORY}/${pageOf(name)}` };
  return { name, meta: { ...meta, docs }, create };
}

// By subpath: the package's root loads ESLint, which whoever lints with something else has not installed.
import { RuleCreator } from "@typescript-eslint/utils/eslint-utils";

/** What every rule says of itself beyond what ESLint asks for. */
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

export const createRule = RuleCreator<RuleDocs>((name) => `${REPOSITORY}/${pageOf(name)}`);

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { flowOf } from "../../eslint-plugin/flow/flow.ts";
import type { CarriedKey } from "../../eslint-plugin/flow/flow.ts";
import { PARSERS } from "./lint.ts";

/** What the flow analysis sees in the argument of `sink(…)`, once for each such call; `undefined` without evidence of Pleo. */
export function keysIn(
  code: string,
  settings: Linter.Config["settings"] = {},
): readonly (readonly CarriedKey[])[] {
  const found: (readonly CarriedKey[])[] = [];
  const asking = {
    meta: { schema: [] },
    create(context: TSESLint.RuleContext<string, []>) {
      const flow = flowOf(context);
      return {
        "CallExpression[callee.name='sink']"({ arguments: [argument] }: TSESTree.CallExpression) {
          if (argument !== undefined) found.push(flow?.keysIn(argument) ?? []);
        },
      };
    },
  };
  const plugin = { rules: { asking } } as unknown as ESLint.Plugin;
  const config: Linter.Config[] = [
    { files: ["**/*.tsx"], ...PARSERS["typescript-eslint"] },
    { plugins: { test: plugin }, rules: { "test/asking": "error" }, settings },
  ];
  const messages = new Linter().verify(code, config, { filename: "file.tsx" });
  const [fatal] = messages;
  if (fatal !== undefined) throw new Error(fatal.message);
  return found;
}

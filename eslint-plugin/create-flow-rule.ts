import type { TSESLint } from "@typescript-eslint/utils";
import { createRule } from "./create-rule.ts";
import type { Rule, WrittenRule } from "./create-rule.ts";
import { flowOf, type Flow } from "./flow/flow.ts";

type Context<Ids extends string> = Parameters<Rule<Ids>["create"]>[0];

/** A rule that has nothing to say of a file that shows nothing of Pleo. */
interface FlowRule<Ids extends string> extends Omit<WrittenRule<Ids>, "create"> {
  readonly create: (context: Context<Ids>, flow: Flow) => TSESLint.RuleListener;
}

const NOTHING: TSESLint.RuleListener = {};

/**
 * What most files get is the same few lines of code for all rules. The beginning of each rule's own code, which makes its
 * functions before it can ask anything, took several times as long.
 */
export function createFlowRule<Ids extends string>({
  create,
  ...rule
}: FlowRule<Ids>): ReturnType<typeof createRule<Ids>> {
  return createRule<Ids>({
    ...rule,
    create(context) {
      const flow = flowOf(context);
      return flow === undefined ? NOTHING : create(context, flow);
    },
  });
}

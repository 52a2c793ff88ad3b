import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { calleeOf } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import { hiddenByRedaction, logSinkOf, mayLog } from "../sinks/log.ts";
import { tell } from "../tell.ts";

export const noKeyInLog = createFlowRule({
  name: "no-key-in-log",
  meta: {
    type: "problem",
    docs: { description: "Disallow writing Pleo API keys to logs", recommended: true },
    languages: ["js/js"],
    schema: [],
    messages: {
      logged:
        "A Pleo API key is written to a log by `{{sink}}`: {{road}}. Whoever reads the log can use the key, and logs are kept and copied; log that the key is there, or its last four characters.",
    },
  },
  create(context, flow) {
    return listenNear(flow, {
      CallExpression(call: TSESTree.CallExpression) {
        if (call.arguments.length === 0 || !mayLog(call, flow.settings.loggers)) return;
        const callee = calleeOf(context.sourceCode, call);
        const sink = logSinkOf(callee, flow.settings.loggers);
        if (sink === undefined) return;
        for (const argument of callee.args) {
          const key = flow
            .keysIn(argument)
            .find(({ inside }) => !hiddenByRedaction(callee, inside));
          if (key === undefined) continue;
          tell(context, { node: argument, messageId: "logged", data: { sink, road: key.road } });
        }
      },
    });
  },
});

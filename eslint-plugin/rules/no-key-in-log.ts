import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { calleeOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import { isKeptByLogger, logSinkOf, mayLog, mayMakeLogger } from "../sinks/log.ts";
import { hiddenByRedaction, hidesItsOwn } from "../sinks/log-redaction.ts";
import { shownName } from "../sinks/places.ts";
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
    const { loggers } = flow.settings;

    function report(callee: Callee, sink: string, isLogged: (key: CarriedKey) => boolean): void {
      for (const argument of callee.args) {
        const key = flow.keysIn(argument).find(isLogged);
        if (key === undefined) continue;
        tell(context, { node: argument, messageId: "logged", data: { sink, road: key.road } });
      }
    }

    /** `winston.createLogger({ defaultMeta: { key } })`. */
    function checkMaking(made: Call): void {
      const callee = calleeOf(context.sourceCode, made);
      report(
        callee,
        shownName(callee),
        ({ inside }) =>
          isKeptByLogger(callee, inside) && !hidesItsOwn(context.sourceCode, made, inside),
      );
    }

    return listenNear(flow, {
      CallExpression(call: TSESTree.CallExpression) {
        if (call.arguments.length === 0) return;
        if (mayMakeLogger(call)) checkMaking(call);
        if (!mayLog(call, loggers)) return;
        const callee = calleeOf(context.sourceCode, call);
        const sink = logSinkOf(context.sourceCode, callee, loggers);
        if (sink === undefined) return;
        report(
          callee,
          sink,
          ({ inside }) =>
            !hiddenByRedaction(context.sourceCode, callee, inside) &&
            !hidesItsOwn(context.sourceCode, call, inside),
        );
      },
      NewExpression(made: TSESTree.NewExpression) {
        if (mayMakeLogger(made)) checkMaking(made);
      },
    });
  },
});

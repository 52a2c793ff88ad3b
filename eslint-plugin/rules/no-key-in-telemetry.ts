import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { calleeOf, originOf } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import { shownName } from "../sinks/places.ts";
import { isSentLater, telemetrySinkOf } from "../sinks/telemetry.ts";
import { tell } from "../tell.ts";

export const noKeyInTelemetry = createFlowRule({
  name: "no-key-in-telemetry",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow sending Pleo API keys to error trackers, analytics and traces",
      recommended: true,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      sent: "A Pleo API key is sent to a monitoring or analytics service by `{{sink}}`: {{road}}. Whoever may look there can use the key, and it cannot be taken back; send that the key is there, or its last four characters.",
    },
  },
  create(context, flow) {
    function check(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
      const callee = calleeOf(context.sourceCode, call);
      const sink = telemetrySinkOf(context.sourceCode, callee, call);
      if (sink === undefined) return;
      const { parts } = sink;
      for (const argument of callee.args) {
        const key = flow
          .keysIn(argument)
          .find(({ inside }) => parts === undefined || parts.has(inside[0] ?? ""));
        if (key === undefined) continue;
        tell(context, {
          node: argument,
          messageId: "sent",
          data: { sink: shownName(callee), road: key.road },
        });
      }
    }
    return listenNear(flow, {
      CallExpression: check,
      NewExpression: check,
      AssignmentExpression({ left, right }) {
        if (left.type !== "MemberExpression" || !isSentLater(context.sourceCode, left)) return;
        const [key] = flow.keysIn(right);
        if (key === undefined) return;
        const sink = originOf(context.sourceCode, left).names.join(".");
        tell(context, { node: right, messageId: "sent", data: { sink, road: key.road } });
      },
    });
  },
});

import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { bare, constantOf, variableOf } from "../flow/syntax/binding.ts";
import type { Callee } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { contains, isElementOfHtml, type FunctionNode } from "../flow/syntax/place.ts";
import { givenByCallers } from "../sinks/given-by-callers.ts";
import { choicesIn, shownName } from "../sinks/places.ts";
import { assignedAnswer, responseSinkOf } from "../sinks/response.ts";
import { isServerMarkup, writtenMarkup } from "../sinks/response-markup.ts";
import { answersClients, isCloudAnswer } from "../sinks/response-returns.ts";
import { tell } from "../tell.ts";

type MessageId = "sent" | "returned" | "rendered";

const WHAT_TO_DO =
  "Whoever gets it can use the key; call Pleo on the server, and hand out what the client needs of the answer.";

export const noKeyInResponse = createFlowRule({
  name: "no-key-in-response",
  meta: {
    type: "problem",
    docs: { description: "Disallow handing Pleo API keys to clients", recommended: true },
    languages: ["js/js"],
    schema: [],
    messages: {
      sent: `A Pleo API key is sent to clients by \`{{sink}}\`: {{road}}. ${WHAT_TO_DO}`,
      returned: `A Pleo API key is returned to clients by {{sink}}: {{road}}. ${WHAT_TO_DO}`,
      rendered: `A Pleo API key is written into a page by a component that runs on the server: {{road}}. ${WHAT_TO_DO}`,
    },
  },
  create(context, flow) {
    const { sourceCode, filename } = context;
    const file = { sourceCode, filename };
    const told: TSESTree.Node[] = [];

    function reportKeyIn(
      node: TSESTree.Node,
      messageId: MessageId,
      sink: string | Callee = "",
    ): void {
      const [key] = flow.keysIn(node);
      if (key === undefined) return;
      const name = typeof sink === "string" ? sink : shownName(sink);
      const given = givenByCallers({ sourceCode, flow }, { node, key });
      // A helper that answers with whatever it is given has chosen nothing.
      for (const place of given.length > 0 ? given : [{ node, key }]) {
        if (told.some((each) => contains(each, place.node) || contains(place.node, each))) continue;
        told.push(place.node);
        tell(context, { node: place.node, messageId, data: { sink: name, road: place.key.road } });
      }
    }

    function checkCall(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
      const sink = responseSinkOf(sourceCode, call);
      if (sink === undefined) return;
      for (const argument of sink.args) {
        reportKeyIn(argument, "sent", sink);
      }
    }

    /** What answers by itself has been reported where it is called. */
    function isAnswer(node: TSESTree.Node): boolean {
      if (node.type === "Identifier") {
        const variable = variableOf(sourceCode, node);
        const constant = variable === undefined ? undefined : constantOf(variable);
        const made = constant === undefined ? undefined : bare(constant);
        return made !== undefined && made.type !== "Identifier" && isAnswer(made);
      }
      if (node.type === "ObjectExpression") return isCloudAnswer(sourceCode, node);
      const isCall = node.type === "CallExpression" || node.type === "NewExpression";
      return isCall && responseSinkOf(sourceCode, node) !== undefined;
    }

    function checkReturns(fn: FunctionNode): void {
      const sink = answersClients(file, fn);
      if (sink === undefined) return;
      for (const returned of returnsOf(sourceCode, fn).flatMap(choicesIn)) {
        if (!isAnswer(returned)) reportKeyIn(returned, "returned", sink);
      }
    }

    return listenNear(flow, {
      CallExpression: checkCall,
      NewExpression: checkCall,
      FunctionDeclaration: checkReturns,
      FunctionExpression: checkReturns,
      ArrowFunctionExpression: checkReturns,
      AssignmentExpression({ left, right }) {
        if (left.type !== "MemberExpression") return;
        const sink = assignedAnswer(sourceCode, left);
        if (sink !== undefined) reportKeyIn(right, "sent", sink);
      },
      ObjectExpression(object) {
        if (isCloudAnswer(sourceCode, object))
          reportKeyIn(object, "returned", "a function in the cloud");
      },
      JSXExpressionContainer(container) {
        const written = writtenMarkup(container);
        if (written !== undefined && isServerMarkup(file, container))
          reportKeyIn(written, "rendered");
      },
      JSXSpreadAttribute({ argument, parent }) {
        if (isElementOfHtml(parent) && isServerMarkup(file, parent))
          reportKeyIn(argument, "rendered");
      },
    });
  },
});

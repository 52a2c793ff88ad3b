import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { calleeOf } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import { createNames } from "../flow/evidence/names.ts";
import { namedAsKey } from "../sinks/named-as-key.ts";
import {
  mayWrite,
  storedByAssignment,
  storedByCall,
  type StorageSink,
  type StoredValue,
} from "../sinks/browser-storage.ts";
import { tell } from "../tell.ts";

const ON_THE_SERVER =
  "Keep the key on your server, encrypted, and let this code ask the server for what it needs from Pleo.";

export const noKeyInBrowserStorage = createFlowRule({
  name: "no-key-in-browser-storage",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow keeping Pleo API keys in browsers and on users' devices",
      recommended: true,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      browser: `A Pleo API key is kept in the browser by \`{{sink}}\`: {{road}}. Every script of the page and everyone at that computer can read it there. ${ON_THE_SERVER}`,
      cookie: `A Pleo API key is kept in a cookie by \`{{sink}}\`: {{road}}. The browser stores it and sends it along with every request to the site. ${ON_THE_SERVER}`,
      device: `A Pleo API key is kept on a user's device by \`{{sink}}\`: {{road}}. Whoever has the device can take it out, encrypted or not, because the app itself can. ${ON_THE_SERVER}`,
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    const names = createNames(flow.settings);

    function roadOf(stored: StoredValue): string | undefined {
      const [key] = flow.keysIn(stored.value);
      if (key !== undefined) return key.road;
      const named = namedAsKey(sourceCode, names, stored);
      return named && `\`${named.value}\`, under the name \`${named.label}\``;
    }

    function check(sink: StorageSink | undefined): void {
      for (const stored of sink?.values ?? []) {
        const road = roadOf(stored);
        if (sink === undefined || road === undefined) continue;
        const data = { sink: sink.text, road };
        tell(context, { node: stored.value, messageId: sink.store, data });
      }
    }

    return listenNear(flow, {
      CallExpression(call: TSESTree.CallExpression) {
        if (!mayWrite(call)) return;
        check(storedByCall(sourceCode, call, calleeOf(sourceCode, call)));
      },
      AssignmentExpression(assignment: TSESTree.AssignmentExpression) {
        check(storedByAssignment(sourceCode, assignment));
      },
    });
  },
});

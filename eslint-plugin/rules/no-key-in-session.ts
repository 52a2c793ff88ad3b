import type { TSESTree } from "@typescript-eslint/utils";
import { createFlowRule } from "../create-flow-rule.ts";
import { calleeOf, type Call } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { mayWrite, storedByAssignment, storedByCall } from "../sinks/browser-storage.ts";
import { choicesIn, shownName } from "../sinks/places.ts";
import { responseSinkOf } from "../sinks/response.ts";
import { cookieArguments } from "../sinks/cookie.ts";
import {
  isAuthCallback,
  isSerializer,
  isWrittenHere,
  sessionArguments,
  sessionAssigned,
} from "../sinks/session.ts";
import { tokenPayload } from "../sinks/token.ts";
import { tell } from "../tell.ts";

const WHAT_TO_DO =
  "Keep the key encrypted on the server, put the id of that record there, and read the key when Pleo is called.";

const MAY_KEEP =
  /session|cookie|token|jwt|jose|paseto|iron|yar|callbacks|serializeUser|UserSerializer/i;

export const noKeyInSession = createFlowRule({
  name: "no-key-in-session",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow Pleo API keys in sessions, cookies and tokens",
      recommended: false,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      session: `A Pleo API key is put into a session by \`{{sink}}\`: {{road}}. A session is kept in a cookie or in a store that is not made for secrets, and whatever reads it has the key. ${WHAT_TO_DO}`,
      cookie: `A Pleo API key is put into a cookie by \`{{sink}}\`: {{road}}. The browser stores it, and sends it along with every request. ${WHAT_TO_DO}`,
      token: `A Pleo API key is put into a token by \`{{sink}}\`: {{road}}. Whoever is given the token may read what is in it, and nobody can take it back. ${WHAT_TO_DO}`,
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    if (!MAY_KEEP.test(sourceCode.text)) return {};

    function report(
      node: TSESTree.Node,
      messageId: "session" | "cookie" | "token",
      sink: string,
    ): void {
      const [key] = flow.keysIn(node);
      if (key !== undefined) tell(context, { node, messageId, data: { sink, road: key.road } });
    }

    /** Another rule speaks of what is sent to a client, and of what a browser keeps. */
    function isSpokenOf(call: Call): boolean {
      if (responseSinkOf(sourceCode, call) !== undefined) return true;
      if (call.type === "NewExpression" || !mayWrite(call)) return false;
      return storedByCall(sourceCode, call, calleeOf(sourceCode, call)) !== undefined;
    }

    function checkCall(call: Call): void {
      const callee = calleeOf(sourceCode, call);
      const payload = tokenPayload(callee);
      if (payload !== undefined) {
        report(payload, "token", shownName(callee));
        return;
      }
      if (call.type === "NewExpression") return;
      const kept = sessionArguments(sourceCode, call);
      const sent = kept.length > 0 ? [] : cookieArguments(callee);
      if ((kept.length === 0 && sent.length === 0) || isSpokenOf(call)) return;
      for (const argument of kept) report(argument, "session", shownName(callee));
      for (const argument of sent) report(argument, "cookie", shownName(callee));
    }

    function checkReturns(fn: FunctionNode): void {
      const isKept = isSerializer(fn);
      if (!isKept && !isAuthCallback(fn)) return;
      const sink = isKept ? "registerUserSerializer" : "callbacks";
      for (const returned of returnsOf(sourceCode, fn).flatMap(choicesIn)) {
        if (isKept || isWrittenHere(returned)) report(returned, "session", sink);
      }
    }

    return listenNear(flow, {
      CallExpression: checkCall,
      NewExpression: checkCall,
      FunctionExpression: checkReturns,
      ArrowFunctionExpression: checkReturns,
      AssignmentExpression(assignment) {
        if (assignment.left.type !== "MemberExpression") return;
        const sink = sessionAssigned(sourceCode, assignment.left);
        if (sink === undefined || storedByAssignment(sourceCode, assignment)) return;
        report(assignment.right, "session", sink);
      },
    });
  },
});

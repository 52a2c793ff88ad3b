import type { TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../src/pleo/hosts.ts";
import { createFlowRule } from "../create-flow-rule.ts";
import type { Call } from "../flow/syntax/callee.ts";
import { listenNear } from "../flow/heard.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { hostExpression, hostRange, isDefaultHost } from "../flow/request/host-text.ts";
import { keysGivenLater } from "../flow/request/later-keys.ts";
import type { Reading } from "../flow/raw-key.ts";
import { clientOf, headerValues, headersOf, hostOf, requestOf } from "../flow/request/request.ts";
import type { HttpRequest } from "../flow/request/request.ts";
import {
  clientSettingsIn,
  clientSettingsOfCall,
  type ClientSettings,
} from "../flow/request/settings-object.ts";
import { requestsByCallers } from "../flow/request/wrapped-request.ts";
import { staticTextOf } from "../flow/syntax/static-text.ts";
import { externalHost, wrongHost } from "../flow/request/wrong-host.ts";
import { tell } from "../tell.ts";

/** Headers by which a request says who it is, in lower case. */
const KEY_HEADERS: ReadonlySet<string> = new Set(["authorization", "x-api-key", "api-key"]);

export const noWrongHost = createFlowRule({
  name: "no-wrong-host",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow sending a Pleo API key to a host that it is not for",
      recommended: true,
    },
    hasSuggestions: true,
    languages: ["js/js"],
    schema: [],
    messages: {
      elsewhere:
        "Pleo's API keys do not work on `{{host}}`, which {{purpose}}, and this sends one there: {{road}}. Send it to `{{right}}`.",
      foreign:
        "Whoever runs `{{host}}`, which is not one of Pleo's hosts, gets a Pleo API key here and can use it: {{road}}. Send it to `{{right}}` only.",
      environment:
        "Keys of Pleo's {{keyEnvironment}} environment do not work on `{{host}}`, and this sends one there: {{road}}. Send it to `{{right}}`, or take the other key.",
      basic:
        "Basic authentication is for API keys, and `{{host}}` takes legacy tokens only, by `Bearer`. Send an API key to `{{right}}`, or the token as `Bearer`.",
      useHost: "Send it to `{{right}}`.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    const reading: Reading = { sourceCode, flow };
    const reported = new Set<TSESTree.Node>();

    function check(call: Call): void {
      const request = requestOf(sourceCode, call) ?? clientOf(sourceCode, call);
      if (request === undefined) checkSettings(clientSettingsOfCall(reading, call));
      else checkRequest(request);
    }

    function checkRequest(request: HttpRequest, furthest = FURTHEST): void {
      // Where the program chooses between hosts, the keys may be chosen with them.
      const host = hostOf(request);
      if (host === undefined) {
        // What only its callers tell is told to them.
        const told = furthest > 0 ? requestsByCallers(sourceCode, request) : [];
        for (const each of told) checkRequest(each, furthest - 1);
        return;
      }
      const isTold = furthest < FURTHEST;
      // Other callers may send other keys to other hosts.
      if (isTold && findPleoHost(host) === undefined) return;
      const given = isTold ? request.call.arguments.flatMap((each) => flow.keysIn(each)) : [];
      const keys = given.length > 0 ? given : keysSent(reading, request);
      const address = hostExpression(sourceCode, request, host);
      if (keys.length > 0) judge(address, host, keys);
      else if (sendsBasic(reading, request)) judgeBasic(address, host);
    }

    function checkSettings(settings: ClientSettings | undefined): void {
      // Beside an address of somebody else's, a key may lie for other reasons.
      if (settings === undefined || findPleoHost(settings.host) === undefined) return;
      judge(settings.address, settings.host, [settings.key]);
    }

    function judge(address: TSESTree.Node, host: string, keys: readonly CarriedKey[]): void {
      const wrong = wrongHost(host, keys);
      const [key] = keys;
      if (wrong === undefined || key === undefined) return;
      if (wrong.kind === "environment" && isDefaultHost(sourceCode, address)) return;
      const { right } = wrong;
      const data = { host, right, road: key.road };
      const mayReplace = wrong.kind !== "foreign" || wrong.isLookAlike;
      const range = mayReplace ? hostRange(sourceCode, address, host) : undefined;
      report({
        node: address,
        messageId: wrong.kind,
        data: {
          ...data,
          ...(wrong.kind === "elsewhere" ? { purpose: wrong.purpose } : {}),
          ...(wrong.kind === "environment" ? { keyEnvironment: wrong.key } : {}),
        },
        range,
      });
    }

    function judgeBasic(address: TSESTree.Node, host: string): void {
      const found = findPleoHost(host);
      if (found?.role !== "legacy") return;
      const data = { host, right: externalHost(found.environment) };
      const range = hostRange(sourceCode, address, host);
      report({ node: address, messageId: "basic", data, range });
    }

    interface Finding {
      readonly node: TSESTree.Node;
      readonly messageId: "elsewhere" | "foreign" | "environment" | "basic";
      readonly data: Readonly<Record<string, string>>;
      readonly range: TSESTree.Range | undefined;
    }

    /** Once for each address, however many requests go there. */
    function report({ node, messageId, data, range }: Finding): void {
      if (reported.has(node)) return;
      reported.add(node);
      tell(context, {
        node,
        messageId,
        data,
        suggest:
          range === undefined
            ? []
            : [
                {
                  messageId: "useHost",
                  data,
                  fix: (fixer) => fixer.replaceTextRange(range, data["right"] ?? ""),
                },
              ],
      });
    }

    return listenNear(flow, {
      CallExpression: check,
      NewExpression: check,
      ObjectExpression(object) {
        checkSettings(clientSettingsIn(reading, object));
      },
    });
  },
});

/** Functions that hand on where to ask end somewhere. */
const FURTHEST = 2;

/** The keys that a request sends to prove who it is. */
function keysSent({ sourceCode, flow }: Reading, request: HttpRequest): readonly CarriedKey[] {
  const isKeyHeader = (name = ""): boolean => KEY_HEADERS.has(name.toLowerCase());
  const values = headersOf(sourceCode, request)
    .entries.filter(({ name }) => isKeyHeader(name))
    .flatMap(({ value }) => value ?? []);
  const sent = [...values, ...request.auth].flatMap((value) => flow.keysIn(value));
  if (sent.length > 0) return sent;
  // Functions may make the headers, or all options.
  const within = request.headers.flatMap((headers) => flow.keysIn(headers));
  const made = within.filter(({ inside: [name] }) => isKeyHeader(name));
  if (made.length > 0) return made;
  const all = request.isComplete ? [] : request.options.flatMap((options) => flow.keysIn(options));
  const meant = all.filter(
    ({ inside: [option, name] }) =>
      option === "auth" || option === "username" || (option === "headers" && isKeyHeader(name)),
  );
  return meant.length > 0 ? meant : keysGivenLater({ sourceCode, flow }, request.call);
}

function sendsBasic({ sourceCode }: Reading, request: HttpRequest): boolean {
  return headerValues(sourceCode, request, "Authorization").some((value) => {
    const [start] = staticTextOf(sourceCode, value);
    return typeof start === "string" && /^\s*basic\s/i.test(start);
  });
}

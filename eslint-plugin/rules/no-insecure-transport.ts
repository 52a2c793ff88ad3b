import type { TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../src/pleo/hosts.ts";
import { createFlowRule } from "../create-flow-rule.ts";
import { propertyName } from "../flow/syntax/binding.ts";
import { isTalk } from "../flow/syntax/comparison.ts";
import { listenNear } from "../flow/heard.ts";
import { mentionsPleoHost, pleoAddressIn } from "../flow/evidence/pleo-address.ts";
import { goesElsewhere } from "../flow/request/elsewhere.ts";
import { requestOf } from "../flow/request/request.ts";
import type { HttpRequest } from "../flow/request/request.ts";
import { staticTextOf, staticTextsOf } from "../flow/syntax/static-text.ts";
import { signsOf } from "../flow/evidence/text-signs.ts";
import { isWithoutTlsCheck, servesOtherProtocol } from "../flow/request/tls.ts";
import { usesOf } from "../flow/request/uses.ts";
import { tell } from "../tell.ts";

/** Each scheme without encryption, and the one that has it. */
const SECURE: Readonly<Record<string, string>> = { http: "https", ws: "wss" };

export const noInsecureTransport = createFlowRule({
  name: "no-insecure-transport",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow talking to Pleo without encryption or without checking who answers",
      recommended: true,
    },
    fixable: "code",
    languages: ["js/js"],
    schema: [],
    messages: {
      plain:
        "Pleo's `{{host}}` is addressed by plain `{{scheme}}:` here, so whoever is on the way can read the API key and change what Pleo answers. Write `{{secure}}:`.",
      unchecked:
        "Nobody checks who answers, because of `{{name}}`, so whoever is on the way can pose as Pleo and read the API key. Leave the check on; give a certificate authority of your own as `ca`.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    if (!signsOf(sourceCode).hasHost) return {};
    const unchecked: { readonly node: TSESTree.Node; readonly name: string }[] = [];
    const reported = new Set<TSESTree.Node>();
    let hasPleoAddress = false;

    /** `node` is where the scheme stands. */
    function checkAddress(node: TSESTree.Node, text: string): void {
      const address = pleoAddressIn(text);
      if (address === undefined) {
        hasPleoAddress ||= findPleoHost(text.trim()) !== undefined;
        return;
      }
      hasPleoAddress = true;
      const { scheme, host, hasPort } = address;
      const secure = Object.hasOwn(SECURE, scheme) ? SECURE[scheme] : undefined;
      if (secure === undefined || reported.has(node) || isTalk(node)) return;
      reported.add(node);
      const written = /^(["'`]?\s*)(?:http|ws)(?=:)/i.exec(sourceCode.getText(node));
      tell(context, {
        node,
        messageId: "plain",
        data: { host: host.host, scheme, secure },
        fix: (fixer) => {
          // On a port, Pleo or a proxy may answer one of the two only.
          if (written === null || hasPort) return null;
          const start = node.range[0] + (written[1]?.length ?? 0);
          return fixer.replaceTextRange([start, start + scheme.length], secure);
        },
      });
    }

    function checkComposed(node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression): void {
      const opening = openingOf(node);
      if (typeof opening === "string" && !MAY_BEGIN_ADDRESS.test(opening)) return;
      const isLiteral = typeof opening === "string" && node.type === "BinaryExpression";
      if (isLiteral && pleoAddressIn(opening) !== undefined) return;
      // A part that is a whole address by itself is looked at where it is written.
      if (typeof opening !== "string" && beginsWithAddress(opening)) return;
      const [start] = staticTextOf(sourceCode, node);
      if (typeof start === "string") checkAddress(node, start);
    }

    function beginsWithAddress(node: TSESTree.Node): boolean {
      return staticTextsOf(sourceCode, node).some(
        ([start]) => typeof start === "string" && pleoAddressIn(start) !== undefined,
      );
    }

    /** Host and path may be told apart from each other, and the scheme by the module that is called. */
    function checkRequest(request: HttpRequest | undefined): void {
      if (request === undefined || request.url.some(beginsWithAddress)) return;
      for (const { text } of request.urls()) {
        if (typeof text[0] === "string") checkAddress(request.call, text[0]);
      }
    }

    function suspect(node: TSESTree.Node, name: string | undefined, value: TSESTree.Node): void {
      if (name !== undefined && isWithoutTlsCheck(sourceCode, name, value)) {
        unchecked.push({ node, name });
      }
    }

    /** A switch of one connection matters if that one goes to Pleo; of all of them, if any does. */
    function concernsPleo(node: TSESTree.Node): boolean {
      if (!hasPleoAddress) return false;
      const { requests, around, isLost } = usesOf(sourceCode, node);
      if (around.some(servesOtherProtocol)) return false;
      if (isLost || requests.length === 0) return true;
      return !requests.every((request) => goesElsewhere(sourceCode, request));
    }

    function reportUnchecked(): void {
      for (const { node, name } of unchecked) {
        if (concernsPleo(node)) tell(context, { node, messageId: "unchecked", data: { name } });
      }
    }

    const handlers = {
      Literal(node: TSESTree.Literal) {
        if (typeof node.value === "string" && mentionsPleoHost(node.value)) {
          checkAddress(node, node.value);
        }
      },
      TemplateLiteral: checkComposed,
      BinaryExpression(node: TSESTree.BinaryExpression) {
        if (node.operator === "+" && node.parent.type !== "BinaryExpression") checkComposed(node);
      },
      CallExpression(node: TSESTree.CallExpression) {
        checkRequest(requestOf(sourceCode, node));
      },
      Property(node: TSESTree.Property) {
        suspect(node, propertyName(node), node.value);
      },
      AssignmentExpression(node: TSESTree.AssignmentExpression) {
        if (node.left.type === "MemberExpression" && node.operator === "=") {
          suspect(node, propertyName(node.left), node.right);
        }
      },
    };
    return listenNear(flow, handlers, reportUnchecked);
  },
});

/** The beginning of an address, be it a part of its scheme. */
const MAY_BEGIN_ADDRESS = /^\s*(?:https?|wss?)(?::|$)/i;

/** What a sum or template begins with: an expression, or text. */
function openingOf(
  node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression,
): TSESTree.Node | string {
  if (node.type === "TemplateLiteral") {
    const text = node.quasis[0]?.value.raw ?? "";
    return text === "" ? (node.expressions[0] ?? "") : text;
  }
  let first: TSESTree.Node = node;
  while (first.type === "BinaryExpression") first = first.left;
  if (first.type !== "Literal") return first;
  return typeof first.value === "string" ? first.value : "";
}

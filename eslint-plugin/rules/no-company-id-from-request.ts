import type { TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../src/pleo/hosts.ts";
import { createFlowRule } from "../create-flow-rule.ts";
import { bare } from "../flow/syntax/binding.ts";
import { calleeOf, type Call } from "../flow/syntax/callee.ts";
import { keysGivenLater } from "../flow/request/later-keys.ts";
import { entriesOf } from "../flow/syntax/entries.ts";
import { contains } from "../flow/syntax/place.ts";
import { listenNear } from "../flow/heard.ts";
import { headersOf, requestOf, type HttpRequest } from "../flow/request/request.ts";
import { requestsByCallers, type ToldRequest } from "../flow/request/wrapped-request.ts";
import { callerInputOf, isSentAlong } from "../tenancy/caller-input.ts";
import { isChecked } from "../tenancy/company-checks.ts";
import { companyValuesOf, placeOf } from "../tenancy/company-values.ts";
import { tell } from "../tell.ts";

const MAY_NAME_COMPANY = /compan|organi[sz]ation_id/i;

export const noCompanyIdFromRequest = createFlowRule({
  name: "no-company-id-from-request",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow asking Pleo, with a stored key, about a company that the caller names",
      recommended: false,
    },
    languages: ["js/js"],
    schema: [],
    messages: {
      named:
        "Whoever calls this code chooses the company that Pleo is asked about, by `{{input}}`, and the key is a stored one, so a caller may see another company's data. Take the company id from the record that the key is stored in, or compare the two first.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    if (!MAY_NAME_COMPANY.test(sourceCode.text)) return {};

    function check(call: Call): void {
      const request = requestOf(sourceCode, call);
      if (request !== undefined) checkRequest(request);
    }

    function checkRequest(request: HttpRequest & Partial<ToldRequest>, furthest = FURTHEST): void {
      const { call, by } = request;
      const values = companyValuesOf(sourceCode, request);
      // What only its callers tell is told to them.
      if (values.length === 0 && furthest > 0 && mayGoToPleo(request)) {
        for (const told of requestsByCallers(sourceCode, request)) checkRequest(told, furthest - 1);
        return;
      }
      for (const value of values) {
        const input = callerInputOf(sourceCode, value);
        if (input === undefined) continue;
        if (!mayGoToPleo(request) || !hasStoredKey(request)) return;
        const { node, variables } = placeOf(sourceCode, value, call);
        const via = [...input.via, ...variables, ...(by?.parameters ?? [])];
        const used = { input: { ...input, via }, use: node, call, through: by?.fn };
        if (isChecked(sourceCode, used)) continue;
        const data = { input: sourceCode.getText(input.source) };
        tell(context, { node: partWith(request, node), messageId: "named", data });
      }
    }

    /** What is gathered in an object asks nothing yet; an address that is made before says already what is asked. */
    function partWith(request: HttpRequest, node: TSESTree.Node): TSESTree.Node {
      const { call, url, body, query, options } = request;
      if ([call, ...url].some((part) => contains(part, node))) return node;
      const holding = [...body, ...query, ...options].find(
        (part) =>
          contains(call, part) &&
          entriesOf(sourceCode, part).entries.some(
            ({ value }) => value !== undefined && contains(value, node),
          ),
      );
      return holding ?? node;
    }

    /** A key that the caller has sent along belongs to the caller. */
    function hasStoredKey(request: HttpRequest): boolean {
      const headers = headersOf(sourceCode, request).entries.flatMap(({ value }) => value ?? []);
      const given = [...request.headers, ...headers, ...request.auth].flatMap(withArguments);
      const own = given.flatMap((each) => flow.keysIn(each));
      const maker = calleeOf(sourceCode, request.call).madeBy?.call;
      const isAsked = own.length === 0 && maker !== undefined;
      const keys = isAsked ? keysGivenLater({ sourceCode, flow }, maker) : own;
      return keys.length > 0 && !keys.some(({ source }) => isSentAlong(sourceCode, source.node));
    }

    return listenNear(flow, { CallExpression: check, NewExpression: check });
  },
});

/** Functions that hand on where to ask end somewhere. */
const FURTHEST = 2;

/** What a function of another file makes of a key is most likely a header for it. */
function withArguments(value: TSESTree.Node): readonly TSESTree.Node[] {
  const node = bare(value);
  return node.type === "CallExpression" ? [node, ...node.arguments] : [node];
}

/** What is known of where it goes says nothing of another host than Pleo's. */
function mayGoToPleo(request: HttpRequest): boolean {
  const urls = request.urls();
  return urls.every(({ host }) => host === undefined || findPleoHost(host)?.role === "external");
}

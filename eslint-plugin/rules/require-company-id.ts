import type { Endpoint } from "../../src/pleo/endpoint.ts";
import { findPleoHost } from "../../src/pleo/hosts.ts";
import { createFlowRule } from "../create-flow-rule.ts";
import type { Call } from "../flow/syntax/callee.ts";
import { companyProblem } from "../flow/request/company-parameter.ts";
import type { CompanyProblem } from "../flow/request/company-parameter.ts";
import { listenNear } from "../flow/heard.ts";
import { mayBePleosField } from "../flow/request/family-fields.ts";
import { endpointOf } from "../flow/request/pleo-endpoint.ts";
import { isNamedAfterPleo } from "../flow/evidence/pleo-name.ts";
import type { Reading } from "../flow/raw-key.ts";
import { headerValues, requestOf } from "../flow/request/request.ts";
import type { HttpRequest } from "../flow/request/request.ts";
import { renameEntry } from "../flow/syntax/rename-entry.ts";
import { placeOfProblem } from "../flow/request/problem-place.ts";
import { requestsByCallers, type ToldRequest } from "../flow/request/wrapped-request.ts";
import type { KnownUrl } from "../flow/request/url.ts";
import { tell } from "../tell.ts";

export const requireCompanyId = createFlowRule({
  name: "require-company-id",
  meta: {
    type: "problem",
    docs: {
      description: "Require requests to Pleo to name the company that they are about",
      recommended: true,
    },
    hasSuggestions: true,
    languages: ["js/js"],
    schema: [],
    messages: {
      missing:
        "Pleo has to be told the company that `{{endpoint}}` is about, and this request has no {{names}} in its {{place}}, so Pleo may refuse it, or answer about another company. Add the company id that was stored when the key was activated.",
      misspelt:
        "Pleo knows the company of `{{endpoint}}` by `{{name}}` in the {{place}}, and not by `{{written}}`, so it may refuse this request, or answer about another company. Write `{{name}}`.",
      misplaced:
        "Pleo looks for the company of `{{endpoint}}` in the {{place}}, as `{{name}}`, and this request has it elsewhere, so Pleo may refuse it, or answer about another company. Move it to the {{place}}.",
      rename: "Write `{{name}}`.",
    },
  },
  create(context, flow) {
    const { sourceCode } = context;
    const reading: Reading = { sourceCode, flow };

    function check(call: Call): void {
      const request = requestOf(sourceCode, call);
      if (request !== undefined) checkRequest(request);
    }

    function checkRequest(request: HttpRequest & Partial<ToldRequest>, furthest = FURTHEST): void {
      const asked = endpointsAsked(request);
      // What only its callers tell is told to them.
      if (asked.length === 0 && furthest > 0 && mayGoToPleo(request) && isSentToPleo(request)) {
        for (const told of requestsByCallers(sourceCode, request)) checkRequest(told, furthest - 1);
        return;
      }
      const problems = asked.flatMap(
        (each) => companyProblem(sourceCode, { request, ...each }) ?? [],
      );
      const [problem] = problems;
      const [first] = asked;
      // Where the program chooses between addresses, all of them have to be wrong.
      if (problem === undefined || first === undefined || problems.length < asked.length) return;
      if (asked.length < request.urls().length) return;
      if (asked.every(({ url }) => url.host === undefined) && !isSentToPleo(request)) return;
      report(request, first.endpoint, problem);
    }

    function isSentToPleo(request: HttpRequest): boolean {
      const isNamed = request
        .urls()
        .some(
          ({ host, hostPart }) =>
            host !== undefined ||
            (hostPart !== undefined &&
              (isNamedAfterPleo(sourceCode, hostPart) || mayBePleosField(sourceCode, hostPart))),
        );
      return isNamed || carriesKey(request, reading);
    }

    function report(request: HttpRequest, endpoint: Endpoint, problem: CompanyProblem): void {
      const { name, place } = problem;
      const what = { endpoint: `${endpoint.method} ${endpoint.path}`, name, place };
      if (problem.kind === "missing") {
        const names = [name, problem.or].flatMap((each) =>
          each === undefined ? [] : `\`${each}\``,
        );
        tell(context, {
          node: request.url.at(-1) ?? request.call,
          messageId: "missing",
          data: { ...what, names: names.join(" or ") },
        });
        return;
      }
      const { entry } = problem;
      const node = placeOfProblem(sourceCode, request, entry.at);
      if (problem.kind === "misplaced") {
        tell(context, { node, messageId: "misplaced", data: what });
        return;
      }
      tell(context, {
        node,
        messageId: "misspelt",
        data: { ...what, written: entry.name },
        suggest: [
          {
            messageId: "rename",
            data: { name },
            fix: (fixer) => renameEntry(sourceCode, { fixer, entry, name }),
          },
        ],
      });
    }

    return listenNear(flow, { CallExpression: check, NewExpression: check });
  },
});

/** Functions that hand on where to ask end somewhere. */
const FURTHEST = 2;

/** Its host is not known to be another one than Pleo's. */
function mayGoToPleo(request: HttpRequest): boolean {
  const urls = request.urls();
  return urls.every(({ host }) => host === undefined || findPleoHost(host)?.role === "external");
}

/** For each address that it may go to: Pleo's endpoint. An address of somebody else has none. */
function endpointsAsked(
  request: HttpRequest,
): readonly { readonly url: KnownUrl; readonly endpoint: Endpoint }[] {
  return request.urls().flatMap((url) => {
    if (url.path === undefined) return [];
    if (url.host !== undefined && findPleoHost(url.host)?.role !== "external") return [];
    const endpoint = endpointOf(request.method, url.path);
    return endpoint === undefined ? [] : [{ url, endpoint }];
  });
}

function carriesKey(request: HttpRequest, { sourceCode, flow }: Reading): boolean {
  const values = [...headerValues(sourceCode, request, "Authorization"), ...request.auth];
  return values.some((value) => flow.keysIn(value).length > 0);
}

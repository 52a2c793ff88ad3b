import { wordsOf } from "../evidence/key-names.ts";
import { wordSet } from "../evidence/word-set.ts";
import type { Callee } from "../syntax/callee.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";

/** Play somebody else's server in tests: what is named there is answered and not asked. */
const PLAYERS: ReadonlySet<string> = wordSet(
  "msw nock fetch-mock fetch-mock-jest @fetch-mock/vitest @fetch-mock/jest axios-mock-adapter moxios jest-fetch-mock vitest-fetch-mock",
  "miragejs pretender mockttp sinon testdouble @pollyjs/core xhr-mock mockyeah json-server wiremock wiremock-captain",
);
/** Are servers themselves, and may keep clients: `app.get(…)` is a route, `app.axios.get(…)` is a request. */
const SERVERS: ReadonlySet<string> = wordSet(
  "express fastify hono koa-router @koa/router restify polka itty-router h3 @hapi/hapi elysia",
);

/** And what files call them whose import does not say it. */
const PLAYED = wordSet("mock mocks mocked stub stubs stubbed fake nock msw mirage pretender polly");
const SERVED = wordSet("app router server routes fastify koa hono");

/**
 * Does a call like `http.get(url, …)` say what somebody else is answered? Asked of those only that are called like a verb, of
 * something that is no known client.
 */
export function declaresAnswer(callee: Callee): boolean {
  const { names, madeNames } = callee;
  if (isMadeBy(callee, PLAYERS)) return true;
  if (names.slice(0, -1).some((name) => wordsOf(name).some((word) => PLAYED.has(word))))
    return true;
  const isRoute = names.length === madeNames + 1 && isMadeBy(callee, SERVERS);
  if (isRoute || SERVED.has(names.at(-2) ?? "")) return true;
  const [, ...handlers] = callee.args;
  return handlers.some((handler) => isFunction(handler) && answers(handler));
}

/** Longer roads to what made it say nothing more. */
const FURTHEST = 4;

function isMadeBy(callee: Callee, packages: ReadonlySet<string>): boolean {
  let made: Callee | undefined = callee;
  for (let left = FURTHEST; left > 0 && made !== undefined; left--) {
    const { module } = made;
    if (module !== undefined && packages.has(packageOf(module))) return true;
    made = made.madeBy?.callee;
  }
  return false;
}

/** `msw` of `msw/node`, `@koa/router`. */
function packageOf(module: string): string {
  const [scope = "", name = ""] = module.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

/** What is called with an answer of a request calls it so. */
const IS_ANSWER =
  /^_*(?:e|err|error|res|resp|response|reply|answer|result|data|body|json|html|text|status)$/i;

/** Is this what makes an answer? Unlike `(error, body) => …`, and `(response) => …`. */
function answers({ params: [first] }: FunctionNode): boolean {
  return first?.type !== "Identifier" || !IS_ANSWER.test(first.name);
}

import { wordsOf } from "../flow/evidence/key-names.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

const ASKS_WHO_MAY = /compan|member|access|permission|guard|owner|polic/i;
/** So do these, right before a handler; before all of them they ask less, like `router.allowedMethods`. */
const LETS_IN = /authori[sz]e[A-Z]|allow/i;
const OF_TENANT = /tenant/i;

/** Says a name that whoever has it asks which companies the caller may see? `requireMembership`, `guards.tenant`. */
export function isGuardName(name: string): boolean {
  return LETS_IN.test(name) || isGuardOfCompanies(name);
}

function isGuardOfCompanies(name: string): boolean {
  if (ASKS_WHO_MAY.test(name)) return true;
  return OF_TENANT.test(name) && !onlyFindsTenant(name);
}

/** Say how the caller's tenant is found, and not that anybody is turned away. */
const FINDS = wordSet(
  "multi resolve resolver resolved load loader with set setup get find finder attach add inject of from current",
  "identify detect extract read fetch use bind init provide provider parse determine lookup",
);
/** May stand beside these, and by themselves say nothing: `tenantMiddleware` may ask anything. */
const BESIDE = wordSet(
  "tenant tenants tenancy context ctx scoped my our the",
  "of from to by for on in and host hostname subdomain domain header headers request req session jwt token user id slug key",
  "middleware plugin handler hook storage async local db database schema connection client app api server",
);

/** `tenantOf`, `resolveTenant`, `app.loadTenant`: unlike `requireTenant` and `sameTenant`. */
function onlyFindsTenant(name: string): boolean {
  const own = name.slice(name.lastIndexOf(".") + 1);
  const words = wordsOf(own);
  const isAllOfIt = words.every((word) => FINDS.has(word) || BESIDE.has(word));
  return words.includes("tenant") && isAllOfIt && words.some((word) => FINDS.has(word));
}

/** What stands before all handlers, as far as its arguments make no calls. */
const STANDS_BEFORE = /\.(use|param|addHook)\(([^()]*)/g;
const TEXT = /(["'`])(?:(?!\1).)*\1/g;
const NAME = /[\w$.]{4,}/g;
/** Does this text put a middleware before all handlers whose name says that it asks for companies? */
export function hasGuardOfAll(text: string): boolean {
  for (const [, method = "", given = ""] of text.matchAll(STANDS_BEFORE)) {
    // `c.req.param("companyId")` only reads what `app.param("companyId", check)` looks at.
    const isRead = method === "param" && !given.includes(",");
    if (isRead) continue;
    const mayAskOfPath = method === "param" || endsInFunction(given);
    if (mayAskOfPath && isGuardOfCompanies(given)) return true;
    const names = given.replace(TEXT, "").match(NAME) ?? [];
    if (names.some(isGuardOfCompanies)) return true;
  }
  return false;
}

/** A function that is written right there may ask anything of what the path names. */
function endsInFunction(given: string): boolean {
  const last = given.slice(given.lastIndexOf(",") + 1).trim();
  return last === "" || /^(?:async|function)\b|=>/.test(last);
}

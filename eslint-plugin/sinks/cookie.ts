import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee } from "../flow/syntax/callee.ts";

const COOKIE_MODULES = /^(?:cookie|cookies|cookie-es|tough-cookie|set-cookie-parser)$/;

/** The arguments that a call makes a cookie of: `serialize("name", …)`, `headers.append("Set-Cookie", …)`. */
export function cookieArguments({
  names,
  module,
  path,
  madeBy,
  args,
}: Callee): readonly TSESTree.Node[] {
  const name = path.at(-1) ?? names.at(-1) ?? "";
  const [first, ...others] = args;
  if (/^(?:serialize|stringifySetCookie|serializeCookie)$/.test(name)) {
    if (module !== undefined && COOKIE_MODULES.test(module)) return others;
    return madeBy?.callee.names.at(-1) === "createCookie" ? args : [];
  }
  const method = names.at(-1);
  if (method === "set" && madeBy?.callee.isNew === true) {
    const made = madeBy.callee;
    return made.module !== undefined && COOKIE_MODULES.test(made.module) ? others : [];
  }
  const isHeader =
    (method === "set" || method === "append") &&
    first?.type === "Literal" &&
    String(first.value).toLowerCase() === "set-cookie";
  if (isHeader) return others;
  // What frameworks hand to a page beside its properties.
  return method === "set" && names.at(-2) === "cookies" ? others : [];
}

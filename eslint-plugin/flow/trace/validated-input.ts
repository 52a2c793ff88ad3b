import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, literalText, propertyName, variableOf } from "../syntax/binding.ts";
import { isFunction } from "../syntax/place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Asks `.input(schema)` for what a procedure's function is given. */
export const GIVEN = "[given]";

/** Take the function of a procedure, which gets what the schema before has let through. */
const HANDLES = wordSet("query mutation subscription action stateAction handler server");
const DECLARES = wordSet("input inputSchema schema validator inputValidator");
/** What the function calls it: tRPC and oRPC, next-safe-action, TanStack Start. */
const CALLED = wordSet("input parsedInput clientInput data");

/** Longer chains of middleware are not written. */
const FURTHEST = 10;

/** `.input(Body)` of `procedure.input(Body).use(auth).mutation(({ input }) => …)`. */
export function inputBefore(
  callee: TSESTree.MemberExpression,
): TSESTree.CallExpression | undefined {
  if (!HANDLES.has(propertyName(callee) ?? "")) return undefined;
  let call = bare(callee.object);
  for (let left = FURTHEST; left > 0 && call.type === "CallExpression"; left--) {
    if (DECLARES.has(lastNameOf(call.callee) ?? "") && call.arguments.length > 0) return call;
    const inner = bare(call.callee);
    if (inner.type !== "MemberExpression") return undefined;
    call = bare(inner.object);
  }
  return undefined;
}

/** The schema by which a part of what a function is given is checked, and what of that part is asked for. */
export function schemaOfGiven(
  call: TSESTree.CallExpression,
  path: readonly string[],
): { readonly schema: Node; readonly path: readonly string[] } | undefined {
  const [marker, name, ...rest] = path;
  const [schema] = call.arguments;
  if (marker !== GIVEN || schema === undefined || !CALLED.has(name ?? "")) return undefined;
  return { schema, path: rest };
}

/** `Body` of `zValidator("json", Body)` for `c.req.valid("json")` in the function that comes after it. */
export function schemaOfRoute(
  sourceCode: SourceCode,
  { callee, arguments: [place] }: TSESTree.CallExpression,
): Node | undefined {
  let root = bare(callee);
  while (root.type === "MemberExpression") root = bare(root.object);
  const fn = root.type === "Identifier" ? variableOf(sourceCode, root)?.defs[0]?.node : undefined;
  const wanted = literalText(place);
  if (!isFunction(fn) || fn.parent.type !== "CallExpression" || wanted === undefined)
    return undefined;
  for (const argument of fn.parent.arguments) {
    if (argument.type !== "CallExpression" || argument.arguments.length < 2) continue;
    const [where, schema] = argument.arguments;
    const isValidator = /validator$/i.test(lastNameOf(argument.callee) ?? "");
    if (isValidator && literalText(where) === wanted) return schema;
  }
  return undefined;
}

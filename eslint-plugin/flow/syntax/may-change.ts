import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";

const READERS: ReadonlySet<string> = new Set([
  "stringify",
  "fetch",
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "request",
  "log",
  "keys",
  "entries",
  "values",
  "String",
]);

/** A call for nothing but its effect may change what it is given: `addCompany(params)`. */
export function mayChange(call: TSESTree.CallExpression): boolean {
  const statement = call.parent.type === "AwaitExpression" ? call.parent.parent : call.parent;
  if (statement.type !== "ExpressionStatement") return false;
  const { callee } = call;
  const name = callee.type === "Identifier" ? callee.name : undefined;
  const member = callee.type === "MemberExpression" ? propertyName(callee) : undefined;
  return !READERS.has(name ?? member ?? "");
}

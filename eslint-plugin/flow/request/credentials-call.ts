import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName } from "../syntax/binding.ts";
import { calledFunction } from "../syntax/called-function.ts";
import { memberOf, settledValue } from "../syntax/constant-member.ts";
import { staticTextOf } from "../syntax/static-text.ts";
import { requestOf } from "./request.ts";
import type { HttpRequest } from "./request.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** How a call tells a client who it is: `.auth(user, password)`, `.auth(token, { type: "bearer" })`, `.bearer(token)`. */
export type CredentialsCall =
  | { readonly kind: "bearer"; readonly token: Node }
  | { readonly kind: "basic"; readonly user: Node; readonly password: Node }
  /** The whole header. */
  | { readonly kind: "header"; readonly value: Node };

const BEARER = /^(?:set|with|use)?bearer(?:auth|token)?$/i;

export function credentialsCallOf(
  sourceCode: SourceCode,
  { callee, arguments: [first, second, , fourth] }: TSESTree.CallExpression,
): CredentialsCall | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const name = propertyName(callee) ?? "";
  if (name !== "auth" && !BEARER.test(name)) return undefined;
  // What a function of the file does is looked at there.
  if (calledFunction(sourceCode, callee) !== undefined) return undefined;
  if (BEARER.test(name)) return first && { kind: "bearer", token: first };
  // `request` takes a token after user, password and whether to wait.
  if (fourth !== undefined) return { kind: "bearer", token: fourth };
  if (first === undefined) return undefined;
  if (second === undefined) return { kind: "header", value: first };
  const options = settledValue(sourceCode, second);
  if (options.type !== "ObjectExpression") return { kind: "basic", user: first, password: second };
  const type = memberOf(options, "type");
  const said = type === undefined ? [] : staticTextOf(sourceCode, type);
  return said[0] === "bearer" ? { kind: "bearer", token: first } : undefined;
}

/** The request of the chain that a call ends: `request.get(url)` of `request.get(url).auth(key)`. */
export function requestBefore(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): HttpRequest | undefined {
  let node: Node = bare(call.callee);
  for (;;) {
    if (node.type === "MemberExpression") node = bare(node.object);
    else if (node.type === "CallExpression") {
      const request = requestOf(sourceCode, node);
      if (request !== undefined) return request;
      node = bare(node.callee);
    } else return undefined;
  }
}

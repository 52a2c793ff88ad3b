import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { contains, functionAround } from "../syntax/place.ts";
import type { HttpRequest } from "./request.ts";

/**
 * Where to tell that something in an address, a query or a body is wrong. An address says by itself what is asked, so it
 * is wrong where it is written. What is gathered elsewhere for a query or a body may be right for another request: what
 * is wrong is that this one is sent with it.
 */
export function placeOfProblem(
  sourceCode: TSESLint.SourceCode,
  request: HttpRequest,
  at: TSESTree.Node,
): TSESTree.Node {
  const address = request.url.at(-1) ?? request.call;
  if (at === address) return writtenAddress(sourceCode, address);
  return contains(request.call, at) ? at : address;
}

/** The text that a name stands for; a constant of the whole file may be sent by several functions. */
function writtenAddress(sourceCode: TSESLint.SourceCode, address: TSESTree.Node): TSESTree.Node {
  if (bare(address).type !== "Identifier") return address;
  const written = settledValue(sourceCode, address);
  const isText = written.type === "TemplateLiteral" || written.type === "Literal";
  return isText && functionAround(written) === functionAround(address) ? written : address;
}

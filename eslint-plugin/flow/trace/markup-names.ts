import type { TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, literalText } from "../syntax/binding.ts";
import type { Path } from "./answer.ts";

const META = /^(?:\w+ )?meta\[(?:name|property|itemprop)=["']?([\w:.-]+)["']?\]$/;

/**
 * What a page calls the value that a call takes out of its markup: `pleo-api-key` of `getAttribute("data-pleo-api-key")`, and
 * of the `content` of `querySelector('meta[name="pleo-api-key"]')`.
 */
export function nameInMarkup(call: TSESTree.CallExpression, path: Path): string | undefined {
  const name = lastNameOf(call.callee);
  if (name === "querySelector") return path[0] === "content" ? metaName(call) : undefined;
  if (name !== "getAttribute") return undefined;
  const attribute = literalText(call.arguments[0]);
  const callee = bare(call.callee);
  const element = callee.type === "MemberExpression" ? bare(callee.object) : undefined;
  if (attribute !== "content") return attribute?.replace(/^data-/, "");
  return element?.type === "CallExpression" ? metaName(element) : undefined;
}

function metaName({ callee, arguments: [selector] }: TSESTree.CallExpression): string | undefined {
  if (lastNameOf(callee) !== "querySelector") return undefined;
  return META.exec(literalText(selector) ?? "")?.[1];
}

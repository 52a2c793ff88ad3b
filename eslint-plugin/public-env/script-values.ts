import type { TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { isCleansingName } from "../flow/evidence/key-names.ts";
import { mayBeKey } from "./text-context.ts";

const PASSES_ON: ReadonlySet<string> = new Set(["stringify", "String"]);
/** What schemas call a value that may not be there. */
const FORBIDS: ReadonlySet<string> = new Set(["never", "forbidden", "undefined", "null"]);
const COMPARISON = /^(?:[=!]==?|[<>]=?|in|instanceof)$/;

/** More than these, and it may well be a key. */
const MOST_PARTS = 40;

/** Could this value be a key? Not if it shows that it is nothing, a sample, or only tells something of one. */
export function mayHoldKey(value: TSESTree.Node): boolean {
  const pending = [value];
  for (let part = pending.pop(), count = 0; part !== undefined; part = pending.pop()) {
    const parts = count++ < MOST_PARTS ? choicesOf(bare(part)) : undefined;
    if (parts === undefined) return true;
    pending.push(...parts);
  }
  return false;
}

/** What the value may be instead of itself: nothing at all if it is harmless, `undefined` if it may be a key. */
function choicesOf(node: TSESTree.Node): readonly TSESTree.Node[] | undefined {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" && mayBeKey(unquoted(node.value)) ? undefined : [];
    case "TemplateLiteral":
      return node.expressions.length > 0 || mayBeKey(unquoted(node.quasis[0]?.value.raw ?? ""))
        ? undefined
        : [];
    case "Identifier":
      return node.name === "undefined" ? [] : undefined;
    case "UnaryExpression":
      return [];
    case "BinaryExpression":
      return COMPARISON.test(node.operator) ? [] : undefined;
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "MemberExpression":
      return propertyName(node) === "length" ? [] : undefined;
    case "CallExpression":
      return choicesOfCall(node);
    default:
      return undefined;
  }
}

function choicesOfCall({
  callee,
  arguments: args,
}: TSESTree.CallExpression): readonly TSESTree.Node[] | undefined {
  const name = lastNameOf(callee) ?? "";
  if (name === "Boolean" || FORBIDS.has(name) || isCleansingName(name)) return [];
  return PASSES_ON.has(name) && args.length > 0 ? args.slice(0, 1) : undefined;
}

/** What bundlers put in place of a name is code, in which a text has quotation marks. */
function unquoted(text: string): string {
  return text.trim().replace(/^(["'`])(.*)\1$/s, "$2");
}

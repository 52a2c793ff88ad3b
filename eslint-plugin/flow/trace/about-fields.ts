import type { TSESTree } from "@typescript-eslint/utils";
import { isAboutFields } from "../evidence/key-names.ts";
import { lastNameOf, propertyName } from "../syntax/binding.ts";

/** Objects are not within each other deeper than this. */
const DEEPEST = 4;

/** Is it a message, or a mark, that stands under the name of a field? `{ errors: { pleoApiKey: text } }`. */
export function isSaidOfField(property: TSESTree.Property): boolean {
  let node: TSESTree.Node = property;
  for (let left = DEEPEST; left > 0; left--) {
    const holder = holderOf(node.parent);
    if (holder === undefined) return false;
    if (isAboutFields(holder.name)) return true;
    if (holder.node.type !== "Property") return false;
    node = holder.node;
  }
  return false;
}

interface Holder {
  readonly name: string;
  readonly node: TSESTree.Node;
}

/** What an object is put into: another one's property, a variable, the argument of a call. */
function holderOf(object: TSESTree.Node): Holder | undefined {
  let node = object;
  while (node.parent && WRAPS.has(node.parent.type)) node = node.parent;
  const { parent } = node;
  switch (parent?.type) {
    case "Property":
      return { name: propertyName(parent) ?? "", node: parent };
    case "VariableDeclarator":
      return { name: lastNameOf(parent.id) ?? "", node: parent };
    case "AssignmentExpression":
      return { name: lastNameOf(parent.left) ?? "", node: parent };
    case "CallExpression":
    case "NewExpression":
      return { name: lastNameOf(parent.callee) ?? "", node: parent };
    default:
      return undefined;
  }
}

const WRAPS: ReadonlySet<string> = new Set<`${TSESTree.Node["type"]}`>([
  "ConditionalExpression",
  "LogicalExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
]);

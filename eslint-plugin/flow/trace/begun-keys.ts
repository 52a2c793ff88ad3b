import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { constantOf, isTypeOnly, variableOf } from "../syntax/binding.ts";
import { findComposedKeys, type LocatedKey } from "./composed-keys.ts";
import { joinOf, readLiteralText } from "../syntax/literal-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Ends like the beginning of a key, as it is or in base64. */
const BEGINS_KEY = /(?:pl[a-z]_[0-9a-f]{0,40}|cGx[\w+/]{1,60})$/i;

/** Is this the value of a constant that holds the beginning of a key, to which the rest is added elsewhere? */
export function isBegunKey({ parent, value }: TSESTree.StringLiteral): boolean {
  return parent.type === "VariableDeclarator" && BEGINS_KEY.test(value);
}

/** What is used more often is the prefix of something. */
const MOST_USES = 20;

/** The keys that are put together with what a constant begins. */
export function keysBegunBy(
  sourceCode: SourceCode,
  { parent }: TSESTree.StringLiteral,
): readonly LocatedKey[] {
  const [variable] = sourceCode.scopeManager?.getDeclaredVariables(parent) ?? [];
  if (variable === undefined || constantOf(variable) === undefined) return [];
  const wholes = variable.references
    .slice(0, MOST_USES)
    .flatMap(({ identifier, init }) => (init === true ? [] : (wholeText(identifier) ?? [])));
  return [...new Set(wholes)].flatMap((whole) =>
    findComposedKeys(readLiteralText(whole, (name) => constantText(sourceCode, name))),
  );
}

/** The largest sum, template or list that a name is a part of. */
function wholeText(name: Node): Node | undefined {
  let whole: Node | undefined;
  let node = name;
  for (let { parent } = node; parent; { parent } = node) {
    const list = parent.type === "ArrayExpression" ? joinOf(parent) : undefined;
    if (list !== undefined) node = list;
    else if (isText(parent)) node = parent;
    else if (isTypeOnly(parent)) {
      node = parent;
      continue;
    } else return whole;
    whole = node;
  }
  return whole;
}

function isText(node: Node): boolean {
  return (
    node.type === "TemplateLiteral" || (node.type === "BinaryExpression" && node.operator === "+")
  );
}

function constantText(sourceCode: SourceCode, name: TSESTree.Identifier): Node | undefined {
  const variable = variableOf(sourceCode, name);
  return variable === undefined ? undefined : constantOf(variable);
}

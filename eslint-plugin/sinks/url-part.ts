import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { entriesOf } from "../flow/syntax/entries.ts";
import { isComposed, openPartsOf } from "./url-text.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** What is known of an expression. */
export interface Knows {
  holdsKey(node: Node): boolean;
  /** Is what an object holds by this name a part of the URL? */
  isPart(name: string): boolean;
  /** It was reported, or is a part of a text that was. */
  isTold(node: Node): boolean;
}

/** Deeper than any object that becomes a query. */
const DEEPEST = 6;

/** The innermost expressions of a URL, or of a part of one, that bring the key in, as far as it is written in place. */
export function partsWithKey(sourceCode: SourceCode, node: Node, knows: Knows): readonly Node[] {
  if (knows.holdsKey(node)) return innermost(sourceCode, { node, knows, deepest: DEEPEST });
  return addedTo(sourceCode, node, knows);
}

interface Search {
  readonly node: Node;
  readonly knows: Knows;
  readonly deepest: number;
}

function innermost(sourceCode: SourceCode, { node, knows, deepest }: Search): readonly Node[] {
  const own = bare(node);
  if (knows.isTold(own)) return [];
  const inner = deepest > 0 ? innerNodes(sourceCode, own) : [];
  const withKey = inner.filter((part) => knows.holdsKey(part));
  if (withKey.length === 0) return [own];
  return withKey.flatMap((part) =>
    innermost(sourceCode, { node: part, knows, deepest: deepest - 1 }),
  );
}

function innerNodes(sourceCode: SourceCode, node: Node): readonly Node[] {
  if (isComposed(node)) return openPartsOf(sourceCode, node).map((part) => part.node);
  switch (node.type) {
    case "ObjectExpression":
      return node.properties.map((property) =>
        property.type === "Property" ? property.value : property.argument,
      );
    case "ArrayExpression":
      return node.elements.filter((element) => element !== null);
    case "NewExpression":
    case "CallExpression":
      return isForm(node.callee) ? node.arguments : [];
    default:
      return [];
  }
}

/** Where the key was put into a query that was made before and is only put behind an address here. */
export function formPartOf(sourceCode: SourceCode, node: Node, knows: Knows): Node | undefined {
  const name = withoutToString(bare(node));
  if (name.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, name);
  const made = variable === undefined ? undefined : constantOf(variable);
  const isMade = made?.type === "NewExpression" || made?.type === "CallExpression";
  if (!isMade || !isForm(made.callee)) return undefined;
  if (!knows.holdsKey(made)) return addedTo(sourceCode, name, knows)[0];
  const [part] = partsWithKey(sourceCode, made, knows);
  return part === made ? undefined : part;
}

/** What was added one by one: `params.append("key", key)`. */
function addedTo(sourceCode: SourceCode, node: Node, knows: Knows): readonly Node[] {
  const added = entriesOf(sourceCode, node).entries.flatMap(({ name, value }) =>
    value !== undefined && knows.isPart(name) ? [value] : [],
  );
  return added.filter((value) => knows.holdsKey(value)).slice(0, 1);
}

function withoutToString(node: Node): Node {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return node;
  return propertyName(node.callee) === "toString" ? bare(node.callee.object) : node;
}

const FORMS: ReadonlySet<string> = new Set(["URLSearchParams", "HttpParams", "stringify"]);

/** Gives what it is given the form of a query. */
function isForm(callee: Node): boolean {
  const name = lastNameOf(callee);
  return name !== undefined && FORMS.has(name);
}

/** Is it an argument of a function of such a name? */
export function isHandedTo(node: Node, isWanted: (name: string) => boolean): boolean {
  const { parent } = node;
  if (parent?.type !== "CallExpression" || parent.callee === node) return false;
  const { callee } = parent;
  const name = lastNameOf(callee);
  return name !== undefined && isWanted(name);
}

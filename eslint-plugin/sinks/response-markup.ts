import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, isElementOfHtml } from "../flow/syntax/place.ts";
import { mentions } from "./response-evidence.ts";
import type { File } from "./response-returns.ts";

/** What a component that runs on the server writes into a page. */

const PAGE_OF_APP =
  /(?:^|[\\/])app[\\/](?:.*[\\/])?(?:page|layout|template|default|loading|not-found)\.[jt]sx?$/;
const SERVER_ONLY = /^\s*import\s*["']server-only["']/m;
const RUNS_IN_BROWSER = /^\s*["']use client["']|\buse(?:State|Effect|Reducer|Ref)\s*[(<]/m;

/** Attributes that stay where the component runs. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(["ref", "key"]);

/** Does markup at this place surely run on a server? */
export function isServerMarkup({ sourceCode, filename }: File, markup: TSESTree.Node): boolean {
  if (mentions(sourceCode, RUNS_IN_BROWSER)) return false;
  return (
    PAGE_OF_APP.test(filename) || mentions(sourceCode, SERVER_ONLY) || isInAsyncComponent(markup)
  );
}

/** Only on a server may a component be asynchronous. */
function isInAsyncComponent(markup: TSESTree.Node): boolean {
  for (let outer = markup.parent; outer; outer = outer.parent) {
    if (!isFunction(outer) || !outer.async) continue;
    const name = outer.id ?? (outer.parent.type === "VariableDeclarator" ? outer.parent.id : null);
    return name?.type === "Identifier" && /^[A-Z]/.test(name.name);
  }
  return false;
}

/** What is written into the page by `{…}`: text, or an attribute of an element of HTML. */
export function writtenMarkup(
  container: TSESTree.JSXExpressionContainer,
): TSESTree.Node | undefined {
  const { expression, parent } = container;
  if (expression.type === "JSXEmptyExpression") return undefined;
  if (parent.type === "JSXElement" || parent.type === "JSXFragment") return expression;
  if (parent.type !== "JSXAttribute" || parent.name.type !== "JSXIdentifier") return undefined;
  const { name } = parent.name;
  if (NOT_WRITTEN.has(name) || /^on[A-Z]/.test(name)) return undefined;
  return isElementOfHtml(parent.parent) ? expression : undefined;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, isGlobal, propertyName } from "../flow/syntax/binding.ts";
import { contains, isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { directivesOf } from "./where-it-runs.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Does this part of a client's file run on a server all the same, and stay there? */
export function staysOnServer(sourceCode: SourceCode, node: Node): boolean {
  let inner = node;
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (isFunction(outer) && isServerFunction(outer)) return true;
    if (isServerBranch(sourceCode, outer, inner)) return true;
    inner = outer;
  }
  return false;
}

const MAKES_SERVER_FUNCTION: ReadonlySet<string> = new Set([
  "server$",
  "routeLoader$",
  "routeAction$",
  "globalAction$",
  "createServerAction$",
  "createServerData$",
  "onServerPrefetch",
  "defineEventHandler",
]);

/** A function that says `'use server'`, or is handed to what keeps it on the server. */
function isServerFunction(fn: FunctionNode): boolean {
  if (fn.body.type === "BlockStatement" && directivesOf(fn.body).includes("use server")) {
    return true;
  }
  if (fn.parent.type !== "CallExpression" || fn.parent.callee === fn) return false;
  const { callee } = fn.parent;
  if (callee.type === "Identifier") return MAKES_SERVER_FUNCTION.has(callee.name);
  return callee.type === "MemberExpression" && beginsWithServerFunction(callee);
}

/** `createServerFn({ … }).validator(…).handler(fn)`. */
function beginsWithServerFunction(callee: TSESTree.MemberExpression): boolean {
  if (propertyName(callee) !== "handler") return false;
  let node: Node = callee;
  while (node.type === "MemberExpression" || node.type === "CallExpression") {
    node = node.type === "MemberExpression" ? node.object : node.callee;
  }
  return node.type === "Identifier" && node.name === "createServerFn";
}

/** `typeof window === "undefined" ? here : there`, `import.meta.env.SSR && here`. */
function isServerBranch(sourceCode: SourceCode, outer: Node, inner: Node): boolean {
  if (outer.type === "IfStatement" || outer.type === "ConditionalExpression") {
    const side = sideOf(sourceCode, outer.test);
    const { alternate } = outer;
    if (side === "server") return contains(outer.consequent, inner);
    return side === "client" && alternate !== null && contains(alternate, inner);
  }
  if (outer.type !== "LogicalExpression" || outer.left === inner) return false;
  const side = sideOf(sourceCode, outer.left);
  return side === (outer.operator === "&&" ? "server" : "client");
}

type Side = "server" | "client";

/** Where the program runs if the test holds. */
function sideOf(sourceCode: SourceCode, test: Node): Side | undefined {
  const node = bare(test);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    return otherSide(sideOf(sourceCode, node.argument));
  }
  if (node.type === "LogicalExpression" && node.operator === "&&") {
    return sideOf(sourceCode, node.left) ?? sideOf(sourceCode, node.right);
  }
  if (node.type === "BinaryExpression") return sideOfComparison(sourceCode, node);
  if (node.type !== "MemberExpression") return undefined;
  const name = propertyName(node);
  const object = bare(node.object);
  if (name === "SSR") return "server";
  const isHost =
    object.type === "MetaProperty" || (object.type === "Identifier" && object.name === "process");
  if (!isHost) return undefined;
  return name === "server"
    ? "server"
    : name === "client" || name === "browser"
      ? "client"
      : undefined;
}

function otherSide(side: Side | undefined): Side | undefined {
  if (side === undefined) return undefined;
  return side === "server" ? "client" : "server";
}

function sideOfComparison(
  sourceCode: SourceCode,
  { left, operator, right }: TSESTree.BinaryExpression,
): Side | undefined {
  const isAsked =
    left.type === "UnaryExpression" &&
    left.operator === "typeof" &&
    left.argument.type === "Identifier" &&
    (left.argument.name === "window" || left.argument.name === "document") &&
    isGlobal(sourceCode, left.argument);
  if (!isAsked || right.type !== "Literal" || right.value !== "undefined") return undefined;
  if (operator === "===" || operator === "==") return "server";
  return operator === "!==" || operator === "!=" ? "client" : undefined;
}

/** In a file that frameworks take apart: is it within what users get, a component or a hook? */
export function isInComponent(node: Node): boolean {
  let outermost: Node | undefined;
  for (let outer = node.parent; outer && outer.type !== "Program"; outer = outer.parent) {
    if (isFunction(outer) || outer.type === "ClassDeclaration") outermost = outer;
  }
  if (outermost === undefined) return false;
  const name = nameOf(outermost);
  return name === undefined ? isDefaultExport(outermost) : IN_CLIENTS.test(name);
}

const IN_CLIENTS = /^(?:[A-Z]|use[A-Z]|client(?:Loader|Action)$)/;

/** Its own name, or that of the constant that holds it, be it wrapped in `memo` and the like. */
function nameOf(fn: Node): string | undefined {
  if (isFunction(fn) && fn.id) return fn.id.name;
  if (fn.type === "ClassDeclaration" && fn.id) return fn.id.name;
  const holder = holderOf(fn);
  if (holder?.type !== "VariableDeclarator") return undefined;
  return holder.id.type === "Identifier" ? holder.id.name : undefined;
}

function isDefaultExport(fn: Node): boolean {
  return holderOf(fn)?.type === "ExportDefaultDeclaration";
}

function holderOf(fn: Node): Node | undefined {
  let holder = fn.parent;
  while (holder?.type === "CallExpression") holder = holder.parent;
  return holder;
}

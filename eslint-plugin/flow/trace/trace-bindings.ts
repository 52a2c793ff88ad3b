import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { fromSource, under, UNKNOWN, type Answer } from "./answer.ts";
import { bare, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { typeInside } from "./member-type.ts";
import { pathInPattern } from "../syntax/pattern-path.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";
import { traceMembers } from "./trace-type.ts";
import type { Tracing } from "./tracing.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Longer chains of routes and of aliases say nothing either. */
const FURTHEST = 60;

/** `c.env` of Hono and `context.env` of Cloudflare: all that a worker is told, keys with it. */
export function traceBindings(tracing: Tracing, node: TSESTree.MemberExpression): Answer {
  const context = bare(node.object);
  if (propertyName(node) !== "env" || context.type !== "Identifier") return UNKNOWN;
  const { sourceCode } = tracing;
  const fn = functionOf(sourceCode, context);
  const first = fn?.params[0];
  if (fn === undefined || first === undefined) return UNKNOWN;
  if (pathInPattern(first, context.name)?.length !== 0) return UNKNOWN;
  const name = `${context.name}.env`;
  const type = typeOfBindings(sourceCode, fn);
  return type === undefined
    ? asRead(tracing, node, name)
    : traceMembers(tracing, { name, type, node });
}

/** `env` of `fetch(request, env)` and of `({ env }) => …`, where the handler's type says what it is told. */
export function traceHandedBindings(tracing: Tracing, node: TSESTree.Identifier): Answer {
  if (node.name !== "env") return UNKNOWN;
  const { sourceCode } = tracing;
  const fn = functionOf(sourceCode, node);
  if (fn === undefined) return UNKNOWN;
  const index = fn.params.findIndex((param) => pathInPattern(param, node.name) !== undefined);
  const path = fn.params[index] && pathInPattern(fn.params[index], node.name);
  const isPart = index === 0 && path?.length === 1 && path[0] === "env";
  const isSecond = index === 1 && path?.length === 0;
  const type = isPart || isSecond ? typeOfHandler(fn, isPart ? OF_CONTEXT : OF_WORKER) : undefined;
  return type === undefined ? UNKNOWN : traceMembers(tracing, { name: node.name, type, node });
}

const OF_CONTEXT = /^(?:PagesFunction|PagesPluginFunction|EventContext)$/;
const OF_WORKER = /^ExportedHandler(?:\w+Handler)?$/;

function functionOf(sourceCode: SourceCode, name: TSESTree.Identifier): FunctionNode | undefined {
  const node = variableOf(sourceCode, name)?.defs[0]?.node;
  return isFunction(node) ? node : undefined;
}

function typeOfBindings(sourceCode: SourceCode, fn: FunctionNode): TSESTree.TypeNode | undefined {
  const [context] = fn.params;
  const declared =
    context?.type === "Identifier" ? context.typeAnnotation?.typeAnnotation : undefined;
  const own = declared && argumentOf(sourceCode, declared);
  if (declared !== undefined) return own && (bindingsIn(sourceCode, own) ?? own);
  const handled = typeOfHandler(fn, OF_CONTEXT);
  if (handled !== undefined) return handled;
  const routes = typeOfRoutes(sourceCode, fn);
  return routes && bindingsIn(sourceCode, routes);
}

function bindingsIn(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
): TSESTree.TypeNode | undefined {
  return typeInside(sourceCode, type, ["Bindings"]);
}

/** `T` of `Context<T>`, and of an alias of that. */
function argumentOf(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
  left = FURTHEST,
): TSESTree.TypeNode | undefined {
  if (left === 0 || type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") {
    return undefined;
  }
  const [first] = type.typeArguments?.params ?? [];
  if (first !== undefined) return type.typeName.name.endsWith("Context") ? first : undefined;
  const declared = variableOf(sourceCode, type.typeName)?.defs[0]?.node;
  return declared?.type === "TSTypeAliasDeclaration"
    ? argumentOf(sourceCode, declared.typeAnnotation, left - 1)
    : undefined;
}

/** `Env` of `const onRequest: PagesFunction<Env> = …` and of `{ fetch(request, env) {} } satisfies ExportedHandler<Env>`. */
function typeOfHandler(fn: FunctionNode, wanted: RegExp): TSESTree.TypeNode | undefined {
  let left = 5;
  for (let node: Node | undefined = fn.parent; node && left > 0; node = node.parent, left--) {
    const type = typeGivenTo(node);
    if (type?.type === "TSTypeReference" && wanted.test(lastNameOfType(type))) {
      return type.typeArguments?.params[0];
    }
    if (isFunction(node) || node.type === "BlockStatement") return undefined;
  }
  return undefined;
}

function typeGivenTo(node: Node): TSESTree.TypeNode | undefined {
  if (node.type === "TSSatisfiesExpression" || node.type === "TSAsExpression") {
    return node.typeAnnotation;
  }
  return node.type === "VariableDeclarator" ? node.id.typeAnnotation?.typeAnnotation : undefined;
}

function lastNameOfType({ typeName }: TSESTree.TSTypeReference): string {
  return typeName.type === "Identifier" ? typeName.name : "";
}

/** `T` of `new Hono<T>()`, of which a function handles a route: `app.get("/", (c) => …)`. */
function typeOfRoutes(sourceCode: SourceCode, fn: FunctionNode): TSESTree.TypeNode | undefined {
  let call: Node = fn.parent;
  for (let left = FURTHEST; left > 0 && call.type === "CallExpression"; left--) {
    const callee = bare(call.callee);
    if (callee.type !== "MemberExpression") return undefined;
    const made = settledValue(sourceCode, callee.object);
    if (made.type === "NewExpression") {
      const isApp = /hono|^Elysia$/i.test(lastNameOf(made.callee) ?? "");
      return isApp ? made.typeArguments?.params[0] : undefined;
    }
    call = made;
  }
  return undefined;
}

/** Nothing says what it holds, but elsewhere a key is read from it. */
function asRead({ keyVariable, sourceCode }: Tracing, node: Node, name: string): Answer {
  if (keyVariable === undefined || !sourceCode.text.includes(`${name}.${keyVariable}`)) {
    return UNKNOWN;
  }
  const text = `\`${name}\`, which holds \`${keyVariable}\``;
  return under(keyVariable, fromSource({ text, node }));
}

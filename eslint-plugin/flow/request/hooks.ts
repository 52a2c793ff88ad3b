import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName, variableOf, wholeOf } from "../syntax/binding.ts";
import { calledFunctions } from "../syntax/called-function.ts";
import { callsTo } from "../syntax/calls-to.ts";
import { usesInFamily } from "../syntax/inheritance.ts";
import { contains, isFunction, type FunctionNode } from "../syntax/place.ts";
import { oncePerFile } from "../evidence/once-per-file.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** What libraries call the functions that see each request before it is sent. */
export const HOOK_NAMES: ReadonlySet<string> = new Set([
  "beforeRequest",
  "onRequest",
  "willSendRequest",
]);

const SPEAKS_OF_HOOKS =
  /\binterceptors\b|\b(?:beforeRequest|onRequest|willSendRequest|compose)\b|\bhooks\b/;

const mayHaveHooks = oncePerFile(({ text }) => SPEAKS_OF_HOOKS.test(text));

/** Hooks that hand on what they get to functions that hand it on end somewhere. */
const FURTHEST = 3;

/** Is this name what a hook gets, the options of a request that is about to be sent? */
function isHookConfig(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  furthest = FURTHEST,
): boolean {
  if (!mayHaveHooks(sourceCode)) return false;
  const [definition] = variableOf(sourceCode, name)?.defs ?? [];
  const fn = definition?.node;
  if (definition === undefined || !isFunction(fn)) return false;
  const index = fn.params.findIndex((param) => contains(param, definition.name));
  return index >= 0 && isHook(sourceCode, fn, { index, furthest });
}

interface Wanted {
  readonly index: number;
  readonly furthest: number;
}

function isHook(sourceCode: SourceCode, fn: FunctionNode, { index, furthest }: Wanted): boolean {
  if (isHookByName(fn) || isDispatch(fn)) return true;
  if (index === 0 && usesOf(sourceCode, fn).some(isTakenAsHook)) return true;
  if (furthest <= 0) return false;
  return callsTo(sourceCode, fn).some(({ arguments: args }) => {
    const given = args[index];
    return given?.type === "Identifier" && isHookConfig(sourceCode, given, furthest - 1);
  });
}

/** `willSendRequest(path, request) {}` of a data source, `onRequest({ options }) {}`. */
function isHookByName({ parent }: FunctionNode): boolean {
  const isMember =
    parent.type === "MethodDefinition" ||
    parent.type === "Property" ||
    parent.type === "PropertyDefinition";
  return isMember && HOOK_NAMES.has(propertyName(parent) ?? "");
}

/** `compose((dispatch) => (options, handler) => dispatch(options, handler))` of undici. */
function isDispatch({ parent }: FunctionNode): boolean {
  let outer: Node | undefined = parent;
  if (outer.type === "ReturnStatement") outer = outer.parent.parent;
  if (!isFunction(outer)) return false;
  const call = outer.parent;
  return call.type === "CallExpression" && lastNameOf(call.callee) === "compose";
}

/** The function where it is written, and wherever it is named. */
function usesOf(sourceCode: SourceCode, fn: FunctionNode): readonly Node[] {
  const { parent } = fn;
  const name =
    fn.type === "FunctionDeclaration"
      ? fn.id
      : parent.type === "VariableDeclarator" && parent.id.type === "Identifier"
        ? parent.id
        : null;
  if (name !== null) {
    const references = variableOf(sourceCode, name)?.references ?? [];
    return [fn, ...references.map(({ identifier }) => identifier)];
  }
  const isMember = parent.type === "MethodDefinition" || parent.type === "PropertyDefinition";
  const member = isMember ? propertyName(parent) : undefined;
  if (!isMember || member === undefined) return [fn];
  return [fn, ...usesInFamily(sourceCode, parent.parent.parent, member)];
}

function isTakenAsHook(use: Node): boolean {
  const node = wholeOf(boundAround(wholeOf(use)));
  const { parent } = node;
  if (parent?.type === "CallExpression") {
    return parent.arguments[0] === node && isRequestUse(parent);
  }
  const list = parent?.type === "ArrayExpression" ? parent.parent : parent;
  if (list?.type !== "Property") return false;
  const name = propertyName(list) ?? "";
  if (HOOK_NAMES.has(name)) return true;
  const around = list.parent.parent;
  return name === "init" && around.type === "Property" && propertyName(around) === "hooks";
}

/** `this.sign.bind(this)` of `this.sign`. */
function boundAround(use: Node): Node {
  const member = use.parent;
  const isBind = member?.type === "MemberExpression" && propertyName(member) === "bind";
  const call = isBind && member.object === use ? member.parent : undefined;
  return call?.type === "CallExpression" ? call : use;
}

/** `client.interceptors.request.use(…)`. */
export function isRequestUse({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== "MemberExpression" || propertyName(callee) !== "use") return false;
  return callee.object.type === "MemberExpression" && propertyName(callee.object) === "request";
}

/** The functions of this file that run as a hook: `sign`, `this.sign`, `this.sign.bind(this)`. */
export function functionsOfHook(sourceCode: SourceCode, hook: Node): readonly FunctionNode[] {
  const node = bare(hook);
  const isBound = node.type === "CallExpression" && lastNameOf(node.callee) === "bind";
  const bound = isBound && node.callee.type === "MemberExpression" ? node.callee.object : node;
  return calledFunctions(sourceCode, bare(bound));
}

/** What clients call the query of a request. */
export const QUERIES: ReadonlySet<string> = new Set(["params", "searchParams", "query"]);

/** Is this the query of a request in one of its hooks: `config.params`, `context.options.query`? */
export function isQueryInHook(sourceCode: SourceCode, node: Node): boolean {
  const query = bare(node);
  if (query.type !== "MemberExpression" || !QUERIES.has(propertyName(query) ?? "")) return false;
  return isConfig(sourceCode, query.object);
}

function isConfig(sourceCode: SourceCode, node: Node): boolean {
  const config = bare(node);
  const isInside = config.type === "MemberExpression" && propertyName(config) === "options";
  const name = isInside ? bare(config.object) : config;
  return name.type === "Identifier" && isHookConfig(sourceCode, name);
}

/** What a call in a hook puts into the query: `request.params.set("a", b)`, `Object.assign(config.params, { a: b })`. */
export function queryAddedInHook(
  sourceCode: SourceCode,
  { callee, arguments: args }: TSESTree.CallExpression,
): readonly Node[] {
  const name = lastNameOf(callee);
  const [first, ...others] = args;
  if (name === "assign") {
    return first !== undefined && isQueryInHook(sourceCode, first) ? others : [];
  }
  const isSetter = (name === "set" || name === "append") && callee.type === "MemberExpression";
  return isSetter && isQueryInHook(sourceCode, callee.object) ? args : [];
}

/** The query of what a hook makes of its options: `{ ...config, params: { … } }`, and Angular's `clone({ setParams: { … } })`. */
export function queryOfHookResult(
  sourceCode: SourceCode,
  object: TSESTree.ObjectExpression,
): readonly Node[] {
  const { parent, properties } = object;
  const clones = valuesNamed(object, CLONED);
  const isClone = parent.type === "CallExpression" && lastNameOf(parent.callee) === "clone";
  if (isClone && clones.length > 0 && isOfAngular(sourceCode)) return clones;
  const queries = valuesNamed(object, QUERIES);
  if (queries.length === 0) return [];
  const isCopy = properties.some(
    (each) => each.type === "SpreadElement" && isConfig(sourceCode, each.argument),
  );
  return isCopy ? queries : [];
}

/** Others clone things that have parameters as well: `template.clone({ params: { … } })`. */
const isOfAngular = oncePerFile(({ text }) => /@angular\/common\/http|\bsetParams\b/.test(text));

const CLONED: ReadonlySet<string> = new Set(["setParams", "params"]);

function valuesNamed(
  { properties }: TSESTree.ObjectExpression,
  names: ReadonlySet<string>,
): readonly Node[] {
  return properties.flatMap((each) =>
    each.type === "Property" && names.has(propertyName(each) ?? "") ? [each.value] : [],
  );
}

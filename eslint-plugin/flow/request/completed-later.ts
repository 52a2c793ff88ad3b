import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName } from "../syntax/binding.ts";
import { calledFunction } from "../syntax/called-function.ts";
import { entriesOf } from "../syntax/entries.ts";
import { contains, isFunction, type FunctionNode } from "../syntax/place.ts";
import { visit } from "../syntax/visit.ts";
import { oncePerFile } from "../evidence/once-per-file.ts";
import { functionsOfHook, HOOK_NAMES, isRequestUse } from "./hooks.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Node = TSESTree.Node;

/** Interceptors, hooks and defaults of a client may add a company to each of its requests. */
export const isCompletedLater = oncePerFile((sourceCode): boolean => {
  const hooks = sourceCode.text.match(HOOKS)?.length ?? 0;
  if (hooks === 0) return false;
  let harmless = 0;
  visit([sourceCode.ast], sourceCode.visitorKeys, (node) => {
    if (setsNoCompany(sourceCode, node)) harmless++;
    return true;
  });
  return harmless < hooks;
});

const HOOKS =
  /\binterceptors\s*\.\s*request\b|\b(?:beforeRequest|onRequest|willSendRequest|setParams)\b|\bdefaults\s*\.\s*(?:params|data|url|paramsSerializer|transformRequest)\b/g;

function setsNoCompany(sourceCode: SourceCode, node: Node): boolean {
  switch (node.type) {
    case "CallExpression":
      return isRequestUse(node) && areHarmless(sourceCode, node.arguments.slice(0, 1));
    case "Property":
    case "PropertyDefinition":
    case "MethodDefinition": {
      const { value } = node;
      const name = propertyName(node) ?? "";
      if (name === "setParams" && value !== null) return namesNoCompany(sourceCode, value);
      if (!HOOK_NAMES.has(name) || value === null) return false;
      return areHarmless(sourceCode, value.type === "ArrayExpression" ? value.elements : [value]);
    }
    case "AssignmentExpression":
      return isHarmlessDefault(sourceCode, node);
    default:
      return false;
  }
}

function areHarmless(sourceCode: SourceCode, hooks: readonly (Node | null)[]): boolean {
  return hooks.every((hook) => {
    const fns = hook === null ? [] : functionsOfHook(sourceCode, hook);
    return fns.length > 0 && fns.every((fn) => addsNoCompany(sourceCode, fn));
  });
}

/** A name, or a part of the text, that may be that of a company. */
const COMPANY = /compan|organi[sz]|tenant|entity/i;

/** `client.defaults.params = { version: 2 }`, `client.defaults.params.version = 2`. */
function isHarmlessDefault(
  sourceCode: SourceCode,
  { left, right, operator }: TSESTree.AssignmentExpression,
): boolean {
  if (left.type !== "MemberExpression" || operator !== "=") return false;
  const [owner, last] = [bare(left.object), propertyName(left)];
  if (owner.type !== "MemberExpression" || last === undefined) return false;
  if (propertyName(owner) === "defaults") {
    return (last === "params" || last === "data") && namesNoCompany(sourceCode, right);
  }
  const isParameter = propertyName(owner) === "params" || propertyName(owner) === "data";
  const around = bare(owner.object);
  const isDefault = around.type === "MemberExpression" && propertyName(around) === "defaults";
  return isParameter && isDefault && !COMPANY.test(last);
}

function namesNoCompany(sourceCode: SourceCode, value: Node): boolean {
  const { entries, isComplete } = entriesOf(sourceCode, value);
  return isComplete && !entries.some(({ name }) => COMPANY.test(name));
}

/** Hooks that hand on what they get to functions that hand it on end somewhere. */
const FURTHEST = 3;

/** Does a function that gets the options of a request leave its company to others? */
function addsNoCompany(sourceCode: SourceCode, fn: FunctionNode, furthest = FURTHEST): boolean {
  if (COMPANY.test(sourceCode.getText(fn))) return false;
  if (fn.params.some(({ type }) => type === "RestElement" || type === "ArrayPattern")) return false;
  const names = new Set(
    sourceCode.scopeManager
      ?.getDeclaredVariables(fn)
      .filter(({ defs }) =>
        fn.params.some((param) => defs.some(({ name }) => contains(param, name))),
      )
      .map(({ name }) => name),
  );
  let isHarmless = true;
  visit([fn.body], sourceCode.visitorKeys, (node) => {
    isHarmless &&=
      node.type !== "Identifier" ||
      !names.has(node.name) ||
      isName(node) ||
      isHarmlessUse(sourceCode, node, furthest);
    return isHarmless;
  });
  return isHarmless;
}

/** `options` of `{ options: 1 }` and of `a.options` is no variable. */
function isName(node: TSESTree.Identifier): boolean {
  const { parent } = node;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  return parent.type === "Property" && parent.key === node && !parent.computed && !parent.shorthand;
}

/** Parts of a request in which a company may be named. */
const MAY_NAME: ReadonlySet<string> = new Set(
  "params query searchParams search url path body data json form baseURL paramsSerializer transformRequest options".split(
    " ",
  ),
);
const QUERIES: ReadonlySet<string> = new Set([
  "params",
  "query",
  "searchParams",
  "data",
  "body",
  "json",
]);

function isHarmlessUse(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  furthest: number,
): boolean {
  const { parent } = name;
  switch (parent.type) {
    case "MemberExpression":
      return isHarmlessMember(sourceCode, parent);
    case "SpreadElement":
      return parent.parent.type === "ObjectExpression" && isHarmlessCopy(sourceCode, parent.parent);
    case "ReturnStatement":
      return true;
    case "ArrowFunctionExpression":
      return parent.body === name;
    case "CallExpression":
      return furthest > 0 && isHarmlessCall(sourceCode, parent, furthest - 1);
    default:
      return false;
  }
}

function isHarmlessCall(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  furthest: number,
): boolean {
  // `dispatch(options)`, `next(request)`: what goes on with it adds nothing.
  const { callee } = call;
  const isNext = callee.type === "Identifier" && /^(?:dispatch|next)$/.test(callee.name);
  if (isNext) return true;
  const fn = calledFunction(sourceCode, bare(callee));
  return fn !== undefined && addsNoCompany(sourceCode, fn, furthest);
}

/** `config.headers.set(…)`, `config.params = { ...config.params, version: 2 }`, `config.params.version = 2`. */
function isHarmlessMember(sourceCode: SourceCode, member: TSESTree.MemberExpression): boolean {
  const part = propertyName(member);
  if (part === undefined) return false;
  if (!MAY_NAME.has(part)) return true;
  const { parent } = member;
  // What is there already stays, and others may be asked about it.
  if (parent.type === "SpreadElement") return true;
  if (part === "options" && parent.type === "MemberExpression") {
    return isHarmlessMember(sourceCode, parent);
  }
  if (!QUERIES.has(part)) return isOnlyAsked(parent, member);
  if (parent.type === "AssignmentExpression" && parent.left === member) {
    // `const params = (config.params ??= {})` goes on under another name.
    const isAll = parent.parent.type === "ExpressionStatement";
    return isAll && addsOnlyOthers(sourceCode, parent.right);
  }
  if (parent.type !== "MemberExpression" || parent.object !== member) return isKept(parent);
  return isHarmlessPart(parent);
}

/** `config.url.startsWith("/v1")`. */
function isOnlyAsked(parent: Node, member: Node): boolean {
  const name =
    parent.type === "MemberExpression" && parent.object === member && propertyName(parent);
  return typeof name === "string" && /^(?:startsWith|endsWith|includes|match|length)$/.test(name);
}

/** `config.params ?? {}` on the right of an assignment. */
function isKept(parent: Node): boolean {
  return parent.type === "LogicalExpression" && parent.parent.type !== "CallExpression";
}

/** `config.params.version = 2`, `request.params.set("version", "2")`. */
function isHarmlessPart(part: TSESTree.MemberExpression): boolean {
  const name = propertyName(part);
  const { parent } = part;
  if (name === undefined) return false;
  if (parent.type === "AssignmentExpression" && parent.left === part) return !COMPANY.test(name);
  if (parent.type !== "CallExpression" || parent.callee !== part) return true;
  const [key] = parent.arguments;
  const isNamed = key?.type === "Literal" && typeof key.value === "string";
  return (name === "set" || name === "append") && isNamed && !COMPANY.test(key.value);
}

/** An object of which all names are written, beside copies of what was there. */
function addsOnlyOthers(sourceCode: SourceCode, value: Node): boolean {
  const object = bare(value);
  if (object.type === "LogicalExpression") return addsOnlyOthers(sourceCode, object.right);
  if (object.type !== "ObjectExpression") return namesNoCompany(sourceCode, object);
  return object.properties.every((property) => {
    if (property.type === "SpreadElement") return isCopyOfMember(property.argument);
    const name = propertyName(property);
    return name !== undefined && !COMPANY.test(name);
  });
}

function isCopyOfMember(copied: Node): boolean {
  const node = bare(copied);
  if (node.type === "LogicalExpression") return isCopyOfMember(node.left);
  return node.type === "MemberExpression" && QUERIES.has(propertyName(node) ?? "");
}

/** `{ ...config, params: { ...config.params, version: 2 } }`. */
function isHarmlessCopy(
  sourceCode: SourceCode,
  { properties }: TSESTree.ObjectExpression,
): boolean {
  return properties.every((property) => {
    if (property.type === "SpreadElement") return true;
    const name = propertyName(property);
    if (name === undefined) return false;
    if (!MAY_NAME.has(name)) return true;
    return (
      QUERIES.has(name) && !isFunction(property.value) && addsOnlyOthers(sourceCode, property.value)
    );
  });
}

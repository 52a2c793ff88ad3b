import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, importOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calledFunction } from "../flow/syntax/called-function.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { fieldOf, parameterProperties } from "../flow/syntax/class-fields.ts";
import { pathInPattern } from "../flow/syntax/pattern-path.ts";
import { contains, isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { isCallerPart } from "./caller-part.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** A value that whoever calls this server has sent, and how it came here. */
export interface CallerInput {
  /** Where it is taken from the request. */
  readonly source: Node;
  /** The variables and parameters that it passed. */
  readonly via: readonly Variable[];
  /** What holds the whole request, where the value is taken out of one. */
  readonly request: Variable | undefined;
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly via: Variable[];
  request: Variable | undefined;
  stepsLeft: number;
}

/** One value is not made of more than these. */
const MOST_STEPS = 60;

/** What of the caller's a value is; `undefined` where it comes from elsewhere, or nobody can tell. */
export function callerInputOf(sourceCode: SourceCode, value: Node): CallerInput | undefined {
  const search = newSearch(sourceCode);
  const source = follow(search, value, []);
  return source === undefined ? undefined : { source, via: search.via, request: search.request };
}

/** Has the caller sent this, or what holds it: `req` itself counts, because what is in its body was sent. */
export function isSentAlong(sourceCode: SourceCode, value: Node): boolean {
  return (
    callerInputOf(sourceCode, value) !== undefined ||
    follow(newSearch(sourceCode), value, ["body"]) !== undefined
  );
}

function newSearch(sourceCode: SourceCode): Search {
  return { sourceCode, via: [], request: undefined, stepsLeft: MOST_STEPS };
}

type Path = readonly string[];

/** Where what lies at a path inside a value is taken from the request. A call in the path ends with `()`. */
function follow(search: Search, value: Node, path: Path): Node | undefined {
  if (--search.stepsLeft < 0) return undefined;
  const node = bare(value);
  switch (node.type) {
    case "Identifier":
      return followName(search, node, path);
    case "MemberExpression":
      return node.object.type === "ThisExpression"
        ? followField(search, { self: node.object, name: propertyName(node) ?? "*", path })
        : widest(node, follow(search, node.object, [propertyName(node) ?? "*", ...path]));
    case "CallExpression":
      return followCall(search, node, path);
    case "NewExpression":
      return followNew(search, node, path);
    case "LogicalExpression":
      return (
        (node.operator === "&&" ? undefined : follow(search, node.left, path)) ??
        follow(search, node.right, path)
      );
    case "ConditionalExpression":
      return follow(search, node.consequent, path) ?? follow(search, node.alternate, path);
    case "TemplateLiteral":
      return path.length === 0 && node.expressions.length === 1
        ? follow(search, node.expressions[0] ?? node, [])
        : undefined;
    case "ObjectExpression":
      return followProperty(search, node, path);
    default:
      return undefined;
  }
}

/** All of `req.query.id`; but what is read through a variable is taken from the request elsewhere. */
function widest(node: Node, source: Node | undefined): Node | undefined {
  return source !== undefined && contains(node, source) ? node : source;
}

/** `const input = { companyId: req.query.companyId }`, of which `input.companyId` is used. */
function followProperty(
  search: Search,
  { properties }: TSESTree.ObjectExpression,
  [name, ...rest]: Path,
): Node | undefined {
  if (name === undefined) return undefined;
  const found = properties.findLast(
    (property) => property.type === "SpreadElement" || propertyName(property) === name,
  );
  if (found === undefined) return undefined;
  return found.type === "Property"
    ? follow(search, found.value, rest)
    : follow(search, found.argument, [name, ...rest]);
}

/** Give back what they are given, in another form. */
const FORMS = wordSet("String Number encodeURIComponent decodeURIComponent encodeURI Object");
/** Check the form of what they are given, and nothing else. */
const PARSERS = wordSet("parse parseAsync safeParse safeParseAsync validateSync cast fromEntries");
const TEXT_METHODS = wordSet(
  "trim toString toLowerCase toUpperCase normalize replace replaceAll at valueOf",
);

function followCall(search: Search, call: TSESTree.CallExpression, path: Path): Node | undefined {
  const callee = bare(call.callee);
  const [first] = call.arguments;
  if (callee.type === "Identifier" && first !== undefined) {
    if (FORMS.has(callee.name)) return follow(search, first, path);
    if (OF_EVENT.has(callee.name) && isEvent(first)) return call;
  }
  if (callee.type === "Identifier" && isOfNext(search, callee))
    return path[0] === "get()" ? call : undefined;
  const fn = calledFunction(search.sourceCode, callee);
  if (fn !== undefined) return followReturns(search, fn, path);
  if (callee.type !== "MemberExpression") return undefined;
  const method = propertyName(callee) ?? "*";
  if (PARSERS.has(method) && first !== undefined) {
    return follow(search, first, path[0] === "data" ? path.slice(1) : path);
  }
  if (TEXT_METHODS.has(method)) return follow(search, callee.object, path);
  return widest(call, follow(search, callee.object, [`${method}()`, ...path]));
}

/** What a function of this file hands back: `const query = toQuery(url)`. */
function followReturns(search: Search, fn: FunctionNode, path: Path): Node | undefined {
  for (const returned of returnsOf(search.sourceCode, fn)) {
    const source = follow(search, returned, path);
    if (source !== undefined) return source;
  }
  return undefined;
}

/** Functions of h3 that take something out of a request. */
const OF_EVENT = wordSet(
  "getQuery getValidatedQuery getRouterParam getRouterParams readBody readValidatedBody getHeader getRequestHeader",
);

/** `headers()` and `cookies()` of Next. */
function isOfNext({ sourceCode }: Search, callee: TSESTree.Identifier): boolean {
  const variable = variableOf(sourceCode, callee);
  return variable !== undefined && importOf(variable)?.module === "next/headers";
}

function isEvent(node: Node): boolean {
  return node.type === "Identifier" && /^(?:event|e)$/.test(node.name);
}

function followNew(
  search: Search,
  { callee, arguments: [first] }: TSESTree.NewExpression,
  path: Path,
): Node | undefined {
  const isAddress =
    callee.type === "Identifier" && (callee.name === "URL" || callee.name === "URLSearchParams");
  return isAddress && first !== undefined ? follow(search, first, path) : undefined;
}

function followName(search: Search, name: TSESTree.Identifier, path: Path): Node | undefined {
  const variable = variableOf(search.sourceCode, name);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition === undefined) return undefined;
  if (search.via.includes(variable)) return undefined;
  const { node } = definition;
  if (isFunction(node)) return followParameter(search, { fn: node, variable, name, path });
  if (node.type !== "VariableDeclarator") return undefined;
  const passed = search.via.push(variable);
  const source = node.init === null ? undefined : followDeclared(search, { node, variable, path });
  const found = source ?? followWrites(search, variable, path);
  if (found === undefined) search.via.length = passed - 1;
  return found;
}

interface Declared {
  readonly node: TSESTree.VariableDeclarator;
  readonly variable: Variable;
  readonly path: Path;
}

function followDeclared(search: Search, { node, variable, path }: Declared): Node | undefined {
  const inside = pathInPattern(node.id, variable.name);
  return inside === undefined || node.init === null
    ? undefined
    : follow(search, node.init, [...inside, ...path]);
}

/** `let id; id = req.query.id;` */
function followWrites(search: Search, { references }: Variable, path: Path): Node | undefined {
  for (const { identifier, init, writeExpr } of references) {
    const isPlain = init !== true && identifier.parent.type === "AssignmentExpression";
    if (!isPlain || !writeExpr) continue;
    const source = follow(search, writeExpr, path);
    if (source !== undefined) return source;
  }
  return undefined;
}

interface AskedParameter {
  readonly fn: FunctionNode;
  readonly variable: Variable;
  readonly name: TSESTree.Identifier;
  readonly path: Path;
}

function followParameter(
  search: Search,
  { fn, variable, name, path }: AskedParameter,
): Node | undefined {
  const { sourceCode } = search;
  for (const [index, param] of fn.params.entries()) {
    const inside = pathInPattern(param, variable.name);
    if (inside === undefined) continue;
    const whole = [...inside, ...path];
    if (isCallerPart(sourceCode, { fn, index, param, path: whole })) {
      if (path.length === 0) search.via.push(variable);
      else search.request = variable;
      return name;
    }
    return followCalls(search, { fn, variable, index, path: whole });
  }
  return undefined;
}

interface AskedField {
  readonly self: TSESTree.ThisExpression;
  readonly name: string;
  readonly path: Path;
}

/** `this.companyId`, which the constructor was given. */
function followField(search: Search, { self, name, path }: AskedField): Node | undefined {
  const value = fieldOf(self, name)?.value;
  if (value !== undefined) return follow(search, value, path);
  const fn = constructorAround(self);
  const param = fn && parameterProperties(fn.params).find((each) => each.name === name);
  if (fn === undefined || param === undefined) return undefined;
  const variable = search.sourceCode.scopeManager
    ?.getDeclaredVariables(fn)
    .find((each) => each.name === name);
  return variable && followCalls(search, { fn, variable, index: param.index, path });
}

function constructorAround(self: Node): FunctionNode | undefined {
  for (let { parent } = self; parent; { parent } = parent) {
    if (parent.type === "ClassBody") {
      const made = parent.body.find(
        (member) => member.type === "MethodDefinition" && member.kind === "constructor",
      );
      return made?.type === "MethodDefinition" && isFunction(made.value) ? made.value : undefined;
    }
  }
  return undefined;
}

/** What a function of this file is called with. */
function followCalls(
  search: Search,
  asked: Omit<AskedParameter, "name"> & { readonly index: number },
): Node | undefined {
  const { fn, variable, index, path } = asked;
  const passed = search.via.push(variable);
  for (const call of callsTo(search.sourceCode, fn)) {
    const argument = call.arguments[index];
    if (argument === undefined || argument.type === "SpreadElement") continue;
    const source = follow(search, argument, path);
    if (source !== undefined) return source;
  }
  search.via.length = passed - 1;
  return undefined;
}

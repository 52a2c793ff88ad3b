import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, isWrittenAgain, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import { callsTo } from "../syntax/calls-to.ts";
import { givenFor, type By } from "../syntax/given.ts";
import { functionAround, isFunction, type FunctionNode } from "../syntax/place.ts";
import type { HttpRequest } from "./request.ts";
import { concatTexts, staticTextOf } from "../syntax/static-text.ts";
import type { StaticText } from "../syntax/static-text.ts";
import { merge, type Entries } from "../syntax/entries.ts";
import { oncePerFile } from "../evidence/once-per-file.ts";
import { choicesOfField, fieldByCall } from "./family-fields.ts";
import { laterQuery, readUrl } from "./url.ts";
import type { KnownUrl } from "./url.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** A request, as one caller of the function that sends it has it. */
export interface ToldRequest extends HttpRequest {
  readonly by: {
    readonly fn: FunctionNode;
    /** The parameters that become its query or its body. */
    readonly parameters: readonly TSESLint.Scope.Variable[];
  };
  /** The calls by which it came here, the innermost first. */
  readonly calls: readonly By[];
}

/**
 * A request of a function that is told where to send it, once for each call of that function: `callPleo("/v0/tags")`. Its
 * call is that of the function. What is built into the function stays as it is.
 */
export function requestsByCallers(
  sourceCode: SourceCode,
  request: HttpRequest,
): readonly ToldRequest[] {
  const parts = partsOf(request);
  const fn =
    parts.flatMap((part) => functionTold(sourceCode, part) ?? [])[0] ??
    parts.flatMap((part) => methodChosen(sourceCode, part) ?? [])[0];
  if (fn === undefined) return [];
  const budget = budgetOf(sourceCode);
  return callsTo(sourceCode, fn).flatMap((call) =>
    --budget.left < 0 ? [] : requestBy(sourceCode, request, { fn, call }),
  );
}

/** Requests times callers times their callers: of more than these nobody reads the reports. */
const budgetOf = oncePerFile(() => ({ left: 20_000 }));

/** All that may say where to ask, and what. */
function partsOf(request: HttpRequest): readonly (string | Node)[] {
  return [...request.urls().flatMap(({ text }) => text), ...request.query, ...request.body];
}

/** The function whose parameter this is. */
function functionTold(sourceCode: SourceCode, part: string | Node): FunctionNode | undefined {
  const name = typeof part === "string" ? undefined : withoutForm(part);
  if (name?.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, name);
  if (variable === undefined || isWrittenAgain(variable) || isAddedTo(variable)) return undefined;
  const node = variable.defs[0]?.node;
  return isFunction(node) ? node : undefined;
}

/** The method in which a part stands that each child of its class has for itself: `this.base`. */
function methodChosen(sourceCode: SourceCode, part: string | Node): FunctionNode | undefined {
  if (typeof part === "string" || choicesOfField(sourceCode, part).length === 0) return undefined;
  const fn = functionAround(part);
  return fn?.parent.type === "MethodDefinition" ? fn : undefined;
}

/** `params.company_id = …`, `params.set(…)`, `Object.assign(params, …)`: what the callers give is not all of it. */
function isAddedTo({ references }: TSESLint.Scope.Variable): boolean {
  return references.some(({ identifier }) => {
    const { parent } = identifier;
    if (parent.type === "CallExpression")
      return parent.arguments[0] === identifier && parent.parent.type === "ExpressionStatement";
    if (parent.type !== "MemberExpression" || parent.object !== identifier) return false;
    const { parent: around } = parent;
    if (around.type === "AssignmentExpression") return around.left === parent;
    return (
      around.type === "CallExpression" &&
      around.callee === parent &&
      ADDS.has(propertyName(parent) ?? "")
    );
  });
}

const ADDS: ReadonlySet<string> = new Set(["set", "append"]);

/** `params` of `new URLSearchParams(params)`. */
function withoutForm(part: Node): Node {
  const node = bare(part);
  const isForm = node.type === "NewExpression" && lastNameOf(node.callee) === "URLSearchParams";
  return isForm ? bare(node.arguments[0] ?? node) : node;
}

function requestBy(
  sourceCode: SourceCode,
  request: HttpRequest & Partial<ToldRequest>,
  by: By,
): readonly ToldRequest[] {
  if (by.call.arguments.some(({ type }) => type === "SpreadElement")) return [];
  const given = (part: Node): Node => givenBy(sourceCode, by, part) ?? part;
  let urls: readonly KnownUrl[] | undefined;
  return [
    {
      ...request,
      by: { fn: by.fn, parameters: parametersIn(sourceCode, request, by.fn) },
      calls: [...(request.calls ?? []), by],
      call: by.call,
      url: addressBy(sourceCode, request, by),
      query: request.query.map(given),
      body: request.body.map(given),
      urls: () => (urls ??= request.urls().map((url) => urlBy(sourceCode, url, by))),
    },
  ];
}

/** The base that the class has which is asked, and what the call says of the address. What follows `?` is another matter. */
function addressBy(sourceCode: SourceCode, request: HttpRequest, by: By): readonly Node[] {
  const parts = request.urls().flatMap(({ text }) => openPartsBeforeQuery(text));
  const bases = parts.flatMap((part) => fieldByCall(sourceCode, by.call, part) ?? []);
  const given = parts.flatMap((part) => givenBy(sourceCode, by, part) ?? []);
  return [...bases, ...(given.length > 0 ? given : [by.call])];
}

function openPartsBeforeQuery(text: StaticText): readonly Node[] {
  const query = text.findIndex((part) => typeof part === "string" && part.includes("?"));
  return (query < 0 ? text : text.slice(0, query)).filter((part) => typeof part !== "string");
}

function parametersIn(
  sourceCode: SourceCode,
  request: HttpRequest,
  fn: FunctionNode,
): readonly TSESLint.Scope.Variable[] {
  return partsOf(request).flatMap((part) => {
    const name = typeof part === "string" ? undefined : withoutForm(part);
    if (name?.type !== "Identifier" || functionTold(sourceCode, name) !== fn) return [];
    return variableOf(sourceCode, name) ?? [];
  });
}

function urlBy(sourceCode: SourceCode, url: KnownUrl, by: By): KnownUrl {
  let at: Node = by.call;
  const later: Entries[] = [];
  const text = url.text.map((part): StaticText => {
    const given =
      typeof part === "string"
        ? undefined
        : (givenBy(sourceCode, by, part) ?? fieldByCall(sourceCode, by.call, part));
    if (given === undefined) return [part];
    at = given;
    later.push(laterQuery(sourceCode, given));
    return staticTextOf(sourceCode, given);
  });
  const read = readUrl(sourceCode, concatTexts(...text), at);
  return { ...read, query: merge([read.query, url.query, ...later]) };
}

/** What a call gives for a parameter of the function, if a part is one. */
function givenBy(sourceCode: SourceCode, by: By, part: Node): Node | undefined {
  const name = withoutForm(part);
  if (name.type !== "Identifier" || functionTold(sourceCode, name) !== by.fn) return undefined;
  return givenFor(sourceCode, by, name);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { isFunction } from "../flow/syntax/place.ts";
import { parameterOf } from "./places.ts";

/** Calls that hand on an error without throwing it. What is an error already is seen where it is made. */

type SourceCode = TSESLint.SourceCode;

export interface Handed {
  /** What is called, for a message. */
  readonly sink: string;
  readonly node: TSESTree.Node;
}

/** What a call hands on as an error; `undefined` for every other call. */
export function handedAsError(
  sourceCode: SourceCode,
  { callee, arguments: args }: TSESTree.CallExpression,
): Handed | undefined {
  const called = bare(callee);
  const [first, second] = args;
  if (first === undefined) return undefined;
  if (called.type === "Identifier") {
    const isError =
      args.length === 1 && isErrorFirst(sourceCode, called) && !handsOn(sourceCode, first);
    return isError ? { sink: called.name, node: first } : undefined;
  }
  if (called.type !== "MemberExpression") return undefined;
  const method = propertyName(called);
  const owner = ownerName(called);
  if (method === "fail") return owner === "done" ? { sink: "done.fail", node: first } : undefined;
  if (method === "error" && STREAM.test(owner)) return { sink: `${owner}.error`, node: first };
  const isEvent = method === "emit" && first.type === "Literal" && first.value === "error";
  return isEvent && second !== undefined && !SOCKET.test(owner)
    ? { sink: "emit", node: second }
    : undefined;
}

/** What ends with an error that others get: `controller.error(…)`, `subscriber.error(…)`. */
const STREAM = /^(?:controller|subscriber|observer|subject)$/;
/** What is emitted there is sent to a client. */
const SOCKET = /^(?:io|ws)$|socket|namespace|client/i;

function ownerName({ object }: TSESTree.MemberExpression): string {
  const owner = bare(object);
  if (owner.type === "Identifier") return owner.name;
  return owner.type === "MemberExpression" ? (propertyName(owner) ?? "") : "";
}

/** Does a parameter take an error first, as Node's callbacks and Express's `next` do? */
function isErrorFirst(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  const parameter = parameterOf(sourceCode, name);
  if (parameter === undefined || parameter.isPart) return false;
  const { fn, index } = parameter;
  if (name.name === "next" && index > 1 && !isGuardOfRouter(fn.params[0])) return true;
  if (SETS.test(name.name)) return false;
  const references = variableOf(sourceCode, name)?.references ?? [];
  return references.slice(0, MOST_REFERENCES).some(({ identifier }) => succeeds(identifier));
}

/** `next({ ...options, headers })` of a middleware that changes what it was given. */
function handsOn(sourceCode: SourceCode, given: TSESTree.Node): boolean {
  const object = bare(given);
  if (object.type !== "ObjectExpression") return false;
  return object.properties.some((property) => {
    const name = property.type === "SpreadElement" ? bare(property.argument) : undefined;
    return (
      name?.type === "Identifier" &&
      !ERROR.test(name.name) &&
      parameterOf(sourceCode, name) !== undefined
    );
  });
}

const ERROR = /^_?(?:e|err|error|cause|reason)$/i;

/** Others are told nothing to clear it: `set(null, index)`. */
const SETS = /^(?:set|update|put|add|save|store|write|patch|render|dispatch)(?![a-z])/;

/** Whoever is called more often was called with a result by then. */
const MOST_REFERENCES = 40;

/** `cb(null, result)`. */
function succeeds(name: TSESTree.Identifier | TSESTree.JSXIdentifier): boolean {
  const call = name.parent;
  if (call.type !== "CallExpression" || call.callee !== name) return false;
  const [error, result] = call.arguments;
  if (error === undefined || result === undefined || isFunction(result)) return false;
  return error.type === "Literal"
    ? error.value === null
    : error.type === "Identifier" && error.name === "undefined";
}

/** `(to, from, next) => next({ query })` of a router in the browser. */
function isGuardOfRouter(first: TSESTree.Parameter | undefined): boolean {
  return first?.type === "Identifier" && /^_?to$/.test(first.name);
}

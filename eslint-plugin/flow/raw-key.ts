import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName, variableOf } from "./syntax/binding.ts";
import { calledFunction } from "./syntax/called-function.ts";
import { callsTo } from "./syntax/calls-to.ts";
import { memberOf, settledValue } from "./syntax/constant-member.ts";
import type { CarriedKey, Flow } from "./flow.ts";
import { isKeyName, isNeutralKeyName } from "./evidence/key-names.ts";
import { pathInPattern } from "./syntax/pattern-path.ts";
import { contains, isFunction, type FunctionNode } from "./syntax/place.ts";
import { returnsOf } from "./syntax/returns.ts";

type SourceCode = TSESLint.SourceCode;

/** A file, and what is known of the keys in it. */
export interface Reading {
  readonly sourceCode: SourceCode;
  readonly flow: Flow;
}

/** Parameters of functions that hand them on, and what functions make of what functions make, end somewhere. */
const FURTHEST = 4;

/** One function may be called from everywhere. */
const MOST_CALLS = 20;

/** The key that an expression is, as it is: not encoded, not inside a longer text, not in an object. */
export function rawKeyIn(reading: Reading, expression: TSESTree.Node): CarriedKey | undefined {
  return rawKey(reading, expression, FURTHEST);
}

function rawKey(
  reading: Reading,
  expression: TSESTree.Node,
  furthest: number,
): CarriedKey | undefined {
  const key = wholeKeyIn(reading, expression);
  const isKey =
    key !== undefined && isRaw(reading, expression, { source: key.source.node, furthest });
  return isKey ? key : undefined;
}

/** The first key that an expression is, or that stands in its text. */
function wholeKeyIn({ flow }: Reading, expression: TSESTree.Node): CarriedKey | undefined {
  return flow.keysIn(expression).find(({ inside }) => inside.length === 0);
}

interface Wanted {
  readonly source: TSESTree.Node;
  readonly furthest: number;
}

function isRaw(reading: Reading, expression: TSESTree.Node, wanted: Wanted): boolean {
  const { sourceCode } = reading;
  const value = settledValue(sourceCode, expression);
  if (value === wanted.source) return true;
  switch (value.type) {
    case "Identifier":
      return isWrittenRaw(sourceCode, value, wanted.source) && isGivenRaw(reading, value, wanted);
    case "MemberExpression": {
      const name = propertyName(value) ?? "";
      return isKeyName(name) || isNeutralKeyName(name);
    }
    case "LogicalExpression":
      return (
        wanted.furthest > 0 &&
        isRaw(reading, value.left, value === bare(expression) ? wanted : nearer(wanted))
      );
    case "CallExpression": {
      const inner = isTrimmed(value) ? trimmedIn(value) : heldBy(value);
      return inner !== undefined && wanted.furthest > 0
        ? isRaw(reading, inner, nearer(wanted))
        : isReturnedRaw(reading, value, wanted);
    }
    default:
      return false;
  }
}

/** A name that is a part of what it stands for leads back to itself. */
function nearer({ source, furthest }: Wanted): Wanted {
  return { source, furthest: furthest - 1 };
}

/** `keyOf(env)` of this file, which hands back the key and nothing made of it. */
function isReturnedRaw(
  reading: Reading,
  { callee }: TSESTree.CallExpression,
  { source, furthest }: Wanted,
): boolean {
  const fn = furthest > 0 ? calledFunction(reading.sourceCode, bare(callee)) : undefined;
  const returns = fn === undefined ? [] : returnsOf(reading.sourceCode, fn);
  if (returns.length === 0) return false;
  return returns.every((returned) => isRaw(reading, returned, { source, furthest: furthest - 1 }));
}

/** A parameter is what the callers give, and they may give a whole header: `ask(url, basic(key))`. */
function isGivenRaw(reading: Reading, name: TSESTree.Identifier, { furthest }: Wanted): boolean {
  const fn = variableOf(reading.sourceCode, name)?.defs[0]?.node;
  if (furthest <= 0 || !isFunction(fn)) return true;
  const awaited = promiseBefore(fn);
  if (awaited !== undefined) {
    return (
      wholeKeyIn(reading, awaited) === undefined ||
      rawKey(reading, awaited, furthest - 1) !== undefined
    );
  }
  const keys = argumentsFor(reading.sourceCode, fn, name.name).filter(
    (given) => wholeKeyIn(reading, given) !== undefined,
  );
  return (
    keys.length === 0 || keys.some((given) => rawKey(reading, given, furthest - 1) !== undefined)
  );
}

/** `header()` of `header().then((value) => …)`. */
function promiseBefore({ parent }: FunctionNode): TSESTree.Node | undefined {
  if (parent.type !== "CallExpression") return undefined;
  const callee = bare(parent.callee);
  const isThen = callee.type === "MemberExpression" && propertyName(callee) === "then";
  return isThen ? callee.object : undefined;
}

/** What the calls of a function give for one of its parameters. */
function argumentsFor(
  sourceCode: SourceCode,
  fn: FunctionNode,
  name: string,
): readonly TSESTree.Node[] {
  const index = fn.params.findIndex((param) => pathInPattern(param, name) !== undefined);
  const param = fn.params[index];
  const path = param === undefined ? undefined : pathInPattern(param, name);
  if (path === undefined) return [];
  return callsTo(sourceCode, fn)
    .slice(0, MOST_CALLS)
    .flatMap(({ arguments: args }) => {
      let given: TSESTree.Node | undefined = args[index];
      for (const part of path) {
        given = given && memberOf(settledValue(sourceCode, given), part);
      }
      return given === undefined || given.type === "SpreadElement" ? [] : [given];
    });
}

/** `key` of `O.fromNullable(key)`, of `pipe(O.of(key), O.getOrElse(() => ""))` and of `option.getOrElse("")`. */
function heldBy({ callee, arguments: given }: TSESTree.CallExpression): TSESTree.Node | undefined {
  const name = lastNameOf(callee) ?? "";
  const [first, ...steps] = given;
  if (HOLDS.test(name)) return first;
  if (TAKES_OUT.test(name)) return callee.type === "MemberExpression" ? callee.object : undefined;
  if (name !== "pipe") return undefined;
  const isKept = steps.every((step) => {
    const made = step.type === "CallExpression" ? step.callee : step;
    return HOLDS.test(lastNameOf(made) ?? "") || TAKES_OUT.test(lastNameOf(made) ?? "");
  });
  return isKept ? first : undefined;
}

const HOLDS = /^(?:fromNullable|fromNullishOr|some|just|Just|right|Right|ok|Ok|okAsync)$/;
const TAKES_OUT =
  /^(?:getOrElseW?|getOrUndefined|getOrNull|getOrThrow|unwrapOr|orDefault|toUndefined|toNullable)$/;

function isTrimmed({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type === "Identifier") return callee.name === "String";
  return (
    callee.type === "MemberExpression" && /^(?:trim|toString)$/.test(propertyName(callee) ?? "")
  );
}

function trimmedIn(call: TSESTree.CallExpression): TSESTree.Node {
  const { callee } = call;
  return callee.type === "MemberExpression" ? callee.object : (call.arguments[0] ?? call);
}

/** What is put together before it is put into a variable may be a whole header. */
function isWrittenRaw(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  source: TSESTree.Node,
): boolean {
  const references = variableOf(sourceCode, name)?.references ?? [];
  return references.every(({ writeExpr }) => {
    const written = writeExpr === null || writeExpr === undefined ? undefined : bare(writeExpr);
    if (written === undefined || written === source) return true;
    // What an effect gives may be a whole header as well, unless it is the key by itself.
    if (written.type === "YieldExpression") return contains(written, source);
    return !COMPOSES.has(written.type);
  });
}

const COMPOSES: ReadonlySet<string> = new Set([
  "TemplateLiteral",
  "BinaryExpression",
  "CallExpression",
]);

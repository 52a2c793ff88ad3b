import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import type { Call } from "../syntax/callee.ts";
import { callsTo } from "../syntax/calls-to.ts";
import { fieldInFamily } from "../syntax/inherited-fields.ts";
import { givenFor } from "../syntax/given.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** A `fetch` that a function or a class was given. */
interface GivenFetch {
  /** It is the platform's, and no function of somebody's that may add to what it sends. */
  readonly isPlain: boolean;
}

/** What classes call theirs; a parameter is known by what it is given, or by its type. */
export const FETCH_FIELDS: readonly string[] = [
  "fetcher",
  "fetchImpl",
  "fetchFn",
  "_fetch",
  "#fetch",
  "#fetcher",
  "#fetchImpl",
  "#fetchFn",
];

/** `fetcher(url)` of `(fetcher: typeof fetch)`, `this.#fetch(url)` of a class that was given one; `undefined` for every other call. */
export function givenFetch(sourceCode: SourceCode, { callee }: Call): GivenFetch | undefined {
  const called = bare(callee);
  if (called.type === "Identifier") return ofName(sourceCode, called);
  if (called.type !== "MemberExpression" || called.object.type !== "ThisExpression")
    return undefined;
  const name = propertyName(called);
  if (name === undefined || !FETCH_FIELDS.includes(name)) return undefined;
  const field = fieldInFamily(sourceCode, called.object, name);
  if (field === undefined) return undefined;
  const given = field.value === undefined ? undefined : ofValue(sourceCode, field.value);
  return given ?? (isTypeOfFetch(field.type) ? { isPlain: false } : undefined);
}

function ofValue(sourceCode: SourceCode, value: Node): GivenFetch | undefined {
  const node = bare(value);
  if (isFetch(node)) return { isPlain: true };
  if (node.type === "Identifier") return ofName(sourceCode, node);
  if (node.type !== "LogicalExpression" || node.operator === "&&") return undefined;
  return isFetch(bare(node.right)) ? { isPlain: false } : undefined;
}

const known = new WeakMap<Variable, GivenFetch | null>();

function ofName(sourceCode: SourceCode, name: TSESTree.Identifier): GivenFetch | undefined {
  const variable = variableOf(sourceCode, name);
  if (variable === undefined) return undefined;
  let given = known.get(variable);
  if (given === undefined) {
    // A circle of names ends here.
    known.set(variable, null);
    given = ofVariable(sourceCode, variable) ?? null;
    known.set(variable, given);
  }
  return given ?? undefined;
}

function ofVariable(sourceCode: SourceCode, variable: Variable): GivenFetch | undefined {
  const [definition] = variable.defs;
  if (isFunction(definition?.node) && definition.name.type === "Identifier") {
    return ofParameter(sourceCode, definition.node, definition.name);
  }
  const constant = constantOf(variable);
  return constant === undefined ? undefined : ofValue(sourceCode, constant);
}

function ofParameter(
  sourceCode: SourceCode,
  fn: FunctionNode,
  name: TSESTree.Identifier,
): GivenFetch | undefined {
  const given = callsTo(sourceCode, fn).map((call) => givenFor(sourceCode, { fn, call }, name));
  const isSeen = given.some((each) => each !== undefined && isFetch(bare(each)));
  const isDefault = name.parent.type === "AssignmentPattern" && isFetch(bare(name.parent.right));
  if (!isSeen && !isDefault && !isTypeOfFetch(name.typeAnnotation)) return undefined;
  const isPlain = isSeen && given.every((each) => each !== undefined && isFetch(bare(each)));
  return { isPlain };
}

/** `fetch`, `globalThis.fetch`, `event.fetch`, `window.fetch.bind(window)`. */
function isFetch(node: Node): boolean {
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") {
    return propertyName(node.callee) === "bind" && isFetch(bare(node.callee.object));
  }
  return lastNameOf(node) === "fetch";
}

const FETCH_TYPE = /^(?:Fetch|FetchLike|FetchFn|FetchFunction|FetchImpl|FetchImplementation)$/;

/** `typeof fetch`, `typeof globalThis.fetch`. */
function isTypeOfFetch(annotation: TSESTree.TSTypeAnnotation | undefined): boolean {
  const type = annotation?.typeAnnotation;
  if (type?.type === "TSTypeReference" && type.typeName.type === "Identifier") {
    return FETCH_TYPE.test(type.typeName.name);
  }
  if (type?.type !== "TSTypeQuery") return false;
  const { exprName } = type;
  const last = exprName.type === "TSQualifiedName" ? exprName.right : exprName;
  return last.type === "Identifier" && last.name === "fetch";
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, isGlobal, isWrittenAgain, lastNameOf, propertyName, variableOf } from "./binding.ts";
import { calledFunction } from "./called-function.ts";
import { memberOf, settledValue } from "./constant-member.ts";
import { givenFor, isLeftOut, type By } from "./given.ts";
import { namesGoneThrough } from "./gone-through.ts";
import { fieldsInFamily } from "./inheritance.ts";
import { isSetAgain } from "./members-of-this.ts";
import { mayChange } from "./may-change.ts";
import { isFunction, ownerOfThis } from "./place.ts";
import { returnsOf } from "./returns.ts";
import { staticTextOf } from "./static-text.ts";
import { writtenValues } from "./written-values.ts";

type SourceCode = TSESLint.SourceCode;

/** One name with its value, in an object, a list of pairs, `Headers`, `URLSearchParams` or a query's text. */
export interface Entry {
  readonly name: string;
  /** `undefined` where it stands inside a text. */
  readonly value: TSESTree.Node | undefined;
  /** Where the name is written. */
  readonly at: TSESTree.Node;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** No other name can be there: nothing comes from another file, a parameter or a computed name. */
  readonly isComplete: boolean;
  /** Parameters that hold all that is not known of it, where nothing else is not known. */
  readonly open?: readonly TSESTree.Identifier[];
}

const UNKNOWN: Entries = { entries: [], isComplete: false };
const NONE: Entries = { entries: [], isComplete: true };

/** Whatever holds more, in copies of copies perhaps, is no request. */
const MOST_STEPS = 500;

/** One question, and how much it may still cost: objects may spread each other in circles. */
interface Reading {
  readonly sourceCode: SourceCode;
  /** Variables whose writes are being read: `query = { ...query, after }` says nothing new of the old one. */
  readonly written: Set<TSESLint.Scope.Variable>;
  /** What functions of this file make counts, too. */
  readonly isThroughCalls: boolean;
  stepsLeft: number;
}

function newReading(sourceCode: SourceCode, isThroughCalls = false): Reading {
  return { sourceCode, written: new Set(), isThroughCalls, stepsLeft: MOST_STEPS };
}

/** The names and values that an expression holds, as far as this file tells. */
export function entriesOf(sourceCode: SourceCode, expression: TSESTree.Node): Entries {
  return read(newReading(sourceCode), expression);
}

/** The same with what functions of this file make, where names are asked for: the values in there are those of all callers. */
export function entriesMadeOf(sourceCode: SourceCode, expression: TSESTree.Node): Entries {
  return read(newReading(sourceCode, true), expression);
}

export function merge(all: readonly Entries[]): Entries {
  const entries = all.flatMap((each) => each.entries);
  const unknown = all.filter(({ isComplete }) => !isComplete);
  const isOpen = unknown.length > 0 && unknown.every(({ open }) => open !== undefined);
  const open = isOpen ? { open: unknown.flatMap((each) => each.open ?? []) } : {};
  return { entries, isComplete: unknown.length === 0, ...open };
}

/** What a setter is told: `set("company_id", id)`, or `set(name, value)` for each of a list. */
export function entriesSet(
  sourceCode: SourceCode,
  key: TSESTree.Node,
  value: TSESTree.Node | undefined,
): Entries {
  return named(newReading(sourceCode), key, value);
}

/** The same, with what a call gives for the parameters that were left open. */
export function filledIn(sourceCode: SourceCode, entries: Entries, by: By): Entries {
  return filled(newReading(sourceCode, true), entries, by);
}

function filled(reading: Reading, entries: Entries, by: By): Entries {
  if (entries.open === undefined) return entries;
  const given = entries.open.map((name): Entries => {
    const node = givenFor(reading.sourceCode, by, name);
    if (node !== undefined) return read(reading, node);
    return isLeftOut(reading.sourceCode, name, by) ? NONE : { ...UNKNOWN, open: [name] };
  });
  return merge([{ entries: entries.entries, isComplete: true }, ...given]);
}

function read(reading: Reading, expression: TSESTree.Node): Entries {
  if (--reading.stepsLeft < 0) return UNKNOWN;
  const node = bare(expression);
  const value = settledValue(reading.sourceCode, node);
  const written = readValue(reading, value);
  if (node.type === "MemberExpression" && value !== node) {
    return merge([written, laterOfMember(reading, node)]);
  }
  if (node.type !== "Identifier" || (value === node && written === UNKNOWN)) return written;
  return merge([written, laterEntries(reading, node)]);
}

function readValue(reading: Reading, value: TSESTree.Node): Entries {
  switch (value.type) {
    case "ObjectExpression":
      return merge(value.properties.map((property) => ofProperty(reading, property)));
    case "ArrayExpression":
      return merge(value.elements.map((pair) => ofPair(reading, pair)));
    case "ConditionalExpression":
      return either(reading, [value.consequent, value.alternate]);
    case "LogicalExpression":
      // What stands on the left of `&&` is nothing, or not what it comes to.
      return either(reading, value.operator === "&&" ? [value.right] : [value.left, value.right]);
    case "NewExpression":
    case "CallExpression":
      return ofCall(reading, value);
    case "Literal":
      if (typeof value.value === "string") return ofQuery(reading, value);
      return value.value === null || value.value === false ? NONE : UNKNOWN;
    case "Identifier":
      return ofName(reading, value);
    case "TemplateLiteral":
    case "BinaryExpression":
      return ofQuery(reading, value);
    default:
      return UNKNOWN;
  }
}

/** Of a parameter, the callers tell what it holds. */
function ofName(reading: Reading, name: TSESTree.Identifier): Entries {
  const { sourceCode } = reading;
  if (name.name === "undefined" && isGlobal(sourceCode, name)) return NONE;
  const variable = variableOf(sourceCode, name);
  const node = variable?.defs[0]?.node;
  if (variable === undefined || node === undefined) return UNKNOWN;
  if (isFunction(node)) return isWrittenAgain(variable) ? UNKNOWN : { ...UNKNOWN, open: [name] };
  return node.type === "VariableDeclarator" ? ofWrites(reading, variable) : UNKNOWN;
}

/** `let query = { limit }; query = { ...query, after };` */
function ofWrites(reading: Reading, variable: TSESLint.Scope.Variable): Entries {
  if (reading.written.has(variable)) return NONE;
  const values = writtenValues(variable);
  if (values === undefined) return UNKNOWN;
  reading.written.add(variable);
  const entries = either(reading, values);
  reading.written.delete(variable);
  return entries.entries.length === 0 && !entries.isComplete ? UNKNOWN : entries;
}

function ofProperty(reading: Reading, property: TSESTree.ObjectLiteralElement): Entries {
  if (property.type === "SpreadElement") return read(reading, property.argument);
  const name = propertyName(property) ?? constantName(reading, property);
  if (name === undefined) return UNKNOWN;
  return { entries: [{ name, value: property.value, at: property.key }], isComplete: true };
}

function constantName(reading: Reading, property: TSESTree.Property): string | undefined {
  if (!property.computed) return undefined;
  const [name, ...more] = staticTextOf(reading.sourceCode, property.key);
  return typeof name === "string" && more.length === 0 ? name : undefined;
}

function ofPair(
  reading: Reading,
  element: TSESTree.Expression | TSESTree.SpreadElement | null,
): Entries {
  if (element?.type === "SpreadElement") return read(reading, element.argument);
  const pair = element === null ? undefined : settledValue(reading.sourceCode, element);
  const key = pair === undefined ? undefined : memberOf(pair, "0");
  const value = pair === undefined ? undefined : memberOf(pair, "1");
  return key === undefined ? UNKNOWN : named(reading, key, value);
}

function named(reading: Reading, key: TSESTree.Node, value: TSESTree.Node | undefined): Entries {
  const list = key.type === "Identifier" ? namesGoneThrough(reading.sourceCode, key) : undefined;
  if (list !== undefined) return read(reading, list);
  const [name, ...more] = staticTextOf(reading.sourceCode, key);
  if (typeof name !== "string" || more.length > 0) return UNKNOWN;
  return { entries: [{ name, value, at: key }], isComplete: true };
}

/** One of both, so what they hold may be there, and what neither holds cannot be told if one is not known. */
function either(reading: Reading, choices: readonly TSESTree.Node[]): Entries {
  return merge(choices.map((choice) => read(reading, choice)));
}

/** What gives its argument another form: `JSON.stringify(a)`, `new Headers(a)`, `Object.entries(a)`. */
const FORMS: ReadonlySet<string> = new Set([
  "stringify",
  "Headers",
  "URLSearchParams",
  "FormData",
  "Map",
  "HttpHeaders",
  "HttpParams",
  "fromEntries",
  "entries",
  "freeze",
  "assign",
  "structuredClone",
  "encode",
  "omitBy",
  "pickBy",
  "omit",
  "pick",
]);

function ofCall(reading: Reading, call: TSESTree.CallExpression | TSESTree.NewExpression): Entries {
  const { callee } = call;
  const name = lastNameOf(callee);
  if (name === undefined) return UNKNOWN;
  if (callee.type === "MemberExpression" && isSameList(call, name)) {
    return read(reading, callee.object);
  }
  if (name === "assign") {
    return merge(call.arguments.map((each) => read(reading, each)));
  }
  const added = SETTERS.has(name) ? ofSetting(reading, call) : undefined;
  if (added !== undefined) return added;
  if (!FORMS.has(name) && name !== "String") return ofResult(reading, call);
  const [argument] = call.arguments;
  // `new HttpParams({ fromObject: { … } })` is Angular's way to say it.
  if (argument === undefined) return NONE;
  const inner = memberOf(settledValue(reading.sourceCode, argument), "fromObject") ?? argument;
  return read(reading, inner);
}

/** What a function of this file makes of what it is given: `query(100, after)`. */
function ofResult(
  reading: Reading,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): Entries {
  const isFollowed = reading.isThroughCalls && call.type === "CallExpression";
  const fn = isFollowed ? calledFunction(reading.sourceCode, bare(call.callee)) : undefined;
  if (fn === undefined || fn.generator) return UNKNOWN;
  const returned = returnsOf(reading.sourceCode, fn);
  return filled(reading, either(reading, returned), { fn, call });
}

/** `params.toString()`, `params.entries()`, `Object.entries(query).filter(…)`. */
function isSameList({ arguments: args }: { arguments: readonly unknown[] }, name: string): boolean {
  if (name === "toString" || name === "filter") return true;
  return name === "entries" && args.length === 0;
}

const SETTERS: ReadonlySet<string> = new Set(["set", "append"]);

/** `new HttpHeaders().set("a", b)`, whose result is the whole. */
function ofSetting(
  reading: Reading,
  { callee, arguments: [key, value] }: TSESTree.CallExpression | TSESTree.NewExpression,
): Entries | undefined {
  if (callee.type !== "MemberExpression" || key === undefined) return undefined;
  const whole = read(reading, callee.object);
  return merge([whole, named(reading, key, value)]);
}

/** A query's text: `a=1&b=${c}`, with or without what stands before the question mark. */
function ofQuery(reading: Reading, text: TSESTree.Node): Entries {
  const parts = staticTextOf(reading.sourceCode, text);
  const joined = parts.map((part) => (typeof part === "string" ? part : "\0")).join("");
  return queryEntries(joined, text);
}

/** The names in a query, where a NUL stands for what is not known. A name that holds one is not known. */
export function queryEntries(query: string, at: TSESTree.Node): Entries {
  const names = query
    .replace(/^\?/, "")
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => pair.split("=", 1)[0] ?? "");
  const known = names.filter((name) => !name.includes("\0"));
  return {
    entries: known.map((name) => ({ name: decoded(name), value: undefined, at })),
    isComplete: known.length === names.length,
  };
}

function decoded(name: string): string {
  return name.replace(/%5[fF]/g, "_").replace(/%2[dD]/g, "-");
}

/** What is added to a constant after it was made: `a.b = c`, `a.set("b", c)`, `a.append("b", c)`. */
function laterEntries(reading: Reading, name: TSESTree.Identifier): Entries {
  const references = variableOf(reading.sourceCode, name)?.references ?? [];
  const near = references.slice(0, MOST_REFERENCES);
  const entries = merge(near.map((reference) => ofReference(reading, reference.identifier)));
  return near.length === references.length ? entries : merge([entries, UNKNOWN]);
}

/** Of what is used more often than this, nobody can say what is in it. */
const MOST_REFERENCES = 40;

/** The same for `this.params`, and for `params` of a constant object: other functions may add to it as well. */
function laterOfMember(reading: Reading, member: TSESTree.MemberExpression): Entries {
  const name = propertyName(member);
  const { object } = member;
  if (name === undefined) return NONE;
  const owner = object.type === "ThisExpression" ? ownerOfThis(object) : undefined;
  if (owner !== undefined && owner.type !== "ObjectExpression") {
    const members = fieldsInFamily(reading.sourceCode, owner, name);
    return addedToMembers(reading, members);
  }
  if (object.type !== "Identifier") return NONE;
  const references = variableOf(reading.sourceCode, object)?.references ?? [];
  if (references.length > MOST_USES) return UNKNOWN;
  const members = references.flatMap(({ identifier: { parent } }) =>
    parent.type === "MemberExpression" && propertyName(parent) === name ? [parent] : [],
  );
  return addedToMembers(reading, members);
}

function addedToMembers(reading: Reading, members: readonly TSESTree.MemberExpression[]): Entries {
  if (members.length > MOST_REFERENCES) return UNKNOWN;
  return merge(members.map((each) => (isSetAgain(each) ? UNKNOWN : ofReference(reading, each))));
}

/** A list of settings that is used more often may be one that is added to. */
const MOST_USES = 400;

function ofReference(
  reading: Reading,
  identifier: TSESTree.Identifier | TSESTree.JSXIdentifier | TSESTree.MemberExpression,
): Entries {
  const { parent } = identifier;
  if (parent.type === "CallExpression" && parent.callee !== identifier) {
    return mayChange(parent) ? UNKNOWN : NONE;
  }
  if (parent.type !== "MemberExpression" || parent.object !== identifier) return NONE;
  const member = propertyName(parent);
  const { parent: around } = parent;
  if (around.type === "AssignmentExpression" && around.left === parent) {
    if (member === undefined) return named(reading, parent.property, around.right);
    return {
      entries: [{ name: member, value: around.right, at: parent.property }],
      isComplete: true,
    };
  }
  if (around.type !== "CallExpression" || around.callee !== parent) return NONE;
  const [key, value] = around.arguments;
  if (member === undefined || !SETTERS.has(member) || key === undefined) return NONE;
  const isWhole = value === undefined && key.type !== "Literal";
  return isWhole ? read(reading, key) : named(reading, key, value);
}

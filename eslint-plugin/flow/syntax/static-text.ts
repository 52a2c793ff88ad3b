import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, isGlobal, isWrittenAgain, propertyName, variableOf } from "./binding.ts";
import { resultOf } from "./called-function.ts";
import { choicesOf, settledValue } from "./constant-member.ts";
import type { FunctionNode } from "./place.ts";

type SourceCode = TSESLint.SourceCode;

/** What a text is known to be, from left to right; a node is a part that only the running program knows. */
export type StaticText = readonly (string | TSESTree.Node)[];

/** Texts of more pieces are no addresses and no headers. */
const MOST_STEPS = 400;
/** A long separator, repeated, would make a text out of all proportion to the source. */
const LONGEST_SEPARATOR = 8;
/** More ways than these to write one address are not told apart. */
const MOST_TEXTS = 8;

/** One question, and how much it may still cost: constants may lead in circles. */
interface Reading {
  readonly sourceCode: SourceCode;
  stepsLeft: number;
}

/** What the text of an expression is known to be. */
export function staticTextOf(sourceCode: SourceCode, expression: TSESTree.Node): StaticText {
  return read({ sourceCode, stepsLeft: MOST_STEPS }, expression);
}

function read(reading: Reading, expression: TSESTree.Node): StaticText {
  const text: (string | TSESTree.Node)[] = [];
  const pending: (string | TSESTree.Node)[] = [expression];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const parts =
      typeof part === "string" || --reading.stepsLeft < 0 ? undefined : partsOf(reading, part);
    if (parts === undefined) append(text, part);
    else for (const next of parts.toReversed()) pending.push(next);
  }
  return text;
}

/**
 * The same, and where the program chooses between texts (`a ? b : c`, `HOSTS[name]`), each text that may come of it.
 * A choice between too many stays a part that is not known.
 */
export function staticTextsOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
): readonly StaticText[] {
  return chooseIn(sourceCode, staticTextOf(sourceCode, expression));
}

/** One text after the other. */
export function concatTexts(...texts: readonly StaticText[]): StaticText {
  const whole: (string | TSESTree.Node)[] = [];
  for (const part of texts.flat()) append(whole, part);
  return whole;
}

function chooseIn(sourceCode: SourceCode, text: StaticText): readonly StaticText[] {
  let texts: readonly StaticText[] = [text];
  for (const part of text) {
    if (typeof part === "string") continue;
    const choices = choicesOf(sourceCode, part);
    if (choices.length === 0 || choices.length * texts.length > MOST_TEXTS) continue;
    const chosen = choices.map((choice) => staticTextOf(sourceCode, choice));
    texts = texts.flatMap((each) => chosen.map((one) => replacePart(each, part, one)));
  }
  return texts;
}

function replacePart(text: StaticText, part: TSESTree.Node, by: StaticText): StaticText {
  const replaced: (string | TSESTree.Node)[] = [];
  for (const each of text) {
    if (each !== part) append(replaced, each);
    else for (const inner of by) append(replaced, inner);
  }
  return replaced;
}

function append(text: (string | TSESTree.Node)[], part: string | TSESTree.Node): void {
  const last = text.at(-1);
  if (typeof part === "string" && typeof last === "string") text[text.length - 1] = last + part;
  else if (part !== "") text.push(part);
}

/** What a part is made of; `undefined` if only the running program knows. */
function partsOf(reading: Reading, node: TSESTree.Node): StaticText | undefined {
  const inner = bare(node);
  switch (inner.type) {
    case "Literal":
      return typeof inner.value === "string" || typeof inner.value === "number"
        ? [String(inner.value)]
        : undefined;
    case "TemplateLiteral":
      return inner.quasis.flatMap(({ value }, index) => {
        const expression = inner.expressions[index];
        const text = value.cooked ?? "";
        return expression === undefined ? [text] : [text, expression];
      });
    case "BinaryExpression":
      return inner.operator === "+" ? [inner.left, inner.right] : undefined;
    case "LogicalExpression":
      return partsOfDefault(reading, inner);
    case "CallExpression":
      return partsOfCall(reading, inner);
    case "NewExpression":
      return partsOfUrl(reading, inner);
    case "Identifier":
    case "MemberExpression":
      return partsOfName(reading, inner);
    default:
      return undefined;
  }
}

/** Names are followed only to what has a known text: the name says more than, say, the call that it stands for. */
function partsOfName(
  reading: Reading,
  name: TSESTree.Identifier | TSESTree.MemberExpression,
): StaticText | undefined {
  const isAddress = name.type === "MemberExpression" && propertyName(name) === "href";
  if (isAddress) return [name.object];
  const value = settledValue(reading.sourceCode, name);
  if (value === name || value.type === "Identifier" || value.type === "MemberExpression") {
    return undefined;
  }
  return partsOf(reading, value);
}

/** `process.env.PLEO_URL ?? "https://…"` is most likely the default; one like `""` says nothing. */
function partsOfDefault(
  { sourceCode }: Reading,
  { operator, left, right }: TSESTree.LogicalExpression,
): StaticText | undefined {
  if (operator === "&&") return undefined;
  if (isText(sourceCode, left)) return [left];
  const byDefault = settledValue(sourceCode, right);
  const isAddress = ADDRESS_TYPES.has(byDefault.type) && /[./]/.test(sourceCode.getText(byDefault));
  return isAddress ? [right] : undefined;
}

/** `a ?? (b ?? "c")` is one default inside another. */
const ADDRESS_TYPES: ReadonlySet<string> = new Set([
  "Literal",
  "TemplateLiteral",
  "LogicalExpression",
]);

function partsOfCall(reading: Reading, call: TSESTree.CallExpression): StaticText | undefined {
  const { sourceCode } = reading;
  const { callee } = call;
  const [argument] = call.arguments;
  if (callee.type === "Identifier") {
    if (!isGlobal(sourceCode, callee)) return partsOfResult(reading, call);
    if (argument === undefined) return undefined;
    if (callee.name === "String") return [argument];
    return callee.name === "encodeURIComponent" ? encoded(sourceCode, argument) : undefined;
  }
  if (callee.type !== "MemberExpression") return undefined;
  switch (propertyName(callee)) {
    case "toString":
    case "trim":
      return argument === undefined ? ifKnown(reading, callee.object) : undefined;
    case "replace":
      return isTrimming(call.arguments) ? ifKnown(reading, callee.object) : undefined;
    case "concat":
      return isText(sourceCode, callee.object) ? [callee.object, ...call.arguments] : undefined;
    case "join":
      return joined(sourceCode, callee.object, argument);
    default:
      return partsOfResult(reading, call);
  }
}

/** What a function of this file makes of what it is given: `urlOf("tags")`. */
function partsOfResult(reading: Reading, call: TSESTree.CallExpression): StaticText | undefined {
  const called = resultOf(reading.sourceCode, call);
  if (called === undefined) return undefined;
  return ifKnown(reading, called.result)?.map((part) =>
    typeof part === "string" ? part : (givenText(reading, part, { fn: called.fn, call }) ?? part),
  );
}

interface Called {
  readonly fn: FunctionNode;
  readonly call: TSESTree.CallExpression;
}

/** The text that a parameter is given; what is no text is better told by the parameter. */
function givenText(
  { sourceCode }: Reading,
  part: TSESTree.Node,
  { fn, call }: Called,
): TSESTree.Node | undefined {
  const variable = part.type === "Identifier" ? variableOf(sourceCode, part) : undefined;
  if (part.type !== "Identifier" || variable === undefined) return undefined;
  if (variable.defs[0]?.node !== fn || isWrittenAgain(variable)) return undefined;
  const index = fn.params.findIndex(
    (param) => param.type === "Identifier" && param.name === part.name,
  );
  const given = call.arguments[index];
  return given !== undefined && isText(sourceCode, given) ? given : undefined;
}

/** Of a text that is not known at all, the whole call says more. */
function ifKnown(reading: Reading, text: TSESTree.Node): StaticText | undefined {
  const parts = read(reading, text);
  return parts.some((part) => typeof part === "string") ? parts : undefined;
}

/** `.replace(/\/+$/, "")` takes the slash off the end of a base, and leaves most bases as they are. */
function isTrimming([pattern, by]: readonly TSESTree.Node[]): boolean {
  const isEnd =
    pattern?.type === "Literal" && "regex" in pattern && pattern.regex.pattern.endsWith("$");
  return isEnd && by?.type === "Literal" && by.value === "";
}

function isText(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const { type } = settledValue(sourceCode, node);
  return type === "Literal" || type === "TemplateLiteral";
}

function encoded(sourceCode: SourceCode, argument: TSESTree.Node): StaticText {
  const value = settledValue(sourceCode, argument);
  const isKnown = value.type === "Literal" && typeof value.value === "string";
  if (!isKnown) return [argument];
  // A lone half of a surrogate pair cannot be encoded.
  return value.value.isWellFormed() ? [encodeURIComponent(value.value)] : [value.value];
}

function joined(
  sourceCode: SourceCode,
  object: TSESTree.Node,
  separator: TSESTree.Node | undefined,
): StaticText | undefined {
  const list = settledValue(sourceCode, object);
  if (list.type !== "ArrayExpression") return undefined;
  const between = separator === undefined ? undefined : settledValue(sourceCode, separator);
  if (between?.type !== "Literal" || typeof between.value !== "string") return undefined;
  const separatorText = between.value;
  if (separatorText.length > LONGEST_SEPARATOR) return undefined;
  return list.elements.flatMap((element, index) => {
    const part = element ?? "";
    return index === 0 ? [part] : [separatorText, part];
  });
}

/** `new URL(path, base)`: the base up to where the path begins, then the path. */
function partsOfUrl(reading: Reading, made: TSESTree.NewExpression): StaticText | undefined {
  if (made.callee.type !== "Identifier" || made.callee.name !== "URL") return undefined;
  const [path, base] = made.arguments;
  if (path === undefined) return undefined;
  if (base === undefined) return [path];
  const [start] = read(reading, path);
  if (typeof start !== "string") return [...withSlash(read(reading, base)), path];
  if (/^[a-z][a-z\d+.-]*:/i.test(start)) return [path];
  const origin = originOfUrl(read(reading, base), start.startsWith("/"));
  return start.startsWith("/") ? [...origin, path] : [...withSlash(origin), path];
}

/** A base without its path, as a path from the root replaces it, or without what follows its last slash. */
function originOfUrl(base: StaticText, fromRoot: boolean): StaticText {
  const [first, ...others] = base;
  if (typeof first !== "string") return base;
  const [, origin = "", rest = ""] = /^([^/]*\/\/[^/]*)([^]*)$/.exec(first) ?? [];
  if (origin === "") return base;
  if (fromRoot) return rest === "" ? [origin, ...others] : [origin];
  return others.length === 0 ? [origin + rest.slice(0, rest.lastIndexOf("/") + 1)] : base;
}

function withSlash(text: StaticText): StaticText {
  const last = text.at(-1);
  return typeof last === "string" && last.endsWith("/") ? text : [...text, "/"];
}

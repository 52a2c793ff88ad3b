import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import { resultOf } from "../syntax/called-function.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { entriesMadeOf, entriesSet, filledIn, merge, queryEntries } from "../syntax/entries.ts";
import type { Entries } from "../syntax/entries.ts";
import { addressTextsOf } from "./family-fields.ts";
import type { StaticText } from "../syntax/static-text.ts";

type SourceCode = TSESLint.SourceCode;

/** What is known of an address. */
export interface KnownUrl {
  /** In lower case, without the colon. */
  readonly scheme: string | undefined;
  /** As it is written, without port; `undefined` if any part of it is not known. */
  readonly host: string | undefined;
  /** The part in which the host is, where it is not known. */
  readonly hostPart: TSESTree.Node | undefined;
  /** The path with its slashes, a NUL for each part that is not known. `undefined` if even its beginning is not known. */
  readonly path: string | undefined;
  readonly query: Entries;
  readonly text: StaticText;
}

const NOT_KNOWN = "\0";
const NO_QUERY: Entries = { entries: [], isComplete: true };

/** What is known of an address, once for each that the program may choose. */
export function urlsOf(sourceCode: SourceCode, expression: TSESTree.Node): readonly KnownUrl[] {
  const later = laterQuery(sourceCode, expression);
  return addressTextsOf(sourceCode, expression).map((text) => {
    const url = readUrl(sourceCode, text, expression);
    return { ...url, query: merge([url.query, later]) };
  });
}

const URL_PARTS =
  /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/(?:[^/?#@]*@)?([^/?#:]*)(?::[^/?#]*)?)?([^?#]*)(?:\?([^#]*))?/i;

/** What comes right after a name that could end there is a path most likely: `https://host.io${path}`. */
const WHOLE_HOST = /^(?:([^\0]+)|([^\0]*\.(?!svc|dev|pleo)[a-z]{2,3})(\0+))$/i;

/** Reads an address from its text; `at` is what to point at for the names in its query. */
export function readUrl(sourceCode: SourceCode, text: StaticText, at: TSESTree.Node): KnownUrl {
  const unknowns = text.filter((part) => typeof part !== "string");
  const marked = text.map((part) => (typeof part === "string" ? part : NOT_KNOWN)).join("");
  const [, scheme, authority, rest = "", query] = URL_PARTS.exec(marked) ?? [];
  const [, all, before, path = ""] = WHOLE_HOST.exec(authority ?? "") ?? [];
  const host = all ?? before;
  return {
    scheme: scheme?.toLowerCase(),
    host,
    hostPart: host === undefined ? unknowns[0] : undefined,
    path: pathOf(authority === undefined ? withoutBase(rest) : path + rest),
    query: query === undefined ? NO_QUERY : readQuery(sourceCode, { query, marked, unknowns }, at),
    text,
  };
}

/** What stands before the first slash may be an origin, in a variable or without its scheme. */
function withoutBase(path: string): string {
  return path.startsWith(NOT_KNOWN) ? path.slice(NOT_KNOWN.length) : path;
}

function pathOf(path: string): string | undefined {
  return path === "" || path.startsWith("/") ? path : undefined;
}

interface Query {
  readonly query: string;
  readonly marked: string;
  readonly unknowns: readonly TSESTree.Node[];
}

/** A part that is all between two `&` may be a whole list of names: `?${new URLSearchParams({ … })}`. */
function readQuery(
  sourceCode: SourceCode,
  { query, marked, unknowns }: Query,
  at: TSESTree.Node,
): Entries {
  let next = countUnknown(marked.slice(0, marked.indexOf("?")));
  const all = query.split("&").map((pair) => {
    const first = unknowns[next];
    next += countUnknown(pair);
    const isWhole = pair === NOT_KNOWN && first !== undefined;
    return isWhole ? entriesMadeOf(sourceCode, first) : queryEntries(pair, at);
  });
  return merge(all);
}

function countUnknown(text: string): number {
  return text.split(NOT_KNOWN).length - 1;
}

/** Functions that hand on what functions make end somewhere. */
const FURTHEST = 3;

/** What is added to the query of a `URL` after it was made, here or in the function of this file that makes it. */
export function laterQuery(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  furthest = FURTHEST,
): Entries {
  const url = withoutForm(expression);
  const made = settledValue(sourceCode, url);
  const call = made.type === "CallExpression" && furthest > 0 ? made : undefined;
  const called = call && resultOf(sourceCode, call);
  const inside =
    call === undefined || called === undefined
      ? NO_QUERY
      : filledIn(sourceCode, laterQuery(sourceCode, called.result, furthest - 1), {
          fn: called.fn,
          call,
        });
  // Nothing can be added to a text.
  const mayChange = /^(?:New|Call|Member)Expression$|^Identifier$/.test(made.type);
  if (url.type !== "Identifier" || !mayChange) return inside;
  const references = variableOf(sourceCode, url)?.references ?? [];
  return merge([inside, ...references.map(({ identifier }) => addedBy(sourceCode, identifier))]);
}

/** `url` of `url.href`, `url.toString()`, `String(url)`, `${url}` and `new URL(url)`. */
function withoutForm(expression: TSESTree.Node): TSESTree.Node {
  const node = bare(expression);
  const inner = innerUrl(node);
  return inner === undefined ? node : withoutForm(inner);
}

function innerUrl(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case "TemplateLiteral": {
      const isAll = node.quasis.every(({ value }) => value.raw === "");
      return isAll ? node.expressions[0] : undefined;
    }
    case "MemberExpression":
      return propertyName(node) === "href" ? node.object : undefined;
    case "NewExpression":
      return lastNameOf(node.callee) === "URL" && node.arguments.length === 1
        ? node.arguments[0]
        : undefined;
    case "CallExpression": {
      const { callee } = node;
      if (callee.type === "Identifier" && callee.name === "String") return node.arguments[0];
      const isText = callee.type === "MemberExpression" && propertyName(callee) === "toString";
      return isText ? callee.object : undefined;
    }
    default:
      return undefined;
  }
}

const ANYTHING: Entries = { entries: [], isComplete: false };
const CHANGES_QUERY: ReadonlySet<string> = new Set(["search", "searchParams", "href", "pathname"]);

function addedBy(
  sourceCode: SourceCode,
  identifier: TSESTree.Identifier | TSESTree.JSXIdentifier,
): Entries {
  const { parent } = identifier;
  if (parent.type === "CallExpression" && parent.callee !== identifier) {
    return isForEffect(parent) ? ANYTHING : NO_QUERY;
  }
  // `const { searchParams } = url`, of which anything may be made.
  if (parent.type === "VariableDeclarator" && parent.init === identifier) {
    return parent.id.type === "ObjectPattern" && takesQuery(parent.id) ? ANYTHING : NO_QUERY;
  }
  if (parent.type !== "MemberExpression" || parent.object !== identifier) return NO_QUERY;
  const member = propertyName(parent) ?? "";
  const { parent: around } = parent;
  if (around.type === "AssignmentExpression" && around.left === parent) {
    if (!CHANGES_QUERY.has(member)) return NO_QUERY;
    return member === "search" ? entriesMadeOf(sourceCode, around.right) : ANYTHING;
  }
  if (member !== "searchParams") return NO_QUERY;
  if (around.type !== "MemberExpression" || around.object !== parent) return ANYTHING;
  const setting = around.parent;
  if (setting.type !== "CallExpression" || setting.callee !== around) return ANYTHING;
  const how = propertyName(around);
  if (how !== "set" && how !== "append") return NO_QUERY;
  const [key, value] = setting.arguments;
  return key === undefined ? ANYTHING : entriesSet(sourceCode, key, value);
}

function takesQuery({ properties }: TSESTree.ObjectPattern): boolean {
  return properties.some(
    (property) => property.type !== "Property" || propertyName(property) === "searchParams",
  );
}

/** `sign(url)` for itself may add to it; `fetch(url)` and `logger.info(url)` do not. */
function isForEffect({ callee, parent }: TSESTree.CallExpression): boolean {
  const statement = parent.type === "AwaitExpression" ? parent.parent : parent;
  if (statement.type !== "ExpressionStatement") return false;
  return !LEAVES_AS_IT_IS.test(lastNameOf(callee) ?? "");
}

const LEAVES_AS_IT_IS =
  /fetch|^(?:get|head|post|put|patch|delete|request|stream|send|goto|open|push|add|log|debug|info|warn|error|trace|print|write|dir|table|verbose|fatal|record|set|setAttribute|setTag|setExtra|ok|equal|strictEqual|resolve|reject)$/i;

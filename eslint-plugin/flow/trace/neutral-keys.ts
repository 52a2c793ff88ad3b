import type { TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, variableOf } from "../syntax/binding.ts";
import { entriesMadeOf, entriesOf, type Entries } from "../syntax/entries.ts";
import { isNeutralKeyName } from "../evidence/key-names.ts";
import { mentionsPleoHost } from "../evidence/pleo-address.ts";
import { remember } from "../evidence/remember.ts";
import { headerValues, pleoHostsOf, requestOf } from "../request/request.ts";
import { signsOf } from "../evidence/text-signs.ts";
import { isFunction } from "../syntax/place.ts";
import { staticTextOf } from "../syntax/static-text.ts";
import { namesOfUser, rootOf, usersInHeader } from "./basic-users.ts";
import { chainOf } from "./trace-member.ts";
import type { Tracer } from "./tracer.ts";
import type { KnownUrl } from "../request/url.ts";

/** Near what says how a request is authorised. */
const SENDING = /authori[sz]ation|bearer|basic|username|\bauth\b|api[_-]?key|[?&](?:key|token)=/gi;
const NEAR = 160;

/** Cheaper than to look at every request; a name that is no part of any of this is not sent as a key. */
export function mayBeSent(text: string, name: string): boolean {
  if (!mentionsPleoHost(text)) return false;
  for (const { index } of text.matchAll(SENDING)) {
    if (indexOfWord(text.slice(index, index + NEAR), name, 0) >= 0) return true;
  }
  // `btoa(key + ":")`, `${key}:`.
  for (let at = indexOfWord(text, name, 0); at >= 0; at = indexOfWord(text, name, at + 1)) {
    const end = at + name.length;
    if (/^[!\])]*(?:\}:|\s*\+\s*["'`]:)/.test(text.slice(end, end + 12))) return true;
  }
  return false;
}

/** Where the name stands by itself, not inside of a longer one. */
function indexOfWord(text: string, name: string, from: number): number {
  for (let at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!isOfName(text, at - 1) && !isOfName(text, at + name.length)) return at;
  }
  return -1;
}

function isOfName(text: string, index: number): boolean {
  return /[\w$\u0080-\uffff]/.test(text.charAt(index));
}

/** Makes Pleo's what this file sends to Pleo's hosts as a key, however neutral its name: `apiKey`, `token`. */
export function promoteNeutralKeys(tracer: Tracer): void {
  const { sourceCode } = tracer;
  if (!signsOf(sourceCode).hasHost) return;
  for (const call of tracer.callsNear()) {
    if (!maySend(lastNameOf(call.callee) ?? "")) continue;
    const request = requestOf(sourceCode, call);
    if (request === undefined || pleoHostsOf(request) === undefined) continue;
    const { user, password } = request.credentials;
    const sent = headerValues(sourceCode, request, "authorization");
    const inUrl = request.urls().flatMap(keysInUrl);
    const inQuery = request.query.flatMap((part) => keysAmong(entriesOf(sourceCode, part)));
    const basic = user === undefined ? [] : [user];
    for (const value of [...sent, ...basic, ...inUrl, ...inQuery]) promoteIn(tracer, value);
    const users = sent.flatMap((header) => usersInHeader(sourceCode, header));
    const made = sent.length > 0 ? [] : usersInMade(tracer, request.headers);
    // With a password beside it, it is a client of OAuth's or somebody.
    const alone = isNothing(tracer, password) ? basic : [];
    for (const value of [...users, ...made, ...alone]) promoteUser(tracer, value);
  }
}

const SENDS =
  /^(?:get|head|post|put|patch|delete|options|request|send|open|call|ajax|create|extend|got|ky|axios|http)$|fetch|client|request/i;

/** By the name alone, since most calls of a file are something else. */
const maySend = remember((name) => SENDS.test(name));

/** What people call the parameter of a query in which a key must not be. */
const PARAMETERS = "(?:api[_-]?key|key|token|access[_-]?token|auth|secret)";
const KEY_PARAMETER = new RegExp(`^${PARAMETERS}$`, "i");
const ENDS_IN_KEY_PARAMETER = new RegExp(`[?&]${PARAMETERS}=$`, "i");

function keysAmong({ entries }: Entries): readonly TSESTree.Node[] {
  return entries.flatMap(({ name, value }) =>
    value !== undefined && KEY_PARAMETER.test(name) ? [value] : [],
  );
}

function keysInUrl({ query, text }: KnownUrl): readonly TSESTree.Node[] {
  const written = text.flatMap((part, index) => {
    const next = text[index + 1];
    const isKey = typeof part === "string" && ENDS_IN_KEY_PARAMETER.test(part);
    return isKey && next !== undefined && typeof next !== "string" ? [next] : [];
  });
  return [...keysAmong(query), ...written];
}

/** More than a header is ever made of. */
const MOST_PARTS = 60;

/** Whatever in an expression, and in the constants that it names, may be the key. */
function promoteIn(tracer: Tracer, expression: TSESTree.Node): void {
  const pending: TSESTree.Node[] = [expression];
  const isBearer = /\bbearer\b/i.test(tracer.sourceCode.getText(expression));
  for (let left = MOST_PARTS; left > 0; left--) {
    const next = pending.pop();
    if (next === undefined) return;
    const node = bare(next);
    if (node.type === "Identifier") pending.push(...promoteName(tracer, node, isBearer));
    else if (node.type === "MemberExpression") promoteMember(tracer, node, isBearer);
    else pending.push(...partsOf(node));
  }
}

/** Keys of Pleo's come with an empty password. */
function isNothing({ sourceCode }: Tracer, password: TSESTree.Node | undefined): boolean {
  return password === undefined || staticTextOf(sourceCode, password).every((part) => part === "");
}

/** Of headers that a function of the file makes, what is its own: its parameters are those of all callers. */
function usersInMade(
  { sourceCode }: Tracer,
  headers: readonly TSESTree.Node[],
): readonly TSESTree.Node[] {
  const entries = headers.flatMap((node) => entriesMadeOf(sourceCode, node).entries);
  return entries
    .filter(({ name }) => name.toLowerCase() === "authorization")
    .flatMap(({ value }) => (value === undefined ? [] : usersInHeader(sourceCode, value)))
    .filter((user) => !isFunction(definitionOf(sourceCode, user)));
}

function definitionOf(
  sourceCode: Tracer["sourceCode"],
  user: TSESTree.Node,
): TSESTree.Node | undefined {
  let root = user;
  while (root.type === "MemberExpression") root = bare(root.object);
  return root.type === "Identifier" ? variableOf(sourceCode, root)?.defs[0]?.node : undefined;
}

/** What Pleo is told as the user is a key, whatever it is called. */
function promoteUser(tracer: Tracer, user: TSESTree.Node): void {
  const { sourceCode } = tracer;
  for (const name of namesOfUser(sourceCode, user)) {
    const variable = name.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
    if (variable !== undefined) tracer.promoteUser(variable, variable);
    if (name.type === "MemberExpression")
      tracer.promoteUser(chainOf(tracer, name).join("."), rootOf(sourceCode, name));
  }
}

/** What follows `Bearer` and is called a token is one of OAuth's. */
function mayBeKey(name: string, isBearer: boolean): boolean {
  return isNeutralKeyName(name) && !(isBearer && /token/i.test(name));
}

function promoteName(
  tracer: Tracer,
  name: TSESTree.Identifier,
  isBearer: boolean,
): readonly TSESTree.Node[] {
  const variable = variableOf(tracer.sourceCode, name);
  if (variable === undefined) return [];
  if (mayBeKey(name.name, isBearer)) tracer.promote(variable);
  const constant = constantOf(variable);
  return constant === undefined ? [] : [constant];
}

function promoteMember(tracer: Tracer, member: TSESTree.MemberExpression, isBearer: boolean): void {
  const chain = chainOf(tracer, member);
  if (mayBeKey(chain.at(-1) ?? "", isBearer)) tracer.promote(chain.join("."));
}

function partsOf(node: TSESTree.Node): readonly TSESTree.Node[] {
  switch (node.type) {
    case "TemplateLiteral":
      return node.expressions;
    case "BinaryExpression":
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "CallExpression":
      return node.callee.type === "MemberExpression"
        ? [node.callee.object, ...node.arguments]
        : node.arguments;
    case "NewExpression":
      return node.arguments;
    default:
      return [];
  }
}

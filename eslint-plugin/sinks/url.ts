import { isComposed } from "./url-text.ts";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import { originOf, type Call, type Callee, type Origin } from "../flow/syntax/callee.ts";
import { memberOf, settledValue } from "../flow/syntax/constant-member.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import {
  isQueryInHook,
  QUERIES,
  queryAddedInHook,
  queryOfHookResult,
} from "../flow/request/hooks.ts";
import { requestOf } from "../flow/request/request.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** An expression that becomes a URL, or a part of one. */
export interface UrlPlace {
  readonly node: Node;
  /** A whole URL may have been built elsewhere, where it was judged; a part is put into the URL here. */
  readonly kind: "url" | "part";
}

const url = (node: Node | undefined): readonly UrlPlace[] =>
  node === undefined ? [] : [{ node, kind: "url" }];
const parts = (nodes: readonly Node[]): readonly UrlPlace[] =>
  nodes.map((node) => ({ node, kind: "part" }));

/** Methods that send, build or go to a URL; `fetch` and others may have any word before or after it. */
const MAY_TAKE_URL =
  /^(?:get|getJSON|head|options|delete|del|post|put|patch|request|stream|open|ajax|create|extend|set|append|assign|replace|push|prefetch|navigate\w*|goto|redirect|permanentRedirect|sendRedirect|rewrite|createHref|pushState|replaceState|sendBeacon|call|apply|defaults)$|fetch|^open[A-Z]|got|ky|axios/i;

/** By its name alone; what is called by a name of its own may be an alias of anything. */
export function mayTakeUrl({ callee, arguments: { length } }: Call): boolean {
  if (length === 0) return false;
  const called = bare(callee);
  if (called.type !== "MemberExpression") return true;
  const name = propertyName(called);
  return name === undefined || URL_BUILDERS.has(name) || MAY_TAKE_URL.test(name);
}

/** What a call or `new` takes as a URL, or puts into one. */
export function urlPlacesOfCall(
  sourceCode: SourceCode,
  call: Call,
  callee: Callee,
): readonly UrlPlace[] {
  const { names, args } = callee;
  const name = callee.path.at(-1) ?? names.at(-1) ?? "";
  if (callee.isNew && name === "URL") return args.flatMap((arg) => ofPath(arg) ?? url(arg));
  if (names.at(-2) === "searchParams" && (name === "set" || name === "append")) return parts(args);
  const added = call.type === "CallExpression" ? queryAddedInHook(sourceCode, call) : [];
  if (added.length > 0) return parts(added);
  const request = requestOf(sourceCode, call);
  if (request !== undefined) {
    const addresses = request.url.filter((node) => !isMadeRequest(sourceCode, node));
    return [...addresses.flatMap((node) => ofPath(node) ?? url(node)), ...parts(request.query)];
  }
  if (callee.isNew) return [];
  if (isUrlBuilder(callee)) return parts(args);
  return [...ofClientMaker(sourceCode, callee), ...ofNavigation(sourceCode, callee, name)];
}

/** What the options of a request, or a `URL`, call a part of the address; `auth` and `headers` are none. */
const PARTS_OF_ADDRESS: ReadonlySet<string> = new Set([
  "url",
  "uri",
  "href",
  "origin",
  "host",
  "hostname",
  "path",
  "pathname",
  "search",
  "searchParams",
  "query",
  "params",
  "qs",
  "hash",
  "baseURL",
  "baseUrl",
  "prefixUrl",
  "prefix",
]);

/** Is what lies there in an object that says where to ask a part of the address? A text is all of it. */
export function isInUrl([name]: readonly string[]): boolean {
  return name === undefined || PARTS_OF_ADDRESS.has(name);
}

/** `new Request(url, { headers })`, of which the address is looked at where it is made. */
function isMadeRequest(sourceCode: SourceCode, node: Node): boolean {
  const made = settledValue(sourceCode, node);
  return made.type === "NewExpression" && lastNameOf(made.callee) === "Request";
}

/** `path.posix.join("a", key)`, where an address is expected. */
function ofPath(node: Node): readonly UrlPlace[] | undefined {
  const call = bare(node);
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  if (propertyName(call.callee) !== "join") return undefined;
  const owner = lastNameOf(call.callee.object);
  return owner === "path" || owner === "posix" ? parts(call.arguments) : undefined;
}

/** Packages of which the functions put addresses together. */
const BUILDS_URLS: Readonly<Record<string, RegExp>> = {
  urlcat: /^(?:urlcat|join)?$/,
  "url-join": /^(?:urlJoin)?$/,
  "proper-url-join": /^$/,
  "build-url": /^$/,
  "build-url-ts": /^buildUrl$/,
  ufo: /^(?:joinURL|withQuery|resolveURL|withBase)$/,
  "query-string": /^stringifyUrl$/,
  url: /^(?:format|resolve)$/,
};

/** Names that such functions are called by, wherever they are; most calls are told by these alone. */
const URL_BUILDERS: ReadonlySet<string> = new Set([
  "format",
  "resolve",
  "join",
  "joinURL",
  "withQuery",
  "resolveURL",
  "withBase",
  "stringifyUrl",
]);

function isUrlBuilder({ module, path }: Callee): boolean {
  if (module === undefined || !Object.hasOwn(BUILDS_URLS, module)) return false;
  return BUILDS_URLS[module]?.test(path.at(-1) ?? "") === true;
}

const CLIENTS: ReadonlySet<string> = new Set(["axios", "ky", "got", "ofetch"]);
const MAKERS: ReadonlySet<string> = new Set(["create", "extend"]);
const BASES: ReadonlySet<string> = new Set(["baseURL", "prefixUrl", "baseUrl"]);

/** `axios.create({ params: … })`: the query of every request that the client will send. */
function ofClientMaker(
  sourceCode: SourceCode,
  { module, path, names, isGlobal, args: [options] }: Callee,
): readonly UrlPlace[] {
  const client = module ?? (isGlobal ? names[0] : undefined);
  const name = path.at(-1) ?? names.at(-1) ?? "";
  if (client === undefined || options === undefined || !CLIENTS.has(client)) return [];
  if (!MAKERS.has(name)) return [];
  return [
    ...[...BASES].flatMap((option) => url(memberOf(settledValue(sourceCode, options), option))),
    ...membersNamed(sourceCode, options, QUERIES),
  ];
}

function membersNamed(
  sourceCode: SourceCode,
  object: Node,
  names: ReadonlySet<string>,
): readonly UrlPlace[] {
  const held = settledValue(sourceCode, object);
  return parts([...names].flatMap((name) => memberOf(held, name) ?? []));
}

const ROUTER_METHODS: ReadonlySet<string> = new Set([
  "push",
  "replace",
  "navigate",
  "prefetch",
  "navigateByUrl",
  "createHref",
]);
const REDIRECTS: ReadonlySet<string> = new Set([
  "redirect",
  "permanentRedirect",
  "navigate",
  "navigateTo",
  "goto",
  "sendRedirect",
]);
const OPENERS: ReadonlySet<string> = new Set([
  "openURL",
  "openExternal",
  "openBrowserAsync",
  "openAuthSessionAsync",
]);

/** Where the person, or the answer to a request, is sent. */
function ofNavigation(
  sourceCode: SourceCode,
  { names, args, isGlobal, module }: Callee,
  name: string,
): readonly UrlPlace[] {
  const owner = names.at(-2);
  const [first] = args;
  if (name === "pushState" || name === "replaceState") return url(args[2]);
  if (owner === "location" && (name === "assign" || name === "replace")) return url(first);
  // Programs have an `open` of their own as well, so the browser's is known by what it is given.
  const opens = isGlobal && names.length === 1 && first !== undefined && isComposed(first);
  if (name === "open" && (opens || module === "open")) return url(first);
  if (OPENERS.has(name) && owner !== undefined) return url(first);
  if (ROUTER_METHODS.has(name) && isRouter(owner)) return targetOf(sourceCode, first);
  if (owner === "NextResponse" && name === "rewrite") return url(first);
  if (!REDIRECTS.has(name) || wordsOf(owner ?? "").includes("navigation")) return [];
  return args.flatMap((node) => targetOf(sourceCode, node));
}

function isRouter(owner: string | undefined): boolean {
  const last = wordsOf(owner ?? "").at(-1);
  return last === "router" || last === "history";
}

const PARTS_OF_TARGET: ReadonlySet<string> = new Set([
  "query",
  "params",
  "search",
  "hash",
  "pathname",
  "path",
  "searchParams",
]);

/** A URL, or an object that says what it is made of. */
function targetOf(sourceCode: SourceCode, target: Node | undefined): readonly UrlPlace[] {
  if (target === undefined) return [];
  const isObject = settledValue(sourceCode, target).type === "ObjectExpression";
  return isObject ? membersNamed(sourceCode, target, PARTS_OF_TARGET) : url(target);
}

const LINKS: ReadonlySet<string> = new Set(["href", "src"]);
const PARTS_OF_URL: ReadonlySet<string> = new Set([
  "search",
  "hash",
  "username",
  "password",
  "pathname",
]);

/** What an assignment puts into a URL. */
export function urlPlacesOfAssignment(
  sourceCode: SourceCode,
  { left, right }: TSESTree.AssignmentExpression,
): readonly UrlPlace[] {
  if (left.type === "Identifier") {
    const { names, isGlobal } = originOf(sourceCode, left);
    return isGlobal && names[0] === "location" ? url(right) : [];
  }
  if (left.type !== "MemberExpression") return [];
  const name = propertyName(left) ?? "*";
  if (LINKS.has(name)) return url(right);
  if (PARTS_OF_URL.has(name)) {
    return isUrl(originOf(sourceCode, left.object), left.object) ? parts([right]) : [];
  }
  if (name === "location") {
    const { names, isGlobal } = originOf(sourceCode, left);
    const isPage = isGlobal && (names.length === 1 || names.at(-2) === "document");
    return isPage ? targetOf(sourceCode, right) : [];
  }
  return isQueryOfClient(sourceCode, left) ? parts([right]) : [];
}

function isUrl({ madeBy, names, madeNames, typeName }: Origin, written: Node): boolean {
  const last = names.at(-1) ?? "";
  const called = written.type === "Identifier" ? written.name : last;
  if (last === "location" || /ur[li]$/i.test(called)) return true;
  if (names.length !== madeNames) return false;
  const isMade = madeBy?.callee.isNew === true && madeBy.callee.names.at(-1) === "URL";
  return isMade || typeName === "URL";
}

/** `axios.defaults.params.key = …`, and `config.params = …` in an interceptor of axios's. */
function isQueryOfClient(sourceCode: SourceCode, left: TSESTree.MemberExpression): boolean {
  const query = QUERIES.has(propertyName(left) ?? "") ? left : bare(left.object);
  if (query.type !== "MemberExpression" || !QUERIES.has(propertyName(query) ?? "")) return false;
  const options = bare(query.object);
  const isDefault = options.type === "MemberExpression" && propertyName(options) === "defaults";
  return isDefault || isQueryInHook(sourceCode, query);
}

const LINK_ATTRIBUTES: ReadonlySet<string> = new Set([
  "href",
  "src",
  "to",
  "action",
  "formAction",
  "poster",
  "xlinkHref",
]);

/** What a hook makes of the options of a request. */
export function urlPlacesOfObject(
  sourceCode: SourceCode,
  object: TSESTree.ObjectExpression,
): readonly UrlPlace[] {
  return parts(queryOfHookResult(sourceCode, object));
}

/** What an attribute of JSX makes a link. */
export function urlPlacesOfAttribute(
  sourceCode: SourceCode,
  { name, value }: TSESTree.JSXAttribute,
): readonly UrlPlace[] {
  if (name.type !== "JSXIdentifier" || !LINK_ATTRIBUTES.has(name.name)) return [];
  if (value?.type !== "JSXExpressionContainer") return [];
  return value.expression.type === "JSXEmptyExpression"
    ? []
    : targetOf(sourceCode, value.expression);
}

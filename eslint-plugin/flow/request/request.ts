import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findPleoHost } from "../../../src/pleo/hosts.ts";
import type { PleoHost } from "../../../src/pleo/hosts.ts";
import { propertyName, variableOf } from "../syntax/binding.ts";
import type { Call } from "../syntax/callee.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { entriesOf, merge } from "../syntax/entries.ts";
import type { Entries, Entry } from "../syntax/entries.ts";
import { addressTextsOf } from "./family-fields.ts";
import { clientLayoutOf, layoutOf, maySend } from "./http-client.ts";
import type { HttpClient, Layout } from "./http-client.ts";
import { isFunction } from "../syntax/place.ts";
import { concatTexts, staticTextOf } from "../syntax/static-text.ts";
import type { StaticText } from "../syntax/static-text.ts";
import { readUrl, urlsOf } from "./url.ts";
import type { KnownUrl } from "./url.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** A request over HTTP, as the file writes it, whatever sends it. Each list holds the expressions that make up that part. */
export interface HttpRequest {
  readonly call: Call;
  readonly client: HttpClient;
  /** In upper case; `undefined` where only the running program knows. */
  readonly method: string | undefined;
  /** Everything that ends up in the address before the query: base, URL, host and path. */
  readonly url: readonly Node[];
  /** `params`, `searchParams`, `query`: objects or texts that become the query. */
  readonly query: readonly Node[];
  readonly headers: readonly Node[];
  /** Headers that are set one by one. */
  readonly headerEntries: readonly Entry[];
  /** Objects or texts of user name and password, or the two themselves. */
  readonly auth: readonly Node[];
  readonly credentials: Credentials;
  readonly body: readonly Node[];
  /** Nothing of what the options say is left unread. */
  readonly isComplete: boolean;
  /** Objects that say the rest; what functions make of them may be known to hold more. */
  readonly options: readonly Node[];
  /** What is known of where it goes, once for each place that the program may choose. */
  urls(): readonly KnownUrl[];
}

/** Who an HTTP client is told to be. */
interface Credentials {
  readonly user: Node | undefined;
  readonly password: Node | undefined;
}

interface Parts {
  readonly base: Node[];
  readonly url: Node[];
  readonly host: Node[];
  readonly path: Node[];
  readonly scheme: Node[];
  readonly method: Node[];
  readonly query: Node[];
  readonly headers: Node[];
  readonly auth: Node[];
  readonly user: Node[];
  readonly password: Node[];
  readonly body: Node[];
}

/** What the libraries call their options. None of them means two things by one name. */
const PART_OF_OPTION: Readonly<Record<string, keyof Parts>> = {
  baseURL: "base",
  baseUrl: "base",
  prefixUrl: "base",
  prefix: "base",
  url: "url",
  uri: "url",
  hostname: "host",
  host: "host",
  path: "path",
  pathname: "path",
  protocol: "scheme",
  method: "method",
  type: "method",
  params: "query",
  searchParams: "query",
  query: "query",
  qs: "query",
  headers: "headers",
  auth: "auth",
  username: "user",
  password: "password",
  body: "body",
  data: "body",
  json: "body",
  form: "body",
  formData: "body",
};

const known = new WeakMap<Call, HttpRequest | null>();

/** The request that a call or `new` sends; `undefined` for every other call. */
export function requestOf(sourceCode: SourceCode, call: Call): HttpRequest | undefined {
  if (!maySend(call)) return undefined;
  let request = known.get(call);
  if (request === undefined) {
    const layout = layoutOf(sourceCode, call);
    request = layout === undefined ? null : readRequest(sourceCode, call, layout);
    known.set(call, request);
  }
  return request ?? undefined;
}

/**
 * What all requests of a client have in common, read from the call that makes it: `axios.create({ baseURL, headers })`.
 * `undefined` for every other call.
 */
export function clientOf(sourceCode: SourceCode, call: Call): HttpRequest | undefined {
  const layout = clientLayoutOf(sourceCode, call);
  return layout && readRequest(sourceCode, call, layout);
}

function readRequest(sourceCode: SourceCode, call: Call, layout: Layout): HttpRequest {
  const parts = noParts();
  const options = [...(layout.defaults ?? []), layout.options].filter((node) => node !== undefined);
  const isComplete = options
    .filter((node) => !isCallback(layout, node))
    .map((node) => readOptions(sourceCode, node, parts))
    .every(Boolean);
  if (layout.base !== undefined) parts.base.push(layout.base);
  // What the call says itself comes last, as the clients would have it.
  for (const part of ["url", "query", "body"] as const) {
    const node = layout[part];
    if (node !== undefined) parts[part].push(node);
  }
  const headerEntries = chainedParts(sourceCode, { call, client: layout.client, parts });
  const method = layout.method ?? methodOf(sourceCode, { parts, isComplete, layout });
  if (layout.client === "jquery" && method === "GET") parts.query.push(...parts.body.splice(0));
  let urls: readonly KnownUrl[] | undefined;
  return {
    call,
    client: layout.client,
    method,
    url: [...parts.base, ...parts.url, ...parts.host, ...parts.path],
    query: parts.query,
    headers: parts.headers,
    headerEntries,
    auth: [...parts.auth, ...parts.user, ...parts.password],
    credentials: credentialsOf(sourceCode, parts),
    body: parts.body,
    isComplete: isComplete && layout.mayAdd !== true,
    options,
    urls: () => (urls ??= addressOf(sourceCode, parts, layout.client)),
  };
}

function noParts(): Parts {
  return {
    base: [],
    url: [],
    host: [],
    path: [],
    scheme: [],
    method: [],
    query: [],
    headers: [],
    auth: [],
    user: [],
    password: [],
    body: [],
  };
}

/** `https.get(options, (response) => …)`; what is given to `ky.extend((options) => …)` makes the options. */
function isCallback({ client, options }: Layout, node: Node): boolean {
  const isNodes = client === "http" || client === "https";
  return isFunction(node) && (isNodes || node === options);
}

/** Says whether all of them could be read. */
function readOptions(sourceCode: SourceCode, options: Node, parts: Parts): boolean {
  const [start] = staticTextOf(sourceCode, options);
  // The origin that a client of undici's is made with is no object of options.
  if (typeof start === "string") {
    parts.base.push(options);
    return true;
  }
  const { entries, isComplete } = entriesOf(sourceCode, options);
  let isRead = isComplete;
  for (const { name, value } of entries) {
    if (ADDS.has(name)) isRead &&= value !== undefined && addsNothing(sourceCode, value);
    const part = Object.hasOwn(PART_OF_OPTION, name) ? PART_OF_OPTION[name] : undefined;
    if (part !== undefined && value !== undefined) parts[part].push(value);
  }
  return isRead;
}

/** What may put more into a request than its options say. */
const ADDS: ReadonlySet<string> = new Set([
  "transformRequest",
  "paramsSerializer",
  "handlers",
  "adapter",
  "fetch",
]);

/** `{ indexes: null }`, `(params) => qs.stringify(params)`. */
function addsNothing(sourceCode: SourceCode, value: Node): boolean {
  const made = settledValue(sourceCode, value);
  const isWritten = isFunction(made) || /^(?:Object|Array)Expression$/.test(made.type);
  return isWritten && !/compan|organi[sz]|assign|merge|\.\.\./i.test(sourceCode.getText(made));
}

function methodOf(
  sourceCode: SourceCode,
  { parts, isComplete, layout }: { parts: Parts; isComplete: boolean; layout: Layout },
): string | undefined {
  const said = parts.method.at(-1);
  if (said === undefined) {
    if (!isComplete) return undefined;
    // `ofetch` and the others send what has a body as they are told, and nothing else.
    return layout.client === "got" && parts.body.length > 0 ? undefined : "GET";
  }
  const [text, ...more] = staticTextOf(sourceCode, said);
  return typeof text === "string" && more.length === 0 ? text.toUpperCase() : undefined;
}

function credentialsOf(sourceCode: SourceCode, parts: Parts): Credentials {
  const { entries } = merge(parts.auth.map((node) => entriesOf(sourceCode, node)));
  const named = (...names: readonly string[]): Node | undefined =>
    entries.find(({ name }) => names.includes(name))?.value;
  return {
    user: parts.user.at(-1) ?? named("username", "user"),
    password: parts.password.at(-1) ?? named("password", "pass"),
  };
}

function addressOf(sourceCode: SourceCode, parts: Parts, client: HttpClient): readonly KnownUrl[] {
  const url = parts.url.at(-1);
  const host = parts.host.at(-1);
  if (host !== undefined && url === undefined) {
    const said = parts.scheme.at(-1);
    const scheme: StaticText =
      said === undefined
        ? [client === "http" ? "http:" : "https:"]
        : staticTextOf(sourceCode, said);
    const path = parts.path.at(-1);
    const text = concatTexts(
      scheme,
      ["//"],
      staticTextOf(sourceCode, host),
      path === undefined ? [] : staticTextOf(sourceCode, path),
    );
    return [readUrl(sourceCode, text, path ?? host)];
  }
  const target = url ?? parts.path.at(-1);
  const base = parts.base.at(-1);
  if (target === undefined) return base === undefined ? [] : urlsOf(sourceCode, base);
  const urls = urlsOf(sourceCode, target);
  if (base === undefined || urls.every(isAbsolute)) return urls;
  return addressTextsOf(sourceCode, base).flatMap((start) =>
    urls.map((end) => ({
      ...readUrl(sourceCode, isAbsolute(end) ? end.text : joined(start, end.text), target),
      query: end.query,
    })),
  );
}

function isAbsolute({ scheme, host }: KnownUrl): boolean {
  return scheme !== undefined || host !== undefined;
}

function joined(base: StaticText, path: StaticText): StaticText {
  const [start] = path;
  const startsWithSlash = typeof start === "string" && start.startsWith("/");
  const end = base.at(-1);
  const endsWithSlash = typeof end === "string" && end.endsWith("/");
  return concatTexts(base, startsWithSlash || endsWithSlash ? [] : ["/"], path);
}

/** What is said after the call: `request.get(url).set("A", b).query(…)`, `xhr.setRequestHeader("A", b)`. */
function chainedParts(
  sourceCode: SourceCode,
  { call, client, parts }: { call: Call; client: HttpClient; parts: Parts },
): readonly Entry[] {
  if (client === "xhr") return xhrHeaders(sourceCode, call);
  if (client !== "superagent") return [];
  const pairs: Entry[] = [];
  let inner: Node = call;
  for (;;) {
    const member: Node = inner.parent;
    if (member.type !== "MemberExpression" || member.object !== inner) return pairs;
    const outer: Node = member.parent;
    if (outer.type !== "CallExpression" || outer.callee !== member) return pairs;
    const [first, second] = outer.arguments;
    const pair = first === undefined ? undefined : pairOf(sourceCode, first, second);
    switch (propertyName(member)) {
      case "set":
        if (pair !== undefined) pairs.push(pair);
        else if (first !== undefined) parts.headers.push(first);
        break;
      case "query":
        if (first !== undefined) parts.query.push(first);
        break;
      case "send":
        if (first !== undefined) parts.body.push(first);
        break;
      case "auth":
        if (first !== undefined) parts.user.push(first);
        if (second !== undefined) parts.password.push(second);
        break;
      default:
    }
    inner = outer;
  }
}

function pairOf(sourceCode: SourceCode, key: Node, value: Node | undefined): Entry | undefined {
  if (value === undefined) return undefined;
  const [name, ...more] = staticTextOf(sourceCode, key);
  return typeof name === "string" && more.length === 0 ? { name, value, at: key } : undefined;
}

function xhrHeaders(sourceCode: SourceCode, { callee }: Call): readonly Entry[] {
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return [];
  const references = variableOf(sourceCode, callee.object)?.references ?? [];
  return references.flatMap(({ identifier: { parent } }) => {
    if (parent.type !== "MemberExpression" || propertyName(parent) !== "setRequestHeader")
      return [];
    if (parent.parent.type !== "CallExpression") return [];
    const [key, value] = parent.parent.arguments;
    const pair = key === undefined ? undefined : pairOf(sourceCode, key, value);
    return pair === undefined ? [] : [pair];
  });
}

/** The headers of a request, however they are written. */
export function headersOf(sourceCode: SourceCode, request: HttpRequest): Entries {
  const written = request.headers.map((node) => entriesOf(sourceCode, node));
  return merge([...written, { entries: request.headerEntries, isComplete: request.isComplete }]);
}

/** The values of a request's header; names of headers have no letter case. */
export function headerValues(
  sourceCode: SourceCode,
  request: HttpRequest,
  header: string,
): readonly Node[] {
  const wanted = header.toLowerCase();
  return headersOf(sourceCode, request)
    .entries.filter(({ name }) => name.toLowerCase() === wanted)
    .flatMap(({ value }) => value ?? []);
}

/** The host that it goes to, whatever the program chooses; `undefined` if that is not known, or not always the same. */
export function hostOf(request: HttpRequest): string | undefined {
  const [first, ...others] = request.urls();
  const name = first?.host?.toLowerCase();
  return others.every(({ host }) => host?.toLowerCase() === name) ? first?.host : undefined;
}

/** Pleo's hosts that a request may go to; `undefined` if it may go anywhere else. */
export function pleoHostsOf(request: HttpRequest): readonly PleoHost[] | undefined {
  const hosts = request
    .urls()
    .map(({ host }) => (host === undefined ? undefined : findPleoHost(host)));
  const found = hosts.filter((host) => host !== undefined);
  return found.length > 0 && found.length === hosts.length ? found : undefined;
}

/** The one host of Pleo's that a request goes to. A look-alike is not Pleo's. */
export function pleoHostOf(request: HttpRequest): PleoHost | undefined {
  const host = hostOf(request);
  return host === undefined ? undefined : findPleoHost(host);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { calleeOf } from "../syntax/callee.ts";
import type { Call, Callee } from "../syntax/callee.ts";
import { FETCH_FIELDS, givenFetch } from "./given-fetch.ts";
import { inheritedClient } from "./inherited-client.ts";
import { staticTextOf } from "../syntax/static-text.ts";
import { declaresAnswer } from "./declared-answer.ts";

type SourceCode = TSESLint.SourceCode;

/** Clients that are told apart by how they take their arguments. */
export type HttpClient =
  | "fetch"
  | "axios"
  | "got"
  | "undici"
  | "superagent"
  | "http"
  | "https"
  | "xhr"
  | "socket"
  | "beacon"
  | "jquery"
  | "request"
  | "verbs";

/** Which argument is what in a call that sends a request. */
export interface Layout {
  readonly client: HttpClient;
  /** In upper case; `undefined` where the options say it, or nobody. */
  readonly method?: string | undefined;
  readonly url?: TSESTree.Node | undefined;
  readonly body?: TSESTree.Node | undefined;
  readonly query?: TSESTree.Node | undefined;
  readonly options?: TSESTree.Node | undefined;
  /** Options of the instances that it is sent with, the first one first. */
  readonly defaults?: readonly TSESTree.Node[];
  /** Where all addresses begin, if the class that sends it says so. */
  readonly base?: TSESTree.Node;
  /** What sends it is not known, and may put more into it. */
  readonly mayAdd?: boolean;
}

const CLIENT_OF_MODULE: Readonly<Record<string, HttpClient>> = {
  axios: "axios",
  "@nestjs/axios": "axios",
  "axios-retry": "axios",
  got: "got",
  "got-cjs": "got",
  ky: "got",
  "ky-universal": "got",
  undici: "undici",
  superagent: "superagent",
  http: "http",
  https: "https",
  "follow-redirects": "https",
  jquery: "jquery",
  request: "request",
  "request-promise": "request",
  "request-promise-native": "request",
  needle: "request",
  "node-fetch": "fetch",
  "node-fetch-native": "fetch",
  "cross-fetch": "fetch",
  "isomorphic-fetch": "fetch",
  "isomorphic-unfetch": "fetch",
  unfetch: "fetch",
  "make-fetch-happen": "fetch",
  ofetch: "fetch",
  ws: "socket",
  eventsource: "socket",
};

const CLIENT_OF_GLOBAL: Readonly<Record<string, HttpClient>> = {
  axios: "axios",
  got: "got",
  ky: "got",
  superagent: "superagent",
  http: "http",
  https: "https",
  $: "jquery",
  jQuery: "jquery",
};

const CLIENT_OF_TYPE: Readonly<Record<string, HttpClient>> = {
  AxiosInstance: "axios",
  AxiosStatic: "axios",
  HttpService: "axios",
  HttpClient: "verbs",
  KyInstance: "got",
  Got: "got",
};

/** Makes another client of the same kind, with options for all its requests. */
const MAKERS: ReadonlySet<string> = new Set(["create", "extend", "defaults", "Client", "Pool"]);
const FETCHES: ReadonlySet<string> = new Set([
  "fetch",
  "$fetch",
  "ofetch",
  "useFetch",
  "useLazyFetch",
]);
const VERBS: ReadonlySet<string> = new Set([
  "get",
  "head",
  "options",
  "delete",
  "del",
  "post",
  "put",
  "patch",
]);
const WITHOUT_BODY: ReadonlySet<string> = new Set(["get", "head", "options", "delete", "del"]);
const SOCKETS: ReadonlySet<string> = new Set(["WebSocket", "EventSource"]);

interface Recognised {
  readonly client: HttpClient;
  /** What is called of the client: `["get"]`, `[]` for the client itself. */
  readonly rest: readonly string[];
  readonly defaults: readonly TSESTree.Node[];
}

/** What a method or class is called that may send a request. */
const SENDS: ReadonlySet<string> = new Set([
  ...VERBS,
  ...FETCHES,
  ...SOCKETS,
  "Request",
  "WS",
  "request",
  "stream",
  "ajax",
  "getJSON",
  "open",
  "sendBeacon",
  "default",
  "call",
  "apply",
  ...FETCH_FIELDS,
]);

/** May what a call calls have one of these names? A function that is called by a name of its own may have any. */
function mayBeNamed(names: ReadonlySet<string>, call: Call): boolean {
  const callee = bare(call.callee);
  if (callee.type === "MemberExpression") {
    const name = propertyName(callee);
    return name !== undefined && names.has(name);
  }
  if (callee.type === "Identifier") return call.type === "CallExpression" || names.has(callee.name);
  return callee.type !== "FunctionExpression" && callee.type !== "ArrowFunctionExpression";
}

/** May a call send a request? Asked of each call of a file, and most can be answered at a glance. */
export function maySend(call: Call): boolean {
  return mayBeNamed(SENDS, call);
}

/** How a call that sends a request takes its arguments; `undefined` for every other call. */
export function layoutOf(sourceCode: SourceCode, call: Call): Layout | undefined {
  const callee = calleeOf(sourceCode, call);
  const last = callee.path.at(-1) ?? callee.names.at(-1) ?? "";
  const [first, second, third] = callee.args;
  if (callee.isNew) return layoutOfNew(callee, last);
  const recognised = recognise(callee);
  if (recognised !== undefined) return layoutOfClient(sourceCode, callee, recognised);
  if (FETCHES.has(last)) return { client: "fetch", url: first, options: second };
  const given = mayBeGiven(callee) ? givenFetch(sourceCode, call) : undefined;
  if (given !== undefined) {
    return { client: "fetch", url: first, options: second, mayAdd: !given.isPlain };
  }
  if (last === "open" && callee.madeBy?.callee.names.at(-1) === "XMLHttpRequest") {
    return { client: "xhr", method: methodIn(sourceCode, first), url: second };
  }
  if (last === "sendBeacon") return { client: "beacon", method: "POST", url: first, body: second };
  const inherited = inheritedLayout(sourceCode, call, { verb: last, callee });
  if (inherited !== undefined) return inherited;
  // Of a client that comes from elsewhere, only an address shows that it is one.
  const isSent = VERBS.has(last) && callee.names.length > 1 && isAddress(sourceCode, first);
  if (!isSent || declaresAnswer(callee)) return undefined;
  const looksLikeOptions = third === undefined && hasOptionNames(sourceCode, second);
  return looksLikeOptions
    ? { client: "verbs", method: methodOf(last), url: first, options: second }
    : verbLayout("verbs", last, callee.args);
}

/** Is it called by a name of this file's own, or by that of a field? */
function mayBeGiven({ module, isGlobal, names: { length } }: Callee): boolean {
  return module === undefined && !isGlobal && length <= 2;
}

/** The options of a call that makes a client, as `axios.create(options)` does; nothing is sent yet. */
export function clientLayoutOf(sourceCode: SourceCode, call: Call): Layout | undefined {
  if (call.callee.type === "Identifier" && !MAKERS.has(call.callee.name)) return undefined;
  if (!mayBeNamed(MAKERS, call)) return undefined;
  const callee = calleeOf(sourceCode, call);
  if (!MAKERS.has(callee.path.at(-1) ?? callee.names.at(-1) ?? "")) return undefined;
  const recognised = recognise(callee);
  if (recognised?.rest.length !== 1) return undefined;
  const { client, defaults } = recognised;
  return { client, defaults: [...defaults, ...callee.args] };
}

/** `this.get("tags")` of a class that extends a client from elsewhere, and says where that one sends its requests. */
function inheritedLayout(
  sourceCode: SourceCode,
  call: Call,
  { verb, callee: { names, args } }: { readonly verb: string; readonly callee: Callee },
): Layout | undefined {
  if (!VERBS.has(verb) || names.length !== 2 || names[0] !== "this") return undefined;
  const client = inheritedClient(sourceCode, call);
  if (client === undefined) return undefined;
  const [url, second] = args;
  const { base, module } = client;
  const isKnown = module !== undefined && DATA_SOURCES.has(module);
  const common = { client: "verbs", method: methodOf(verb), base, mayAdd: !isKnown } as const;
  if (second === undefined || hasOptionNames(sourceCode, second)) {
    return { ...common, url, options: second };
  }
  return WITHOUT_BODY.has(verb)
    ? { ...common, url, query: second }
    : { ...common, url, body: second, options: args[2] };
}

/** Their base classes send what they are told, and nothing else. */
const DATA_SOURCES: ReadonlySet<string> = new Set([
  "@apollo/datasource-rest",
  "apollo-datasource-rest",
]);

function layoutOfNew({ args: [url, options], module }: Callee, name: string): Layout | undefined {
  if (name === "Request") return { client: "fetch", url, options };
  const isSocket = SOCKETS.has(name) || (module === "ws" && name !== "WebSocketServer");
  return isSocket ? { client: "socket", method: "GET", url } : undefined;
}

function recognise(callee: Callee, furthest = 4): Recognised | undefined {
  const { module, names, madeBy, madeNames, typeName } = callee;
  if (module !== undefined) {
    const client = ownValue(CLIENT_OF_MODULE, module);
    return client && { client, rest: callee.path, defaults: [] };
  }
  if (callee.isGlobal) {
    const client = ownValue(CLIENT_OF_GLOBAL, names[0] ?? "");
    return client && { client, rest: names.slice(1), defaults: [] };
  }
  const rest = names.slice(madeNames);
  const made =
    madeBy === undefined || furthest <= 0 ? undefined : recognise(madeBy.callee, furthest - 1);
  if (made !== undefined && madeBy !== undefined) {
    if (!MAKERS.has(made.rest.at(-1) ?? "")) return undefined;
    return { client: made.client, rest, defaults: [...made.defaults, ...madeBy.callee.args] };
  }
  const client = ownValue(CLIENT_OF_TYPE, typeName ?? "");
  return client && { client, rest, defaults: [] };
}

function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function layoutOfClient(
  sourceCode: SourceCode,
  { args }: Callee,
  { client, rest: [...rest], defaults }: Recognised,
): Layout | undefined {
  // Nest's HTTP module keeps axios itself under this name.
  if (rest[0] === "axiosRef") rest.shift();
  const [name, ...more] = rest;
  const [first, second] = args;
  if (more.length > 0) return undefined;
  const isConfig = first !== undefined && isObject(sourceCode, first);
  const both: Layout = isConfig
    ? { client, options: first, defaults }
    : { client, url: first, options: second, defaults };
  switch (client) {
    case "http":
    case "https":
      if (name !== "request" && name !== "get") return undefined;
      return name === "get" ? { ...both, method: "GET" } : both;
    case "fetch":
      return name === undefined || FETCHES.has(name) ? both : undefined;
    case "undici":
      if (name === "fetch" || name === "request" || name === "stream") return both;
      return undefined;
    case "jquery":
      return jqueryLayout(name, args, both);
    case "got":
    case "request":
      if (name === undefined) return both;
      return VERBS.has(name) ? { ...both, method: methodOf(name) } : undefined;
    case "superagent":
      if (name === undefined) return args.length > 1 ? undefined : both;
      if (!VERBS.has(name)) return undefined;
      // Without a body there is nothing but the query that the data could become.
      return /^(?:get|head|options|del|delete)$/.test(name)
        ? { client, method: methodOf(name), url: first, query: second }
        : { client, method: methodOf(name), url: first, body: second };
    default:
      if (name === undefined || name === "request") return requestLayout(sourceCode, args, both);
      return VERBS.has(name) ? { ...verbLayout(client, name, args), defaults } : undefined;
  }
}

/** Angular's `request(method, url, options)`, or axios's `request(config)`. */
function requestLayout(
  sourceCode: SourceCode,
  [first, second, third]: readonly TSESTree.Node[],
  otherwise: Layout,
): Layout {
  const method = methodIn(sourceCode, first);
  const isMethod = method !== undefined && VERBS.has(method.toLowerCase());
  return isMethod ? { client: "verbs", method, url: second, options: third } : otherwise;
}

function verbLayout(client: HttpClient, verb: string, args: readonly TSESTree.Node[]): Layout {
  const [url, second, third] = args;
  const method = methodOf(verb);
  if (WITHOUT_BODY.has(verb)) return { client, method, url, options: second };
  return { client, method, url, body: second, options: third };
}

function jqueryLayout(
  name: string | undefined,
  [url, data]: readonly TSESTree.Node[],
  both: Layout,
): Layout | undefined {
  if (name === "ajax") return both;
  if (name === "get" || name === "getJSON")
    return { ...both, method: "GET", url, query: data, options: undefined };
  return name === "post"
    ? { ...both, method: "POST", url, body: data, options: undefined }
    : undefined;
}

function methodOf(verb: string): string {
  return verb === "del" ? "DELETE" : verb.toUpperCase();
}

function methodIn(sourceCode: SourceCode, node: TSESTree.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  const [text, ...more] = staticTextOf(sourceCode, node);
  return typeof text === "string" && more.length === 0 ? text.toUpperCase() : undefined;
}

function isObject(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  return settledValue(sourceCode, node).type === "ObjectExpression";
}

function isAddress(sourceCode: SourceCode, node: TSESTree.Node | undefined): boolean {
  if (node === undefined) return false;
  const [start] = staticTextOf(sourceCode, node);
  return typeof start === "string" && /^https?:\/\//i.test(start);
}

const OPTION_NAMES: ReadonlySet<string> = new Set([
  "headers",
  "json",
  "body",
  "searchParams",
  "params",
]);

function hasOptionNames(sourceCode: SourceCode, node: TSESTree.Node | undefined): boolean {
  const object = node === undefined ? undefined : settledValue(sourceCode, node);
  if (object?.type !== "ObjectExpression") return false;
  return object.properties.some(
    (property) =>
      property.type === "Property" &&
      property.key.type === "Identifier" &&
      OPTION_NAMES.has(property.key.name),
  );
}

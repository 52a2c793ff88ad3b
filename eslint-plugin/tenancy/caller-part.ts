import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeOf } from "../flow/syntax/callee.ts";
import { propertyName } from "../flow/syntax/binding.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { callAround, chainOf, isExported, nameOfFunction } from "../sinks/places.ts";
import { mentions } from "../sinks/response-evidence.ts";

type SourceCode = TSESLint.SourceCode;

interface Asked {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly param: TSESTree.Parameter;
  /** From the parameter down to what is asked about; a call ends with `()`. */
  readonly path: readonly string[];
}

/** Is a part of a handler's parameter what the caller has sent, and not what this server knows of the caller? */
export function isCallerPart(sourceCode: SourceCode, asked: Asked): boolean {
  const { param, path, fn, index } = asked;
  if (isDecorated(param)) return true;
  const [first = "", ...rest] = path;
  if (isPlainArgument(sourceCode, asked)) return true;
  const pattern = param.type === "AssignmentPattern" ? param.left : param;
  if (pattern.type === "ObjectPattern") {
    if (REQUEST.test(first)) return isPartOfRequest(rest);
    return isHandlerPart(sourceCode, { fn, index, first, rest });
  }
  if (pattern.type !== "Identifier") return false;
  const type = typeNameOf(pattern);
  if (FORM_TYPE === type) return first === "get()" || first === "entries()";
  // Something that this program is about to send.
  if (type !== undefined && OWN_TYPE.test(type)) return false;
  if (REQUEST.test(pattern.name) || (type !== undefined && REQUEST_TYPE.test(type))) {
    return isPartOfRequest(path);
  }
  if (EVENT.test(pattern.name) && isPartOfEvent(path)) return true;
  // Feathers, whose services are told the query of a request so.
  if (pattern.name === "params") return first === "query" && isMethod(fn);
  if (!CONTEXT.test(pattern.name)) return false;
  return isPartOfContext(path) || (isPartOfKoa(path) && mentions(sourceCode, KOA));
}

function isMethod({ parent }: FunctionNode): boolean {
  return parent.type === "MethodDefinition";
}

const REQUEST = /^_?(?:req|request|httpRequest)$/;
const REQUEST_TYPE = /^(?:\w*Request|IncomingMessage)$/;
const OWN_TYPE = /^(?:Pleo|Job|Sync|Api|Client)\w*Request$/;
const FORM_TYPE = "FormData";
const CONTEXT = /^(?:c|ctx|context|props)$/;
const EVENT = /^(?:event|evt)$/;

const SENT = wordSet(
  "query params body headers rawBody payload input() all() only() qs() param() json() formData() text() query() queries() params() header() get() valid() parseBody() bodyUsed",
);

/** `req.query…`, `request.json()…`, `request.nextUrl.searchParams…`; `req.user` and `req.session` are none. */
function isPartOfRequest([first = "", second = ""]: readonly string[]): boolean {
  if (SENT.has(first)) return true;
  return (first === "nextUrl" || first === "url") && IN_ADDRESS.has(second);
}

const IN_ADDRESS = wordSet("searchParams pathname search");

/** `c.req.param("id")` of Hono, `ctx.query`, `ctx.params` and `ctx.request.body` of Koa, `context.params` of Next. */
function isPartOfContext([first = "", ...rest]: readonly string[]): boolean {
  if (first === "req" || first === "request") return isPartOfRequest(rest);
  return (
    first === "query" ||
    first === "params" ||
    first === "searchParams" ||
    (first === "url" && rest[0] === "searchParams")
  );
}

const KOA = /["'](?:@?koa(?:[-/][^"']*)?)["']/;

/** `ctx.get("X-Company")` is a header with Koa, and what a middleware has left with Hono. */
function isPartOfKoa([first = ""]: readonly string[]): boolean {
  return first === "get()" || first === "headers" || first === "header";
}

const EVENT_PARTS = wordSet(
  "queryStringParameters multiValueQueryStringParameters pathParameters body headers params",
);

/** What gateways and SvelteKit hand over. */
function isPartOfEvent([first = "", ...rest]: readonly string[]): boolean {
  if (EVENT_PARTS.has(first)) return true;
  if (first === "request") return isPartOfRequest(rest);
  return first === "url" && rest[0] === "searchParams";
}

const HANDLER =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|loader|action|clientLoader|load|onRequest\w*|generateMetadata|\w*Page|\w*Layout|getServerSideProps|handler)$/;

interface AskedPart {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly first: string;
  readonly rest: readonly string[];
}

/** `{ params }` and its like of what a framework calls. */
function isHandlerPart(sourceCode: SourceCode, { fn, index, first, rest }: AskedPart): boolean {
  const isSent =
    /^(?:params|searchParams|query|body)$/.test(first) ||
    (first === "url" && rest[0] === "searchParams");
  if (!isSent) return false;
  const [request] = fn.params;
  if (index === 1 && request?.type === "Identifier" && REQUEST.test(request.name)) return true;
  if (callAround(fn) !== undefined) return isRoute(sourceCode, fn);
  const isDefault = fn.parent.type === "ExportDefaultDeclaration";
  return isDefault || (HANDLER.test(nameOfFunction(fn) ?? "") && isExported(fn));
}

const MAKES_ROUTE = /^(?:define\w*Handler|route(?:Loader|Action)\$|globalAction\$)$/;

function isRoute(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const call = callAround(fn);
  const [path] = call?.arguments ?? [];
  if (call === undefined) return false;
  const isPath = path?.type === "Literal" && /^[/*]/.test(String(path.value));
  return isPath || MAKES_ROUTE.test(calleeOf(sourceCode, call).names.at(-1) ?? "");
}

/** `({ input })` of a procedure of tRPC's, what `routeAction$` is sent, `(parent, args)` of a resolver below `Query` or `Mutation`. */
function isPlainArgument(sourceCode: SourceCode, { fn, index, path }: Asked): boolean {
  const around = callAround(fn);
  if (around !== undefined) {
    const { names } = calleeOf(sourceCode, around);
    const name = names.at(-1) ?? "";
    if (name === "onCall") return index === 0 && isPartOfCallable(fn, path);
    if (name === "on" && SOCKET.test(names.at(-2) ?? "")) return index === 0 && isMessage(around);
    if (index === 0 && /^(?:route|global)Action\$$/.test(name)) return true;
    return index === 0 && path[0] === "input" && /^(?:query|mutation)$/.test(name);
  }
  const { parent } = fn;
  // All arguments of a field are in one object.
  const isOne = index === 1 && path.length > 0;
  return isOne && parent.type === "Property" && parent.value === fn && isResolver(parent);
}

const RESOLVERS = /^(?:Query|Mutation|(?:query|mutation)Resolvers)$/;

/** `{ Query: { tags } }`, `const Query = { tags }`, and `{ args: {…}, resolve }` of a field. */
function isResolver(property: TSESTree.Property): boolean {
  const { parent: object } = property;
  const isField = object.type === "ObjectExpression" && propertyName(property) === "resolve";
  if (isField && object.properties.some(isArguments)) return true;
  const owner = object.parent;
  if (owner.type === "Property") return RESOLVERS.test(propertyName(owner) ?? "");
  const name = owner.type === "VariableDeclarator" ? owner.id : undefined;
  return name?.type === "Identifier" && RESOLVERS.test(name.name);
}

function isArguments(property: TSESTree.ObjectLiteralElement): boolean {
  return (
    property.type === "Property" &&
    propertyName(property) === "args" &&
    property.value.type !== "ArrayExpression"
  );
}

/** `onCall((request) => …)` of Firebase, and `onCall((data, context) => …)` as it was before. */
function isPartOfCallable({ params }: FunctionNode, [first]: readonly string[]): boolean {
  return params.length > 1 ? first !== "auth" : first === "data" || first === "rawRequest";
}

const SOCKET = /^(?:socket|ws|client|conn|connection)$/;

/** `socket.on("tags", …)`: what a client says, rather than that there is one. */
function isMessage({ arguments: [event] }: TSESTree.CallExpression): boolean {
  return (
    event?.type === "Literal" &&
    !/^(?:connect\w*|disconnect\w*|error|close|open)$/.test(String(event.value))
  );
}

const INPUT_DECORATOR = wordSet(
  "Param Query Body Headers QueryParam QueryParams HeaderParam BodyParam Args Arg ArgsOptions Payload MessageBody",
);

/** `@Param("companyId") companyId` of NestJS, `@param.path.string("companyId")` of LoopBack. */
function isDecorated(param: TSESTree.Parameter): boolean {
  const { decorators } = param as { readonly decorators?: readonly TSESTree.Decorator[] };
  return (decorators ?? []).some(({ expression }) => {
    const named = expression.type === "CallExpression" ? expression.callee : expression;
    if (named.type === "Identifier") return INPUT_DECORATOR.has(named.name);
    const { root } = chainOf(named);
    return root.type === "Identifier" && root.name === "param";
  });
}

function typeNameOf({ typeAnnotation }: TSESTree.Identifier): string | undefined {
  const type = typeAnnotation?.typeAnnotation;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  return type.typeName.name;
}

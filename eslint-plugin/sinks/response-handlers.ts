import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { literalText, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calleeOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { callAround, nameOfFunction, parameterOf } from "./places.ts";

/** What servers hand over, whatever their handlers call it. */

type SourceCode = TSESLint.SourceCode;

const ROUTES = wordSet(
  "get post put patch delete del all use options opts head route any on addHook createServer onRequest",
);

/** Their handlers get a request, and a response next to it. */
const TWO_PARTS =
  /^(?:express|restify|polka|connect|router|next-connect|find-my-way|hyper-express|ultimate-express|express-promise-router|fastify|micro|0http|restana|@polka\/[\w-]+|@tinyhttp\/app|@feathersjs\/express|https?|http2|firebase-functions(?:\/.+)?)$/;
const TWO_PARTS_TYPE =
  /^(?:Express|Application|Router|IRouter|Server|FastifyInstance|Polka|Express\.Application)$/;
/** Theirs get one context, of which both are parts. */
const ONE_CONTEXT =
  /^(?:hono(?:\/.+)?|@hono\/zod-openapi|koa|@?koa[-/]router|@?oak(?:\/oak)?|elysia)$/;
const ONE_CONTEXT_TYPE = /^(?:Hono|OpenAPIHono|Koa|Elysia)$/;

/** Is this the response that a server hands to a handler: `server.get("/", (query, answer) => …)`? */
export function isHandedResponse(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  const parameter = parameterOf(sourceCode, name);
  if (parameter === undefined || parameter.isPart) return false;
  const { fn, index } = parameter;
  // `(error, request, response, next) => …`
  if (index !== (fn.params.length > 3 ? 2 : 1)) return false;
  return isHandler(sourceCode, fn, isOf(TWO_PARTS, TWO_PARTS_TYPE));
}

/** Is this the context that a server hands to a handler: `app.get("/", (each) => …)`? */
export function isHandedContext(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  const parameter = parameterOf(sourceCode, name);
  if (parameter?.index !== 0 || parameter.isPart) return false;
  return isHandler(sourceCode, parameter.fn, isOf(ONE_CONTEXT, ONE_CONTEXT_TYPE));
}

type IsServer = (callee: Callee) => boolean;

function isOf(modules: RegExp, types: RegExp): IsServer {
  return ({ module, typeName }) =>
    module === undefined ? typeName !== undefined && types.test(typeName) : modules.test(module);
}

function isHandler(sourceCode: SourceCode, fn: FunctionNode, isServer: IsServer): boolean {
  return callsGiven(sourceCode, fn).some((call) => isRoute(sourceCode, call, isServer));
}

/** What is handed to more than these is no handler. */
const MOST_REFERENCES = 20;

/** The calls that a function is given to: in place, wrapped in `asyncHandler(…)`, in a list, or by its name. */
function callsGiven(sourceCode: SourceCode, fn: FunctionNode): readonly Call[] {
  const around = callOf(fn);
  if (around !== undefined) return [around, callOf(around) ?? around];
  const name = fn.id ?? (fn.parent.type === "VariableDeclarator" ? fn.parent.id : undefined);
  if (name?.type !== "Identifier") return [];
  const references = variableOf(sourceCode, name)?.references ?? [];
  return references.slice(0, MOST_REFERENCES).flatMap(({ identifier }) => callOf(identifier) ?? []);
}

function callOf(node: TSESTree.Node): Call | undefined {
  return callAround(node.parent?.type === "ArrayExpression" ? node.parent : node);
}

function isRoute(sourceCode: SourceCode, call: Call, isServer: IsServer): boolean {
  const callee = calleeOf(sourceCode, call);
  const method = callee.path.at(-1) ?? callee.names.at(-1) ?? "";
  if (!ROUTES.has(method)) return false;
  // `server.on("connection", (socket, request) => …)` hands over something else.
  if (method === "on" && literalText(call.arguments[0]) !== "request") return false;
  for (let made: Callee | undefined = callee; made !== undefined; made = made.madeBy?.callee) {
    if (isServer(made)) return true;
  }
  return false;
}

const REQUEST = /^_?(?:req|request)$/;

/** `(request, reply) => reply(body)` of hapi as it was before. */
export function isReplyOfHapi(sourceCode: SourceCode, { callee }: Call): boolean {
  if (callee.type !== "Identifier") return false;
  const parameter = parameterOf(sourceCode, callee);
  if (parameter?.index !== 1 || parameter.isPart) return false;
  if (isGivenToMethod(parameter.fn)) return false;
  const [request] = parameter.fn.params;
  return (
    (request?.type === "Identifier" && REQUEST.test(request.name)) ||
    nameOfFunction(parameter.fn) === "handler"
  );
}

/** `bus.on("key", (request, reply) => …)` answers within; hapi is given functions by `server.ext` only. */
function isGivenToMethod(fn: FunctionNode): boolean {
  const callee = callAround(fn)?.callee;
  return callee?.type === "MemberExpression" && propertyName(callee) !== "ext";
}

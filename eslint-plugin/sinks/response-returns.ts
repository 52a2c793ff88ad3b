import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calleeOf, type Callee } from "../flow/syntax/callee.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { callAround, chainOf, isExported, nameOfFunction } from "./places.ts";
import { mentions } from "./response-evidence.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

/** Functions of which clients get what they return. */

export interface File {
  readonly sourceCode: TSESLint.SourceCode;
  readonly filename: string;
}

/** Their results become the props of a page. */
const MAKES_PROPS = wordSet("getServerSideProps getStaticProps getInitialProps getServerData");
const EVENT_HANDLERS = wordSet(
  "defineEventHandler eventHandler defineCachedEventHandler cachedEventHandler defineWebSocketHandler onCall",
);
const PROCEDURES = wordSet("query mutation subscription");
const VERBS = wordSet("get post put patch delete all options head");
const DECORATED = wordSet(
  "Get Post Put Patch Delete All Options Head Query Mutation Subscription ResolveField",
);

/** What a function is to the clients that get its result, for a message; `undefined` for all others. */
export function answersClients(file: File, fn: FunctionNode): string | undefined {
  const name = nameOfFunction(fn);
  return (
    byCallAround(file, fn) ??
    (name === undefined ? undefined : byName(file, fn, name)) ??
    byOwner(file, fn, name) ??
    (isServerAction(file, fn) ? (name ?? "this server action") : undefined)
  );
}

function byCallAround({ sourceCode }: File, fn: FunctionNode): string | undefined {
  const around = callAround(fn);
  if (around === undefined) return undefined;
  const callee = calleeOf(sourceCode, around);
  const method = callee.path.at(-1) ?? callee.names.at(-1) ?? "";
  if (EVENT_HANDLERS.has(method)) return method;
  const { root, links } = chainOf(around.callee);
  const names = [root.type === "Identifier" ? root.name : "", ...links.map(({ name }) => name)];
  if (PROCEDURES.has(method))
    return names.some((name) => /procedure$/i.test(name)) ? `a ${method} of tRPC` : undefined;
  if (method === "handler") return names.includes("createServerFn") ? "createServerFn" : undefined;
  if (method === "handle" || method === "handleOnce")
    return names.includes("ipcMain") ? `ipcMain.${method}` : undefined;
  if (!VERBS.has(method)) return undefined;
  return isSelfAnswering(callee) ? `a handler of \`${method}\`` : undefined;
}

/** Routers that send what a handler returns. */
function isSelfAnswering({ madeBy, typeName, names }: Callee): boolean {
  if (typeName === "FastifyInstance" || names.at(-2) === "fastify") return true;
  for (let made = madeBy; made !== undefined; made = made.callee.madeBy) {
    if (/^(?:fastify|elysia)$/.test(made.callee.module ?? "")) return true;
  }
  return false;
}

function byName(file: File, fn: FunctionNode, name: string): string | undefined {
  if (MAKES_PROPS.has(name)) return isExported(fn) || name === "getInitialProps" ? name : undefined;
  if (name === "loader" || name === "action") return isRouteOfRemix(file, fn) ? name : undefined;
  if (name === "load") return isLoadOfSvelte(file, fn) ? name : undefined;
  return undefined;
}

const REMIX = /["'](?:@remix-run\/[\w-]+|react-router(?:-dom)?|@react-router\/[\w-]+)["']/;
const TAKES_ROUTE = /\b(?:Loader|Action)(?:Function)?Args\b|\bRoute\./;

function isRouteOfRemix({ sourceCode, filename }: File, fn: FunctionNode): boolean {
  if (!isExported(fn)) return false;
  if (mentions(sourceCode, REMIX) || /(?:^|[\\/])app[\\/]routes[\\/]/.test(filename)) return true;
  const [param] = fn.params;
  return param !== undefined && TAKES_ROUTE.test(sourceCode.getText(param));
}

const LOAD_TYPE = /\b(?:Page|Layout)(?:Server)?Load\b/;

function isLoadOfSvelte({ sourceCode, filename }: File, fn: FunctionNode): boolean {
  if (!isExported(fn)) return false;
  return (
    /(?:^|[\\/])\+(?:page|layout)(?:\.server)?\.[cm]?[jt]s$/.test(filename) ||
    mentions(sourceCode, LOAD_TYPE)
  );
}

/** Methods of controllers and resolvers, handlers of routes, actions of SvelteKit. */
function byOwner(file: File, fn: FunctionNode, name: string | undefined): string | undefined {
  const { parent } = fn;
  if (parent.type === "MethodDefinition") return isOfController(parent) ? name : undefined;
  if (parent.type !== "Property" || parent.parent.type !== "ObjectExpression") return undefined;
  if (name === "handler")
    return isRouteOptions(file, parent.parent) ? "a route's handler" : undefined;
  if (name === "resolve" || name === "query") return undefined;
  return isResolver(parent.parent)
    ? `the resolver \`${name ?? "*"}\``
    : byActions(file, parent, name);
}

function byActions(
  { filename }: File,
  { parent: object }: TSESTree.Property,
  name: string | undefined,
): string | undefined {
  if (!/(?:^|[\\/])\+page\.server\.[cm]?[jt]s$/.test(filename)) return undefined;
  const owner = variableOfObject(object);
  return owner === "actions" ? `the action \`${name ?? "*"}\`` : undefined;
}

function variableOfObject(object: TSESTree.Node): string | undefined {
  const { parent } = wrapped(object);
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return parent.id.name;
  return parent?.type === "Property" ? propertyName(parent) : undefined;
}

function isOfController(method: TSESTree.MethodDefinition): boolean {
  const isDecorated = decoratorsOf(method).some((decorator) =>
    DECORATED.has(decoratorName(decorator)),
  );
  if (!isDecorated) return false;
  return decoratorsOf(method.parent.parent).some((decorator) =>
    /^(?:\w*Controller|Resolver)$/.test(decoratorName(decorator)),
  );
}

/** Parsers of plain JavaScript leave them out. */
function decoratorsOf({
  decorators = [],
}: {
  readonly decorators?: readonly TSESTree.Decorator[];
}): readonly TSESTree.Decorator[] {
  return decorators;
}

function decoratorName({ expression }: TSESTree.Decorator): string {
  const named = expression.type === "CallExpression" ? expression.callee : expression;
  return named.type === "Identifier" ? named.name : "";
}

/** `server.route({ handler })` of hapi and Fastify, `app.http("name", { handler })` of Azure. */
function isRouteOptions({ sourceCode }: File, options: TSESTree.ObjectExpression): boolean {
  const call = options.parent.type === "ArrayExpression" ? options.parent.parent : options.parent;
  if (call.type !== "CallExpression") return false;
  const { names } = calleeOf(sourceCode, call);
  const method = names.at(-1);
  return names.length > 1 && (method === "route" || (method === "http" && names.at(-2) === "app"));
}

/** `{ Query: { company: () => … } }` in what is called resolvers. */
function isResolver(fields: TSESTree.ObjectExpression): boolean {
  const { parent } = fields;
  if (parent.type !== "Property" || parent.parent.type !== "ObjectExpression") return false;
  if (!["Query", "Mutation", "Subscription"].includes(propertyName(parent) ?? "")) return false;
  return /resolvers$/i.test(variableOfObject(parent.parent) ?? "");
}

/** Clients call what such a file exports, and every function that says so itself. */
function isServerAction({ sourceCode }: File, fn: FunctionNode): boolean {
  if (fn.body.type === "BlockStatement" && isMarked(fn.body.body)) return true;
  return isMarked(sourceCode.ast.body) && isExported(fn);
}

function isMarked(body: readonly TSESTree.Node[]): boolean {
  const [first] = body;
  return first?.type === "ExpressionStatement" && first.directive === "use server";
}

/** `{ statusCode: 200, body: … }`, with which a function in a cloud answers. */
export function isCloudAnswer(
  sourceCode: TSESLint.SourceCode,
  object: TSESTree.ObjectExpression,
): boolean {
  const names = new Set(
    object.properties.map((property) =>
      property.type === "Property" ? propertyName(property) : undefined,
    ),
  );
  if (!names.has("statusCode") || !(names.has("body") || names.has("headers"))) return false;
  const node = wrapped(object);
  const { parent } = node;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const uses = variableOf(sourceCode, parent.id)?.references ?? [];
    return uses.some(({ identifier }) => isHandedBack(identifier));
  }
  return isHandedBack(node);
}

/** Is it returned, or handed to the callback of its function? */
function isHandedBack(node: TSESTree.Node): boolean {
  const { parent } = node;
  if (parent?.type === "ReturnStatement") return true;
  if (parent?.type === "ArrowFunctionExpression") return parent.body === node;
  if (parent?.type !== "CallExpression" || parent.callee.type !== "Identifier") return false;
  return /^(?:callback|cb)$/.test(parent.callee.name) && parent.arguments[1] === node;
}

/** The expression with what only concerns its type. */
function wrapped(node: TSESTree.Node): TSESTree.Node {
  let outer = node;
  while (
    outer.parent !== undefined &&
    outer.parent.type !== "AwaitExpression" &&
    bare(outer.parent) === node
  )
    outer = outer.parent;
  return outer;
}

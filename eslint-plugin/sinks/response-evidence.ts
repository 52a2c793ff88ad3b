import type { TSESLint } from "@typescript-eslint/utils";
import { calleeOf } from "../flow/syntax/callee.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { callAround, isExported, nameOfFunction } from "./places.ts";

/** What shows that a function answers clients. */

type SourceCode = TSESLint.SourceCode;

const ROUTES: ReadonlySet<string> = new Set(
  "get post put patch delete del all use options head route handle on addHook setErrorHandler setNotFoundHandler createHandlers createMiddleware createHandler".split(
    " ",
  ),
);

const ROUTERS =
  /(?:app|router|server|api|fastify|hono|koa|express|routes|instance|ipcmain|factory)$/i;

const HANDLER_NAME =
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|onRequest\w*)$|(?:handler|controller|middleware|route|endpoint)$/i;

/** Is a function handed to a router, or named and exported as those are that a framework calls? */
export function isInHandler(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const around = callAround(fn);
  if (around !== undefined) return isRouteCall(sourceCode, around);
  return HANDLER_NAME.test(nameOfFunction(fn) ?? "") || isExported(fn);
}

/** `app.get("/path", …)`, `router.use(…)`. */
function isRouteCall(sourceCode: SourceCode, call: Parameters<typeof calleeOf>[1]): boolean {
  const { names, madeBy } = calleeOf(sourceCode, call);
  const method = names.at(-1) ?? "";
  if (method === "createServer") return true;
  if (names.length === 1) return HANDLER_NAME.test(method) || method === "createHandler";
  if (!ROUTES.has(method)) return false;
  const [path] = call.arguments;
  const isPath = path?.type === "Literal" && /^[/*]/.test(String(path.value));
  return (
    isPath ||
    [...names.slice(0, -1), ...(madeBy?.callee.names ?? [])].some((name) => ROUTERS.test(name))
  );
}

const RESPONSE_TYPES: ReadonlySet<string> = new Set(
  "Response ExpressResponse ServerResponse Http2ServerResponse OutgoingMessage NextApiResponse FastifyReply Reply HttpResponse ResponseObject VercelResponse ResponseToolkit GatsbyFunctionResponse".split(
    " ",
  ),
);

export function isTypedAsResponse(typeName: string | undefined): boolean {
  return typeName !== undefined && RESPONSE_TYPES.has(typeName);
}

const CONTEXT_TYPES = /^(?:\w*Context|Ctx)$/;

export function isTypedAsContext(typeName: string | undefined): boolean {
  return typeName !== undefined && CONTEXT_TYPES.test(typeName) && typeName !== "ExecutionContext";
}

/** Koa, of which the context itself answers. */
export const KOA = /["'](?:koa|@koa\/[\w-]+|koa-[\w-]+)["']/;

const known = new WeakMap<object, Map<RegExp, boolean>>();

/** Does the text of a file show this anywhere? It is searched once, however often one asks. */
export function mentions(sourceCode: SourceCode, pattern: RegExp): boolean {
  let answers = known.get(sourceCode);
  if (answers === undefined) {
    answers = new Map();
    known.set(sourceCode, answers);
  }
  let answer = answers.get(pattern);
  if (answer === undefined) {
    answer = pattern.test(sourceCode.text);
    answers.set(pattern, answer);
  }
  return answer;
}

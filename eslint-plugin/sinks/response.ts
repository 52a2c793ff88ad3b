import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isGlobal } from "../flow/syntax/binding.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import type { FunctionNode } from "../flow/syntax/place.ts";
import { calleeOf, originOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import { channelOf } from "./response-channels.ts";
import {
  isInHandler,
  isTypedAsContext,
  isTypedAsResponse,
  KOA,
  mentions,
} from "./response-evidence.ts";
import { chainOf, parameterOf, type Chain } from "./places.ts";
import { isHandedContext, isHandedResponse, isReplyOfHapi } from "./response-handlers.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

type SourceCode = TSESLint.SourceCode;

/** Methods of what a handler answers with. */
const ANSWERS = wordSet(
  "send json jsonp end write writeHead render view cookie setCookie setHeader setHeaders appendHeader",
  "header headers append set redirect location links attachment push",
);

/** Those that nothing but a response has. */
const SURELY_ANSWERS = wordSet(
  "send json jsonp end writeHead render cookie setCookie setHeader redirect",
);

/** What a context of Hono answers with; `set` only keeps something for what runs later. */
const CONTEXT_ANSWERS = wordSet("json jsonT text html body redirect header newResponse render");
/** What a context of Koa answers with besides. */
const KOA_ANSWERS = wordSet("set append redirect attachment");
const TOOLKIT_ANSWERS = wordSet("response view redirect state header");

const RESPONSE = /^_?(?:res|resp|response|reply|rep|rsp|httpResponse|serverResponse)$/;
const EVENT = /^(?:event|c|ctx|context|res)$/;
const CONTEXT = /^(?:c|ctx|context)$/;
/** Parts of a response that go out with it. */
const SENT_PARTS = wordSet("raw headers cookies");

const RESPONSE_PACKAGES =
  /^(?:@remix-run\/|react-router(?:-dom)?$|@react-router\/|@sveltejs\/kit$|@tanstack\/(?:react-)?start|@solidjs\/router$|h3$|#imports$)/;
const RESPONSE_FUNCTIONS = wordSet("json data redirect redirectDocument defer text fail replace");

/** Functions of h3 and Hono that are given what they answer to. */
const GIVEN_EVENT = wordSet(
  "setCookie setSignedCookie setHeader setHeaders setResponseHeader setResponseHeaders appendHeader appendHeaders appendResponseHeader appendResponseHeaders sendRedirect send",
);

/** Every name that a call can have that `responseSinkOf` knows, so that most calls cost one look-up. */
const NAMES: ReadonlySet<string> = new Set([
  ...ANSWERS,
  ...CONTEXT_ANSWERS,
  ...TOOLKIT_ANSWERS,
  ...RESPONSE_FUNCTIONS,
  ...GIVEN_EVENT,
  ...wordSet("Response NextResponse emit postMessage reply exposeInMainWorld volatile"),
]);

/** What is called, if that answers a client; `undefined` for every other call. */
export function responseSinkOf(sourceCode: SourceCode, call: Call): Callee | undefined {
  const callee = calleeOf(sourceCode, call);
  const name = callee.path.at(-1) ?? callee.names.at(-1) ?? "";
  if (!NAMES.has(name) && !NAMES.has(callee.names.at(-1) ?? "")) return undefined;
  if (makesResponse(callee, name) || isStaticResponse(callee))
    return isStub(sourceCode, call) ? undefined : callee;
  if (callee.isNew) return undefined;
  const isAnswer =
    isAnsweringFunction(sourceCode, call, callee) || isMethodOfAnswer(sourceCode, call, callee);
  return isAnswer || channelOf(sourceCode, call, callee) ? callee : undefined;
}

/** `new Response(…)`, of the platform or of a package that has its own. */
function makesResponse({ isNew, isGlobal: isOfPlatform, module }: Callee, name: string): boolean {
  if (!isNew || (name !== "Response" && name !== "NextResponse")) return false;
  return isOfPlatform || module !== undefined;
}

/** What a test lets a request be answered with: `mockResolvedValue(new Response(…))`. */
function isStub(sourceCode: SourceCode, call: Call): boolean {
  for (let outer: TSESTree.Node | undefined = call.parent; outer; outer = outer.parent) {
    if (outer.type !== "CallExpression") continue;
    const { names, module } = calleeOf(sourceCode, outer);
    if (module === "msw" || /^(?:mock[A-Z]\w*|stubGlobal)$/.test(names.at(-1) ?? "")) return true;
  }
  return false;
}

/** `Response.json(…)`, `NextResponse.redirect(…)`. */
function isStaticResponse({ names, path, module, isGlobal: isOfPlatform }: Callee): boolean {
  const [owner, method] = module === undefined ? names.slice(-2) : path.slice(-2);
  if (owner === "NextResponse" || owner === "Response")
    return (isOfPlatform || module !== undefined) && (method === "json" || method === "redirect");
  return false;
}

/** `json(…)` of Remix and SvelteKit, `setCookie(event, …)` of h3, `setHeaders(…)` that SvelteKit hands to `load`. */
function isAnsweringFunction(
  sourceCode: SourceCode,
  call: Call,
  { names, module, path, isGlobal: isOfPlatform, args }: Callee,
): boolean {
  if (names.length > 1) return false;
  const name = path.at(-1) ?? names[0] ?? "";
  if (name === "reply") return isReplyOfHapi(sourceCode, call);
  if (module !== undefined && RESPONSE_FUNCTIONS.has(name)) return RESPONSE_PACKAGES.test(module);
  if (!GIVEN_EVENT.has(name)) return false;
  const [event] = args;
  const isGivenEvent = event?.type === "Identifier" && EVENT.test(event.name);
  if (isGivenEvent && (isOfPlatform || module !== undefined)) return true;
  if (name !== "setHeaders" || call.callee.type !== "Identifier") return false;
  return parameterOf(sourceCode, call.callee)?.isPart === true;
}

function isMethodOfAnswer(sourceCode: SourceCode, call: Call, callee: Callee): boolean {
  const chain = chainOf(call.callee);
  const { root, links } = chain;
  const method = links.at(-1)?.name ?? "";
  if (links.length === 0) return false;
  if (root.type !== "Identifier") return isMadeResponse(chain, callee);
  if (RESPONSE.test(root.name) && ANSWERS.has(method) && isSent(links.slice(0, -1)))
    return isResponder(sourceCode, root, method) || isMadeResponse(chain, callee);
  if (isContext(sourceCode, root) && isContextAnswer(sourceCode, root, chain)) return true;
  if (root.name === "h" && TOOLKIT_ANSWERS.has(method)) return isSecond(sourceCode, root);
  if (root.name === "h" && method === "header" && links[0]?.name === "response")
    return isSecond(sourceCode, root);
  if (isPartOfHandlersArgument(sourceCode, root, chain) || isMadeResponse(chain, callee))
    return true;
  return ANSWERS.has(method) && isSent(links.slice(0, -1)) && isHandedResponse(sourceCode, root);
}

function isContext(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  return CONTEXT.test(name.name) || isHandedContext(sourceCode, name);
}

/** `res.status(200).json`, `res.headers.set`; `res.locals.set` stays here. */
function isSent(links: Chain["links"]): boolean {
  return links.every(({ name, isCalled }) => isCalled || SENT_PARTS.has(name));
}

function isResponder(sourceCode: SourceCode, root: TSESTree.Identifier, method: string): boolean {
  const parameter = parameterOf(sourceCode, root);
  if (parameter === undefined) return false;
  if (isTypedAsResponse(originOf(sourceCode, root).typeName)) return true;
  if (parameter.isPart) return SURELY_ANSWERS.has(method);
  return (
    parameter.index > 0 ||
    isInHandler(sourceCode, parameter.fn) ||
    (SURELY_ANSWERS.has(method) && isGivenResponse(sourceCode, parameter.fn))
  );
}

/** `send(res, payload)`, of a function whose own first parameter is called so. */
function isGivenResponse(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return callsTo(sourceCode, fn).some(({ arguments: [first] }) => {
    if (first?.type !== "Identifier" || !RESPONSE.test(first.name)) return false;
    const given = parameterOf(sourceCode, first);
    return given !== undefined && given.fn !== fn && given.index > 0;
  });
}

function isContextAnswer(
  sourceCode: SourceCode,
  root: TSESTree.Identifier,
  { links }: Chain,
): boolean {
  const parameter = parameterOf(sourceCode, root);
  if (parameter?.index !== 0 || parameter.isPart) return false;
  const names = links.map(({ name }) => name);
  const method = names.at(-1) ?? "";
  const owner = names.at(-2);
  if (owner === "cookies" && method === "set") return true;
  if (/^(?:res|response)$/.test(owner ?? "") && ANSWERS.has(method)) return true;
  if (links.slice(0, -1).some(({ isCalled }) => !isCalled)) return false;
  const { typeName } = originOf(sourceCode, root);
  if (KOA_ANSWERS.has(method) && mentions(sourceCode, KOA)) return true;
  if (!CONTEXT_ANSWERS.has(method)) return false;
  return isTypedAsContext(typeName) || isInHandler(sourceCode, parameter.fn);
}

function isSecond(sourceCode: SourceCode, root: TSESTree.Identifier): boolean {
  return parameterOf(sourceCode, root)?.index === 1;
}

/** `event.node.res.end(…)`, `event.cookies.set(…)`, and `cookies.set(…)` of `({ cookies }) => …`. */
function isPartOfHandlersArgument(
  sourceCode: SourceCode,
  root: TSESTree.Identifier,
  { links }: Chain,
): boolean {
  const parameter = parameterOf(sourceCode, root);
  if (parameter?.index !== 0) return false;
  const names = links.map(({ name }) => name);
  const method = names.at(-1) ?? "";
  const owner = parameter.isPart ? (names.at(-2) ?? root.name) : names.at(-2);
  if (owner === "cookies") return method === "set";
  if (root.name === "event" && method === "setHeaders") return names.length === 1;
  return !parameter.isPart && /^(?:res|response)$/.test(owner ?? "") && SURELY_ANSWERS.has(method);
}

/** `response.headers.set(…)` of one made here, `(await cookies()).set(…)` of Next. */
function isMadeResponse({ links }: Chain, callee: Callee): boolean {
  const { madeBy, names } = callee;
  const method = names.at(-1) ?? "";
  if (madeBy === undefined || (method !== "set" && method !== "append")) return false;
  const { callee: maker } = madeBy;
  if (maker.module === "next/headers") return maker.path.at(-1) === "cookies";
  const owner = links.at(-2)?.name ?? "";
  if (owner !== "headers" && owner !== "cookies") return false;
  if (maker.isNew) return makesResponse(maker, maker.path.at(-1) ?? maker.names.at(-1) ?? "");
  const [kind] = maker.module === undefined ? maker.names.slice(-2) : maker.path.slice(-2);
  return kind === "NextResponse" || kind === "Response";
}

/** `ctx.body = …` of Koa, `context.res = …` of Azure, `event.returnValue = …` of Electron. */
export function assignedAnswer(
  sourceCode: SourceCode,
  left: TSESTree.MemberExpression,
): string | undefined {
  const { root, links } = chainOf(left);
  if (root.type !== "Identifier" || isGlobal(sourceCode, root)) return undefined;
  const parameter = parameterOf(sourceCode, root);
  if (parameter?.index !== 0 || parameter.isPart) return undefined;
  const names = links.map(({ name }) => name);
  const path = names.join(".");
  const shown = `${root.name}.${path}`;
  if (path === "returnValue" && root.name === "event")
    return isInHandler(sourceCode, parameter.fn) ? shown : undefined;
  if (!isContext(sourceCode, root)) return undefined;
  if (path === "res" || path === "res.body") return shown;
  if (path !== "body" && path !== "response.body") return undefined;
  const { typeName } = originOf(sourceCode, root);
  const isHandler =
    isInHandler(sourceCode, parameter.fn) ||
    isTypedAsContext(typeName) ||
    mentions(sourceCode, KOA) ||
    parameter.fn.params.length === 2;
  return isHandler ? shown : undefined;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { originOf } from "../flow/syntax/callee.ts";
import { isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { callAround, chainOf, nameOfFunction, parameterOf, type Chain } from "./places.ts";

type SourceCode = TSESLint.SourceCode;

/** Methods that put something into a session. */
const PUTS = wordSet("set flash put update");

const SESSION = /^(?:\w*[a-z])?[sS]ession$|^(?:yar|cookieAuth)$/;
const HOLDERS = /^_?(?:req|request|ctx|context|c|event|evt|socket|handshake|locals|state)$/;
/** Parts of what is called a session and only sends requests. */
const OF_CLIENT = wordSet(
  "headers auth defaults username password client http agent params options",
);

const OF_CLIENT_TYPE = /pleo|client|http|api|sdk/i;

/** What a session is called in a message, if this assigns to a part of one or to the whole: `req.session.user = …`. */
export function sessionAssigned(
  sourceCode: SourceCode,
  left: TSESTree.MemberExpression,
): string | undefined {
  const chain = chainOf(left);
  if (chain.links.some(({ isCalled }) => isCalled)) return undefined;
  return isSession(sourceCode, chain) || isTokenOfCallback(sourceCode, chain)
    ? sourceCode.getText(left)
    : undefined;
}

/** The arguments that a call puts into a session: `session.set("key", …)`, `Object.assign(req.session, …)`. */
export function sessionArguments(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): readonly TSESTree.Node[] {
  const callee = bare(call.callee);
  if (callee.type === "Identifier") {
    return SETS_SESSION.has(callee.name)
      ? setArguments(sourceCode, callee, call)
      : serializedArguments(sourceCode, callee, call);
  }
  if (callee.type !== "MemberExpression") return [];
  const method = propertyName(callee) ?? "";
  const [first, ...others] = call.arguments;
  if (method === "assign") {
    const isInto = lastNameOf(callee.object) === "Object" && first !== undefined;
    return isInto && isSession(sourceCode, chainOf(first)) ? others : [];
  }
  if (!PUTS.has(method)) return [];
  return isSession(sourceCode, chainOf(callee.object))
    ? call.arguments.flatMap((argument) =>
        isFunction(argument) ? returnsOf(sourceCode, argument) : [argument],
      )
    : [];
}

/** Functions of h3 and of nuxt-auth-utils, most often without an import. */
const SETS_SESSION = wordSet("setUserSession replaceUserSession updateSession");
const SESSION_MODULE = /^(?:h3|vinxi\/http|#imports|#auth-utils|nitropack\/.*|nuxt-auth-utils.*)$/;

/** `setUserSession(event, { … })`. */
function setArguments(
  sourceCode: SourceCode,
  callee: TSESTree.Identifier,
  { arguments: [, ...data] }: TSESTree.CallExpression,
): readonly TSESTree.Node[] {
  const { isGlobal, module } = originOf(sourceCode, callee);
  return isGlobal || (module !== undefined && SESSION_MODULE.test(module)) ? data.slice(-1) : [];
}

/** `done(null, entry)` in `passport.serializeUser((user, done) => …)`, or in a method that is called so. */
function serializedArguments(
  sourceCode: SourceCode,
  callee: TSESTree.Identifier,
  { arguments: [error, ...others] }: TSESTree.CallExpression,
): readonly TSESTree.Node[] {
  const isWithoutError =
    (error?.type === "Literal" && error.value === null) ||
    (error?.type === "Identifier" && error.name === "undefined");
  if (!isWithoutError || others.length === 0) return [];
  const fn = parameterOf(sourceCode, callee)?.fn;
  return fn !== undefined && takerOf(fn) === "serializeUser" ? others : [];
}

/** What is called with a function, or what a method is called. */
function takerOf(fn: FunctionNode): string | undefined {
  const around = callAround(fn);
  return around === undefined ? nameOfFunction(fn) : lastNameOf(around.callee);
}

/** `registerUserSerializer(async (user) => …)` of Fastify keeps what the function returns. */
export function isSerializer(fn: FunctionNode): boolean {
  const around = callAround(fn);
  return around !== undefined && lastNameOf(around.callee) === "registerUserSerializer";
}

/** `req.session…`, `ctx.session…`, and `session…` that was taken out of one, passed here, or opened by a function. */
function isSession(sourceCode: SourceCode, { root, links }: Chain): boolean {
  if (root.type !== "Identifier") return false;
  const inside = links.findIndex(({ name, isCalled }) => !isCalled && SESSION.test(name));
  if (inside >= 0) {
    const owner = links[inside - 1]?.name ?? root.name;
    return HOLDERS.test(owner);
  }
  if (!SESSION.test(root.name) || links.some(({ name }) => OF_CLIENT.has(name))) return false;
  return isOpened(sourceCode, root);
}

/** A name that is declared as an object of this file, or as a client that was made, is no session. */
function isOpened(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  const variable = variableOf(sourceCode, name);
  if (variable === undefined) return false;
  if (parameterOf(sourceCode, name) !== undefined) {
    return !OF_CLIENT_TYPE.test(originOf(sourceCode, name).typeName ?? "");
  }
  const [definition] = variable.defs;
  if (definition?.node.type !== "VariableDeclarator") return false;
  const { id, init } = definition.node;
  const made = bare(constantOf(variable) ?? init ?? name);
  if (id.type === "ObjectPattern") return true;
  if (made.type === "MemberExpression") return HOLDERS.test(lastNameOf(made.object) ?? "");
  if (made.type !== "CallExpression") return false;
  // `c.get("session")`, which a middleware has left there.
  const [wanted] = made.arguments;
  if (wanted?.type === "Literal" && lastNameOf(made.callee) === "get") {
    return SESSION.test(String(wanted.value));
  }
  return /session|auth/i.test(lastNameOf(made.callee) ?? "");
}

/** `token.key = …` in the callbacks of Auth.js, whose token and session go to the browser. */
function isTokenOfCallback(sourceCode: SourceCode, { root }: Chain): boolean {
  if (root.type !== "Identifier" || !/^(?:token|session)$/.test(root.name)) return false;
  const parameter = parameterOf(sourceCode, root);
  return parameter?.isPart === true && isAuthCallback(parameter.fn);
}

/** `callbacks: { async jwt({ token }) { … } }`, or a function that is called so and typed by nobody. */
export function isAuthCallback(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (parent.type !== "Property" || parent.value !== fn) return false;
  if (!/^(?:jwt|session)$/.test(propertyName(parent) ?? "")) return false;
  const owner = parent.parent.parent;
  return owner.type === "Property"
    ? propertyName(owner) === "callbacks"
    : owner.type === "VariableDeclarator" && /callbacks$/i.test(lastNameOf(owner.id) ?? "");
}

/** What a callback of Auth.js returns that is written there; a variable was written to before. */
export function isWrittenHere(returned: TSESTree.Node): boolean {
  return bare(returned).type === "ObjectExpression";
}

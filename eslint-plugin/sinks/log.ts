import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import type { Call, Callee } from "../flow/syntax/callee.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

/** Methods of loggers that write what they are given. */
const WRITES: ReadonlySet<string> = wordSet(
  "log info debug warn warning error err trace fatal verbose silly notice success http critical crit alert emerg emergency",
  "child assert table dir dirxml group groupCollapsed timeLog timeEnd count write print start ready box fail await complete pending note star",
  "withFields addContext setBindings addRaw addHeading addCodeBlock addTable addList setFailed setOutput saveState startGroup",
  "entry mark succeed stopAndPersist intro outro with assign setContext withMetadata withContext metadataOnly emitWarning _rawDebug writeSync end",
  "appendKeys appendPersistentKeys addPersistentLogAttributes setPersistentLogAttributes createChild",
  "logTrace logDebug logInfo logWarning logError logFatal logWithLevel",
);

/** Packages that are there for logging. */
const LOGGERS: ReadonlySet<string> = wordSet(
  "pino winston bunyan log4js consola loglevel signale tslog roarr electron-log electron-log/main electron-log/renderer debug npmlog",
  "fancy-log lambda-log firebase-functions/logger @aws-lambda-powertools/logger @google-cloud/logging @nestjs/common nestjs-pino",
  "@logtape/logtape @azure/logger loglayer @clack/prompts ora nanospinner yocto-spinner hono-pino pino-http bole tracer intel @logtail/node",
  "next-axiom @axiomhq/logging @dazn/lambda-powertools-logger @logdna/logger firebase-functions/logger/compat",
  "console-log-level proclog ulog cabin adze diary logform @actions/core @std/log log-update @hapi/log @adonisjs/core/services/logger",
);

const STREAMS: ReadonlySet<string> = new Set(["stdout", "stderr"]);

/** By the last name alone, since most calls of a file are something else. `.call` and `.apply` say nothing of it. */
export function mayLog({ callee }: TSESTree.CallExpression, more: readonly string[]): boolean {
  const called = bare(callee);
  if (called.type !== "MemberExpression") return true;
  const name = propertyName(called);
  if (name === undefined || WRITES.has(name) || name === "call" || name === "apply") return true;
  return more.length > 0;
}

/** The logger that a call writes to, as it is called in the source; `undefined` for every other call. */
export function logSinkOf(
  sourceCode: TSESLint.SourceCode,
  callee: Callee,
  more: readonly string[],
): string | undefined {
  const isLog = isLogCall(callee, more) || isOfAzure(sourceCode, callee);
  return isLog ? callee.names.join(".") : undefined;
}

/** `app.http("name", { handler: async (request, context) => … })`, where nothing says what the context is. */
function isOfAzure({ text }: TSESLint.SourceCode, { names, typeName, isNew }: Callee): boolean {
  const [owner = "", method = "", ...others] = names;
  if (isNew || typeName !== undefined || others.length > 0 || !OF_CONTEXT.has(method)) return false;
  return /^(?:context|ctx)$/.test(owner) && /["']@azure\/functions["']/.test(text);
}

/** `createLogger(…)`, `new Logger(…)`; by the name alone. */
export function mayMakeLogger({ callee, arguments: [first] }: Call): boolean {
  return first !== undefined && /^(?:createLogger|\w*Logger)$/.test(lastNameOf(bare(callee)) ?? "");
}

/** What a logger is made with and writes each time. */
const WRITTEN_EACH_TIME: ReadonlySet<string> = wordSet(
  "defaultMeta base bindings persistentLogAttributes persistentKeys",
);

/** Is it written by a logger that is made with it? */
export function isKeptByLogger(callee: Callee, inside: readonly string[]): boolean {
  return WRITTEN_EACH_TIME.has(inside[0] ?? "") && isMadeByLogger(callee);
}

function isLogCall(callee: Callee, more: readonly string[]): boolean {
  const { names, module, madeBy } = callee;
  if (callee.isNew) return false;
  const method = names.at(-1) ?? "";
  const owner = names.at(-2);
  if (more.includes(method) || (owner !== undefined && more.includes(owner))) return true;
  if (owner === undefined || names.length === callee.madeNames) {
    return isLogFunction(callee, method);
  }
  if (!WRITES.has(method)) return false;
  if (isOfContext(callee, { owner, method }) || isOfProcess(callee, method)) return true;
  if (STREAMS.has(owner) && /^(?:write|writeSync|end)$/.test(method)) return true;
  if (module !== undefined && LOGGERS.has(module)) return true;
  if (madeBy !== undefined && isMadeByLogger(madeBy.callee)) return true;
  if (names[0] === "console" && names.length === 2) return callee.isGlobal;
  if (owner === "()" && isLoggerByName(madeBy)) return true;
  // `logger as print` of a package that does other things as well.
  if (isLoggerName(owner) || isLoggerName(callee.path.at(-2) ?? "")) return true;
  return callee.typeName !== undefined && isLoggerName(callee.typeName);
}

/** Contexts of Azure's functions are loggers, and servers of hapi write what `log` is given. */
function isOfContext(
  { names, typeName }: Callee,
  { owner, method }: { readonly owner: string; readonly method: string },
): boolean {
  if (names.length !== 2) return false;
  if (typeName === "InvocationContext") return OF_CONTEXT.has(method);
  return method === "log" && /^(?:context|ctx|server|request|req)$/.test(owner);
}

const OF_CONTEXT: ReadonlySet<string> = wordSet("log error warn info debug trace");

function isOfProcess(
  { names, isGlobal, module, path, args: [first] }: Callee,
  method: string,
): boolean {
  if (method === "emitWarning" || method === "_rawDebug")
    return names[0] === "process" && (isGlobal || module === "process");
  // `1` and `2` are what a terminal shows.
  const isShown = first?.type === "Literal" && (first.value === 1 || first.value === 2);
  if (method === "writeSync") return module === "fs" && isShown;
  return module === "effect" && path[0] === "Effect" && method.startsWith("log");
}

/** `c.get("logger")`. */
function isLoggerByName(madeBy: Callee["madeBy"]): boolean {
  const [name] = madeBy?.callee.args ?? [];
  const isGotten = madeBy?.callee.names.at(-1) === "get";
  return isGotten && name?.type === "Literal" && isLoggerName(String(name.value));
}

/** `log(key)`, imported; `debug("app")(key)`. */
function isLogFunction(callee: Callee, name: string): boolean {
  const { madeBy, module, path } = callee;
  if (madeBy !== undefined) return isMadeByLogger(madeBy.callee);
  if (module === undefined) return false;
  if (name === "writeSync" || path.at(-1) === "writeSync") return isOfProcess(callee, "writeSync");
  const isLogger = LOGGERS.has(module) && module !== "debug";
  if (isLogger && (path.length === 0 || WRITES.has(path.at(-1) ?? ""))) return true;
  return [path.at(-1) ?? name, name].some((known) => /^log(?:ger)?$/.test(wordsOf(known)[0] ?? ""));
}

function isMadeByLogger({ module, names, madeBy, isNew, path }: Callee): boolean {
  if (module !== undefined && LOGGERS.has(module)) return true;
  if (module === "util") return /^debug(?:log)?$/.test(path.at(-1) ?? "");
  if (isNew && isLoggerName(names.at(-1) ?? "")) return true;
  if (/^(?:create|get|make|use|new)?(?:child)?(?:logger|log)$/i.test(names.at(-1) ?? ""))
    return true;
  return (
    madeBy !== undefined && MAKES_CHILD.has(names.at(-1) ?? "") && isMadeByLogger(madeBy.callee)
  );
}

const MAKES_CHILD: ReadonlySet<string> = wordSet(
  "child extend scope withTag withTags with withFields getSubLogger getChild createChild withContext withMetadata",
);

/** `logger`, `log`, `auditLogger`, `requestLog`, `Logger`, `LoggerService`, `console`. */
function isLoggerName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(words.length > 1 && words.at(-1) === "service" ? -2 : -1) ?? "";
  return last === "log" || last === "logger" || last === "logging" || last === "console";
}

import type { TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName } from "../flow/syntax/binding.ts";
import type { Callee } from "../flow/syntax/callee.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { wordSet } from "../flow/evidence/word-set.ts";

/** Methods of loggers that write what they are given. */
const WRITES: ReadonlySet<string> = wordSet(
  "log info debug warn warning error err trace fatal verbose silly notice success http critical crit alert emerg emergency",
  "child assert table dir dirxml group groupCollapsed timeLog timeEnd count write print start ready box fail await complete pending note star",
  "withFields addContext setBindings addRaw addHeading addCodeBlock addTable addList setFailed setOutput saveState startGroup",
);

/** Packages that are there for logging. */
const LOGGERS: ReadonlySet<string> = wordSet(
  "pino winston bunyan log4js consola loglevel signale tslog roarr electron-log electron-log/main electron-log/renderer debug npmlog",
  "fancy-log lambda-log firebase-functions/logger @aws-lambda-powertools/logger @google-cloud/logging @nestjs/common nestjs-pino",
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
export function logSinkOf(callee: Callee, more: readonly string[]): string | undefined {
  return isLogCall(callee, more) ? callee.names.join(".") : undefined;
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
  if (method === "write") return STREAMS.has(owner);
  if (module !== undefined && LOGGERS.has(module)) return true;
  if (madeBy !== undefined && isMadeByLogger(madeBy.callee)) return true;
  if (names[0] === "console" && names.length === 2) return callee.isGlobal;
  return isLoggerName(owner) || (callee.typeName !== undefined && isLoggerName(callee.typeName));
}

/** `log(key)`, imported; `debug("app")(key)`. */
function isLogFunction(callee: Callee, name: string): boolean {
  const { madeBy, module, path } = callee;
  if (madeBy !== undefined) return isMadeByLogger(madeBy.callee);
  if (module === undefined) return false;
  const isLogger = LOGGERS.has(module) && module !== "debug";
  if (isLogger && (path.length === 0 || WRITES.has(path.at(-1) ?? ""))) return true;
  return [path.at(-1) ?? name, name].some((known) => /^log(?:ger)?$/.test(wordsOf(known)[0] ?? ""));
}

function isMadeByLogger({ module, names, madeBy, isNew }: Callee): boolean {
  if (module !== undefined && LOGGERS.has(module)) return true;
  if (isNew && isLoggerName(names.at(-1) ?? "")) return true;
  if (/^(?:create|get|make|use|new)?(?:child)?(?:logger|log)$/i.test(names.at(-1) ?? ""))
    return true;
  return madeBy !== undefined && names.at(-1) === "child" && isMadeByLogger(madeBy.callee);
}

/** `logger`, `log`, `auditLogger`, `requestLog`, `Logger`, `console`. */
function isLoggerName(name: string): boolean {
  const last = wordsOf(name).at(-1) ?? "";
  return last === "log" || last === "logger" || last === "logging" || last === "console";
}

/** Does the logger hide what lies there by itself? Only pino is told to where it is made. */
export function hiddenByRedaction({ madeBy }: Callee, inside: readonly string[]): boolean {
  if (madeBy === undefined || inside.length === 0) return false;
  const patterns = redactedBy(madeBy.call);
  return (
    patterns.some((pattern) => covers(pattern, inside)) || hiddenByRedaction(madeBy.callee, inside)
  );
}

function redactedBy(call: TSESTree.CallExpression | TSESTree.NewExpression): readonly string[] {
  return call.arguments.flatMap((argument) => {
    const paths = propertyOf(argument, "redact");
    const list = paths?.type === "ObjectExpression" ? propertyOf(paths, "paths") : paths;
    if (list?.type !== "ArrayExpression") return [];
    return list.elements.flatMap((element) =>
      element?.type === "Literal" && typeof element.value === "string" ? [element.value] : [],
    );
  });
}

function propertyOf(object: TSESTree.Node, name: string): TSESTree.Node | undefined {
  if (object.type !== "ObjectExpression") return undefined;
  for (const property of object.properties) {
    if (property.type === "Property" && propertyName(property) === name)
      return bare(property.value);
  }
  return undefined;
}

/** `*.apiKey`, `req.headers["authorization"]`. */
function covers(pattern: string, inside: readonly string[]): boolean {
  const wanted = pattern.match(/[^.[\]"']+/g) ?? [];
  return (
    wanted.length <= inside.length &&
    wanted.every((name, index) => name === "*" || name === inside[index])
  );
}

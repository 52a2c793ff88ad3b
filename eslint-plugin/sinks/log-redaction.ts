import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { oncePerFile } from "../flow/evidence/once-per-file.ts";
import { bare, lastNameOf, propertyName } from "../flow/syntax/binding.ts";
import type { Call, Callee } from "../flow/syntax/callee.ts";
import { settledValue } from "../flow/syntax/constant-member.ts";
import { isFunction } from "../flow/syntax/place.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { visit } from "../flow/syntax/visit.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Does the logger hide what lies there by itself? Pino is told to where it, or the framework that it works for, is made. */
export function hiddenByRedaction(
  sourceCode: SourceCode,
  callee: Callee,
  inside: readonly string[],
): boolean {
  if (inside.length === 0 || !/\bredact\b/.test(sourceCode.text)) return false;
  return patternsFor(sourceCode, callee).some((pattern) => covers(pattern, inside));
}

function patternsFor(sourceCode: SourceCode, callee: Callee): readonly string[] {
  const { madeBy } = callee;
  const own = madeBy === undefined ? [] : [...redactedBy(sourceCode, madeBy.call)];
  if (madeBy !== undefined) own.push(...patternsFor(sourceCode, madeBy.callee));
  return isOfFramework(callee) ? [...own, ...redactedByFrameworks(sourceCode)] : own;
}

/** `request.log.info`, `app.log.warn`, `this.server.log.info`, and what Nest injects: `constructor(logger: PinoLogger)`. */
function isOfFramework({ names, madeBy, madeNames, typeName, module }: Callee): boolean {
  if (typeName !== undefined && /^(?:PinoLogger|FastifyBaseLogger)$/.test(typeName)) return true;
  const owner = names.at(-2) ?? "";
  const own = madeBy === undefined ? (names[0] === "this" ? 2 : 1) : madeNames;
  return module === undefined && names.length > own + 1 && /^(?:log|logger)$/.test(owner);
}

const FRAMEWORK =
  /^(?:fastify|pinoHttp|pinoLogger|koaPinoLogger|expressPinoLogger|hapiPino|forRoot|forRootAsync|register|createServer)$/i;

/** What any framework of this file is told to hide. */
const redactedByFrameworks = oncePerFile((sourceCode): readonly string[] => {
  const patterns: string[] = [];
  visit([sourceCode.ast], sourceCode.visitorKeys, (node) => {
    if (node.type === "CallExpression" && FRAMEWORK.test(lastNameOf(node.callee) ?? "")) {
      patterns.push(...redactedBy(sourceCode, node));
    }
    return true;
  });
  return patterns;
});

/** Does the logger that is made here hide what it would write each time? */
export function hidesItsOwn(
  sourceCode: SourceCode,
  made: Call,
  inside: readonly string[],
): boolean {
  const written = inside.slice(1);
  return redactedBy(sourceCode, made).some((pattern) => covers(pattern, written));
}

function redactedBy(sourceCode: SourceCode, call: Call): readonly string[] {
  return call.arguments.flatMap((argument) => redactedIn(sourceCode, argument, DEEPEST));
}

/** Options of loggers are not within each other deeper than this. */
const DEEPEST = 5;
/** Under these, frameworks are told about their loggers. */
const HOLDS_LOGGER = /^(?:logger|loggerInstance|pinoHttp|pino|options|useFactory)$/;

function redactedIn(sourceCode: SourceCode, node: Node, left: number): readonly string[] {
  if (left === 0) return [];
  const inner = (next: Node): readonly string[] => redactedIn(sourceCode, next, left - 1);
  const value = settledValue(sourceCode, node);
  if (isFunction(value)) return returnsOf(sourceCode, value).flatMap(inner);
  // `Fastify({ loggerInstance: pino({ … }) })`.
  if (value.type === "CallExpression") {
    return lastNameOf(value.callee) === "pino" ? value.arguments.flatMap(inner) : [];
  }
  if (value.type === "ArrayExpression") {
    return value.elements.flatMap((element) => (element === null ? [] : inner(element)));
  }
  if (value.type !== "ObjectExpression") return [];
  return value.properties.flatMap((property) => {
    if (property.type !== "Property") return inner(property.argument);
    const name = propertyName(property) ?? "";
    if (name === "redact") return pathsIn(sourceCode, property.value);
    return HOLDS_LOGGER.test(name) ? inner(property.value) : [];
  });
}

/** `["a.b"]`, `{ paths: ["a.b"] }`. */
function pathsIn(sourceCode: SourceCode, redact: Node): readonly string[] {
  const value = settledValue(sourceCode, redact);
  if (value.type === "ObjectExpression") {
    return value.properties.flatMap((property) =>
      property.type === "Property" && propertyName(property) === "paths"
        ? pathsIn(sourceCode, property.value)
        : [],
    );
  }
  if (value.type !== "ArrayExpression") return [];
  return value.elements.flatMap((element) => {
    if (element?.type === "SpreadElement") return pathsIn(sourceCode, element.argument);
    const path = element === null ? undefined : settledValue(sourceCode, bare(element));
    return path?.type === "Literal" && typeof path.value === "string" ? [path.value] : [];
  });
}

/** `*.apiKey`, `req.headers["authorization"]`. */
function covers(pattern: string, inside: readonly string[]): boolean {
  const wanted = pattern.match(/[^.[\]"']+/g) ?? [];
  return (
    wanted.length <= inside.length &&
    wanted.every((name, index) => name === "*" || name === inside[index])
  );
}

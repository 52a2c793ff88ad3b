import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { mayNameEntry, wordsOf } from "../evidence/key-names.ts";
import { isValueOfSecret } from "../evidence/names.ts";
import { wordSet } from "../evidence/word-set.ts";
import {
  bare,
  constantOf,
  importOf,
  lastNameOf,
  literalText,
  propertyName,
  variableOf,
} from "../syntax/binding.ts";
import { calleeOf } from "../syntax/callee.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { CLEAN, fromSource, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { isOtherType } from "./other-types.ts";
import type { Asked, Tracing } from "./tracing.ts";

type SourceCode = TSESLint.SourceCode;

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

const GIVES = /^(?:get|getAsync|tryGet|resolve|resolveAsync|make|use)$/;
const INJECTS = /^(?:inject|useInject|injectToken|getService)$/;
const CONTAINER_WORDS = wordSet("container injector ioc di kernel registry resolver");

/**
 * What a container gives for a token: `container.get(TYPES.PleoApiKey)`, `inject(PLEO_API_KEY)`; what remote configuration
 * and flags give for a name that does not come first, or whose function says so: `getValue(config, "pleo_api_key")`.
 */
export function traceInjected(tracing: Tracing, { node, path }: AskedCall): Answer | undefined {
  const [first, second] = node.arguments;
  const name = lastNameOf(bare(node.callee));
  if (first === undefined || name === undefined) return undefined;
  if (INJECTS.test(name)) return answerOfToken(tracing, { token: first, node, path });
  if (GIVES.test(name) && isOfContainer(tracing.sourceCode, node)) {
    return answerOfToken(tracing, { token: first, node, path });
  }
  if (FLAGS.test(name) && !isBoolean(node.arguments.at(-1)))
    return answerOfToken(tracing, { token: first, node, path });
  const isOfRemote =
    second !== undefined &&
    (name === "getValue" || name === "getString") &&
    /(?:^|\/)remote-config/.test(calleeOf(tracing.sourceCode, node).module ?? "");
  return isOfRemote ? answerOfToken(tracing, { token: second, node, path }) : undefined;
}

/** Unlike `boolVariation`, these give texts. */
const FLAGS = /^(?:variation|stringVariation|jsonVariation|variationDetail|useStringFlagValue)$/;

/** `variation("new-pleo-api-key", user, false)` asks for no text. */
function isBoolean(fallback: TSESTree.Node | undefined): boolean {
  return fallback?.type === "Literal" && typeof fallback.value === "boolean";
}

/** `container.get(…)`, and not the `get` of a map that is called so. */
function isOfContainer(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  const member = bare(callee);
  if (member.type !== "MemberExpression") return false;
  const words = wordsOf(lastNameOf(member.object) ?? "");
  const isNamed = words.some((word) => CONTAINER_WORDS.has(word)) || words.join("") === "moduleref";
  if (!isNamed) return false;
  const made = settledValue(sourceCode, member.object);
  return made.type !== "NewExpression" || !/Map$|^Set$|Cache/.test(lastNameOf(made.callee) ?? "");
}

interface AskedToken {
  readonly token: TSESTree.Node;
  readonly node: TSESTree.Node;
  readonly path: Path;
}

function answerOfToken(tracing: Tracing, { token, node, path }: AskedToken): Answer | undefined {
  const name = tokenName(tracing.sourceCode, token);
  if (name === undefined || name.includes("://") || !isKeyToken(tracing, name)) return undefined;
  const [part] = path;
  if (part !== undefined && !isValueOfSecret(part)) return CLEAN;
  return fromSource({ text: `\`${name}\``, node });
}

function isKeyToken({ names }: Tracing, name: string): boolean {
  return names.isKey(name.split(/[./:\s]+/)) || names.isKey([name.replace(/[^A-Za-z0-9]+/g, "_")]);
}

/** What such tokens are kept in: `TYPES.PleoApiKey`. */
const HOLDS_TOKENS =
  /(?:^|[a-z_])(?:TYPES?|TOKENS?|SYMBOLS?|IDENTIFIERS?|DI|SERVICES?|types|tokens|symbols|identifiers|Types|Tokens|Symbols|Identifiers)$/;

function tokenName(sourceCode: SourceCode, token: TSESTree.Node): string | undefined {
  const node = bare(token);
  if (node.type === "Literal") return literalText(node);
  if (node.type === "CallExpression") return describedToken(node);
  if (node.type === "MemberExpression") {
    const isToken = HOLDS_TOKENS.test(lastNameOf(node.object) ?? "");
    return isToken ? propertyName(node) : undefined;
  }
  if (node.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, node);
  if (variable === undefined) return undefined;
  if (importOf(variable) !== undefined) return isInjectionKey(node.name) ? undefined : node.name;
  if (!isTokenVariable(variable)) return literalText(constantOf(variable));
  const made = constantOf(variable);
  const described = made?.type === "CallExpression" ? describedToken(made) : undefined;
  return described ?? node.name;
}

/** By convention of Vue's, `pleoKey` is what something of Pleo's is injected by. */
function isInjectionKey(name: string): boolean {
  return /^[a-z]/.test(name) && mayNameEntry(name);
}

/** `Symbol.for("PleoApiKey")`. */
function describedToken({
  callee,
  arguments: [first],
}: TSESTree.CallExpression): string | undefined {
  const name = lastNameOf(bare(callee));
  const isSymbol = name === "Symbol" || name === "for" || name === "forwardRef";
  return isSymbol ? literalText(first) : undefined;
}

/** `const PLEO_API_KEY = new InjectionToken("…")`: what a key is found by, and not the key. */
export function isTokenVariable(variable: TSESLint.Scope.Variable): boolean {
  const made = constantOf(variable);
  const node = made === undefined ? undefined : bare(made);
  if (node?.type === "NewExpression")
    return /Token$|^ServiceIdentifier$/.test(lastNameOf(node.callee) ?? "");
  if (node?.type !== "CallExpression") return false;
  const callee = bare(node.callee);
  const isSymbolFor =
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.object.name === "Symbol";
  return (
    isSymbolFor || /^(?:Symbol|createToken|createIdentifier|token)$/.test(lastNameOf(callee) ?? "")
  );
}

/** `@Inject(PLEO_API_KEY) key: string`, and what names a value of the configuration. */
const INJECTING =
  /^(?:inject|injectoptional|value|config|configvalue|injectconfig|fromconfig|env|envvar|secret|injectsecret|injectvalue)$/i;

export function injectedBy(
  tracing: Tracing,
  decorators: readonly TSESTree.Decorator[] | undefined,
  { node, path }: Omit<AskedToken, "token">,
): Answer {
  for (const { expression } of decorators ?? []) {
    if (expression.type !== "CallExpression") continue;
    const [token] = expression.arguments;
    if (token === undefined || !INJECTING.test(lastNameOf(expression.callee) ?? "")) continue;
    return answerOfToken(tracing, { token, node, path }) ?? UNKNOWN;
  }
  return UNKNOWN;
}

/** A parameter that a container fills in. */
export function traceInjectedName(
  tracing: Tracing,
  { defs }: TSESLint.Scope.Variable,
  { node, path }: Pick<Asked, "node" | "path">,
): Answer {
  const name = defs[0]?.name;
  if (name?.type !== "Identifier") return UNKNOWN;
  const whole = name.parent.type === "TSParameterProperty" ? name.parent : name;
  return isText(tracing, name) ? injectedBy(tracing, decoratorsOf(whole), { node, path }) : UNKNOWN;
}

/** Not every parser has them. */
export function decoratorsOf(node: TSESTree.Node): readonly TSESTree.Decorator[] | undefined {
  return (node as { readonly decorators?: readonly TSESTree.Decorator[] }).decorators;
}

function isText(
  { sourceCode }: Tracing,
  { typeAnnotation }: TSESTree.Identifier | TSESTree.PropertyDefinition,
): boolean {
  // Some parsers say `null` where there is none.
  const type = typeAnnotation?.typeAnnotation;
  return type === undefined || !isOtherType(sourceCode, type);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { answerByName } from "../evidence/names.ts";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, literalText } from "../syntax/binding.ts";
import { calleeOf } from "../syntax/callee.ts";
import { calledFunction } from "../syntax/called-function.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { CLEAN, fromSource, unite, UNKNOWN, type Answer } from "./answer.ts";
import { frameFor } from "./call-sites.ts";
import { chainOf } from "./trace-member.ts";
import { tracePipe } from "./trace-pipe.ts";
import type { Asked, Tracing } from "./tracing.ts";

type Node = TSESTree.Node;

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** Asks for what a `Redacted` hides: as it is, it shows nothing to logs, texts and JSON. */
const HIDDEN = "[redacted]";

const MODULES =
  /^(?:effect|@effect\/[\w-]+|fp-ts|fp-ts-std|purify-ts|neverthrow|true-myth|ts-results(?:-es)?|option-t|remeda|@mobily\/ts-belt)(?:\/|$)/;

const READS = wordSet("string nonEmptyString");
const READS_HIDDEN = wordSet("redacted secret");
/** Hold the first that they are given, or are it. */
const HOLDS = wordSet(
  "fromNullable fromNullishOr of some just Just Some right Right ok Ok okAsync succeed fromOption fromEither toUndefined",
  "getOrUndefined getOrNull getOrThrow runPromise runSync runPromiseExit orDie option either withDefault nested all unwrap toNullable",
);
const RUNS = wordSet("gen fn sync promise try tryPromise tryCatch suspend fromThrowable");
const NAMES: ReadonlySet<string> = new Set([
  ...READS,
  ...READS_HIDDEN,
  ...HOLDS,
  ...RUNS,
  ...["value", "make", "fromString", "pipe", "flow", "getOrElse"],
]);

/** What functions of Effect's, of fp-ts's and of their like hand on; `undefined` for all other calls. */
export function traceEffects(tracing: Tracing, asked: AskedCall): Answer | undefined {
  const { node, path, frame } = asked;
  const called = bare(node.callee);
  // `E.fromNullable(trouble)(key)`.
  const callee = called.type === "CallExpression" ? called : node;
  const name = lastNameOf(callee.callee) ?? "";
  if (!NAMES.has(name)) return undefined;
  if (name === "pipe" || name === "flow") return tracePipe(tracing, asked);
  const of = ownerOf(tracing.sourceCode, callee);
  const [first] = node.arguments;
  if (of === undefined || first === undefined) return undefined;
  if (of === "Config" && (READS.has(name) || READS_HIDDEN.has(name))) {
    return traceConfig(tracing, asked, {
      wanted: literalText(first),
      isHidden: READS_HIDDEN.has(name),
    });
  }
  if (of === "Redacted" || of === "Secret")
    return traceRedacted(tracing, { ...asked, name, first });
  if (RUNS.has(name)) return traceRun(tracing, asked);
  return HOLDS.has(name) ? tracing.trace({ node: first, path, frame }) : undefined;
}

/** `Config` of `Config.string` of `effect`, and of `string` of `effect/Config`. */
function ownerOf(
  sourceCode: TSESLint.SourceCode,
  call: TSESTree.CallExpression,
): string | undefined {
  const { module, path } = calleeOf(sourceCode, call);
  if (module === undefined || !MODULES.test(module)) return undefined;
  return path.at(-2) ?? module.split("/").at(-1);
}

function traceConfig(
  { names }: Tracing,
  { node, path }: AskedCall,
  { wanted, isHidden }: { readonly wanted: string | undefined; readonly isHidden: boolean },
): Answer {
  const isAsked = isHidden ? path.length === 1 && path[0] === HIDDEN : path.length === 0;
  if (!isAsked || wanted === undefined || !names.isKey(["env", wanted])) return CLEAN;
  return fromSource({ text: `\`${wanted}\``, node });
}

interface AskedRedacted extends AskedCall {
  readonly name: string;
  readonly first: Node;
}

/** `Redacted.make(key)`, and `Redacted.value(hidden)`, which is the key again. */
function traceRedacted(
  tracing: Tracing,
  { name, first, path, frame }: AskedRedacted,
): Answer | undefined {
  const [wanted, ...rest] = path;
  if (name === "make" || name === "fromString") {
    return wanted === HIDDEN ? tracing.trace({ node: first, path: rest, frame }) : CLEAN;
  }
  if (name !== "value") return undefined;
  const hidden = tracing.trace({ node: first, path: [HIDDEN, ...path], frame });
  if (hidden.carried.length > 0) return hidden;
  return answerByName(tracing.names, { chain: chainOf(tracing, first), path, node: first });
}

/** What a function gives back that runs later; of a generator, what it yields goes elsewhere. */
function traceRun(tracing: Tracing, { node, path, frame }: AskedCall): Answer | undefined {
  const given = node.arguments.map((argument) => bare(argument)).flatMap(functionsIn);
  const [run] = given;
  if (run === undefined || !isFunction(run)) return undefined;
  const results = resultsOf(tracing, run);
  return unite([CLEAN, ...results.map((value) => tracing.trace({ node: value, path, frame }))]);
}

function resultsOf({ sourceCode }: Tracing, fn: FunctionNode): readonly Node[] {
  return returnsOf(sourceCode, fn).filter(
    (value) => !fn.generator || value.parent?.type === "ReturnStatement",
  );
}

/** `() => key`, `{ try: () => key, catch: … }`. */
function functionsIn(node: Node): readonly Node[] {
  if (isFunction(node)) return [node];
  if (node.type !== "ObjectExpression") return [];
  return node.properties.flatMap((property) =>
    property.type === "Property" && isFunction(property.value) ? [property.value] : [],
  );
}

/** What `yield*` gets out of an effect, or of a generator of this file. */
export function traceYield(
  tracing: Tracing,
  { node, path, frame }: Asked & { readonly node: TSESTree.YieldExpression },
): Answer {
  if (!node.delegate) return UNKNOWN;
  const call = bare(node.argument);
  const fn =
    call.type === "CallExpression"
      ? calledFunction(tracing.sourceCode, bare(call.callee))
      : undefined;
  if (call.type === "CallExpression" && fn?.generator === true) {
    const inner = frameFor(fn, call, frame);
    const results = resultsOf(tracing, fn);
    return unite([
      CLEAN,
      ...results.map((value) => tracing.trace({ node: value, path, frame: inner })),
    ]);
  }
  return tracing.trace({ node: node.argument, path, frame });
}

import type { TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf } from "../syntax/binding.ts";
import { calledFunctions } from "../syntax/called-function.ts";
import { calleeOf } from "../syntax/callee.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { CLEAN, flattened, unite, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { frameOf } from "./call-sites.ts";
import { isTooDeep, type Asked, type Frame, type Tracing } from "./tracing.ts";

type Node = TSESTree.Node;
type Call = TSESTree.CallExpression;

/** Asks a `pipe` for what has come out of one of its steps. */
const STEP = "[step]";

const PIPES = /^(?:effect|fp-ts|fp-ts-std|remeda|@mobily\/ts-belt|ramda|rambda|lodash\/fp)(?:\/|$)/;
const COMPOSES = /^(?:ramda|rambda|lodash\/fp)(?:\/|$)/;

/** Leave what they are given as it is, or put something in the place of nothing. */
const KEEPS = wordSet(
  "getOrElse getOrElseW alt altW orElse orElseW orElseSucceed withDefault filter filterOrElse fromNullable fromNullishOr of some right",
  "toUndefined toNullable toUnion getOrUndefined getOrNull getOrThrow fromOption fromEither tap tapError orDie option mapLeft mapError trim",
);
const MAPS = wordSet("map chain chainW flatMap andThen chainNullableK match matchW fold foldW");
const TEXTS = wordSet(
  "encodeURIComponent String btoa toBase64 encodeBase64 toString trim toLowerCase toUpperCase",
);

interface Pipe {
  readonly tracing: Tracing;
  readonly call: Call;
  readonly start: Node;
  readonly steps: readonly Node[];
  readonly frame: Frame | undefined;
}

/** `pipe(value, f, g)`, `value.pipe(f, g)` and `flow(f, g)(value)`; `undefined` for streams and everything else. */
export function tracePipe(
  tracing: Tracing,
  asked: Asked & { readonly node: Call },
): Answer | undefined {
  const { node: call, path, frame } = asked;
  const parts = partsOf(tracing, call);
  if (parts === undefined) return undefined;
  const [marker, index, ...rest] = path;
  const pipe: Pipe = { tracing, call, frame, ...parts };
  return marker === STEP
    ? valueAfter(pipe, Number(index), rest)
    : valueAfter(pipe, parts.steps.length, path);
}

function partsOf({ sourceCode }: Tracing, call: Call): Pick<Pipe, "start" | "steps"> | undefined {
  const callee = bare(call.callee);
  const { module } = calleeOf(sourceCode, callee.type === "CallExpression" ? callee : call);
  const [start, ...steps] = call.arguments;
  if (start === undefined) return undefined;
  if (callee.type === "CallExpression") {
    return module !== undefined && PIPES.test(module)
      ? { start, steps: callee.arguments }
      : undefined;
  }
  if (module !== undefined) {
    return PIPES.test(module) && !COMPOSES.test(module) && lastNameOf(callee) === "pipe"
      ? { start, steps }
      : undefined;
  }
  if (callee.type !== "MemberExpression" || start.type !== "CallExpression") return undefined;
  const of = calleeOf(sourceCode, start).module;
  return of !== undefined && /^(?:effect|@effect)(?:\/|$)/.test(of)
    ? { start: callee.object, steps: call.arguments }
    : undefined;
}

function valueAfter(pipe: Pipe, index: number, path: Path): Answer {
  const { tracing, start, steps, frame } = pipe;
  const step = steps[index - 1];
  if (step === undefined) return tracing.trace({ node: start, path, frame });
  const before = (at: Path): Answer => valueAfter(pipe, index - 1, at);
  const done = bare(step);
  const name = lastNameOf(done.type === "CallExpression" ? done.callee : done) ?? "";
  if (tracing.names.isCleansing(name)) return CLEAN;
  if (done.type === "CallExpression") return afterCall(pipe, { done, name, index, path }, before);
  const functions = isFunction(done) ? [done] : calledFunctions(tracing.sourceCode, done);
  if (functions.length > 0) return unite(functions.map((fn) => applied(pipe, { fn, index, path })));
  if (TEXTS.has(name)) return path.length === 0 ? flattened(before([])) : CLEAN;
  return KEEPS.has(name) ? before(path) : UNKNOWN;
}

interface Step {
  readonly done: Call;
  readonly name: string;
  readonly index: number;
  readonly path: Path;
}

/** `O.map((key) => …)`, `O.getOrElse(() => "")`. */
function afterCall(
  pipe: Pipe,
  { done, name, index, path }: Step,
  before: (path: Path) => Answer,
): Answer {
  const { tracing } = pipe;
  const functions = done.arguments.flatMap((given) => {
    const fn = bare(given);
    return isFunction(fn) ? [fn] : [...calledFunctions(tracing.sourceCode, fn)];
  });
  const made = functions.map((fn) => applied(pipe, { fn, index, path }));
  if (MAPS.has(name)) return made.length === 0 ? UNKNOWN : unite(made);
  if (!KEEPS.has(name)) return UNKNOWN;
  return /^(?:getOrElse|alt|orElse|withDefault)/.test(name)
    ? unite([before(path), ...made])
    : before(path);
}

interface Applied {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly path: Path;
}

/** What a function makes of what has come out of the step before. */
function applied(pipe: Pipe, { fn, index, path }: Applied): Answer {
  const { tracing, call, start, frame } = pipe;
  if (isTooDeep(frame) || frameOf(fn, frame) !== undefined) return UNKNOWN;
  const given: Asked =
    index === 1
      ? { node: start, path: [], frame }
      : { node: call, path: [STEP, String(index - 1)], frame };
  const own = keptFrame(call, { seenFrom: frame ?? fn, fn, index }, () => ({
    fn,
    call,
    outer: frame,
    argument: (place) => (place === 0 ? given : undefined),
  }));
  const returns = returnsOf(tracing.sourceCode, fn);
  return unite([CLEAN, ...returns.map((node) => tracing.trace({ node, path, frame: own }))]);
}

interface Kept {
  readonly seenFrom: object;
  readonly fn: FunctionNode;
  readonly index: number;
  readonly frame: Frame;
}

const kept = new WeakMap<Call, Kept[]>();

/** So that asking twice about one step asks about the same frame. */
function keptFrame(call: Call, step: Omit<Kept, "frame">, make: () => Frame): Frame {
  const all = kept.get(call) ?? [];
  kept.set(call, all);
  const { seenFrom, fn, index } = step;
  const known = all.find(
    (each) => each.fn === fn && each.index === index && each.seenFrom === seenFrom,
  );
  if (known !== undefined) return known.frame;
  const frame = make();
  all.push({ ...step, frame });
  return frame;
}

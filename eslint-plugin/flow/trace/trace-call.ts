import type { TSESTree } from "@typescript-eslint/utils";
import {
  ANY,
  CLEAN,
  flattened,
  fromSource,
  matches,
  under,
  unite,
  UNKNOWN,
  type Answer,
  type Path,
} from "./answer.ts";
import { bare, lastNameOf, literalText, propertyName } from "../syntax/binding.ts";
import { builtInOf } from "../syntax/built-in.ts";
import { callbackFrame, frameFor } from "./call-sites.ts";
import { calledFunctions, methodOf, ownerNamed } from "../syntax/called-function.ts";
import { readByName, showsTexts } from "./getters.ts";
import { oldClassNamed } from "../syntax/old-classes.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { hidesAll, methodKind, type MethodKind } from "./methods.ts";
import { traceInjected } from "./injected.ts";
import { traceInstance } from "./trace-class.ts";
import { traceLibrary } from "./trace-library.ts";
import { traceChecked } from "./trace-schema.ts";
import { traceFormCall, traceReading, traceState, traceStoreCall } from "./trace-state.ts";
import { traceTypedCall } from "./trace-type.ts";
import { findComposedKeys } from "./composed-keys.ts";
import { readLiteralText } from "../syntax/literal-text.ts";
import { chainOf, constantText } from "./trace-member.ts";
import { traceEffects } from "./trace-effects.ts";
import { traceOldInstance } from "./trace-old-class.ts";
import { leavesKeysOut } from "./told-apart.ts";
import { elementFrame } from "./element-frame.ts";
import type { Asked, Tracing } from "./tracing.ts";
import { wordSet } from "../evidence/word-set.ts";

interface AskedCall extends Asked {
  readonly node: TSESTree.CallExpression;
}

/** What a call gives back. */
export function traceCall(tracing: Tracing, asked: AskedCall): Answer {
  const callee = bare(asked.node.callee);
  const name = lastNameOf(callee);
  const effect = traceEffects(tracing, asked);
  if (effect !== undefined) return effect;
  if (name !== undefined && tracing.names.isCleansing(name)) return CLEAN;
  const read = readByName(tracing, asked);
  if (read !== undefined && read.carried.length > 0) return read;
  const answer = traceCalled(tracing, asked, callee);
  // What it is given under that name counts for more than what the name says.
  return answer.carried.length > 0 ? answer : (read ?? answer);
}

function traceCalled(tracing: Tracing, asked: AskedCall, callee: TSESTree.Node): Answer {
  const name = lastNameOf(callee);
  const kept =
    (name === undefined ? undefined : traceChecked(tracing, asked, name)) ??
    traceState(tracing, { ...asked, name: name ?? "" }) ??
    traceStoreCall(tracing, asked) ??
    traceFormCall(tracing, asked);
  if (kept !== undefined) return kept;
  const called = calledFunctions(tracing.sourceCode, callee);
  if (called.length > 0) {
    return unite(called.map((fn) => traceFunction(tracing, fn, asked)));
  }
  const answer =
    traceInjected(tracing, asked) ??
    traceLibrary(tracing, asked) ??
    traceByName(tracing, asked, callee);
  if (answer.isKnown || answer.carried.length > 0) return answer;
  const typed = traceTypedCall(tracing, asked, name ?? "");
  return typed.carried.length > 0 ? typed : traceReading(tracing, asked);
}

function traceByName(tracing: Tracing, asked: AskedCall, callee: TSESTree.Node): Answer {
  const name = lastNameOf(callee);
  if (callee.type === "MemberExpression" && name !== undefined)
    return traceMethod(tracing, { ...asked, name, object: callee.object });
  if (callee.type === "Identifier") return traceNamed(tracing, { ...asked, name: callee.name });
  return UNKNOWN;
}

function traceFunction(
  tracing: Tracing,
  fn: FunctionNode,
  { node, path, frame }: AskedCall,
): Answer {
  const inner = frameFor(fn, node, frame);
  if (inner === undefined) return UNKNOWN;
  const returns = returnsOf(tracing.sourceCode, fn);
  return unite([
    CLEAN,
    ...returns.map((value) => tracing.trace({ node: value, path, frame: inner })),
  ]);
}

interface NamedCall extends AskedCall {
  readonly name: string;
}

interface MethodCall extends NamedCall {
  readonly object: TSESTree.Node;
}

/** Functions of the language and of the usual libraries that hand on what they are given. */
const HANDS_ON: ReadonlySet<string> = wordSet(
  "String encodeURIComponent encodeURI escape unescape decodeURIComponent decodeURI btoa atob structuredClone",
  "inspect format stringify clone cloneDeep merge defaults assign toBase64 encodeBase64 base64 base64Encode encode toHex hexEncode",
  "toValue unref toRaw toRefs readonly markRaw snapshot",
);

function traceNamed(tracing: Tracing, asked: NamedCall): Answer {
  const { node, path, frame, name } = asked;
  if (name === "Boolean" || name === "Number" || name === "parseInt" || name === "isNaN")
    return CLEAN;
  if (HANDS_ON.has(name)) {
    const isText = isTextMaker(name);
    if (isText && path.length > 0) return CLEAN;
    const answer = unite([CLEAN, ...traceArguments(tracing, node, { path, frame })]);
    return isText ? flattened(answer) : answer;
  }
  if (name === "derived" || name === "$derived") return traceDerived(tracing, asked);
  if (name === "useMemo" || name === "memo" || name === "once")
    return traceCallback(tracing, asked, path);
  return UNKNOWN;
}

/** `derived(key, ($key) => …)` of a store, and `$derived(…)` of what stands in it. */
function traceDerived(tracing: Tracing, { node, path, frame, name }: NamedCall): Answer {
  const [first, callback] = node.arguments;
  if (first === undefined) return UNKNOWN;
  if (name === "$derived") return tracing.trace({ node: first, path, frame });
  const [held, ...rest] = path;
  if (!isFunction(callback) || (held !== undefined && held !== "value")) return UNKNOWN;
  const inner = callbackFrame(tracing, callback, { call: node, position: 1, outer: frame });
  const answer = unite(
    returnsOf(tracing.sourceCode, callback).map((value) =>
      tracing.trace({ node: value, path: rest, frame: inner ?? frame }),
    ),
  );
  return held === undefined ? under("value", answer) : answer;
}

function isTextMaker(name: string): boolean {
  return !/^(?:structuredClone|clone|cloneDeep|merge|defaults|assign|toValue|unref|toRaw|toRefs|readonly|markRaw|snapshot)$/.test(
    name,
  );
}

function traceArguments(
  tracing: Tracing,
  { arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  { path, frame }: Pick<Asked, "path" | "frame">,
): readonly Answer[] {
  return given.map((node) => tracing.trace({ node, path, frame }));
}

function traceCallback(tracing: Tracing, { node, frame }: AskedCall, path: Path): Answer {
  const [callback] = node.arguments;
  if (!isFunction(callback)) return UNKNOWN;
  return unite([
    CLEAN,
    ...returnsOf(tracing.sourceCode, callback).map((value) =>
      tracing.trace({ node: value, path, frame }),
    ),
  ]);
}

function traceMethod(tracing: Tracing, asked: MethodCall): Answer {
  const owner = builtInOf(tracing.sourceCode, asked.object);
  if (owner === "globalThis") return traceNamed(tracing, asked);
  if (owner !== undefined) {
    const answer = traceStatic(tracing, { ...asked, owner });
    if (answer !== undefined) return answer;
  }
  return traceByKind(tracing, methodKind(asked.name), asked);
}

interface StaticCall extends MethodCall {
  readonly owner: string;
}

/** `Object.entries(x)`, `JSON.stringify(x)`, `Buffer.from(x)` and their like. */
function traceStatic(tracing: Tracing, asked: StaticCall): Answer | undefined {
  const { owner, name, node, path, frame } = asked;
  const [first] = node.arguments;
  if (first === undefined) return undefined;
  const given = (at: Path): Answer => tracing.trace({ node: first, path: at, frame });
  switch (`${owner}.${name}`) {
    case "Object.keys":
    case "Number.parseInt":
    case "Array.isArray":
    case "Buffer.byteLength":
    case "Buffer.isBuffer":
      return CLEAN;
    case "Object.values":
    case "Array.from":
      return owner === "Array"
        ? given(path)
        : given(path[0] === undefined ? [] : [ANY, ...path.slice(1)]);
    case "Object.entries":
      return traceEntries(given, path);
    case "Object.assign":
      return unite(traceArguments(tracing, node, { path, frame }));
    case "Object.freeze":
    case "Object.seal":
    case "Object.fromEntries":
    case "Object.create":
    case "Promise.resolve":
    case "JSON.parse":
      return given(path);
    case "Promise.all":
    case "Promise.allSettled":
    case "Promise.race":
      return given(path);
    case "JSON.stringify":
      if (path.length > 0) return CLEAN;
      // A second argument chooses what is shown.
      return node.arguments[1] === undefined || isNull(node.arguments[1])
        ? flattened(given([]))
        : CLEAN;
    case "Buffer.from":
    case "Buffer.concat":
    case "String.raw":
      return path.length === 0 ? flattened(given([])) : CLEAN;
    default:
      return undefined;
  }
}

function isNull(node: TSESTree.Node): boolean {
  return (
    (node.type === "Literal" && node.value === null) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}

/** Pairs of names, which tell nothing, and values. */
function traceEntries(given: (path: Path) => Answer, path: Path): Answer {
  const [index, part, ...rest] = path;
  if (index === undefined) return given([]);
  if (part === "0") return CLEAN;
  return given([ANY, ...rest]);
}

function traceByKind(tracing: Tracing, kind: MethodKind, asked: MethodCall): Answer {
  const { node, path, frame, object } = asked;
  const own = (at: Path): Answer => tracing.trace({ node: object, path: at, frame });
  switch (kind) {
    case "tells-nothing":
      return CLEAN;
    case "same-text":
      if (path.length === 0 && isComposedKey(node)) return fromSource({ text: "a literal", node });
      return path.length === 0
        ? flattened(
            unite([
              own([]),
              ...(asked.name === "concat" ? traceArguments(tracing, node, { path, frame }) : []),
            ]),
          )
        : CLEAN;
    case "part-of-text":
      if (hidesAll(asked.name, node.arguments, object)) return CLEAN;
      return asked.name.startsWith("replace") ? traceReplaced(tracing, asked) : own(path);
    case "same-list":
      return asked.name === "filter" && leavesKeysOut(tracing, node.arguments) ? CLEAN : own(path);
    case "added":
      return unite([own(path), traceAdded(tracing, asked)]);
    case "element":
      return own([ANY, ...path]);
    case "mapped":
      return traceMapped(tracing, asked);
    case "held": {
      if (showsTexts(chainOf(tracing, object))) return CLEAN;
      const [key] = node.arguments;
      return own([literalText(key) ?? ANY, ...path]);
    }
    case "validated": {
      const [first] = node.arguments;
      if (asked.name === "check" && JUDGES.test(lastNameOf(object) ?? "")) return CLEAN;
      return first === undefined ? UNKNOWN : tracing.trace({ node: first, path, frame });
    }
    case "all-arguments":
      return path.length === 0
        ? flattened(unite([UNKNOWN, ...traceArguments(tracing, node, { path, frame })]))
        : UNKNOWN;
    case "unknown":
      return UNKNOWN;
  }
}

/** Answer with what they think of what they are given, unlike a schema, which hands it on: `policy.check(body)`. */
const JUDGES =
  /polic|permission|guard|limit|acl$|auth|abilit|access|rules?$|gate$|quota|fraud|health|firewall|throttle/i;

/** `["…", "…"].join("")`, of which no part is a key by itself. */
function isComposedKey(call: TSESTree.CallExpression): boolean {
  return findComposedKeys(readLiteralText(call)).length > 0;
}

/** `headers.set(name, value)`, whose result is the headers. */
function traceAdded(tracing: Tracing, { node, path, frame }: MethodCall): Answer {
  const [key, value] = node.arguments;
  if (key === undefined || value === undefined) return CLEAN;
  const name = constantText(tracing, key) ?? ANY;
  const [wanted, ...rest] = path;
  if (wanted === undefined) return under(name, tracing.trace({ node: value, path: [], frame }));
  return matches([wanted], name) ? tracing.trace({ node: value, path: rest, frame }) : CLEAN;
}

/** The text, and what is put into it. */
function traceReplaced(tracing: Tracing, { node, path, frame, object }: MethodCall): Answer {
  const [, replacement] = node.arguments;
  const parts = replacement === undefined ? [object] : [object, replacement];
  return flattened(unite(parts.map((part) => tracing.trace({ node: part, path, frame }))));
}

/** `list.map(callback)`, `promise.then(callback)`, `list.reduce(callback, start)`. */
function traceMapped(tracing: Tracing, { name, node, path, frame, object }: MethodCall): Answer {
  const [callback] = node.arguments;
  if (!isFunction(callback)) return tracing.trace({ node: object, path, frame });
  const inner = callbackFrame(tracing, callback, { call: node, position: 0, outer: frame });
  // Of a list of results each is what the callback returns; otherwise what it returns is the result.
  const isList = name === "map";
  const at = isList ? path.slice(1) : path;
  const own = elementFrame(inner, isList ? path[0] : undefined);
  const answer = unite([
    CLEAN,
    ...returnsOf(tracing.sourceCode, callback).map((value) =>
      tracing.trace({ node: value, path: at, frame: own ?? frame }),
    ),
  ]);
  return isList && path.length === 0 ? under(ANY, answer) : answer;
}

interface AskedNew extends Asked {
  readonly node: TSESTree.NewExpression;
}

/** Built-in classes whose instances hold what they were made with. */
const HOLDS_ARGUMENTS =
  /^(?:URL|URLSearchParams|Headers|Map|Set|WeakMap|Request|Response|Blob|File|FormData|String|Object|Array|Buffer|Uint8Array|Cookie|NextResponse)$/;
const ERROR = /(?:Error|Exception|Fault|Failure|Problem)$/;

/** What `new X(…)` makes. */
export function traceNew(tracing: Tracing, { node, path, frame }: AskedNew): Answer {
  const callee = bare(node.callee);
  if (callee.type !== "Identifier") {
    const name = callee.type === "MemberExpression" ? (propertyName(callee) ?? "") : "";
    return ERROR.test(name) ? traceError(tracing, { node, path, frame }) : UNKNOWN;
  }
  const owner = ownerNamed(tracing.sourceCode, callee);
  if (ERROR.test(callee.name)) {
    const error = traceError(tracing, { node, path, frame });
    if (owner === undefined || owner.type === "ObjectExpression" || error.carried.length > 0)
      return error;
  }
  if (owner !== undefined && owner.type !== "ObjectExpression") {
    const constructor = methodOf(tracing.sourceCode, owner, "constructor");
    const inner = constructor === undefined ? frame : frameFor(constructor, node, frame);
    return traceInstance(tracing, owner, { node, path, frame: inner });
  }
  const old = oldClassNamed(tracing.sourceCode, callee);
  if (old !== undefined) {
    return traceOldInstance(tracing, old, { node, path, frame: frameFor(old.maker, node, frame) });
  }
  if (!HOLDS_ARGUMENTS.test(callee.name)) return UNKNOWN;
  return traceBuiltIn(tracing, { node, path, frame }, callee.name);
}

function traceBuiltIn(tracing: Tracing, { node, path, frame }: AskedNew, name: string): Answer {
  const [part, ...rest] = path;
  const isList = name === "Set" || name === "Map";
  // `url.href`, `url.searchParams`: parts of one text.
  const isText = name === "URL" || name === "URLSearchParams" || name === "Request";
  if (
    isText &&
    part !== undefined &&
    /^(?:href|search|searchParams|url|pathname|username|password|body|headers|\*)$/.test(part)
  ) {
    return flattened(unite([CLEAN, ...traceArguments(tracing, node, { path: [], frame })]));
  }
  const at = isList && part !== undefined ? [ANY, ...(name === "Map" ? ["1"] : []), ...rest] : path;
  return unite([UNKNOWN, ...traceArguments(tracing, node, { path: at, frame })]);
}

/** An error shows its message, and whatever is hung on it. */
function traceError(tracing: Tracing, { node, path, frame }: AskedNew): Answer {
  const [name, ...rest] = path;
  const [message, options] = node.arguments;
  const ofMessage =
    message === undefined ? CLEAN : tracing.trace({ node: message, path: [], frame });
  const ofOptions =
    options === undefined
      ? CLEAN
      : tracing.trace({ node: options, path: name === undefined ? [] : path, frame });
  if (name === undefined) return unite([under("message", flattened(ofMessage)), ofOptions]);
  if (name === "message" || name === "stack")
    return rest.length === 0 ? flattened(ofMessage) : CLEAN;
  return { ...ofOptions, isKnown: ofOptions.isKnown && ofMessage.isKnown };
}

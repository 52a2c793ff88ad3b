import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { ANY, CLEAN, under, unite, UNKNOWN, type Answer, type Path } from "./answer.ts";
import { propertyName, variableOf, wholeOf } from "../syntax/binding.ts";
import { isFunction, type FunctionNode } from "../syntax/place.ts";
import { functionNamed } from "../syntax/function-named.ts";
import { callsOfConstructor } from "../syntax/constructions.ts";
import { inheritorsOf, readsOfClass, usesInFamily } from "../syntax/inheritance.ts";
import { isTooDeep, type Asked, type Frame, type Tracing } from "./tracing.ts";
import { callbackArguments, type CallbackUse } from "./callback-arguments.ts";
import { formOf } from "./stores.ts";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  readonly isRest: boolean;
}

/** What callers pass for a parameter: the one call that is looked at, or else all that this file shows. */
export function traceParameter(
  tracing: Tracing,
  { fn, index, isRest }: Parameter,
  { path, frame }: Pick<Asked, "path" | "frame">,
): Answer {
  const own = frameOf(fn, frame);
  if (own !== undefined) return traceArgument(tracing, own, { index, isRest, path });
  const sites = callSitesOf(tracing, fn);
  if (sites.length === 0) return UNKNOWN;
  const answers = sites.map((site) =>
    traceArgument(tracing, { ...site, outer: undefined }, { index, isRest, path }),
  );
  const answer = unite(answers);
  // Others may call it as well, and its name may say so.
  return { ...answer, isKnown: answer.isKnown && !isReachable(fn) };
}

/** Is this function one of those that are looked at as one call runs them? */
export function isIn(fn: FunctionNode, frame: Frame | undefined): boolean {
  return frameOf(fn, frame) !== undefined;
}

export function frameOf(fn: FunctionNode, frame: Frame | undefined): Frame | undefined {
  for (let own = frame; own !== undefined; own = own.outer) if (own.fn === fn) return own;
  return undefined;
}

interface WantedArgument {
  readonly index: number;
  readonly isRest: boolean;
  readonly path: Path;
}

function traceArgument(
  tracing: Tracing,
  frame: Frame,
  { index, isRest, path }: WantedArgument,
): Answer {
  const [element, ...rest] = path;
  const listed = isRest || element === undefined ? undefined : frame.element?.(index, element);
  if (listed !== undefined) return tracing.trace({ ...listed, path: [...listed.path, ...rest] });
  if (isRest && (element === undefined || element === ANY)) {
    const answer = unite([CLEAN, ...restArguments(tracing, frame, { index, path: rest })]);
    return element === undefined ? under(ANY, answer) : answer;
  }
  const offset = isRest ? Number(element) : 0;
  const asked = frame.argument(index + (Number.isInteger(offset) ? offset : 0));
  if (asked === undefined) return CLEAN;
  return tracing.trace({ ...asked, path: [...asked.path, ...(isRest ? rest : path)] });
}

/** Calls have fewer arguments than this. */
const MOST_ARGUMENTS = 20;

function restArguments(
  tracing: Tracing,
  frame: Frame,
  { index, path }: { readonly index: number; readonly path: Path },
): readonly Answer[] {
  const answers: Answer[] = [];
  for (let place = index; place < index + MOST_ARGUMENTS; place++) {
    const asked = frame.argument(place);
    if (asked === undefined) break;
    answers.push(tracing.trace({ ...asked, path: [...asked.path, ...path] }));
  }
  return answers;
}

function isReachable(fn: FunctionNode): boolean {
  for (let outer: TSESTree.Node | undefined = fn.parent; outer; outer = outer.parent) {
    if (outer.type.startsWith("Export")) return true;
    if (outer.type === "ClassBody") return true;
    if (isFunction(outer)) return false;
  }
  return false;
}

/** A frame for a call whose function is known. */
export function frameFor(
  fn: FunctionNode,
  call: Call,
  outer: Frame | undefined,
): Frame | undefined {
  if (isTooDeep(outer) || frameOf(fn, outer) !== undefined) return undefined;
  return knownFrame(call, outer ?? fn, () => callFrame(fn, call, outer));
}

function knownFrame(call: Call, seenFrom: object, make: () => Frame): Frame {
  let ofCall = frames.get(call);
  if (ofCall === undefined) {
    ofCall = new Map();
    frames.set(call, ofCall);
  }
  let frame = ofCall.get(seenFrom);
  if (frame === undefined) {
    frame = make();
    ofCall.set(seenFrom, frame);
  }
  return frame;
}

/** So that asking twice about one call asks about the same frame. */
const frames = new WeakMap<Call, Map<object, Frame>>();

function callFrame(fn: FunctionNode, call: Call, outer: Frame | undefined): Frame {
  return {
    fn,
    call,
    outer,
    argument: (index) => {
      const spread = call.arguments.findIndex(({ type }) => type === "SpreadElement");
      const place = spread >= 0 && spread <= index ? spread : index;
      const node = call.arguments[place];
      if (node === undefined) return undefined;
      if (node.type === "SpreadElement") return { node: node.argument, path: [ANY], frame: outer };
      return { node, path: [], frame: outer };
    },
  };
}

const sitesOf = new WeakMap<FunctionNode, readonly Frame[]>();

/** Every call of a function that this file shows. */
function callSitesOf(tracing: Tracing, fn: FunctionNode): readonly Frame[] {
  let sites = sitesOf.get(fn);
  if (sites === undefined) {
    // Set before it is known, because a function may call itself.
    sitesOf.set(fn, []);
    sites = findCallSites(tracing, fn);
    sitesOf.set(fn, sites);
  }
  return sites;
}

function findCallSites({ sourceCode }: Tracing, fn: FunctionNode): readonly Frame[] {
  const uses = [fn, ...referencesTo(sourceCode, fn)];
  return uses.flatMap((use) => framesOfUse(sourceCode, fn, use)).slice(0, MOST_CALL_SITES);
}

/** Of one function; a function that is called more often is a helper that gets everything. */
const MOST_CALL_SITES = 64;

/** Everything by which a function is called: its variable, or its name as a method. */
function referencesTo(sourceCode: TSESLint.SourceCode, fn: FunctionNode): readonly TSESTree.Node[] {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration") return fn.id === null ? [] : readsOf(sourceCode, fn.id);
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return readsOf(sourceCode, parent.id);
  // `useCallback(fn, [])` and its like hand the function back.
  const wrapper =
    parent.type === "CallExpression" && parent.parent.type === "VariableDeclarator"
      ? parent.parent.id
      : undefined;
  if (wrapper?.type === "Identifier") return readsOf(sourceCode, wrapper);
  if (parent.type === "MethodDefinition") return methodCalls(sourceCode, parent);
  if (parent.type === "PropertyDefinition")
    return memberCalls(sourceCode, parent.parent, propertyName(parent));
  if (parent.type === "Property" && parent.parent.type === "ObjectExpression")
    return propertyCalls(sourceCode, parent);
  return [];
}

function readsOf(
  sourceCode: TSESLint.SourceCode,
  name: TSESTree.Identifier,
): readonly TSESTree.Node[] {
  const variable = variableOf(sourceCode, name);
  return (variable?.references ?? [])
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => identifier);
}

function methodCalls(
  sourceCode: TSESLint.SourceCode,
  method: TSESTree.MethodDefinition,
): readonly TSESTree.Node[] {
  const owner = method.parent.parent;
  if (method.kind === "constructor")
    return callsOfConstructor(sourceCode, owner).map(({ callee }) => callee);
  return memberCalls(sourceCode, method.parent, propertyName(method));
}

/** `this.name` inside the class and its family, and `x.name` where `x` is made of one of them or is the class. */
function memberCalls(
  sourceCode: TSESLint.SourceCode,
  body: TSESTree.ClassBody,
  name: string | undefined,
): readonly TSESTree.Node[] {
  if (name === undefined) return [];
  const inside = usesInFamily(sourceCode, body.parent, name);
  const outside = inheritorsOf(sourceCode, body.parent, name).flatMap((owner) =>
    readsOfClass(sourceCode, owner).flatMap((read) => membersOfInstance(sourceCode, read, name)),
  );
  return [...inside, ...outside];
}

function membersOfInstance(
  sourceCode: TSESLint.SourceCode,
  read: TSESTree.Node,
  name: string,
): readonly TSESTree.Node[] {
  const made = read.parent?.type === "NewExpression" ? read.parent : read;
  const holder = made.parent;
  const names =
    holder?.type === "VariableDeclarator" && holder.id.type === "Identifier"
      ? readsOf(sourceCode, holder.id)
      : [made];
  return names.flatMap((node) => {
    const member = node.parent;
    return member?.type === "MemberExpression" && propertyName(member) === name ? [member] : [];
  });
}

function propertyCalls(
  sourceCode: TSESLint.SourceCode,
  property: TSESTree.Property,
): readonly TSESTree.Node[] {
  const name = propertyName(property);
  const holder = property.parent.parent;
  if (name === undefined || holder.type !== "VariableDeclarator" || holder.id.type !== "Identifier")
    return [];
  return readsOf(sourceCode, holder.id).flatMap(({ parent }) =>
    parent?.type === "MemberExpression" && propertyName(parent) === name ? [parent] : [],
  );
}

/** What calls the function that this expression is: the call itself, or what takes it as a callback. */
function framesOfUse(
  sourceCode: TSESLint.SourceCode,
  fn: FunctionNode,
  use: TSESTree.Node,
): readonly Frame[] {
  const node = wholeOf(use);
  const call = node.parent;
  if (call?.type === "Property") return framesOfHandler(sourceCode, fn, call);
  if (call?.type === "MemberExpression") return framesOfCall(fn, call);
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return [];
  if (call.callee === node) return [callFrame(fn, call, undefined)];
  const position = call.arguments.findIndex((argument) => argument === node);
  if (position < 0 || call.type === "NewExpression") return [];
  const frame = callbackFrame({ sourceCode }, fn, { call, position, outer: undefined });
  return frame === undefined ? framesOfTaker(sourceCode, fn, { call, position }) : [frame];
}

/** `Base.call(this, options)`. */
function framesOfCall(fn: FunctionNode, member: TSESTree.MemberExpression): readonly Frame[] {
  const call = member.parent;
  if (call.type !== "CallExpression" || call.callee !== member) return [];
  if (propertyName(member) !== "call") return [];
  const frame = frameOfCall(fn, call, undefined);
  return frame === undefined ? [] : [frame];
}

/** The same, where it is known what calls the function around it. */
export function frameOfCall(
  fn: FunctionNode,
  call: TSESTree.CallExpression,
  outer: Frame | undefined,
): Frame | undefined {
  if (isTooDeep(outer) || frameOf(fn, outer) !== undefined) return undefined;
  const argument: Frame["argument"] = (index) => {
    const node = call.arguments[index + 1];
    return node === undefined || node.type === "SpreadElement"
      ? undefined
      : { node, path: [], frame: outer };
  };
  return knownFrame(call, outer ?? fn, () => ({ fn, call, outer, argument }));
}

/** `useFormik({ initialValues, onSubmit: (values) => … })`. */
function framesOfHandler(
  sourceCode: TSESLint.SourceCode,
  fn: FunctionNode,
  property: TSESTree.Property,
): readonly Frame[] {
  const form = property.parent.parent;
  if (form.type !== "CallExpression" || propertyName(property) !== "onSubmit") return [];
  if (formOf(sourceCode, form) === undefined) return [];
  const argument: Frame["argument"] = (index) =>
    index === 0 ? { node: form, path: ["values"], frame: undefined } : undefined;
  return [{ fn, call: form, outer: undefined, argument }];
}

/** A function of this file that takes a callback, and calls it with what it has. */
function framesOfTaker(
  sourceCode: TSESLint.SourceCode,
  fn: FunctionNode,
  { call, position }: Pick<CallbackUse, "call" | "position">,
): readonly Frame[] {
  const taker =
    call.callee.type === "Identifier" ? functionNamed(sourceCode, call.callee) : undefined;
  const param = taker?.params[position];
  if (taker === undefined || param?.type !== "Identifier") return [];
  const outer = frameFor(taker, call, undefined);
  return readsOf(sourceCode, param).flatMap((read) => {
    const { parent } = read;
    return parent?.type === "CallExpression" && parent.callee === read
      ? [callFrame(fn, parent, outer)]
      : [];
  });
}

/** What a callback gets from what calls it. */
export function callbackFrame(
  { sourceCode }: Pick<Tracing, "sourceCode">,
  fn: FunctionNode,
  use: CallbackUse,
): Frame | undefined {
  const { call, outer } = use;
  if (isTooDeep(outer) || frameOf(fn, outer) !== undefined) return undefined;
  const given = callbackArguments(sourceCode, use);
  if (given === undefined) return undefined;
  return knownFrame(call, outer ?? fn, () => ({ fn, call, outer, ...given }));
}

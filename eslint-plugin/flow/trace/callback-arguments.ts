import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import type { Path } from "./answer.ts";
import { ANY } from "./answer.ts";
import { GIVEN, inputBefore } from "./validated-input.ts";
import { formBehind, STATE, storeNamed } from "./trace-state.ts";
import type { Asked, Frame } from "./tracing.ts";

type SourceCode = TSESLint.SourceCode;

export interface CallbackUse {
  readonly call: TSESTree.CallExpression;
  /** Which argument of the call the function is. */
  readonly position: number;
  readonly outer: Frame | undefined;
}

type Given = Pick<Frame, "argument" | "element">;

const FOR_EACH_ELEMENT: ReadonlySet<string> = wordSet(
  "map forEach filter find findLast some every flatMap findIndex",
);

/** What a callback gets from what calls it. */
export function callbackArguments(sourceCode: SourceCode, use: CallbackUse): Given | undefined {
  const { call, position, outer } = use;
  const callee = bare(call.callee);
  const only =
    (node: TSESTree.Node, path: Path): Frame["argument"] =>
    (index) =>
      index === 0 ? { node, path, frame: outer } : undefined;
  const form = formBehind(sourceCode, callee);
  if (form !== undefined && position === 0) return { argument: only(form.call, ["values"]) };
  if (callee.type === "Identifier") return givenByFunction(sourceCode, use, callee);
  if (callee.type !== "MemberExpression" || position > 0) return undefined;
  const name = propertyName(callee) ?? "";
  if (FOR_EACH_ELEMENT.has(name)) return { argument: only(callee.object, [ANY]) };
  if (name === "then") return { argument: only(callee.object, []) };
  if (name === "subscribe" || name === "$subscribe")
    return givenToSubscriber(sourceCode, use, callee.object);
  const input = inputBefore(callee);
  if (input !== undefined) return { argument: only(input, [GIVEN]) };
  return name === "reduce" ? { argument: reducerArguments(call, callee.object, outer) } : undefined;
}

/** A store hands over what it keeps, and everything else that can be subscribed to what it holds. */
function givenToSubscriber(
  sourceCode: SourceCode,
  { outer }: CallbackUse,
  object: TSESTree.Node,
): Given {
  const store = object.type === "Identifier" ? storeNamed(sourceCode, object) : undefined;
  const asked: Asked =
    store === undefined
      ? { node: object, path: ["value"], frame: outer }
      : { node: store, path: [STATE], frame: outer };
  // Some say first what has changed.
  return { argument: (index) => (index === 0 || store !== undefined ? asked : undefined) };
}

function givenByFunction(
  sourceCode: SourceCode,
  { call, position, outer }: CallbackUse,
  { name }: TSESTree.Identifier,
): Given | undefined {
  const [first, second] = call.arguments;
  if (first === undefined) return undefined;
  const state = position === 0 && /^use\w*Reducer$/.test(name) ? second : undefined;
  if (state !== undefined) {
    const asked: Asked = { node: call, path: ["0"], frame: outer };
    return { argument: (index) => (index === 0 ? asked : undefined) };
  }
  if (position === 0) {
    const changed = stateSetBy(sourceCode, call.callee);
    if (changed !== undefined) {
      const asked: Asked = { node: changed, path: ["0"], frame: outer };
      return { argument: (index) => (index === 0 ? asked : undefined) };
    }
    // `useStore((state) => state.pleoApiKey)`.
    const store =
      call.callee.type === "Identifier" ? storeNamed(sourceCode, call.callee) : undefined;
    return (
      store && {
        argument: (index) =>
          index === 0 ? { node: store, path: [STATE], frame: outer } : undefined,
      }
    );
  }
  if (position !== 1 || !WATCHES.has(name)) return undefined;
  return watched(sourceCode, first, outer);
}

/** `setForm((form) => ({ ...form, label }))`, of which the function gets the state as it was. */
function stateSetBy(sourceCode: SourceCode, callee: TSESTree.Node): TSESTree.Node | undefined {
  const variable = callee.type === "Identifier" ? variableOf(sourceCode, callee) : undefined;
  const declarator = variable?.defs[0]?.node;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ArrayPattern")
    return undefined;
  const [, setter] = declarator.id.elements;
  const made = declarator.init === null ? undefined : bare(declarator.init);
  const isSetter = setter?.type === "Identifier" && setter.name === variable?.name;
  return isSetter && made?.type === "CallExpression" ? made : undefined;
}

const WATCHES: ReadonlySet<string> = wordSet(
  "watch watchDebounced watchThrottled watchOnce watchPausable debouncedWatch whenever reaction derived",
);

/** What is watched now, and what it was before. */
function watched(sourceCode: SourceCode, source: TSESTree.Node, frame: Frame | undefined): Given {
  const given = valueOf(sourceCode, source, frame);
  const list = settledValue(sourceCode, source);
  return {
    argument: (index) => (index <= 1 ? given : undefined),
    element: (index, element) => {
      const part = list.type === "ArrayExpression" ? list.elements[Number(element)] : undefined;
      return index <= 1 && part ? valueOf(sourceCode, part, frame) : undefined;
    },
  };
}

/** What a ref holds, what a function returns, and a reactive object as it is. */
function valueOf(sourceCode: SourceCode, source: TSESTree.Node, frame: Frame | undefined): Asked {
  if (isFunction(source)) {
    const [returned = source] = returnsOf(sourceCode, source);
    return { node: returned, path: [], frame };
  }
  const made = settledValue(sourceCode, source);
  const isItself =
    made.type === "CallExpression" &&
    /^(?:reactive|shallowReactive|toRefs)$/.test(lastNameOf(made.callee) ?? "");
  return { node: source, path: isItself ? [] : ["value"], frame };
}

/** What was gathered so far begins as the second argument of `reduce`. */
function reducerArguments(
  { arguments: [, start] }: TSESTree.CallExpression,
  list: TSESTree.Node,
  frame: Frame | undefined,
): Frame["argument"] {
  return (index) => {
    if (index === 1) return { node: list, path: [ANY], frame };
    return index === 0 && start !== undefined ? { node: start, path: [], frame } : undefined;
  };
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";
import { bare, lastNameOf, propertyName } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction } from "../syntax/place.ts";
import type { State } from "./trace-state.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

const MAKES_STORE = wordSet("create createStore createWithEqualityFn defineStore createSlice");
const FORMS = wordSet("useForm useFormik useFormContext createForm useAppForm");
const INITIAL = wordSet("defaultValues initialValues values initialData");
/** `create(persist(devtools(…)))`. */
const WRAPS = wordSet("persist devtools immer subscribeWithSelector combine redux computed");

/** What a store keeps: `create((set) => ({ … }))`, `defineStore("name", { state: () => ({ … }) })`. */
export function storeOf(sourceCode: SourceCode, call: TSESTree.CallExpression): State | undefined {
  const callee = bare(call.callee);
  // `create<State>()(…)`.
  const maker = callee.type === "CallExpression" ? callee : call;
  const name = lastNameOf(maker.callee) ?? "";
  if (!MAKES_STORE.has(name)) return undefined;
  const given = call.arguments.map((argument) => makerOf(sourceCode, argument, WRAPPERS_AT_MOST));
  const initial = given.find((node) => node !== undefined);
  if (initial === undefined) return undefined;
  return { initial, type: maker.typeArguments?.params[0] };
}

const WRAPPERS_AT_MOST = 5;

function makerOf(sourceCode: SourceCode, argument: Node, left: number): Node | undefined {
  const node = settledValue(sourceCode, argument);
  if (isFunction(node)) return node;
  if (node.type === "ObjectExpression") {
    const state = memberNamed(node, /^(?:state|initialState)$/);
    return state === undefined ? undefined : (functionOr(sourceCode, state) ?? state);
  }
  const isWrapper =
    node.type === "CallExpression" && WRAPS.has(lastNameOf(node.callee) ?? "") && left > 0;
  const [first] = isWrapper ? node.arguments : [];
  if (first === undefined) return undefined;
  const inner = settledValue(sourceCode, first);
  return inner.type === "ObjectExpression" ? inner : makerOf(sourceCode, inner, left - 1);
}

function functionOr(sourceCode: SourceCode, node: Node): Node | undefined {
  const value = settledValue(sourceCode, node);
  return isFunction(value) ? value : undefined;
}

/** What a form holds: `useForm({ defaultValues: { … } })`, `useForm<Draft>()`. */
export function formOf(sourceCode: SourceCode, call: TSESTree.CallExpression): State | undefined {
  if (!FORMS.has(lastNameOf(call.callee) ?? "")) return undefined;
  const [first] = call.arguments;
  const options = first && settledValue(sourceCode, first);
  const initial =
    options?.type === "ObjectExpression"
      ? [...INITIAL].flatMap((name) => memberNamed(options, new RegExp(`^${name}$`)) ?? [])[0]
      : undefined;
  return { initial, type: call.typeArguments?.params[0] };
}

function memberNamed({ properties }: TSESTree.ObjectExpression, name: RegExp): Node | undefined {
  for (const property of properties) {
    if (property.type === "Property" && name.test(propertyName(property) ?? ""))
      return property.value;
  }
  return undefined;
}

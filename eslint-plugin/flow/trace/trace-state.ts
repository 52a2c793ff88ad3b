import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isAboutFields } from "../evidence/key-names.ts";
import { wordSet } from "../evidence/word-set.ts";
import { bare, importOf, lastNameOf, propertyName, variableOf } from "../syntax/binding.ts";
import { settledValue } from "../syntax/constant-member.ts";
import { isFunction } from "../syntax/place.ts";
import { returnsOf } from "../syntax/returns.ts";
import { CLEAN, fromSource, matches, under, unite, UNKNOWN, type Answer } from "./answer.ts";
import { formOf, storeOf } from "./stores.ts";
import { traceMembers } from "./trace-type.ts";
import type { Asked, Tracing } from "./tracing.ts";

type Node = TSESTree.Node;

interface StateCall extends Asked {
  readonly node: TSESTree.CallExpression;
  readonly name: string;
}

/** `const [value, setValue] = useState(initial)`. */
const GIVES_PAIR = wordSet(
  "useState useReducer useImmer useImmerReducer useSetState useDeferredState createSignal createStore createResource",
);
/** `ref(initial).value`, `useRef(initial).current`, `signal(initial)()`. */
const HOLDS_AS_VALUE = wordSet(
  "ref shallowRef customRef useRef signal useSignal linkedSignal computed createMemo atom writable readable BehaviorSubject",
);
/** What they give is the state itself. */
const GIVES_ITSELF = wordSet(
  "reactive shallowReactive proxy observable useLocalObservable createMutable useReactive $state",
);

/** What keeps a value that people type in; `undefined` for all other calls. */
export function traceState(tracing: Tracing, asked: StateCall): Answer | undefined {
  const { name, node, path } = asked;
  const [first, ...rest] = path;
  const store = storeOf(tracing.sourceCode, node);
  if (store !== undefined && first === STATE)
    return traceInitial(tracing, { ...asked, path: rest }, store);
  const form = formOf(tracing.sourceCode, node);
  if (form !== undefined) {
    return first === "values" ? traceInitial(tracing, { ...asked, path: rest }, form) : undefined;
  }
  const initial = node.arguments[name.endsWith("Reducer") ? 1 : 0];
  const state: State = { initial, type: node.typeArguments?.params[0] };
  if (isOfElement(state) && path.length < 2) return CLEAN;
  if (GIVES_PAIR.has(name) && store === undefined) {
    if (first !== undefined && !matches([first], "0")) return CLEAN;
    const isGetter = name === "createSignal" && rest[0] === "value";
    return traceInitial(tracing, { ...asked, path: isGetter ? rest.slice(1) : rest }, state);
  }
  if (GIVES_ITSELF.has(name)) return traceInitial(tracing, asked, state);
  return HOLDS_AS_VALUE.has(name) ? traceHeld(tracing, asked, state) : undefined;
}

/** `ref<HTMLInputElement>()` is a field that people type in, and what they typed is its value. */
function isOfElement({ type }: State): boolean {
  const types = type?.type === "TSUnionType" ? type.types : [type];
  return types.some(
    (part) =>
      part?.type === "TSTypeReference" &&
      part.typeName.type === "Identifier" &&
      /^HTML\w*Element$/.test(part.typeName.name),
  );
}

/** Asks a store for what it keeps. */
export const STATE = "[state]";

export interface State {
  /** What it is at first, or what gives that. */
  readonly initial: Node | undefined;
  readonly type: TSESTree.TypeNode | undefined;
}

function traceHeld(tracing: Tracing, asked: StateCall, state: State): Answer {
  const [name, ...rest] = asked.path;
  const isValue = name === undefined || name === "value" || name === "current";
  if (!isValue || (state.initial === undefined && state.type === undefined)) return UNKNOWN;
  const answer = traceInitial(tracing, { ...asked, path: rest }, state);
  return name === undefined ? under("value", answer) : answer;
}

/** What is empty at first is what people type in later: its names tell what that will be. */
function traceInitial(
  tracing: Tracing,
  { node, path, frame }: StateCall,
  { initial, type }: State,
): Answer {
  const nodes =
    initial === undefined
      ? []
      : isFunction(initial)
        ? returnsOf(tracing.sourceCode, initial)
        : [initial];
  const answers = nodes.map((given) => tracing.trace({ node: given, path, frame }));
  const isAbout = isAboutFields(holderOf(node));
  if (!isAbout) {
    for (const given of nodes) answers.push(emptyKeysIn(tracing, given, { path, owners: [] }));
    if (type !== undefined && path.length === 0)
      answers.push(traceMembers(tracing, { name: holderOf(node) || "state", type, node }));
  }
  return { ...unite([CLEAN, ...answers]), isKnown: isAbout };
}

/** What the file calls the state. */
function holderOf({ parent }: Node): string {
  if (parent?.type === "PropertyDefinition") return propertyName(parent) ?? "";
  if (parent?.type !== "VariableDeclarator") return "";
  const name = parent.id.type === "ArrayPattern" ? parent.id.elements[0] : parent.id;
  return name?.type === "Identifier" ? name.name : "";
}

interface AskedNames {
  readonly path: Asked["path"];
  readonly owners: readonly string[];
}

/** Objects in objects are read this far. */
const FURTHEST = 4;

/** The members of an object that are keys by their names, and empty as yet. */
export function emptyKeysIn(tracing: Tracing, node: Node, asked: AskedNames): Answer {
  const value = settledValue(tracing.sourceCode, node);
  if (asked.owners.length > FURTHEST || value.type !== "ObjectExpression") return CLEAN;
  const [wanted, ...path] = asked.path;
  const answers: Answer[] = [CLEAN];
  for (const property of value.properties) {
    if (property.type === "SpreadElement") {
      const owners = [...asked.owners, ""];
      answers.push(emptyKeysIn(tracing, property.argument, { path: asked.path, owners }));
      continue;
    }
    const name = propertyName(property);
    if (name === undefined || (wanted !== undefined && !matches([wanted], name))) continue;
    const owners = [...asked.owners, name];
    const isKey = path.length === 0 && tracing.names.isKey(owners.filter(Boolean));
    const answer =
      isKey && isEmpty(property.value)
        ? fromSource({ text: `\`${name}\``, node: property.value })
        : emptyKeysIn(tracing, property.value, { path, owners });
    answers.push(wanted === undefined ? under(name, answer) : answer);
  }
  return unite(answers);
}

function isEmpty(node: Node): boolean {
  const value = bare(node);
  if (value.type === "Identifier") return value.name === "undefined";
  if (value.type === "CallExpression") return isEmptyRef(value);
  return value.type === "Literal" && (value.value === "" || value.value === null);
}

/** `ref("")` in what a store is set up with. */
function isEmptyRef({ callee, arguments: [first] }: TSESTree.CallExpression): boolean {
  return HOLDS_AS_VALUE.has(lastNameOf(callee) ?? "") && (first === undefined || isEmpty(first));
}

/** A value by the call that reads it without being told which: `draft()`, `get(draft)`, `useAtomValue(draft)`. */
export function traceReading(
  tracing: Tracing,
  { node, path, frame }: Asked & { readonly node: TSESTree.CallExpression },
): Answer {
  const callee = bare(node.callee);
  const [first, second] = node.arguments;
  const name = lastNameOf(callee) ?? "";
  if (first === undefined)
    return isSignal(tracing, callee)
      ? tracing.trace({ node: callee, path: ["value", ...path], frame })
      : UNKNOWN;
  if (callee.type !== "Identifier" || second !== undefined) return UNKNOWN;
  if (READS_ATOM.has(name)) return tracing.trace({ node: first, path: ["value", ...path], frame });
  if (name === "useAtom" || name === "useRecoilState") {
    const [index, ...rest] = path;
    return index === "0"
      ? tracing.trace({ node: first, path: ["value", ...rest], frame })
      : UNKNOWN;
  }
  // `useSelector((state) => state.connection.pleoApiKey)`.
  return /^use\w*(?:Select|Selector|Store|State)$/.test(name) && isFunction(first)
    ? unite(
        returnsOf(tracing.sourceCode, first).map((given) =>
          tracing.trace({ node: given, path, frame }),
        ),
      )
    : UNKNOWN;
}

/** What this file declares, or what is called like the key that it gives: `draft()`, `this.form()`, `pleoApiKey()`. */
function isSignal({ sourceCode, names }: Tracing, callee: Node): boolean {
  const name = lastNameOf(callee) ?? "";
  if (names.isKey([name])) return true;
  if (callee.type === "MemberExpression")
    return name === "value" || bare(callee.object).type === "ThisExpression";
  const variable = callee.type === "Identifier" ? variableOf(sourceCode, callee) : undefined;
  return variable !== undefined && importOf(variable) === undefined;
}

const READS_ATOM = wordSet("get useAtomValue useRecoilValue useSignalValue useStore useValue");

/** The store that a call asks for all of its state, or for what a function picks of it. */
export function traceStoreCall(
  tracing: Tracing,
  { node, path, frame }: Asked & { readonly node: TSESTree.CallExpression },
): Answer | undefined {
  const callee = bare(node.callee);
  const [selector] = node.arguments;
  if (callee.type === "Identifier") {
    const store = storeNamed(tracing.sourceCode, callee);
    if (store === undefined) return undefined;
    if (isFunction(selector)) {
      const returned = returnsOf(tracing.sourceCode, selector);
      return unite([
        UNKNOWN,
        ...returned.map((given) => tracing.trace({ node: given, path, frame })),
      ]);
    }
    const inside = path[0] === "$state" ? path.slice(1) : path;
    return tracing.trace({ node: store, path: [STATE, ...inside], frame });
  }
  if (callee.type !== "MemberExpression" || callee.object.type !== "Identifier") return undefined;
  const method = propertyName(callee);
  if (method !== "getState" && method !== "getInitialState") return undefined;
  const store = storeNamed(tracing.sourceCode, callee.object);
  return store && tracing.trace({ node: store, path: [STATE, ...path], frame });
}

/** The call that makes the store of this name. */
export function storeNamed(
  sourceCode: TSESLint.SourceCode,
  name: TSESTree.Identifier,
): TSESTree.CallExpression | undefined {
  if (variableOf(sourceCode, name) === undefined) return undefined;
  let made = settledValue(sourceCode, name);
  // What the hook of a store gives is the store.
  if (
    made.type === "CallExpression" &&
    made.callee.type === "Identifier" &&
    made.arguments.length === 0
  )
    made = settledValue(sourceCode, made.callee);
  return made.type === "CallExpression" && storeOf(sourceCode, made) !== undefined
    ? made
    : undefined;
}

/** What a form holds that a method of it is called for: `getValues()`, `form.watch("pleoApiKey")`. */
export function traceFormCall(
  tracing: Tracing,
  { node, path, frame }: Asked & { readonly node: TSESTree.CallExpression },
): Answer | undefined {
  const form = formBehind(tracing.sourceCode, node.callee);
  if (form === undefined || !/^(?:getValues|watch)$/.test(form.method)) return undefined;
  const [field] = node.arguments;
  if (isFunction(field)) return undefined;
  const names = field?.type === "Literal" && typeof field.value === "string" ? [field.value] : [];
  return tracing.trace({ node: form.call, path: ["values", ...names, ...path], frame });
}

interface FormMethod {
  readonly call: TSESTree.CallExpression;
  readonly method: string;
}

/** The form that a method belongs to, which may be destructured from it. */
export function formBehind(sourceCode: TSESLint.SourceCode, callee: Node): FormMethod | undefined {
  const called = bare(callee);
  const method = lastNameOf(called);
  if (method === undefined || !FORM_METHODS.has(method)) return undefined;
  const made =
    called.type === "MemberExpression"
      ? settledValue(sourceCode, called.object)
      : called.type === "Identifier"
        ? destructuredFrom(sourceCode, called)
        : undefined;
  if (made?.type !== "CallExpression" || formOf(sourceCode, made) === undefined) return undefined;
  return { call: made, method };
}

const FORM_METHODS = wordSet("getValues watch handleSubmit onSubmit");

function destructuredFrom(
  sourceCode: TSESLint.SourceCode,
  name: TSESTree.Identifier,
): Node | undefined {
  const declarator = variableOf(sourceCode, name)?.defs[0]?.node;
  if (declarator?.type !== "VariableDeclarator" || declarator.init === null) return undefined;
  return declarator.id.type === "ObjectPattern"
    ? settledValue(sourceCode, declarator.init)
    : undefined;
}

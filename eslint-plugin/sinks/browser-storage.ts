import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, importOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calleeOf, originOf, type Callee, type Origin } from "../flow/syntax/callee.ts";
import { memberOf, settledValue } from "../flow/syntax/constant-member.ts";
import { staticTextOf } from "../flow/syntax/static-text.ts";
import { makersOf } from "./makers.ts";
import { GLOBAL_WRITERS, MODULE_WRITERS, type Store, type Writer } from "./storage-writers.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Something that is kept where a user is, and the name it is kept under. */
export interface StoredValue {
  readonly value: Node;
  readonly name: Node | undefined;
}

/** A place that keeps values where a user is, and what is put there. */
export interface StorageSink {
  readonly store: Store;
  /** As it is called in the source. */
  readonly text: string;
  readonly values: readonly StoredValue[];
}

const WEB_STORAGES: ReadonlySet<string> = new Set(["localStorage", "sessionStorage"]);

/** By its name alone; what is called by a name of its own may be an alias of anything. */
export function mayWrite({ callee }: TSESTree.CallExpression): boolean {
  const called = bare(callee);
  if (called.type !== "MemberExpression") return true;
  const name = propertyName(called);
  return name === undefined || WRITER_NAMES.has(name);
}

const WRITER_NAMES: ReadonlySet<string> = new Set([
  ...[...Object.values(MODULE_WRITERS), GLOBAL_WRITERS]
    .flatMap((writers) => [...writers.keys()])
    .map((name) => name.split(".").at(-1) ?? name),
  "assign",
  "call",
  "apply",
]);

/** What a call keeps in a browser or on a device; `undefined` for every other call. */
export function storedByCall(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  callee: Callee,
): StorageSink | undefined {
  const writer = writerOf(sourceCode, call, callee);
  if (writer === undefined) return keptBySetter(sourceCode, call, callee);
  const [only, ...more] = callee.args;
  const isOneObject =
    only !== undefined &&
    more.length === 0 &&
    settledValue(sourceCode, only).type === "ObjectExpression";
  const from = isOneObject ? 0 : writer.from;
  const values = callee.args.slice(from).flatMap((value): readonly StoredValue[] => {
    const inner = memberOf(settledValue(sourceCode, value), "value");
    const named = memberOf(settledValue(sourceCode, value), "key") ?? nameIn(sourceCode, value);
    // `set({ name, value })` says by itself what is what.
    if (inner !== undefined && named !== undefined) return [{ value: inner, name: named }];
    return [{ value, name: from === 0 ? undefined : callee.args[from - 1] }];
  });
  return { store: writer.store, text: callee.names.join("."), values };
}

function nameIn(sourceCode: SourceCode, value: Node): Node | undefined {
  return memberOf(settledValue(sourceCode, value), "name");
}

function writerOf(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  callee: Callee,
): Writer | undefined {
  if (callee.isNew) return undefined;
  const method = callee.path.at(-1) ?? callee.names.at(-1) ?? "";
  return (
    webStorageWriter(sourceCode, call, { callee, method }) ??
    writerOfModule(sourceCode, call, callee) ??
    writerOfType(sourceCode, call, callee) ??
    writerOfSubclass(sourceCode, callee) ??
    globalWriter(callee) ??
    databaseWriter(callee, method)
  );
}

interface Called {
  readonly callee: Callee;
  readonly method: string;
}

function webStorageWriter(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  { callee, method }: Called,
): Writer | undefined {
  const { names, args, typeName } = callee;
  if (names.length === 2 && names[0] === "Object" && method === "assign" && callee.isGlobal) {
    const [target] = args;
    const isStorage = target !== undefined && isWebStorage(originOf(sourceCode, target));
    return isStorage ? { store: "browser", from: 1 } : undefined;
  }
  if (method === "set") return extensionWriter(callee);
  if (method !== "setItem" || names.length < 2) return undefined;
  const isTyped =
    typeName === "Storage" && variableNamed(sourceCode, "Storage", call) === undefined;
  const owner = { ...callee, names: names.slice(0, -1) };
  return isTyped || isWebStorage(owner) || choosesWebStorage(sourceCode, call)
    ? BROWSER
    : undefined;
}

const BROWSER: Writer = { store: "browser", from: 1 };

/** `localStorage`, and as a member of a window of any name; not one that the file makes or imports under this name. */
function isWebStorage({ names, isGlobal, module }: Origin): boolean {
  if (!WEB_STORAGES.has(names.at(-1) ?? "") || module !== undefined) return false;
  return isGlobal || names.length > 1;
}

/** `const storage = remember ? localStorage : sessionStorage`. */
function choosesWebStorage(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== "MemberExpression") return false;
  const chosen = settledValue(sourceCode, callee.object);
  if (chosen.type !== "ConditionalExpression") return false;
  return [chosen.consequent, chosen.alternate].some((storage) =>
    isWebStorage(originOf(sourceCode, storage)),
  );
}

/** What the file imports or declares under this name, a type perhaps. */
function variableNamed(
  sourceCode: SourceCode,
  name: string,
  at: Node,
): TSESLint.Scope.Variable | undefined {
  let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at);
  for (; scope !== null; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable !== undefined && variable.defs.length > 0) return variable;
  }
  return undefined;
}

/** `chrome.storage.local.set({ … })`, which every person with the extension can read. */
function extensionWriter({ names, path, module, isGlobal }: Callee): Writer | undefined {
  const chain = module === undefined ? names : path;
  const [storage, area] = chain.slice(-3);
  const isArea = area === "local" || area === "sync" || area === "session";
  if (storage !== "storage" || !isArea) return undefined;
  const isExtension = isGlobal && (names[0] === "chrome" || names[0] === "browser");
  return isExtension || module !== undefined ? { store: "browser", from: 0 } : undefined;
}

/** What the file imports, or what something that it imports made. */
function writerOfModule(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  callee: Callee,
): Writer | undefined {
  if (callee.module !== undefined) return writerIn(callee.module, callee.path);
  if (callee.names.length === callee.madeNames) return undefined;
  const method = callee.names.at(-1) ?? "";
  let isStore = false;
  for (const maker of makersOf(sourceCode, call)) {
    // With the cookies of a request it is on a server, which hands them out by other means.
    const [first] = maker.args;
    if (maker.module === "universal-cookie" && first !== undefined && !isNothing(first))
      return undefined;
    if (maker.module === "pouchdb" && isElsewhere(sourceCode, first)) return undefined;
    // What was read from a store is no store.
    if (READS.has(maker.path.at(-1) ?? maker.names.at(-1) ?? "")) return undefined;
    const writer = maker.module === undefined ? undefined : writerIn(maker.module, [method]);
    // A store of a database is told no more which one it is.
    if (writer !== undefined) return isStore && maker.module === "idb" ? IN_STORE : writer;
    isStore ||= GIVES_STORE.has(maker.names.at(-1) ?? "");
  }
  return undefined;
}

const GIVES_STORE: ReadonlySet<string> = new Set(["transaction", "objectStore"]);
const IN_STORE: Writer = { store: "browser", from: 0 };

const READS: ReadonlySet<string> = new Set(["get", "getItem", "getAll", "getMany"]);

const OF_SERVERS = /\benv\b|couch|remote|ur[il]|host|server/i;

/** Is it an address, or called one, as those of servers are: `new PouchDB(process.env.COUCH_URL)`? */
function isElsewhere(sourceCode: SourceCode, node: Node | undefined): boolean {
  const [start] = node === undefined ? [] : staticTextOf(sourceCode, node);
  if (typeof start === "string") return /^https?:/i.test(start);
  return start !== undefined && OF_SERVERS.test(sourceCode.getText(start));
}

/** `private storage: Storage`, a type that the file imports. */
function writerOfType(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  { typeName, names, madeNames }: Callee,
): Writer | undefined {
  if (typeName === undefined || names.length !== madeNames + 1) return undefined;
  const type = variableNamed(sourceCode, typeName, call);
  const module = type && importOf(type)?.module;
  return module === undefined ? undefined : writerIn(module, [names.at(-1) ?? ""]);
}

/** `class Keys extends Dexie`. */
function writerOfSubclass(
  sourceCode: SourceCode,
  { madeBy, names, madeNames }: Callee,
): Writer | undefined {
  const made = madeBy?.call.callee;
  if (made?.type !== "Identifier" || names.length === madeNames) return undefined;
  const definition = variableOf(sourceCode, made)?.defs[0]?.node;
  if (definition?.type !== "ClassDeclaration" || !definition.superClass) return undefined;
  const { module } = originOf(sourceCode, definition.superClass);
  return module === "dexie" ? writerIn(module, [names.at(-1) ?? ""]) : undefined;
}

function writerIn(module: string, path: readonly string[]): Writer | undefined {
  if (!Object.hasOwn(MODULE_WRITERS, module)) return undefined;
  if (module === "react-native" && path[0] !== "AsyncStorage") return undefined;
  return MODULE_WRITERS[module]?.get(path.at(-1) ?? "default");
}

function isNothing(node: Node): boolean {
  if (node.type === "Literal") return node.value === null;
  return node.type === "Identifier" && node.name === "undefined";
}

const HOOK = /^use(?:Local|Session)Storage(?:State)?$/;
/** Of the project's own, in another file. */
const SAYS_STORAGE =
  /^(?:set|save|write|store|put|persist|add)\w*(?:Local|Session)Storage(?:Item)?$/;

function globalWriter({ names, path, isGlobal, module, args }: Callee): Writer | undefined {
  const name = path.at(-1) ?? names.at(-1) ?? "";
  const isElsewhere = isGlobal || module !== undefined;
  if (isElsewhere && names.length === 1) {
    if (HOOK.test(name)) return BROWSER;
    if (SAYS_STORAGE.test(name)) return { store: "browser", from: args.length > 1 ? 1 : 0 };
  }
  if (names[0] === "AsyncStorage" && isElsewhere)
    return MODULE_WRITERS["@react-native-async-storage/async-storage"]?.get(name);
  return isGlobal ? GLOBAL_WRITERS.get(names.join(".")) : undefined;
}

const DATABASE_METHODS: ReadonlySet<string> = new Set(["put", "add"]);

/** IndexedDB by itself and through `idb`, and the cache of service workers. */
function databaseWriter(callee: Callee, method: string): Writer | undefined {
  if (!DATABASE_METHODS.has(method)) return undefined;
  const { typeName, madeBy, names } = callee;
  if (typeName === "IDBObjectStore" || typeName === "IDBPObjectStore")
    return { store: "browser", from: 0 };
  if (typeName === "IDBPDatabase") return BROWSER;
  const maker = madeBy?.callee;
  const made = maker?.names.at(-1);
  if (made === "objectStore" || made === "createObjectStore") return { store: "browser", from: 0 };
  if (maker === undefined || method !== "put" || made !== "open") return undefined;
  const isCache = maker.isGlobal && maker.names.join(".") === "caches.open";
  return isCache && names.length > callee.madeNames ? { store: "browser", from: 0 } : undefined;
}

/** What an assignment keeps in a browser; `undefined` for every other assignment. */
export function storedByAssignment(
  sourceCode: SourceCode,
  { left, right }: TSESTree.AssignmentExpression,
): StorageSink | undefined {
  if (left.type !== "MemberExpression") return undefined;
  const name = propertyName(left);
  const owner = originOf(sourceCode, left.object);
  const text = [...owner.names, name ?? "*"].join(".");
  if (isWebStorage(owner) && name !== "length") {
    return { store: "browser", text, values: [{ value: right, name: left.property }] };
  }
  if (name === "cookie" && isDocument(owner)) {
    return { store: "cookie", text, values: [cookieIn(sourceCode, right)] };
  }
  return name === "value" ? keptByHook(owner, { text, value: right }) : undefined;
}

/** `serialize("a", b)` of the usual package, or the whole text. */
function cookieIn(sourceCode: SourceCode, text: Node): StoredValue {
  const made = settledValue(sourceCode, text);
  if (made.type === "CallExpression" && calleeOf(sourceCode, made).module === "cookie") {
    const [name, value] = made.arguments;
    if (value !== undefined) return { value, name };
  }
  return { value: text, name: undefined };
}

function isDocument({ names, isGlobal }: Origin): boolean {
  const last = names.at(-1);
  if (last === "document") return isGlobal || names.length > 1;
  return last === "contentDocument" || last === "ownerDocument";
}

/** `useCookie("a").value = …` of Nuxt's, and its like for storage. */
function keptByHook(
  { madeBy, names, madeNames }: Origin,
  { text, value }: { readonly text: string; readonly value: Node },
): StorageSink | undefined {
  const hook = madeBy?.callee;
  if (hook === undefined || names.length !== madeNames) return undefined;
  const isElsewhere = hook.isGlobal || hook.module !== undefined;
  const name = hook.path.at(-1) ?? hook.names.at(-1) ?? "";
  const store = name === "useCookie" ? "cookie" : HOOK.test(name) ? "browser" : undefined;
  if (store === undefined || !isElsewhere) return undefined;
  return { store, text, values: [{ value, name: hook.args[0] }] };
}

/** `const [key, setKey] = useLocalStorage("a")`, `const [cookies, setCookie] = useCookies()`. */
function keptBySetter(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  { args, isGlobal, module }: Callee,
): StorageSink | undefined {
  if (isGlobal || module !== undefined || call.callee.type !== "Identifier") return undefined;
  const setter = call.callee;
  const declarator = variableOf(sourceCode, setter)?.defs[0]?.node;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ArrayPattern")
    return undefined;
  const [, second] = declarator.id.elements;
  const isSecond = second?.type === "Identifier" && second.name === setter.name;
  const made = declarator.init === null ? undefined : bare(declarator.init);
  if (!isSecond || made?.type !== "CallExpression") return undefined;
  const hook = calleeOf(sourceCode, made);
  const [value, ...more] = args;
  if (value === undefined) return undefined;
  if (hook.module === "react-cookie") {
    const [kept] = more;
    return kept && { store: "cookie", text: setter.name, values: [{ value: kept, name: value }] };
  }
  const isElsewhere = hook.isGlobal || hook.module !== undefined;
  if (!isElsewhere || !HOOK.test(hook.path.at(-1) ?? hook.names.at(-1) ?? "")) return undefined;
  return { store: "browser", text: setter.name, values: [{ value, name: hook.args[0] }] };
}

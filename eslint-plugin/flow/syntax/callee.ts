import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, importOf, literalText, propertyName, variableOf } from "./binding.ts";
import { fieldInFamily } from "./inherited-fields.ts";

type SourceCode = TSESLint.SourceCode;
type Variable = TSESLint.Scope.Variable;
export type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** What an expression like `logger.info` names, followed through aliases to where it begins. */
export interface Origin {
  /**
   * From the root: `["console", "log"]`, `["this", "http", "get"]`. `"()"` stands for a call or `new` in place, `"*"` for
   * what has no name. Aliases of members are followed: `const log = console.log` is `["console", "log"]`. Of a global's
   * members `globalThis.`, `window.` and the like are left out.
   */
  readonly names: readonly string[];
  /** Nobody in this file declares the root. */
  readonly isGlobal: boolean;
  /** The imported module that it comes from, without `node:` and the like; `undefined` for what is made in this file. */
  readonly module: string | undefined;
  /** Its name inside that module: `["get"]` for `import axios from "axios"; axios.get`, `[]` for the module itself. */
  readonly path: readonly string[];
  /** What was called to make the root, or to make the field of `this`. */
  readonly madeBy: MadeBy | undefined;
  /** How many of the names belong to what was made: 1 for a variable, 2 for `this.field`. The others come after it. */
  readonly madeNames: number;
  /** The name of the type that the root, or the field of `this`, is declared with. */
  readonly typeName: string | undefined;
}

interface MadeBy {
  readonly call: Call;
  readonly callee: Callee;
}

/** What is called, and with what. */
export interface Callee extends Origin {
  readonly isNew: boolean;
  /** The arguments as the function sees them, `.call` and `.apply` seen through. */
  readonly args: readonly TSESTree.Node[];
}

/** Longer roads through aliases and builders are not worth their time. */
const FURTHEST = 8;

const NOWHERE: Origin = {
  names: ["*"],
  isGlobal: false,
  module: undefined,
  path: [],
  madeBy: undefined,
  madeNames: 1,
  typeName: undefined,
};

const IN_PLACE: Origin = { ...NOWHERE, names: ["()"] };

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "self", "global"]);

const known = new WeakMap<Call, Callee>();

/** What a call or `new` calls. Every rule asks, so the answer is kept. */
export function calleeOf(sourceCode: SourceCode, call: Call): Callee {
  let callee = known.get(call);
  if (callee === undefined) {
    callee = readCallee(sourceCode, call, FURTHEST);
    known.set(call, callee);
  }
  return callee;
}

/** What any expression names. */
export function originOf(sourceCode: SourceCode, expression: TSESTree.Node): Origin {
  return readOrigin(sourceCode, expression, FURTHEST);
}

function readCallee(sourceCode: SourceCode, call: Call, furthest: number): Callee {
  const isNew = call.type === "NewExpression";
  const through = isNew ? undefined : calledThrough(sourceCode, call);
  return {
    ...readOrigin(sourceCode, through?.callee ?? call.callee, furthest),
    isNew,
    args: through?.args ?? call.arguments,
  };
}

/** `console.log.call(console, a)` and `.apply(console, [a])` call `console.log`; a method that happens to be called so does not. */
function calledThrough(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
): { readonly callee: TSESTree.Node; readonly args: readonly TSESTree.Node[] } | undefined {
  const member = bare(call.callee);
  if (member.type !== "MemberExpression") return undefined;
  const how = propertyName(member);
  const [receiver, ...args] = call.arguments;
  if ((how !== "call" && how !== "apply") || receiver === undefined) return undefined;
  if (!isReceiver(sourceCode, receiver, bare(member.object))) return undefined;
  if (how === "call") return { callee: member.object, args };
  const [list] = args;
  const listed = list === undefined ? undefined : bare(list);
  if (listed?.type !== "ArrayExpression") return { callee: member.object, args: [] };
  return { callee: member.object, args: listed.elements.filter((element) => element !== null) };
}

function isReceiver(
  sourceCode: SourceCode,
  receiver: TSESTree.Node,
  called: TSESTree.Node,
): boolean {
  if (receiver.type === "ThisExpression") return called.type === "Identifier";
  if (receiver.type === "Literal") return receiver.value === null;
  if (receiver.type === "Identifier" && receiver.name === "undefined") return true;
  const text = called.type === "MemberExpression" ? sourceCode.getText(called.object) : undefined;
  return text !== undefined && text === sourceCode.getText(receiver);
}

function readOrigin(sourceCode: SourceCode, expression: TSESTree.Node, furthest: number): Origin {
  // Members are peeled off in a loop, because generated code has very long chains of them.
  const members: string[] = [];
  let root = seenThrough(expression);
  for (; root.type === "MemberExpression"; root = seenThrough(root.object)) {
    members.push(propertyName(root) ?? "*");
  }
  members.reverse();
  const [field, ...ofField] = members;
  if (root.type === "ThisExpression") {
    if (field === undefined) return { ...NOWHERE, names: ["this"] };
    return withMembers(thisOrigin(sourceCode, { self: root, name: field }, furthest), ofField);
  }
  return withMembers(rootOrigin(sourceCode, root, furthest), members);
}

/** `(0, axios.get)` as compilers write it, `a = b`, `a ?? b`: what names the thing most likely. */
function seenThrough(expression: TSESTree.Node): TSESTree.Node {
  let node = bare(expression);
  for (;;) {
    let inner: TSESTree.Node | undefined;
    if (node.type === "SequenceExpression") inner = node.expressions.at(-1);
    else if (node.type === "AssignmentExpression") inner = node.right;
    else if (node.type === "LogicalExpression") inner = node.left;
    if (inner === undefined) return node;
    node = bare(inner);
  }
}

function withMembers(origin: Origin, members: readonly string[]): Origin {
  if (members.length === 0) return origin;
  const names = [...origin.names, ...members];
  const [first = ""] = names;
  return {
    ...origin,
    names: origin.isGlobal && GLOBAL_OBJECTS.has(first) ? names.slice(1) : names,
    path: origin.module === undefined ? [] : canonicalPath([...origin.path, ...members]),
  };
}

/** A module, its default export and its namespace are one thing to whoever imports it. */
function canonicalPath(path: readonly string[]): readonly string[] {
  return path.filter((name) => name !== "default");
}

function rootOrigin(sourceCode: SourceCode, root: TSESTree.Node, furthest: number): Origin {
  switch (root.type) {
    case "Identifier":
      return nameOrigin(sourceCode, root, furthest);
    case "CallExpression":
    case "NewExpression":
    case "ImportExpression":
      return madeOrigin(sourceCode, root, { furthest, named: IN_PLACE }) ?? NOWHERE;
    case "Super":
      return { ...NOWHERE, names: ["super"] };
    default:
      return NOWHERE;
  }
}

function nameOrigin(sourceCode: SourceCode, name: TSESTree.Identifier, furthest: number): Origin {
  const variable = variableOf(sourceCode, name);
  const named: Origin = { ...NOWHERE, names: [name.name] };
  if (variable === undefined) return { ...named, isGlobal: true };
  const imported = importedAs(variable);
  if (imported !== undefined) return { ...named, ...imported };
  const typed: Origin = { ...named, typeName: declaredType(variable) };
  if (furthest <= 0) return typed;
  const constant = constantOf(variable);
  if (constant !== undefined) {
    return valueOrigin(sourceCode, constant, { furthest, named: typed });
  }
  return destructured(sourceCode, variable, furthest) ?? typed;
}

function importedAs(variable: Variable): Pick<Origin, "module" | "path"> | undefined {
  const imported = importOf(variable);
  if (imported !== undefined) {
    const path = imported.name === "*" ? [] : canonicalPath([imported.name]);
    return { module: moduleName(imported.module), path };
  }
  for (const { node } of variable.defs) {
    if (node.type !== "TSImportEqualsDeclaration") continue;
    const { moduleReference: from } = node;
    const module =
      from.type === "TSExternalModuleReference" ? literalText(from.expression) : undefined;
    if (module !== undefined) return { module: moduleName(module), path: [] };
  }
  return undefined;
}

/** `node:https` and `https` are one module, as are `npm:axios@1` and `axios`. */
function moduleName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier.slice("node:".length);
  if (!specifier.startsWith("npm:")) return specifier;
  return specifier.slice("npm:".length).replace(/(?<=.)@.*$/, "");
}

interface Making {
  readonly furthest: number;
  /** What the file calls the thing that is made, and what else is known of it. */
  readonly named: Origin;
}

/** What a variable is that holds this value: another name for a member, or something made by a call. */
function valueOrigin(sourceCode: SourceCode, value: TSESTree.Node, making: Making): Origin {
  const node = seenThrough(value);
  if (node.type === "ThisExpression") return { ...making.named, names: ["this"] };
  if (node.type === "MemberExpression" || node.type === "Identifier") {
    const alias = readOrigin(sourceCode, node, making.furthest - 1);
    return { ...alias, typeName: making.named.typeName ?? alias.typeName };
  }
  return madeOrigin(sourceCode, node, making) ?? making.named;
}

function madeOrigin(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  { furthest, named }: Making,
): Origin | undefined {
  const module = loadedModule(node);
  if (module !== undefined) return { ...named, module: moduleName(module) };
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return undefined;
  const bound = boundFunction(node);
  if (bound !== undefined) return readOrigin(sourceCode, bound, furthest - 1);
  if (furthest <= 0) return named;
  // Never what is already known: how far it was followed would depend on the order of the questions.
  const callee = readCallee(sourceCode, node, furthest - 1);
  return { ...named, madeBy: { call: node, callee }, madeNames: named.names.length };
}

/** The module of `require("…")` or `import("…")` in place. */
function loadedModule(node: TSESTree.Node): string | undefined {
  const isRequire =
    node.type === "CallExpression" &&
    node.callee.type === "Identifier" &&
    node.callee.name === "require";
  const source =
    node.type === "ImportExpression" ? node.source : isRequire ? node.arguments[0] : undefined;
  return literalText(source);
}

function boundFunction(node: Call): TSESTree.Node | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const bound = bare(node.callee.object);
  const isBind = propertyName(node.callee) === "bind" && node.arguments.length === 1;
  return isBind && bound.type !== "CallExpression" ? bound : undefined;
}

/** `const { log: print } = console` makes `print` another name for `console.log`. */
function destructured(
  sourceCode: SourceCode,
  variable: Variable,
  furthest: number,
): Origin | undefined {
  const [definition, ...more] = variable.defs;
  const declarator = definition?.node;
  if (more.length > 0 || declarator?.type !== "VariableDeclarator") return undefined;
  if (declarator.id.type !== "ObjectPattern" || declarator.init === null) return undefined;
  // Its default counts as a write, too, and as one where it is declared.
  if (variable.references.some((reference) => reference.isWrite() && reference.init !== true))
    return undefined;
  const path = pathInPattern(declarator.id, variable.name);
  if (path === undefined) return undefined;
  return withMembers(readOrigin(sourceCode, declarator.init, furthest - 1), path);
}

function pathInPattern(
  pattern: TSESTree.ObjectPattern,
  name: string,
): readonly string[] | undefined {
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    const { value } = property;
    const target = value.type === "AssignmentPattern" ? value.left : value;
    const key = propertyName(property) ?? "*";
    if (target.type === "Identifier" && target.name === name) return [key];
    if (target.type !== "ObjectPattern") continue;
    const deeper = pathInPattern(target, name);
    if (deeper !== undefined) return [key, ...deeper];
  }
  return undefined;
}

function thisOrigin(
  sourceCode: SourceCode,
  field: { readonly self: TSESTree.ThisExpression; readonly name: string },
  furthest: number,
): Origin {
  const found = fieldInFamily(sourceCode, field.self, field.name);
  const typeName = typeNameOf(found?.type);
  const named: Origin = { ...NOWHERE, names: ["this", field.name], madeNames: 2, typeName };
  if (found?.value === undefined || furthest <= 0) return named;
  const value = valueOrigin(sourceCode, found.value, { furthest, named });
  // The field's own name says more than that of the parameter it was set from.
  const isKnown = value.isGlobal || value.module !== undefined || value.madeBy !== undefined;
  return isKnown ? value : { ...named, typeName: typeName ?? value.typeName };
}

function declaredType(variable: Variable): string | undefined {
  const [definition] = variable.defs;
  const name = definition?.name;
  return name?.type === "Identifier" ? typeNameOf(name.typeAnnotation) : undefined;
}

/** `HttpClient` of `: HttpClient`, `: http.HttpClient<T>` and `: HttpClient | undefined`. */
function typeNameOf(annotation: TSESTree.TSTypeAnnotation | undefined): string | undefined {
  const type = annotation?.typeAnnotation;
  const candidates = type?.type === "TSUnionType" ? type.types : type === undefined ? [] : [type];
  for (const candidate of candidates) {
    if (candidate.type !== "TSTypeReference") continue;
    const { typeName } = candidate;
    if (typeName.type === "Identifier") return typeName.name;
    if (typeName.type === "TSQualifiedName") return typeName.right.name;
  }
  return undefined;
}

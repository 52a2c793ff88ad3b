import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findKeys } from "../../src/key/find-keys.ts";
import { KEY_LENGTH } from "../../src/key/shape.ts";
import {
  bare,
  constantOf,
  importOf,
  propertyName,
  variableOf,
  type Imported,
} from "../flow/syntax/binding.ts";
import { publicPrefixOf, wordsOf } from "../flow/evidence/key-names.ts";
import type { Names } from "../flow/evidence/names.ts";
import { pathInPattern } from "../flow/syntax/pattern-path.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { keyOfPage } from "./page-keys.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** Where a file gets a key from by itself, rather than from a person who types it. */
export interface KeySource {
  readonly node: Node;
  /** For a message, in which `tell` hides keys. */
  readonly text: string;
  /** What its name was given, where it is read by another one. */
  readonly behind?: Node;
}

interface Reading {
  readonly sourceCode: SourceCode;
  readonly names: Names;
}

/** `process.env.PLEO_API_KEY`, `config.pleo.apiKey` of an imported `config`. */
export function keyOfMember(
  reading: Reading,
  member: TSESTree.MemberExpression,
): KeySource | undefined {
  const name = propertyName(member);
  if (name === undefined || isOnlyAskedFor(member)) return undefined;
  const environment = environmentName(reading.sourceCode, member.object);
  if (environment !== undefined) {
    return reading.names.isKey(["env", name])
      ? { node: member, text: `\`${environment}.${name}\`` }
      : undefined;
  }
  return keyOfSettings(reading, member) ?? keyInPage(reading, member, name);
}

function keyInPage(
  reading: Reading,
  member: TSESTree.MemberExpression,
  name: string,
): KeySource | undefined {
  const { parent } = member;
  if (parent.type === "AssignmentExpression" && parent.left === member) return undefined;
  const text = keyOfPage(reading, member.object, name);
  return text === undefined ? undefined : { node: member, text: `\`${text}\`` };
}

/** `if (!key)`, `Boolean(key)`, `key ? a : b`, `key !== ""`, `delete key`: nothing of it goes on from there. */
function isOnlyAskedFor(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  switch (parent.type) {
    case "UnaryExpression":
      return true;
    case "IfStatement":
    case "ConditionalExpression":
      return parent.test === member;
    case "LogicalExpression":
      return parent.operator === "&&" && parent.left === member;
    case "BinaryExpression":
      return parent.operator !== "+";
    case "CallExpression":
      return parent.callee.type === "Identifier" && parent.callee.name === "Boolean";
    default:
      return false;
  }
}

/** How the environment is called; `undefined` for everything else. */
function environmentName(sourceCode: SourceCode, node: Node): string | undefined {
  const inner = behindName(sourceCode, bare(node));
  if (inner.type !== "MemberExpression" || propertyName(inner) !== "env") return undefined;
  const owner = bare(inner.object);
  if (owner.type === "MetaProperty") return "import.meta.env";
  if (owner.type !== "Identifier" || owner.name !== "process") return undefined;
  return variableOf(sourceCode, owner) === undefined ? "process.env" : undefined;
}

/** `const env = import.meta.env` is another name for it. */
function behindName(sourceCode: SourceCode, node: Node): Node {
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  const constant = variable === undefined ? undefined : constantOf(variable);
  return constant === undefined ? node : bare(constant);
}

const HOLDS_SETTINGS: ReadonlySet<string> = wordSet(
  "env environment config cfg settings secrets credentials creds constants",
);

/** Modules that give out what was put into an app when it was built. */
const SETTINGS_OF_APPS: ReadonlySet<string> = wordSet("expo-constants react-native-config");

/** A name that is a key by the names that lead to it, in an object of settings from another file. */
function keyOfSettings(
  { sourceCode, names }: Reading,
  member: TSESTree.MemberExpression,
): KeySource | undefined {
  const chain: string[] = [];
  let root: Node = member;
  for (; root.type === "MemberExpression"; root = bare(root.object)) {
    const name = propertyName(root);
    if (name === undefined || chain.length > 8) return undefined;
    chain.unshift(name);
  }
  if (root.type !== "Identifier") return undefined;
  const own = root;
  root = importedBehind(sourceCode, root, chain);
  const mayBeSettings = HOLDS_SETTINGS.has(wordsOf(root.name).at(-1) ?? "");
  const mayBeModule = chain.includes("extra") || chain.length === 1;
  if (!mayBeSettings && !mayBeModule) return undefined;
  const variable = variableOf(sourceCode, root);
  const imported = variable && importOf(variable);
  if (imported === undefined || chain.some((name) => publicPrefixOf(name) !== undefined)) {
    return undefined;
  }
  const isSettings = mayBeSettings || SETTINGS_OF_APPS.has(imported.module);
  // Longer chains are asked for by themselves.
  const isKey =
    names.isKey([root.name, ...chain]) && !names.isKey([root.name, ...chain.slice(0, -1)]);
  if (!isSettings || !isKey) return undefined;
  const source: KeySource = { node: member, text: `\`${[root.name, ...chain].join(".")}\`` };
  return root === own ? source : { ...source, behind: root };
}

/** Roads from one name to the next are shorter. */
const FURTHEST = 4;

/** The name that stands behind `const extra = Constants.expoConfig?.extra`; what is read of it is added to the chain. */
function importedBehind(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  chain: string[],
): TSESTree.Identifier {
  let root = name;
  for (let left = FURTHEST; left > 0; left--) {
    const variable = variableOf(sourceCode, root);
    const declarator = variable?.defs[0]?.node;
    if (variable === undefined || declarator?.type !== "VariableDeclarator") return root;
    if (declarator.init === null || declarator.parent.kind !== "const") return root;
    const inside = pathInPattern(declarator.id, variable.name);
    if (inside === undefined) return root;
    const names = [...inside];
    let made = withoutDefault(declarator.init);
    for (made = bare(made); made.type === "MemberExpression"; made = bare(made.object)) {
      names.unshift(propertyName(made) ?? "*");
    }
    if (made.type !== "Identifier") return root;
    chain.unshift(...names);
    root = made;
  }
  return root;
}

/** `const { PLEO_API_KEY } = process.env`. */
export function keysOfPattern(
  reading: Reading,
  { id, init }: TSESTree.VariableDeclarator,
): readonly KeySource[] {
  if (id.type !== "ObjectPattern" || init === null) return [];
  const holder = withoutDefault(init);
  const environment = environmentName(reading.sourceCode, holder);
  return id.properties.flatMap((property) => {
    const name = property.type === "Property" ? propertyName(property) : undefined;
    if (name === undefined) return [];
    const ofEnvironment = reading.names.isKey(["env", name]) ? environment : undefined;
    const text =
      ofEnvironment === undefined ? keyOfPage(reading, holder, name) : `${ofEnvironment}.${name}`;
    return text === undefined ? [] : [{ node: property, text: `\`${text}\`` }];
  });
}

/** `process.env` in `process.env`: the object itself, whatever stands around it. */
function withoutDefault(init: TSESTree.Expression): Node {
  const inner = bare(init);
  return inner.type === "LogicalExpression" ? inner.left : inner;
}

/** A key as it is, in a string or a template. */
export function keyInText(node: Node, text: string | null | undefined): KeySource | undefined {
  if (typeof text !== "string" || text.length < KEY_LENGTH.min) return undefined;
  return findKeys(text).length > 0 ? { node, text: "a literal" } : undefined;
}

/** Modules that hold values for programs, rather than what people see or type. */
const MODULE_WORDS: ReadonlySet<string> = new Set(
  "config env environment secret secrets key keys credentials creds constants settings pleo".split(
    " ",
  ),
);
const ASSET = /\.(?:svg|png|jpe?g|gif|webp|mdx?|css|scss|less|html|txt\?raw|vue|svelte)$/;

/** `import { PLEO_API_KEY } from "./config"`. */
export function keyOfImport(
  { sourceCode, names }: Reading,
  specifier: TSESTree.ImportClause,
): KeySource | undefined {
  const variable = variableOf(sourceCode, specifier.local);
  const imported = variable && importOf(variable);
  if (variable === undefined || imported === undefined || isOfTypes(specifier)) return undefined;
  const name = imported.name === "default" ? variable.name : imported.name;
  if (imported.name === "*" || publicPrefixOf(name) !== undefined) return undefined;
  if (!names.isKey([name]) || !holdsValue(name, imported)) return undefined;
  const isUsed = variable.references.some(({ identifier }) => isUsedAsValue(identifier));
  return isUsed ? { node: specifier, text: `\`${name}\` of \`${imported.module}\`` } : undefined;
}

function isOfTypes(specifier: TSESTree.ImportClause): boolean {
  if (specifier.type === "ImportSpecifier" && specifier.importKind === "type") return true;
  const { parent } = specifier;
  return parent.type === "ImportDeclaration" && parent.importKind === "type";
}

/** Types and components begin with a capital; stores and schemas are called like what they hold. */
function holdsValue(name: string, { module }: Imported): boolean {
  if (ASSET.test(module)) return false;
  if (/^[A-Z0-9_]+$/.test(name)) return true;
  const file = module.split("/").at(-1) ?? "";
  return !/^[A-Z]/.test(name) && wordsOf(file).some((word) => MODULE_WORDS.has(word));
}

const BY_NAME: ReadonlySet<string> = new Set(
  "get set has delete getItem setItem removeItem register watch t getValues setValue append".split(
    " ",
  ),
);

/** Not as the name of something, as in `values[PLEO_API_KEY]` or `storage.getItem(PLEO_API_KEY)`. */
function isUsedAsValue(identifier: Variable["references"][number]["identifier"]): boolean {
  const { parent } = identifier;
  switch (parent.type) {
    case "MemberExpression":
      return !(parent.computed && parent.property === identifier);
    case "Property":
      return !(parent.computed && parent.key === identifier);
    case "CallExpression": {
      if (parent.callee === identifier) return false;
      const { callee } = parent;
      const name = callee.type === "MemberExpression" ? propertyName(callee) : undefined;
      return parent.arguments[0] !== identifier || !BY_NAME.has(name ?? "");
    }
    case "TSTypeQuery":
    case "JSXOpeningElement":
    case "JSXClosingElement":
    case "ExportSpecifier":
      return parent.type === "ExportSpecifier";
    default:
      return true;
  }
}

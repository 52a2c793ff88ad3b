import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, constantOf, lastNameOf, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { wordsOf } from "../flow/evidence/key-names.ts";
import { contains, isFunction, type FunctionNode } from "../flow/syntax/place.ts";
import { visit } from "../flow/syntax/visit.ts";
import { wordSet } from "../flow/evidence/word-set.ts";
import { chainOf } from "../sinks/places.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;

/** Nobody calls anything so who has only one. */
const SURE = wordSet("tenant subscriber");
/** One company has many of these, too: only with a company of its own it is a tenant. */
const LIKELY = wordSet("installation customer account client workspace merchant connection");
const IDS = wordSet("id uuid slug key name record row context ctx config settings");

/** What a file must say somewhere for any tenant to be in it. */
export const MAY_HAVE_TENANTS =
  /tenant|subscriber|installation|customer|account|client|workspace|merchant|connection/i;

/** A name that means one of several: `tenant`, `tenantId`, `currentTenant`. */
function meansOne(name: string, kinds: ReadonlySet<string>): boolean {
  const words = wordsOf(name);
  const last = words.at(-1) ?? "";
  if (kinds.has(last)) return true;
  return IDS.has(last) && kinds.has(words.at(-2) ?? "");
}

/** Does it surely mean one of several, as what else asks who is served next would be called? */
export function isNameOfTenant(name: string): boolean {
  return meansOne(name, SURE) || (meansOne(name, LIKELY) && !/client|connection/i.test(name));
}

/** A name that means all of them: `tenants`, `customersById`. */
function meansAll(name: string, kinds: ReadonlySet<string>): boolean {
  return wordsOf(name).some((word) => word.endsWith("s") && kinds.has(word.slice(0, -1)));
}

/**
 * The name that shows that the code around a place serves one of several tenants; `undefined` where nothing shows it.
 * Looked for in each function around it, and not in the functions beside it.
 */
export function tenantAround(sourceCode: SourceCode, use: Node): string | undefined {
  for (let outer: Node | undefined = use.parent; outer; outer = outer.parent) {
    if (!isFunction(outer) && outer.type !== "ForOfStatement") continue;
    const name = tenantIn(sourceCode, outer, use);
    if (name !== undefined) return name;
  }
  return undefined;
}

type Around = FunctionNode | TSESTree.ForOfStatement;

function tenantIn(sourceCode: SourceCode, around: Around, use: Node): string | undefined {
  const signs = signsOf(sourceCode, around);
  return signs.sure ?? signs.likely.find((name) => hasCompanyOfItsOwn(sourceCode, name, use));
}

interface Signs {
  readonly sure: string | undefined;
  /** Names of what is a tenant if it has a company of its own. */
  readonly likely: readonly string[];
}

const known = new WeakMap<Around, Signs>();

function signsOf(sourceCode: SourceCode, around: Around): Signs {
  let signs = known.get(around);
  if (signs === undefined) {
    signs = readSigns(sourceCode, around);
    known.set(around, signs);
  }
  return signs;
}

function readSigns(sourceCode: SourceCode, around: Around): Signs {
  let sure: string | undefined;
  const likely = new Set<string>();
  visit([around], sourceCode.visitorKeys, (node) => {
    if (node !== around && isFunction(node)) return false;
    const name = nameOfOne(sourceCode, node);
    if (name !== undefined) {
      if (meansOne(name, SURE)) sure ??= name;
      else if (meansOne(name, LIKELY)) likely.add(name);
    }
    sure ??= takenFromAll(node);
    return true;
  });
  return { sure, likely: [...likely] };
}

/** What a parameter, a variable or a member here is called. A name of the configuration's is one for all. */
function nameOfOne(sourceCode: SourceCode, node: Node): string | undefined {
  if (node.type === "MemberExpression") {
    const { root, links } = chainOf(node);
    const names = [root.type === "Identifier" ? root.name : "", ...links.map(({ name }) => name)];
    if (names.some((name) => CONFIGURATION.test(name))) return undefined;
    return propertyName(node);
  }
  if (node.type === "CallExpression") return nameRead(node);
  if (node.type !== "Identifier") return undefined;
  const [definition] = sourceCode.getScope(node).set.get(node.name)?.defs ?? [];
  if (definition?.name !== node) return undefined;
  if (isFunction(definition.node)) return node.name;
  if (definition.node.type !== "VariableDeclarator") return undefined;
  const { init } = definition.node;
  return init !== null && isConfigured(init) ? undefined : node.name;
}

const READS = wordSet("param params query header get");

/** `c.req.param("tenantId")`, `c.get("tenant")`. */
function nameRead({ callee, arguments: [name] }: TSESTree.CallExpression): string | undefined {
  if (name?.type !== "Literal" || typeof name.value !== "string") return undefined;
  if (callee.type !== "MemberExpression" || !READS.has(propertyName(callee) ?? ""))
    return undefined;
  // A path of a route is no name.
  return isConfigured(callee) || !/^[\w-]+$/.test(name.value) ? undefined : name.value;
}

const CONFIGURATION = /^(?:env|config|cfg|settings|constants|[A-Z][A-Z0-9_]+)$/;

/** `const tenantId = process.env.AZURE_TENANT_ID`, a literal. */
function isConfigured(init: Node): boolean {
  let value = bare(init);
  while (value.type === "LogicalExpression") value = bare(value.left);
  if (value.type === "Literal") return true;
  // What is looked up by something is one of many, wherever it is kept.
  const [wanted] = value.type === "CallExpression" ? value.arguments : [];
  if (wanted !== undefined && wanted.type !== "Literal") return false;
  const { root, links } = chainOf(value);
  const names = [root.type === "Identifier" ? root.name : "", ...links.map(({ name }) => name)];
  return names.some((name) => CONFIGURATION.test(name));
}

const TAKES = wordSet("get find findOne findById findByPk findUnique findFirst at");

/** `tenants.get(id)`, `tenants[id]`. */
function takenFromAll(node: Node): string | undefined {
  if (node.type !== "MemberExpression") return undefined;
  const name = lastNameOf(node.object) ?? "";
  if (!meansAll(name, SURE) || wordsOf(name).includes("keys")) return undefined;
  const isTaken = node.computed || TAKES.has(propertyName(node) ?? "");
  return isTaken ? name : undefined;
}

const COMPANY = /compan/i;

/** Is the company that is asked about that customer's: `customer.companyId`, or of what was found by `customerId`? */
function hasCompanyOfItsOwn(sourceCode: SourceCode, name: string, use: Node): boolean {
  const call = statementAround(use);
  return partsOf(sourceCode, call).some((part) => isCompanyOf(part, name));
}

/** `customer.pleoCompanyId`, `const { companyId } = await customers.findById(customerId)`. */
function isCompanyOf(node: Node, name: string): boolean {
  if (node.type === "MemberExpression") {
    return COMPANY.test(propertyName(node) ?? "") && lastNameOf(node.object) === name;
  }
  if (node.type !== "VariableDeclarator" || node.init === null) return false;
  if (node.id.type !== "ObjectPattern") return false;
  const takesCompany = node.id.properties.some(
    (property) => property.type === "Property" && COMPANY.test(propertyName(property) ?? ""),
  );
  if (!takesCompany) return false;
  const made = bare(node.init);
  if (made.type === "Identifier") return made.name === name;
  if (made.type !== "CallExpression") return false;
  return made.arguments.some((argument) => lastNameOf(argument) === name);
}

function statementAround(use: Node): Node {
  let node = use;
  while (node.parent !== undefined && !/Statement$|^VariableDeclaration$/.test(node.type)) {
    node = node.parent;
  }
  return node;
}

/** Constants of constants end somewhere. */
const MOST_PARTS = 400;

/** Everything in a statement, and in the constants that it names. */
function partsOf(sourceCode: SourceCode, statement: Node): readonly Node[] {
  const parts: Node[] = [];
  const pending: Node[] = [statement];
  const seen = new Set<Node>(pending);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    visit([next], sourceCode.visitorKeys, (node) => {
      if (parts.length >= MOST_PARTS) return false;
      parts.push(node);
      const declarator = node.type === "Identifier" ? declaratorOf(sourceCode, node) : undefined;
      if (declarator !== undefined && !seen.has(declarator) && !contains(statement, declarator)) {
        seen.add(declarator);
        pending.push(declarator);
      }
      return true;
    });
  }
  return parts;
}

function declaratorOf(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
): TSESTree.VariableDeclarator | undefined {
  const variable = variableOf(sourceCode, name);
  const [definition] = variable?.defs ?? [];
  if (variable === undefined || definition?.node.type !== "VariableDeclarator") return undefined;
  const { id } = definition.node;
  return id.type === "ObjectPattern" || constantOf(variable) !== undefined
    ? definition.node
    : undefined;
}

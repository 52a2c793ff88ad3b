import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf, propertyName } from "../flow/binding.ts";
import type { Call } from "../flow/callee.ts";
import type { Reading } from "../flow/raw-key.ts";
import { functionAround } from "../flow/place.ts";
import { requestOf } from "../flow/request.ts";
import { chainOf } from "../sinks/places.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** A place at which a key is used that is the same for the whole program. */
export interface SharedUse {
  readonly node: Node;
  /** What is shared, as the file calls it. */
  readonly name: string;
}

/** The uses of what is declared at the top of the file and is a key, holds one, or was made with one. */
export function usesOfShared(reading: Reading): readonly SharedUse[] {
  const variables = topVariables(reading.sourceCode);
  return variables.flatMap((variable) => usesOf(reading, variable));
}

function topVariables({ scopeManager, ast }: SourceCode): readonly Variable[] {
  const scopes = scopeManager?.scopes ?? [];
  return scopes.filter(({ block }) => block === ast).flatMap(({ variables }) => variables);
}

function usesOf(reading: Reading, variable: Variable): readonly SharedUse[] {
  const { name, references } = variable;
  const reads = references.filter(
    (reference) => reference.isRead() && functionAround(reference.identifier) !== undefined,
  );
  const [first] = reads;
  if (first === undefined) return [];
  const isClient = madeWithKey(reading, variable);
  const uses = reads.flatMap(({ identifier }) => {
    if (identifier.type !== "Identifier") return [];
    const isUse = isClient ? isAsked(identifier) : isSentKey(reading, identifier);
    return isUse ? [{ node: identifier, name }] : [];
  });
  return uses;
}

const MAKES =
  /^(?:create|extend|defaults|make|build|connect|init|new|instance)|client|pleo|sdk|api$/i;

/** `new PleoClient(key)`, `axios.create({ auth: … })`: a client that was made with a key. */
function madeWithKey({ flow }: Reading, { defs }: Variable): boolean {
  const [definition] = defs;
  if (definition?.node.type !== "VariableDeclarator" || definition.node.init === null) return false;
  const { id, init } = definition.node;
  const made = bare(init);
  if (id.type !== "Identifier") return false;
  if (made.type !== "CallExpression" && made.type !== "NewExpression") return false;
  if (made.type === "CallExpression" && !MAKES.test(lastNameOf(made.callee) ?? "")) return false;
  return made.arguments.some((argument) => flow.keysIn(argument).length > 0);
}

/** `client.vendors(…)`, `client(…)`: something is asked of it. */
function isAsked(client: TSESTree.Identifier): boolean {
  let node: Node = client;
  while (node.parent.type === "MemberExpression" && node.parent.object === node) {
    node = node.parent;
  }
  const { parent } = node;
  return parent.type === "CallExpression" && parent.callee === node;
}

/** Is this name, or the member of it that is read, a key that ends up in a request? */
function isSentKey({ sourceCode, flow }: Reading, name: TSESTree.Identifier): boolean {
  let node: Node = name;
  while (node.parent.type === "MemberExpression" && node.parent.object === node) {
    // One of many, by a name that only the running program knows.
    if (node.parent.computed && propertyName(node.parent) === undefined) return false;
    node = node.parent;
  }
  if (node.parent.type === "CallExpression" && node.parent.callee === node) return false;
  return isSent(sourceCode, node) && flow.keysIn(node).length > 0;
}

/** `process.env.PLEO_API_KEY`, which is one for the whole program, where it is used. */
export function isSharedMember(
  { sourceCode, flow }: Reading,
  member: TSESTree.MemberExpression,
): boolean {
  if (propertyName(member) === undefined || functionAround(member) === undefined) return false;
  const { root, links } = chainOf(member);
  const isEnvironment =
    (root.type === "Identifier" && root.name === "process" && links[0]?.name === "env") ||
    root.type === "MetaProperty";
  // The whole environment is no key, and a variable of a name that is made up is one of many.
  if (!isEnvironment || links.length < 2 || links.some(({ name }) => name === "*")) return false;
  return isSent(sourceCode, member) && flow.keysIn(member).length > 0;
}

/** A key is more than a part of these. */
const STOPS: ReadonlySet<string> = new Set<`${Node["type"]}`>([
  "UnaryExpression",
  "IfStatement",
  "AssignmentPattern",
  "ThrowStatement",
]);

/** Roads from one constant to the next are shorter. */
const FURTHEST = 3;
/** What is used more often is sent at one of the first places, or at none. */
const MOST_REFERENCES = 20;

/** Does it end up in a request, or in a client that is made? */
function isSent(sourceCode: SourceCode, from: Node, furthest = FURTHEST): boolean {
  let node = from;
  for (let { parent } = node; parent; { parent } = node) {
    if (STOPS.has(parent.type) || parent.type.startsWith("Function")) return false;
    if (parent.type === "ArrowFunctionExpression") return false;
    if (parent.type === "BinaryExpression" && parent.operator !== "+") return false;
    // What stands on the left may be the tenant's own.
    if (parent.type === "LogicalExpression" && parent.right === node) return false;
    if (parent.type === "ConditionalExpression") return false;
    if (parent.type === "CallExpression" || parent.type === "NewExpression") {
      if (isSender(sourceCode, parent)) return true;
    }
    if (parent.type === "VariableDeclarator") {
      return furthest > 0 && parent.init === node && isSentOn(sourceCode, parent, furthest - 1);
    }
    node = parent;
  }
  return false;
}

function isSentOn(
  sourceCode: SourceCode,
  declarator: TSESTree.VariableDeclarator,
  furthest: number,
): boolean {
  const variables = sourceCode.scopeManager?.getDeclaredVariables(declarator) ?? [];
  return variables.some(
    (variable) =>
      // Written again, it may be the tenant's own.
      writesOf(variable) === 1 &&
      variable.references
        .slice(0, MOST_REFERENCES)
        .some(
          (reference) => reference.isRead() && isSent(sourceCode, reference.identifier, furthest),
        ),
  );
}

function writesOf({ references }: Variable): number {
  return references.filter((reference) => reference.isWrite()).length;
}

const MADE = /(?:pleo|client)(?!\w*error$)/i;

function isSender(sourceCode: SourceCode, call: Call): boolean {
  if (requestOf(sourceCode, call) !== undefined) return true;
  return call.type === "NewExpression" && MADE.test(lastNameOf(call.callee) ?? "");
}

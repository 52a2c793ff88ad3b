import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf, wholeOf } from "../flow/syntax/binding.ts";
import { functionAround } from "../flow/syntax/place.ts";
import type { Reading } from "../flow/raw-key.ts";
import { isAsked, isKeyed, isMadeWithKey, wholeMember } from "./keyed-clients.ts";
import { isMemoised } from "./memoised.ts";
import { isSent, MOST_REFERENCES } from "./sent-value.ts";
import { isEnvironment, isRead, isSharedSource } from "./shared-source.ts";
import type { CarriedKey } from "../flow/flow.ts";
import { keysGivenLater } from "../flow/request/later-keys.ts";

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
  return variables.flatMap((variable) => [
    ...usesOf(reading, variable),
    ...firstCome(reading, variable),
  ]);
}

/** `cached ??= new PleoClient(key)`: a variable of the file that keeps what is made for whoever comes first. */
function firstCome(reading: Reading, { name, references }: Variable): readonly SharedUse[] {
  return references.slice(0, MOST_REFERENCES).flatMap(({ identifier, init, writeExpr }) => {
    if (init === true || !writeExpr || identifier.type !== "Identifier") return [];
    const { parent } = identifier;
    if (parent.type !== "AssignmentExpression" || parent.left !== identifier) return [];
    const isKept = isMemoised(reading.sourceCode, parent) && isKeyed(reading, parent.right);
    return isKept ? [{ node: askedLater(references, parent) ?? identifier, name }] : [];
  });
}

/** Where the same function then asks something of what was kept: there another tenant gets the first one's answer. */
function askedLater(
  references: Variable["references"],
  assignment: TSESTree.AssignmentExpression,
): Node | undefined {
  const later = references.find(
    ({ identifier }) =>
      identifier.type === "Identifier" &&
      identifier.range[0] > assignment.range[1] &&
      functionAround(identifier) === functionAround(assignment) &&
      isAsked(identifier),
  );
  return later?.identifier;
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
  const isClient = isKeyedClient(reading, variable) || isKeyedLater(reading, variable);
  return reads.flatMap(({ identifier }) => {
    if (identifier.type !== "Identifier") return [];
    const isUse = isClient ? isAsked(identifier) : isSentKey(reading, identifier);
    return isUse ? [{ node: identifier, name }] : [];
  });
}

function isKeyedClient(reading: Reading, variable: Variable): boolean {
  const made = makingOf(variable);
  return made !== undefined && isMadeWithKey(reading, made);
}

function makingOf({ defs }: Variable): Node | undefined {
  const [definition] = defs;
  if (definition?.node.type !== "VariableDeclarator" || definition.node.init === null) {
    return undefined;
  }
  const { id, init } = definition.node;
  const made = bare(init);
  if (id.type !== "Identifier") return undefined;
  return made.type === "CallExpression" || made.type === "NewExpression" ? made : undefined;
}

/** `client.defaults.auth = …`, `client.setApiKey(…)` at the top of the file: a client that is given its key once it is made. */
function isKeyedLater({ sourceCode, flow }: Reading, variable: Variable): boolean {
  // What a function gives it may be one tenant's own.
  const isOfProgram = ({ source }: CarriedKey): boolean => isSharedSource(sourceCode, source.node);
  const made = makingOf(variable);
  if (made === undefined) return false;
  if (keysGivenLater({ sourceCode, flow }, made).some(isOfProgram)) return true;
  return variable.references.slice(0, MOST_REFERENCES).some(({ identifier }) => {
    if (identifier.type !== "Identifier" || functionAround(identifier) !== undefined) return false;
    const member = wholeMember(identifier);
    if (member === identifier) return false;
    const { parent } = member;
    if (parent.type === "AssignmentExpression" && parent.left === member) {
      return flow.keysIn(parent.right).length > 0;
    }
    const isCalled = parent.type === "CallExpression" && parent.callee === member;
    return isCalled && parent.arguments.some((argument) => flow.keysIn(argument).length > 0);
  });
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

/** `process.env.PLEO_API_KEY`, or what a worker is handed as `env`, which is one for the whole program, where it is used. */
export function isSharedMember(
  { sourceCode, flow }: Reading,
  member: TSESTree.MemberExpression,
): boolean {
  if (propertyName(member) === undefined || functionAround(member) === undefined) return false;
  // The whole environment is no key, and a variable of a name that is made up is one of many.
  const owner = bare(member.object);
  if (!isEnvironment(sourceCode, owner)) return false;
  return isSent(sourceCode, member) && flow.keysIn(member).length > 0;
}

/** `const { PLEO_API_KEY } = process.env`: the names in it that are keys and end up in a request. */
export function sharedNamesIn(
  { sourceCode, flow }: Reading,
  { id, init }: TSESTree.VariableDeclarator,
): readonly TSESTree.Identifier[] {
  if (id.type !== "ObjectPattern" || init === null || functionAround(id) === undefined) return [];
  if (!isEnvironment(sourceCode, bare(init))) return [];
  return id.properties.flatMap((property) => {
    const { value } = property;
    if (value?.type !== "Identifier") return [];
    const references = variableOf(sourceCode, value)?.references ?? [];
    const isUsed = references
      .slice(0, MOST_REFERENCES)
      .some(
        ({ identifier, init: isDeclared }) =>
          isDeclared !== true &&
          isSent(sourceCode, identifier) &&
          flow.keysIn(identifier).length > 0,
      );
    return isUsed ? [value] : [];
  });
}

/** `const ask = createPleo()`, made once for the file: where functions ask something of it. */
export function usesOfMade(sourceCode: SourceCode, made: Node): readonly Node[] {
  const { parent } = wholeOf(made);
  if (parent?.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return [];
  const references = variableOf(sourceCode, parent.id)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    const isUse = identifier.type === "Identifier" && isAsked(identifier);
    return isUse && functionAround(identifier) !== undefined ? [identifier] : [];
  });
}

/** `config.get("PLEO_API_KEY")`: as much one for the whole program as a variable of the environment. */
export function isSharedRead(
  { sourceCode, flow }: Reading,
  call: TSESTree.CallExpression,
): boolean {
  if (!isRead(call) || functionAround(call) === undefined) return false;
  return isSent(sourceCode, call) && flow.keysIn(call).length > 0;
}

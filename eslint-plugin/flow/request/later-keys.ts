import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName, variableOf, wholeOf } from "../syntax/binding.ts";
import { fieldAssignment } from "../syntax/class-fields.ts";
import { memberIn, usesInFamily } from "../syntax/inheritance.ts";
import { ownerOfThis, type FunctionNode } from "../syntax/place.ts";
import { visit } from "../syntax/visit.ts";
import type { CarriedKey, Flow } from "../flow.ts";
import { headerPlaceOf } from "./header-place.ts";
import { functionsOfHook } from "./hooks.ts";

type Node = TSESTree.Node;

interface Reading {
  readonly sourceCode: TSESLint.SourceCode;
  readonly flow: Flow;
}

/** What is used more often was given its key at one of the first places, or at none. */
const MOST_REFERENCES = 20;

/**
 * The keys that a client is given once it is made: by `client.defaults.auth = …`, or by what it does before each request,
 * `client.interceptors.request.use((config) => …)`, or `willSendRequest` of the class that sends it.
 */
export function keysGivenLater(reading: Reading, made: Node): readonly CarriedKey[] {
  const hook = hookOfClass(reading.sourceCode, made);
  if (hook !== undefined) return keysSetBy(reading, hook);
  return namesOf(reading.sourceCode, wholeOf(made))
    .slice(0, MOST_REFERENCES)
    .flatMap((name) => keysGivenAt(reading, name));
}

/** `this.get(…)` of a data source goes through its `willSendRequest`. */
function hookOfClass(sourceCode: Reading["sourceCode"], sent: Node): Node | undefined {
  if (sent.type !== "CallExpression" || sent.callee.type !== "MemberExpression") return undefined;
  const { object } = sent.callee;
  const owner = object.type === "ThisExpression" ? ownerOfThis(object) : undefined;
  if (owner === undefined || owner.type === "ObjectExpression") return undefined;
  return memberIn(sourceCode, owner, "willSendRequest")?.member.value ?? undefined;
}

/** `client` of `const client = axios.create(…)`, and `this.client` where a field holds it. */
function namesOf(sourceCode: Reading["sourceCode"], made: Node): readonly Node[] {
  const { parent } = made;
  if (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const references = variableOf(sourceCode, parent.id)?.references ?? [];
    return references.map(({ identifier }) => identifier);
  }
  if (parent?.type === "PropertyDefinition") {
    return usesInFamily(sourceCode, parent.parent.parent, propertyName(parent) ?? "");
  }
  const [field] = parent === undefined ? [] : fieldAssignment(parent);
  const owner = field && ownerOfThis(field.left.object);
  if (field === undefined || owner === undefined || owner.type === "ObjectExpression") return [];
  return usesInFamily(sourceCode, owner, propertyName(field.left) ?? "");
}

function keysGivenAt(reading: Reading, name: Node): readonly CarriedKey[] {
  const names: string[] = [];
  let node = name;
  for (
    ;
    node.parent?.type === "MemberExpression" && node.parent.object === node;
    node = node.parent
  )
    names.push(propertyName(node.parent) ?? "*");
  const { parent } = node;
  if (names[0] === "defaults") {
    const isSet = parent?.type === "AssignmentExpression" && parent.left === node;
    return isSet ? reading.flow.keysIn(parent.right) : [];
  }
  const isHook = names.join(".") === "interceptors.request.use";
  if (!isHook || parent?.type !== "CallExpression" || parent.callee !== node) return [];
  const [hook] = parent.arguments;
  return hook === undefined ? [] : keysSetBy(reading, hook);
}

/** Hooks that hand on what they get to functions that hand it on end somewhere. */
const FURTHEST = 2;

const CREDENTIALS: ReadonlySet<string> = new Set(["authorization", "auth", "username", "user"]);

/** `config.auth = …`, `config.headers.set("Authorization", …)`, `({ ...config, auth: … })`. */
function keysSetBy(reading: Reading, hook: Node, furthest = FURTHEST): readonly CarriedKey[] {
  return functionsOfHook(reading.sourceCode, hook).flatMap((fn) =>
    keysSetIn(reading, fn, furthest),
  );
}

function keysSetIn(reading: Reading, fn: FunctionNode, furthest: number): readonly CarriedKey[] {
  const { sourceCode, flow } = reading;
  const keys: CarriedKey[] = [];
  visit([fn.body], sourceCode.visitorKeys, (node) => {
    const isPlace =
      node.type === "Property" ||
      node.type === "AssignmentExpression" ||
      node.type === "CallExpression";
    const place = isPlace ? headerPlaceOf(node) : undefined;
    if (place !== undefined && CREDENTIALS.has(place.name)) keys.push(...flow.keysIn(place.value));
    // `(config) => this.sign(config)`.
    const isHandedOn = node.type === "CallExpression" && furthest > 0;
    if (isHandedOn && node.arguments.some(({ type }) => type === "Identifier")) {
      keys.push(...keysSetBy(reading, node.callee, furthest - 1));
    }
    return keys.length === 0;
  });
  return keys;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName, variableOf, wholeOf } from "../syntax/binding.ts";
import { functionNamed } from "../syntax/function-named.ts";
import { isFunction } from "../syntax/place.ts";
import { visit } from "../syntax/visit.ts";
import type { CarriedKey, Flow } from "../flow.ts";
import { headerPlaceOf } from "./header-place.ts";

type Node = TSESTree.Node;

interface Reading {
  readonly sourceCode: TSESLint.SourceCode;
  readonly flow: Flow;
}

/** What is used more often was given its key at one of the first places, or at none. */
const MOST_REFERENCES = 20;

/**
 * The keys that a client is given once it is made: by `client.defaults.auth = …`, or by what it does before each request,
 * `client.interceptors.request.use((config) => …)`.
 */
export function keysGivenLater(reading: Reading, made: Node): readonly CarriedKey[] {
  const declarator = holderOf(made);
  if (declarator?.id.type !== "Identifier") return [];
  const references = variableOf(reading.sourceCode, declarator.id)?.references ?? [];
  return references
    .slice(0, MOST_REFERENCES)
    .flatMap(({ identifier }) => keysGivenAt(reading, identifier));
}

/** `const client = axios.create(…)`, and `const client = useCache(axios.create(…))` is something else. */
function holderOf(made: Node): TSESTree.VariableDeclarator | undefined {
  const { parent } = wholeOf(made);
  return parent?.type === "VariableDeclarator" ? parent : undefined;
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

const CREDENTIALS: ReadonlySet<string> = new Set(["authorization", "auth", "username", "user"]);

/** `config.auth = …`, `config.headers.set("Authorization", …)`, `({ ...config, auth: … })`. */
function keysSetBy({ sourceCode, flow }: Reading, hook: Node): readonly CarriedKey[] {
  const fn = hook.type === "Identifier" ? functionNamed(sourceCode, hook) : hook;
  if (!isFunction(fn)) return [];
  const keys: CarriedKey[] = [];
  visit([fn.body], sourceCode.visitorKeys, (node) => {
    const isPlace =
      node.type === "Property" ||
      node.type === "AssignmentExpression" ||
      node.type === "CallExpression";
    const place = isPlace ? headerPlaceOf(node) : undefined;
    if (place !== undefined && CREDENTIALS.has(place.name)) keys.push(...flow.keysIn(place.value));
    return keys.length === 0;
  });
  return keys;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { answerByName } from "../evidence/names.ts";
import { bare, lastNameOf } from "../syntax/binding.ts";
import { pathInPattern } from "../syntax/pattern-path.ts";
import { isFunction } from "../syntax/place.ts";
import type { Answer } from "./answer.ts";
import type { Asked, Tracing } from "./tracing.ts";

type Node = TSESTree.Node;

const GIVES_ENVIRONMENT =
  /^(?:get|read|load|use)?(?:runtime)?(?:envs?|environment|config)(?:vars?|variables)?$/i;

/** Whoever calls it so knows that it is not the key: `{ pleoApiKey: hasKey }`. */
const TELLS_ABOUT = /^(?:is|has|had|can|should|was)[A-Z]/;

/**
 * `const { PLEO_API_KEY: key } = app.getEnvs()`, `({ pleoApiKey: key }) => …`: where nothing else is known of a value, what
 * it was called where it was taken from.
 */
export function answerByOldName(
  tracing: Tracing,
  { defs, name }: TSESLint.Scope.Variable,
  { node, path }: Asked,
): Answer | undefined {
  const taken = takenFrom(defs[0]?.node, name);
  // Its own name has been asked.
  if (taken === undefined || taken.inside.length === 0 || taken.inside.at(-1) === name)
    return undefined;
  if (TELLS_ABOUT.test(name)) return undefined;
  const owner = GIVES_ENVIRONMENT.test(taken.owner) ? "env" : taken.owner;
  const chain = owner === "" ? taken.inside : [owner, ...taken.inside];
  const answer = answerByName(tracing.names, { chain, path, node });
  return answer.carried.length > 0 ? answer : undefined;
}

interface Taken {
  readonly owner: string;
  readonly inside: readonly string[];
}

function takenFrom(definition: Node | undefined, name: string): Taken | undefined {
  if (definition?.type === "VariableDeclarator") {
    const inside = pathInPattern(definition.id, name);
    if (definition.init === null || inside === undefined) return undefined;
    return { owner: lastNameOf(calledIn(definition.init)) ?? "", inside };
  }
  if (!isFunction(definition)) return undefined;
  for (const param of definition.params) {
    const inside = pathInPattern(param, name);
    if (inside !== undefined) return { owner: "", inside };
  }
  return undefined;
}

function calledIn(expression: Node): Node {
  const node = bare(expression);
  return node.type === "CallExpression" ? bare(node.callee) : node;
}

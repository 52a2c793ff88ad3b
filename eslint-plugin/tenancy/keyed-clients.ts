import type { TSESTree } from "@typescript-eslint/utils";
import { bare, lastNameOf } from "../flow/syntax/binding.ts";
import type { CarriedKey } from "../flow/flow.ts";
import type { Reading } from "../flow/raw-key.ts";
import { speaksOfTenant } from "./memoised.ts";

type Node = TSESTree.Node;

/** What is called a client when it is made, and what functions are called that make one. */
export const MAKES =
  /^(?:create|extend|defaults|make|build|connect|init|new|instance)|client|pleo|sdk|api$/i;

export const MADE = /(?:pleo|client)(?!\w*error$)/i;

/** `new PleoClient(key)`, `axios.create({ auth: … })`: a client that was made with a key. */
export function isMadeWithKey({ flow }: Reading, expression: Node): boolean {
  const made = bare(expression);
  if (made.type !== "CallExpression" && made.type !== "NewExpression") return false;
  if (made.type === "CallExpression" && !MAKES.test(lastNameOf(made.callee) ?? "")) return false;
  return keysMadeWith({ flow }, made).length > 0;
}

export function keysMadeWith({ flow }: Pick<Reading, "flow">, made: Node): readonly CarriedKey[] {
  if (made.type !== "CallExpression" && made.type !== "NewExpression") return [];
  return made.arguments.flatMap((argument) => flow.keysIn(argument));
}

/** A key, or what is made with one, or for a tenant. */
export function isKeyed(reading: Reading, value: Node): boolean {
  const made = bare(value);
  const isOfPleo = made.type === "NewExpression" && /pleo/i.test(lastNameOf(made.callee) ?? "");
  if (isOfPleo && made.arguments.some((each) => speaksOfTenant(reading.sourceCode, each))) {
    return true;
  }
  return isMadeWithKey(reading, made) || reading.flow.keysIn(made).length > 0;
}

export type Whole = TSESTree.Identifier | TSESTree.MemberExpression;

/** All of `a.b.c`, of which this is the beginning. */
export function wholeMember(name: Whole): Whole {
  let node = name;
  while (node.parent.type === "MemberExpression" && node.parent.object === node) {
    node = node.parent;
  }
  return node;
}

/** `client.vendors(…)`, `client(…)`: something is asked of it. */
export function isAsked(client: Whole): boolean {
  const node = wholeMember(client);
  const { parent } = node;
  return parent.type === "CallExpression" && parent.callee === node;
}

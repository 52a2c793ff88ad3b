import type { TSESTree } from "@typescript-eslint/utils";
import { wordSet } from "../evidence/word-set.ts";

type TypeNode = TSESTree.TypeNode;

/** A type of a package that is told what it holds: `Job<Data>`, `Request<Params, Answer, Body>`. */
export interface Generic {
  readonly name: string;
  readonly given: readonly TypeNode[];
}

/** Under these names what carries something has it: jobs, messages, events, actions, answers, refs. */
const CARRIED: ReadonlySet<string> = wordSet(
  "data payload body detail value content message input current props args",
);

/** Which of its types a request of Express says of its parts. */
const OF_REQUEST: ReadonlyMap<string, number> = new Map([
  ["params", 0],
  ["body", 2],
  ["query", 3],
]);

/** The type of what lies under a name in what has such a type; what is another name in it, for one of Fastify's. */
export function partOfGeneric(
  { name, given }: Generic,
  part: string,
): { readonly type: TypeNode; readonly inside: readonly string[] } | undefined {
  const place = name.endsWith("Request") ? OF_REQUEST.get(part) : undefined;
  if (place === undefined || name === "CallableRequest") {
    const [first] = given;
    return first === undefined || !CARRIED.has(part) ? undefined : { type: first, inside: [] };
  }
  const [routes] = given;
  if (
    routes !== undefined &&
    (name === "FastifyRequest" || (given.length === 1 && part === "body"))
  ) {
    return { type: routes, inside: [part.charAt(0).toUpperCase() + part.slice(1)] };
  }
  const type = given[place];
  return type === undefined ? undefined : { type, inside: [] };
}

/** Of these a whole shows what it carries, to whoever prints it. */
const SHOWS_WHAT_IT_CARRIES = /(?:Job|Message|Event|Action|Envelope|Task|Command)$/;

export function carriedByWhole({ name, given }: Generic): TypeNode | undefined {
  return SHOWS_WHAT_IT_CARRIES.test(name) ? given[0] : undefined;
}

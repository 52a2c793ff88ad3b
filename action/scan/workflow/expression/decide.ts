import type { TreeText } from "../yaml-tree.ts";
import { chainOf } from "./carried.ts";
import { expressionsIn } from "./find.ts";
import { parseExpression, type Expression } from "./parse.ts";

/** What an expression comes to; `undefined` where nobody can know. */
export type Value = string | boolean | undefined;

/** What is taken to be so while a condition is worked out. */
export interface Facts {
  /** Of `steps.guard.outcome` and the like, in lower case. */
  readonly named: (chain: string) => Value;
  /** Of `success()` and the like. */
  readonly called: (name: string) => Value;
  /** Whether `needs.*.result` holds such a result. */
  readonly hasResult?: (result: Value) => Value;
}

export const NO_FACTS: Facts = { named: () => undefined, called: () => undefined };

/** Whatever belongs to somebody else: equal to nothing but itself. */
export const FOREIGN = "\u0000";

/** Each is read once, however often it is asked for. */
const bare = new WeakMap<TreeText, Expression | undefined>();

/** The expression of a setting that may stand without `${{ }}`, as `if` does. */
export function conditionIn(tree: TreeText): Expression | undefined {
  const text = tree.text.trim();
  const [only, ...more] = expressionsIn(tree);
  if (only === undefined) {
    const condition = bare.has(tree) ? bare.get(tree) : parseExpression(text);
    bare.set(tree, condition);
    return condition;
  }
  // What stands around an expression makes a text of it, and any text is true.
  return more.length === 0 && only.end - only.start === text.length ? only.expression : undefined;
}

export function decide(expression: Expression | undefined, facts: Facts): boolean | undefined {
  return truthOf(workOut(expression, facts));
}

function truthOf(value: Value): boolean | undefined {
  return value === undefined ? undefined : value !== "" && value !== false;
}

export function workOut(expression: Expression | undefined, facts: Facts): Value {
  switch (expression?.kind) {
    case undefined:
      return undefined;
    case "literal":
      return expression.value;
    case "name":
      if (expression.name === "null") return "";
      return /^(?:true|false)$/.test(expression.name) ? expression.name === "true" : undefined;
    case "member": {
      const chain = chainOf(expression);
      return chain === undefined ? undefined : facts.named(chain);
    }
    case "either":
      return workOutEither(expression, facts);
    case "call":
      return workOutCall(expression, facts);
    case "test":
      return workOutTest(expression, facts);
  }
}

function workOutEither(
  { operator, left, right }: Extract<Expression, { readonly kind: "either" }>,
  facts: Facts,
): Value {
  const ends = operator === "||";
  const first = workOut(left, facts);
  const truth = truthOf(first);
  if (truth === ends) return first;
  const second = workOut(right, facts);
  if (truth !== undefined) return second;
  return truthOf(second) === ends ? ends : undefined;
}

function workOutCall(
  { name, args }: Extract<Expression, { readonly kind: "call" }>,
  facts: Facts,
): Value {
  const [first, wanted] = args;
  // `join(needs.*.result, ',')` holds what the list does.
  const list = first?.kind === "call" && first.name === "join" ? first.args[0] : first;
  const isOfNeeds =
    name === "contains" &&
    list?.kind === "member" &&
    list.of.kind === "member" &&
    list.of.key === undefined &&
    list.key?.kind === "literal" &&
    list.key.value === "result";
  if (args.length === 0) return facts.called(name);
  if (!isOfNeeds)
    return workOutText(
      name,
      args.map((argument) => workOut(argument, facts)),
    );
  return facts.hasResult?.(workOut(wanted, facts));
}

/** What is asked of texts that are known. */
function workOutText(name: string, [text, part]: readonly Value[]): Value {
  if (typeof text !== "string") return undefined;
  if (name === "fromjson") return /^(?:true|false)$/.test(text) ? text === "true" : undefined;
  if (typeof part !== "string" || text === FOREIGN || part === FOREIGN) return undefined;
  const [whole, wanted] = [text.toLowerCase(), part.toLowerCase()];
  if (name === "startswith") return whole.startsWith(wanted);
  if (name === "endswith") return whole.endsWith(wanted);
  return name === "contains" ? whole.includes(wanted) : undefined;
}

function workOutTest(
  { operator, parts }: Extract<Expression, { readonly kind: "test" }>,
  facts: Facts,
): Value {
  const [left, right] = parts.map((part) => workOut(part, facts));
  if (operator === "!") return negated(truthOf(left));
  if (operator === "==") return areEqual(left, right);
  return operator === "!=" ? negated(areEqual(left, right)) : undefined;
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth;
}

function areEqual(left: Value, right: Value): boolean | undefined {
  if (left === FOREIGN || right === FOREIGN) return left === right;
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "string" && typeof right === "string") {
    return left.toLowerCase() === right.toLowerCase();
  }
  // As numbers, which `'true'` is not.
  return Number(left) === Number(right);
}

/** Else an `if` also asks that nothing has failed before. */
export function asksForStatus({ text }: TreeText): boolean {
  return /\b(?:success|failure|always|cancelled)\s*\(/i.test(text);
}

/** Does a step or job with this `if` run? */
export function runs(tree: TreeText, facts: Facts): boolean | undefined {
  const succeeded = truthOf(facts.called("success"));
  if (tree.text.trim() === "") return succeeded;
  const own = decide(conditionIn(tree), facts);
  if (asksForStatus(tree) || succeeded === true) return own;
  return succeeded === false || own === false ? false : undefined;
}

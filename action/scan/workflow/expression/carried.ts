import type { TreeText } from "../yaml-tree.ts";
import type { Setting } from "../model.ts";
import { NOTHING, union, type Carried } from "./carry.ts";
import type { Env } from "./env.ts";
import { expressionsIn } from "./find.ts";
import type { Expression } from "./parse.ts";

/** What names mean at one place of a workflow. Names are in lower case. */
export interface Scope {
  /** What `secrets.NAME` holds of Pleo's keys. */
  readonly secretNamed: (name: string) => Carried;
  /** Every key that `secrets` holds. */
  readonly allSecrets: Carried;
  /** `env`, in the spelling of the workflow. */
  readonly env: Env;
  readonly inputs: ReadonlyMap<string, Carried>;
  /** `steps.ID.outputs.NAME` and `needs.JOB.outputs.NAME`. */
  readonly outputs: ReadonlyMap<string, Carried>;
  readonly matrix: ReadonlyMap<string, readonly string[]>;
  /** What any other context holds, where that is what is looked for: `github.head_ref`. */
  readonly contextNamed?: (chain: string) => Carried;
}

/** Several checks ask the same. */
const workedOut = new WeakMap<Scope, Map<TreeText, Carried>>();

/** What a text holds once its expressions are worked out. */
export function carriedBy(tree: TreeText, scope: Scope): Carried {
  const expressions = expressionsIn(tree);
  if (expressions.length === 0) return NOTHING;
  const known = workedOut.get(scope)?.get(tree);
  if (known !== undefined) return known;
  const parts = expressions.map(({ expression }) => carriedByExpression(expression, scope));
  const carried = union(parts);
  const texts = workedOut.get(scope) ?? new Map<TreeText, Carried>();
  workedOut.set(scope, texts.set(tree, carried));
  return carried;
}

interface Carrier extends Setting {
  readonly carried: Carried;
}

/** The settings that hold something that is looked for. */
export function carriersAmong(settings: readonly Setting[], scope: Scope): readonly Carrier[] {
  return settings.flatMap((setting) => {
    const carried = carriedBy(setting.value, scope);
    return carried.size > 0 ? [{ ...setting, carried }] : [];
  });
}

export function carriedBySettings(settings: readonly Setting[], scope: Scope): Carried {
  return union(carriersAmong(settings, scope).map(({ carried }) => carried));
}

/** Their results tell at most whether something is there. */
const TESTS: ReadonlySet<string> = new Set(
  "contains startswith endswith hashfiles success failure always cancelled".split(" "),
);

export function carriedByExpression(expression: Expression | undefined, scope: Scope): Carried {
  switch (expression?.kind) {
    case undefined:
    case "literal":
    case "test":
      return NOTHING;
    case "name":
      return carriedByContext(expression.name, scope);
    case "member":
      return carriedByMember(expression.of, expression.key, scope);
    case "either": {
      const right = carriedByExpression(expression.right, scope);
      // What stands before `&&` is passed on only where it is empty.
      if (expression.operator === "&&") return right;
      return union([carriedByExpression(expression.left, scope), right]);
    }
    case "call":
      if (TESTS.has(expression.name)) return NOTHING;
      return union(expression.args.map((argument) => carriedByExpression(argument, scope)));
  }
}

/** `toJSON(env)`: everything in it. */
function carriedByContext(name: string, scope: Scope): Carried {
  if (name === "secrets") return scope.allSecrets;
  if (name === "env") return scope.env.all;
  if (name === "inputs") return union([...scope.inputs.values()]);
  return name === "steps" || name === "needs" ? union([...scope.outputs.values()]) : NOTHING;
}

function carriedByMember(of: Expression, key: Expression | undefined, scope: Scope): Carried {
  // `secrets.*`, `inputs[*]`
  if (key === undefined) return carriedByExpression(of, scope);
  const chain = chainOf({ kind: "member", of, key });
  const context = chain === undefined ? undefined : scope.contextNamed?.(chain);
  if (context !== undefined && context.size > 0) return context;
  const names = textsOf(key, scope);
  if (of.kind === "name") return union(names.map((name) => memberOf(of.name, name, scope)));
  if (chain !== undefined && /^(?:steps|needs)\./.test(chain)) {
    return scope.outputs.get(chain) ?? NOTHING;
  }
  if (chain?.startsWith("github.event.inputs.") === true) {
    return union(names.map((name) => memberOf("inputs", name, scope)));
  }
  // `fromJSON(toJSON(secrets)).NAME`
  if (of.kind === "call" && handsOverAllSecrets(of)) {
    return union(names.map((name) => memberOf("secrets", name, scope)));
  }
  return of.kind === "call" ? carriedByExpression(of, scope) : NOTHING;
}

function memberOf(context: string, name: string, scope: Scope): Carried {
  if (context === "secrets") return scope.secretNamed(name);
  if (context === "inputs") return scope.inputs.get(name.toLowerCase()) ?? NOTHING;
  if (context !== "env") return NOTHING;
  const exact = scope.env.get(name);
  // GitHub does not tell `env.key` from `env.KEY`.
  return exact.size > 0 ? exact : scope.env.getInAnyCase(name);
}

/** `steps.guard.outputs.verdict`, in lower case; `undefined` where a part has to be worked out. */
export function chainOf(expression: Expression): string | undefined {
  const parts: string[] = [];
  let rest: Expression = expression;
  while (rest.kind === "member") {
    if (rest.key?.kind !== "literal") return undefined;
    parts.unshift(rest.key.value);
    rest = rest.of;
  }
  return rest.kind === "name" ? [rest.name, ...parts].join(".").toLowerCase() : undefined;
}

/** `toJSON(secrets)`, wherever in an expression it stands: every secret is handed over. */
export function handsOverAllSecrets(expression: Expression | undefined): boolean {
  switch (expression?.kind) {
    case "name":
      return expression.name === "secrets";
    case "member":
      return expression.of.kind === "name"
        ? expression.key === undefined && expression.of.name === "secrets"
        : handsOverAllSecrets(expression.of);
    case "either":
      return handsOverAllSecrets(expression.left) || handsOverAllSecrets(expression.right);
    case "call":
      return !TESTS.has(expression.name) && expression.args.some(handsOverAllSecrets);
    default:
      return false;
  }
}

const LONGEST_NAME = 500;
const MOST_TEXTS = 20;

/** The texts that an expression can come to. What is not known is a `*`. */
function textsOf(expression: Expression, scope: Scope): readonly string[] {
  if (expression.kind === "literal") return [expression.value];
  if (expression.kind === "either" && expression.operator === "||") {
    return [...textsOf(expression.left, scope), ...textsOf(expression.right, scope)].slice(
      0,
      MOST_TEXTS,
    );
  }
  if (expression.kind === "either") return textsOf(expression.right, scope);
  if (expression.kind === "call" && expression.name === "format") {
    return formatted(expression.args, scope);
  }
  const chain = chainOf(expression);
  const values =
    chain?.startsWith("matrix.") === true ? scope.matrix.get(chain.slice(7)) : undefined;
  return values?.slice(0, MOST_TEXTS) ?? ["*"];
}

function formatted(args: readonly Expression[], scope: Scope): readonly string[] {
  const [pattern, ...blanks] = args;
  let texts = pattern === undefined ? [] : textsOf(pattern, scope);
  for (const [index, blank] of blanks.slice(0, 10).entries()) {
    const most = Math.max(1, Math.floor(MOST_TEXTS / Math.max(1, texts.length)));
    const fillings = textsOf(blank, scope).slice(0, most);
    texts = texts.flatMap((text) =>
      fillings.map((filling) =>
        text.replaceAll(`{${index}}`, () => filling).slice(0, LONGEST_NAME),
      ),
    );
  }
  return texts;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import {
  ANY,
  CLEAN,
  fromSource,
  membersOf,
  through,
  unite,
  UNKNOWN,
  under,
  type Answer,
  type Carried,
  type Path,
} from "./answer.ts";
import { importOf, variableOf } from "../syntax/binding.ts";
import { traceParameter } from "./call-sites.ts";
import { answerByName, isValueOfSecret } from "../evidence/names.ts";
import { traceHandedBindings } from "./trace-bindings.ts";
import { traceInstance } from "./trace-class.ts";
import { answerByOldName } from "./old-name.ts";
import { isEntryName } from "./entry-names.ts";
import { answerByType } from "./answer-by-type.ts";
import { declaredTypeOf, isGeneric } from "./declared-type.ts";
import { isTokenVariable, traceInjectedName } from "./injected.ts";
import { typeInside } from "./member-type.ts";
import { isOtherType } from "./other-types.ts";
import type { Asked, Tracing } from "./tracing.ts";
import { isToldApart, nameBeside } from "./told-apart.ts";
import { isHiddenBy, writesSeenAt, writesTo, type Write } from "./writes.ts";

type Variable = TSESLint.Scope.Variable;

interface AskedName extends Asked {
  readonly node: TSESTree.Identifier;
}

/** What a name holds where it stands. */
export function traceIdentifier(tracing: Tracing, asked: AskedName): Answer {
  const { node, path } = asked;
  if (node.name === "undefined" || node.name === "NaN") return CLEAN;
  const variable = variableOf(tracing.sourceCode, node);
  const byName = (): Answer =>
    answerByName(tracing.names, { chain: [nameOf(variable, node)], path, node });
  if (variable === undefined) return byName();
  if (importOf(variable) !== undefined) return traceImported(tracing, asked, byName);
  const owner = classOf(variable);
  if (owner !== undefined && path.length > 0) return traceInstance(tracing, owner, asked);
  const answer = traceVariable(tracing, variable, asked);
  if (answer.carried.length > 0 && isValueOfOther(tracing, variable, node)) return CLEAN;
  if (answer.carried.length > 0) return through(node.name, answer);
  if (answer.isKnown) return CLEAN;
  if (path.length === 0 && tracing.isPromoted(variable, node.name, () => variable)) {
    return fromSource({ text: `\`${node.name}\``, node });
  }
  if (isSomethingElse(tracing, variable, path)) return CLEAN;
  const injected = traceInjectedName(tracing, variable, asked);
  if (injected.carried.length > 0) return injected;
  const typed = answerByType(tracing, variable, asked);
  if (typed.carried.length > 0) return typed;
  const bound = path.length === 0 ? traceHandedBindings(tracing, node) : UNKNOWN;
  if (bound.carried.length > 0) return bound;
  const named = byName();
  return named.carried.length > 0 ? named : (answerByOldName(tracing, variable, asked) ?? named);
}

/** A key of a map, or one of some names, which is called `pleoKey` for that reason. */
function isSomethingElse({ sourceCode, names }: Tracing, variable: Variable, path: Path): boolean {
  const [definition] = variable.defs;
  if (definition === undefined) return false;
  const declared = declaredTypeOf(sourceCode, definition.name);
  if (declared !== undefined && !isGeneric(declared.type)) {
    const type = typeInside(sourceCode, declared.type, [...declared.inside, ...path]);
    if (type !== undefined && isOtherType(sourceCode, type)) return true;
  }
  return (
    names.isKey([variable.name]) && (isEntryName(sourceCode, variable) || isTokenVariable(variable))
  );
}

/** `value` of `[name, value]`, where a condition says that the name is not that of a key. */
function isValueOfOther(tracing: Tracing, variable: Variable, use: TSESTree.Identifier): boolean {
  const name = nameBeside(variable);
  return name !== undefined && isToldApart(tracing, name, use);
}

/** Only its name tells, unless the compiler is asked. */
function traceImported(
  { types }: Tracing,
  { node, path }: AskedName,
  byName: () => Answer,
): Answer {
  const answer = byName();
  if (types === undefined || path.length > 0 || answer.carried.length > 0) return answer;
  return types.answer(node);
}

/** The class that a name stands for, of which static fields are read. */
function classOf({
  defs,
}: Variable): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  const node = defs[0]?.node;
  return node?.type === "ClassDeclaration" || node?.type === "ClassExpression" ? node : undefined;
}

/** What the module calls it says more than what this file does. */
function nameOf(variable: Variable | undefined, { name }: TSESTree.Identifier): string {
  const imported = variable === undefined ? undefined : importOf(variable);
  const isNamed = imported !== undefined && imported.name !== "default" && imported.name !== "*";
  return isNamed ? imported.name : name;
}

const writesOf = new WeakMap<Variable, readonly Write[]>();

function traceVariable(tracing: Tracing, variable: Variable, { node, path, frame }: Asked): Answer {
  let writes = writesOf.get(variable);
  if (writes === undefined) {
    writes = writesTo(variable);
    writesOf.set(variable, writes);
  }
  let carried: readonly Carried[] = [];
  let isKnown = writes.length > 0 && !isSetFromOutside(variable);
  for (const write of writesSeenAt(writes, node)) {
    if (isHiddenBy(write, node))
      carried = carried.filter(({ inside }) => !startsWith(insideOf(path, inside), write.to));
    const answer = traceWrite(tracing, write, { node, path, frame });
    if (answer === undefined) continue;
    carried = unite([{ carried, isKnown: true }, answer]).carried;
    isKnown &&= answer.isKnown;
  }
  return { carried, isKnown };
}

/** What Svelte calls a property of a component: `export let apiKey`. */
function isSetFromOutside({ defs }: Variable): boolean {
  const declaration = defs[0]?.node.parent;
  return (
    declaration?.type === "VariableDeclaration" &&
    declaration.kind === "let" &&
    declaration.parent.type === "ExportNamedDeclaration"
  );
}

function insideOf(path: Path, inside: Path): Path {
  return [...path, ...inside];
}

function startsWith(path: Path, start: Path): boolean {
  return start.length > 0 && start.every((name, index) => path[index] === name);
}

/** What one write gives of what is asked for; `undefined` if it writes to another part. */
function traceWrite(
  tracing: Tracing,
  { to, value }: Write,
  { path, frame }: Asked,
): Answer | undefined {
  const shared = Math.min(to.length, path.length);
  if (
    !to
      .slice(0, shared)
      .every((name, index) => name === path[index] || name === "*" || path[index] === "*")
  ) {
    return undefined;
  }
  const rest = path.slice(to.length);
  const answer = traceValue(tracing, value, { path: rest, frame });
  // Seen from the whole, what was written to a part lies inside of it.
  return to.slice(path.length).reduceRight((inner, name) => under(name, inner), answer);
}

function traceValue(
  tracing: Tracing,
  value: Write["value"],
  { path, frame }: Pick<Asked, "path" | "frame">,
): Answer {
  switch (value.kind) {
    case "nothing":
      return CLEAN;
    case "unknown":
      return UNKNOWN;
    case "parameter":
      return withoutNames(value, path, (at) =>
        traceParameter(tracing, value, { path: [...value.from, ...at], frame }),
      );
    case "expression":
      return withoutNames(value, path, (at) =>
        tracing.trace({ node: value.node, path: [...value.from, ...at], frame }),
      );
  }
}

/** The rest of an object is without what was taken from it by name. */
function withoutNames(
  { without }: { readonly without?: readonly string[] },
  path: Path,
  ask: (path: Path) => Answer,
): Answer {
  if (without === undefined) return ask(path);
  if (path[0] !== undefined && without.includes(path[0])) return CLEAN;
  // Of any of its members it is not known any more what that one is called.
  const isAny = path.length === 1 && path[0] === ANY;
  if (isAny) return membersOf(withoutNames({ without }, [], ask));
  const answer = ask(path);
  return {
    ...answer,
    carried: answer.carried.filter(({ inside: [name] }) =>
      name === undefined ? !without.some(isValueOfSecret) : !without.includes(name),
    ),
  };
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { ANY, CLEAN, fromSource, under, unite, UNKNOWN, type Answer } from "./answer.ts";
import {
  bare,
  constantOf,
  importOf,
  isGlobal,
  literalText,
  propertyName,
  variableOf,
} from "../syntax/binding.ts";
import { answerByName } from "../evidence/names.ts";
import { lineageOf } from "../syntax/inheritance.ts";
import { rootOf } from "./basic-users.ts";
import { givenTexts } from "./given-texts.ts";
import { oldClassAround } from "../syntax/old-classes.ts";
import { ownerOfThis } from "../syntax/place.ts";
import { traceOldInstance } from "./trace-old-class.ts";
import { traceBindings } from "./trace-bindings.ts";
import { receiversIn } from "./receivers.ts";
import { isToldApart } from "./told-apart.ts";
import { traceReceivers } from "./trace-class.ts";
import type { Asked, Tracing } from "./tracing.ts";

interface AskedMember extends Asked {
  readonly node: TSESTree.MemberExpression;
}

/** What `a.b` holds. */
export function traceMember(tracing: Tracing, asked: AskedMember): Answer {
  const { node, frame } = asked;
  const name = nameOfMember(tracing, node);
  const given =
    name === ANY ? givenTexts(tracing, { node: node.property, path: [], frame }) : undefined;
  if (name === ANY && given === undefined && isToldApart(tracing, node.property, node))
    return CLEAN;
  return unite((given ?? [name]).map((each) => traceNamed(tracing, asked, each)));
}

function traceNamed(tracing: Tracing, { node, path, frame }: AskedMember, name: string): Answer {
  if (isEnvironment(tracing, node)) return traceEnvironment(tracing, { node, path, at: node });
  const owner = environmentBehind(tracing, bare(node.object));
  if (owner.type === "MemberExpression" && isEnvironment(tracing, owner)) {
    return traceEnvironment(tracing, { node: owner, path: [name, ...path], at: node });
  }
  const chain = [...chainOf(tracing, node.object), name];
  const asked = { path: [name, ...path], frame };
  const answer =
    node.object.type === "Super"
      ? traceSuper(tracing, { node: node.object, ...asked })
      : tracing.trace({ node: node.object, ...asked });
  if (answer.carried.length > 0 || answer.isKnown) return answer;
  const root = (): unknown => rootOf(tracing.sourceCode, node);
  if (path.length === 0 && tracing.isPromoted(chain.join("."), name, root)) {
    return fromSource({ text: `\`${chain.join(".")}\``, node });
  }
  const bound = path.length === 0 ? traceBindings(tracing, node) : UNKNOWN;
  if (bound.carried.length > 0) return bound;
  const byName = answerByName(tracing.names, { chain, path, node });
  if (tracing.types === undefined || path.length > 0 || byName.carried.length > 0) return byName;
  return tracing.types.answer(node);
}

function nameOfMember(tracing: Tracing, node: TSESTree.MemberExpression): string {
  return propertyName(node) ?? constantText(tracing, node.property) ?? ANY;
}

/** `a.b.c` as names; `this` is the class it is an instance of. */
export function chainOf(tracing: Tracing, node: TSESTree.Node): readonly string[] {
  const names: string[] = [];
  let root = bare(node);
  for (; root.type === "MemberExpression"; root = bare(root.object))
    names.push(nameOfMember(tracing, root));
  if (root.type === "Identifier") names.push(root.name);
  if (root.type === "ThisExpression") names.push(classNameOf(root) ?? "this");
  return names.reverse();
}

function classNameOf(self: TSESTree.ThisExpression): string | undefined {
  const owner = ownerOfThis(self);
  return owner !== undefined && owner.type !== "ObjectExpression" ? owner.id?.name : undefined;
}

/** `process.env`, `import.meta.env`, `Bun.env`. */
function isEnvironment({ sourceCode }: Tracing, node: TSESTree.Node): boolean {
  if (node.type !== "MemberExpression" || propertyName(node) !== "env") return false;
  const owner = bare(node.object);
  if (owner.type === "MetaProperty") return true;
  if (owner.type !== "Identifier") return false;
  if (owner.name === "Bun") return isGlobal(sourceCode, owner);
  return owner.name === "process" && isProgramsOwn(sourceCode, owner);
}

/** The global `process`, or the module of that name; a parameter called so may be anything. */
function isProgramsOwn(sourceCode: TSESLint.SourceCode, process: TSESTree.Identifier): boolean {
  const variable = variableOf(sourceCode, process);
  if (variable === undefined) return true;
  const module = importOf(variable)?.module;
  return module === "process" || module === "node:process";
}

/** `const env = process.env` is another name for it. */
function environmentBehind(tracing: Tracing, node: TSESTree.Node): TSESTree.Node {
  if (node.type !== "Identifier") return node;
  const variable = variableOf(tracing.sourceCode, node);
  const constant = variable === undefined ? undefined : constantOf(variable);
  const behind = constant === undefined ? node : bare(constant);
  return isEnvironment(tracing, behind) ? behind : node;
}

interface AskedEnvironment extends Pick<Asked, "path"> {
  /** The environment itself. */
  readonly node: TSESTree.MemberExpression;
  /** The whole expression that reads it. */
  readonly at: TSESTree.Node;
}

/** The whole environment holds a key if this file reads one from it. */
function traceEnvironment(
  { names, keyVariable }: Tracing,
  { node, path, at }: AskedEnvironment,
): Answer {
  const [name, ...rest] = path;
  const text = node.object.type === "MetaProperty" ? "import.meta.env" : "process.env";
  if (name !== undefined && name !== ANY) {
    const answer = answerByName(names, { chain: ["env", name], path: rest, node });
    if (answer.carried.length === 0) return answer;
    return fromSource({ text: `\`${text}.${name}\``, node: at });
  }
  if (keyVariable === undefined || rest.length > 0) return CLEAN;
  return under(
    keyVariable,
    fromSource({ text: `\`${text}\`, which holds \`${keyVariable}\``, node }),
  );
}

/** The text of a literal, or of a constant that holds one. */
export function constantText({ sourceCode }: Tracing, node: TSESTree.Node): string | undefined {
  const inner = bare(node);
  if (inner.type === "Literal") return literalText(inner);
  if (inner.type === "TemplateLiteral" && inner.expressions.length === 0)
    return inner.quasis[0]?.value.cooked ?? undefined;
  if (inner.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, inner);
  const constant = variable === undefined ? undefined : constantOf(variable);
  return literalText(constant);
}

interface AskedThis extends Asked {
  readonly node: TSESTree.ThisExpression;
}

/** What `this` holds, or a field of it. */
export function traceThis(tracing: Tracing, { node, path, frame }: AskedThis): Answer {
  const owner = ownerOfThis(node);
  const isOfClass = owner !== undefined && owner.type !== "ObjectExpression";
  const old = isOfClass ? undefined : oldClassAround(tracing.sourceCode, node);
  if (old !== undefined) return traceOldInstance(tracing, old, { node, path, frame });
  if (owner === undefined) return answerByName(tracing.names, { chain: ["this"], path, node });
  if (owner.type === "ObjectExpression") {
    const answer = tracing.trace({ node: owner, path, frame });
    // Methods of a component, or of a store, find its state there as well.
    const isElsewhere = path.length > 0 && !owner.properties.some((own) => mayBe(own, path[0]));
    return isElsewhere && answer.carried.length === 0
      ? answerByName(tracing.names, { chain: ["this"], path, node })
      : answer;
  }
  const receivers = receiversIn(tracing.sourceCode, node, frame);
  return traceReceivers(tracing, receivers, { node, path, frame });
}

/** `super.name`, which means what the class inherits, of the instance that `this` is. */
function traceSuper(
  tracing: Tracing,
  { node, path, frame }: Asked & { readonly node: TSESTree.Super },
): Answer {
  const owner = ownerOfThis(node);
  if (owner === undefined || owner.type === "ObjectExpression") return UNKNOWN;
  const [, base] = lineageOf(tracing.sourceCode, owner);
  return base === undefined ? UNKNOWN : traceReceivers(tracing, [base], { node, path, frame });
}

function mayBe(property: TSESTree.ObjectLiteralElement, name: string | undefined): boolean {
  return property.type === "SpreadElement" || (propertyName(property) ?? name) === name;
}

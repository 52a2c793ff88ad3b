import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { bare, propertyName, variableOf } from "../flow/syntax/binding.ts";
import { calleeOf, type Call, type Callee } from "../flow/syntax/callee.ts";
import { isFunction, type FunctionNode } from "../flow/syntax/place.ts";

/** Questions about the code around a call, which several kinds of sinks ask. */

type SourceCode = TSESLint.SourceCode;

/** One step of `root.name.name().name`. */
interface Link {
  readonly name: string;
  readonly isCalled: boolean;
}

export interface Chain {
  readonly root: TSESTree.Node;
  readonly links: readonly Link[];
}

/** `res.status(200).json` as its root and the names that follow it. */
export function chainOf(expression: TSESTree.Node): Chain {
  const links: Link[] = [];
  let root = bare(expression);
  let isCalled = false;
  for (;;) {
    if (root.type === "MemberExpression") {
      links.push({ name: propertyName(root) ?? "*", isCalled });
      isCalled = false;
      root = bare(root.object);
    } else if (root.type === "CallExpression" && !isCalled) {
      isCalled = true;
      root = bare(root.callee);
    } else return { root, links: links.reverse() };
  }
}

export interface Parameter {
  readonly fn: FunctionNode;
  readonly index: number;
  /** It is a part of what is passed: `({ response }) => …`. */
  readonly isPart: boolean;
}

/** The parameter that a name stands for. */
export function parameterOf(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
): Parameter | undefined {
  const [definition] = variableOf(sourceCode, name)?.defs ?? [];
  const fn = definition?.node;
  if (definition === undefined || !isFunction(fn)) return undefined;
  const [start, end] = definition.name.range;
  const index = fn.params.findIndex(({ range }) => range[0] <= start && end <= range[1]);
  const param = fn.params[index];
  if (param === undefined) return undefined;
  const pattern = param.type === "AssignmentPattern" ? param.left : param;
  return { fn, index, isPart: pattern.type === "ObjectPattern" || pattern.type === "ArrayPattern" };
}

/** The call that a function is handed to. */
export function callAround(fn: TSESTree.Node): TSESTree.CallExpression | undefined {
  const { parent } = fn;
  return parent?.type === "CallExpression" && parent.callee !== fn ? parent : undefined;
}

/** What is called with the function whose parameter the root of a call is: `withScope` for `scope.setTag(…)` in it. */
export function handedBy(sourceCode: SourceCode, call: Call): Callee | undefined {
  const { root } = chainOf(call.callee);
  if (root.type !== "Identifier") return undefined;
  const parameter = parameterOf(sourceCode, root);
  const around = parameter === undefined ? undefined : callAround(parameter.fn);
  return around === undefined ? undefined : calleeOf(sourceCode, around);
}

/** What a callee is called in a message. */
export function shownName({ names, madeBy, isNew }: Callee): string {
  const [first = "", ...others] = names;
  const root = first === "()" && madeBy !== undefined ? `${shownName(madeBy.callee)}()` : first;
  return `${isNew ? "new " : ""}${[root, ...others].join(".")}`;
}

/** The values that a choice may come to. */
export function choicesIn(expression: TSESTree.Node): readonly TSESTree.Node[] {
  const found: TSESTree.Node[] = [];
  const pending = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = bare(next);
    if (node.type === "ConditionalExpression") pending.push(node.alternate, node.consequent);
    else if (node.type === "LogicalExpression") pending.push(node.right, node.left);
    else found.push(node);
  }
  return found;
}

/** The name that a function is declared, assigned or held under. */
export function nameOfFunction(fn: FunctionNode): string | undefined {
  if (fn.id) return fn.id.name;
  const { parent } = fn;
  switch (parent.type) {
    case "VariableDeclarator":
      return parent.id.type === "Identifier" ? parent.id.name : undefined;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return propertyName(parent);
    case "AssignmentExpression":
      return parent.left.type === "MemberExpression" ? propertyName(parent.left) : undefined;
    case "TSSatisfiesExpression":
    case "TSAsExpression":
      return parent.parent.type === "VariableDeclarator" && parent.parent.id.type === "Identifier"
        ? parent.parent.id.name
        : undefined;
    default:
      return undefined;
  }
}

/** Is it, or what it is a part of at the top of the file, exported? */
export function isExported(node: TSESTree.Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.type === "ExportNamedDeclaration" || outer.type === "ExportDefaultDeclaration")
      return true;
    if (isFunction(outer)) return false;
    if (outer.type === "AssignmentExpression" && outer.left.type === "MemberExpression") {
      const { root, links } = chainOf(outer.left);
      if (root.type === "Identifier")
        return root.name === "exports" || (root.name === "module" && links[0]?.name === "exports");
    }
  }
  return false;
}

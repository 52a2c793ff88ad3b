import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Call } from "./callee.ts";
import type { Flow } from "./flow.ts";
import { visit } from "./visit.ts";

type SourceCode = TSESLint.SourceCode;

/** What rules look at. All other nodes, which are more, are none of anybody's concern. */
const HEARD = [
  "ArrayExpression",
  "ArrowFunctionExpression",
  "AssignmentExpression",
  "BinaryExpression",
  "CallExpression",
  "FunctionDeclaration",
  "FunctionExpression",
  "ImportDefaultSpecifier",
  "ImportSpecifier",
  "JSXAttribute",
  "JSXExpressionContainer",
  "JSXSpreadAttribute",
  "Literal",
  "MemberExpression",
  "NewExpression",
  "ObjectExpression",
  "Property",
  "PropertyDefinition",
  "ReturnStatement",
  "TemplateElement",
  "TemplateLiteral",
  "ThrowStatement",
  "VariableDeclarator",
] as const satisfies readonly `${TSESTree.Node["type"]}`[];

type Heard = (typeof HEARD)[number];
export type HeardNode = Extract<TSESTree.Node, { type: Heard }>;

const TYPES: ReadonlySet<string> = new Set(HEARD);

function isHeard(node: TSESTree.Node): node is HeardNode {
  return TYPES.has(node.type);
}

export function heardNodesOf(
  { visitorKeys }: SourceCode,
  statements: readonly TSESTree.Node[],
): readonly HeardNode[] {
  const nodes: HeardNode[] = [];
  visit(statements, visitorKeys, (node) => {
    if (isHeard(node)) nodes.push(node);
    return true;
  });
  return nodes;
}

export function callsIn(
  { visitorKeys }: SourceCode,
  statements: readonly TSESTree.Node[],
): readonly Call[] {
  const calls: Call[] = [];
  visit(statements, visitorKeys, (node) => {
    if (node.type === "CallExpression" || node.type === "NewExpression") calls.push(node);
    return true;
  });
  return calls;
}

type Handlers = Pick<TSESLint.RuleListener, Heard>;

/**
 * A rule that hears of what Pleo can reach, rather than of the whole file. ESLint calls it once: to be called for every node
 * of a file cost more than all that the rules have to find out.
 */
export function listenNear(
  flow: Flow,
  handlers: Handlers,
  atEnd: () => void = () => undefined,
): TSESLint.RuleListener {
  const handlerOf = handlers as Readonly<Record<string, ((node: HeardNode) => void) | undefined>>;
  return {
    Program() {
      for (const node of flow.nodes()) handlerOf[node.type]?.(node);
      atEnd();
    },
  };
}

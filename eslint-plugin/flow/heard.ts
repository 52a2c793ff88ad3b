import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Call } from "./syntax/callee.ts";
import type { Flow } from "./flow.ts";
import { visit } from "./syntax/visit.ts";

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

const PLACES: ReadonlyMap<string, number> = new Map(HEARD.map((type, place) => [type, place]));

/** Nodes in the order of the text, and of each the place of its type among those that rules look at. */
export interface HeardNodes {
  readonly nodes: readonly HeardNode[];
  readonly places: readonly number[];
}

export function heardNodesOf(
  { visitorKeys }: SourceCode,
  statements: readonly TSESTree.Node[],
): HeardNodes {
  const nodes: HeardNode[] = [];
  const places: number[] = [];
  visit(statements, visitorKeys, (node) => {
    const place = PLACES.get(node.type);
    if (place !== undefined) {
      nodes.push(node as HeardNode);
      places.push(place);
    }
    return true;
  });
  return { nodes, places };
}

export function isCall(node: HeardNode): node is Call {
  return node.type === "CallExpression" || node.type === "NewExpression";
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
  return {
    Program() {
      const { nodes, places } = flow.nodes();
      const handlerAt = handlersByPlace(handlers);
      for (let index = 0; index < nodes.length; index++) {
        const handler = handlerAt[places[index] ?? -1];
        const node = nodes[index];
        if (handler !== undefined && node !== undefined) handler(node);
      }
      atEnd();
    },
  };
}

type Handler = (node: HeardNode) => void;

/** To find a handler by the name of a type takes several times as long, and each rule looks for one for each node. */
function handlersByPlace(handlers: Handlers): readonly (Handler | undefined)[] {
  const handlerAt = Array<Handler | undefined>(HEARD.length).fill(undefined);
  for (const [type, handler] of Object.entries(handlers)) {
    handlerAt[PLACES.get(type) ?? -1] = handler as Handler;
  }
  return handlerAt;
}

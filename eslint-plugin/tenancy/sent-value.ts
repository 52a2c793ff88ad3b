import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { lastNameOf } from "../flow/syntax/binding.ts";
import type { Call } from "../flow/syntax/callee.ts";
import { callsTo } from "../flow/syntax/calls-to.ts";
import { functionAround } from "../flow/syntax/place.ts";
import { requestOf } from "../flow/request/request.ts";
import { returnsOf } from "../flow/syntax/returns.ts";
import { MADE, MAKES } from "./keyed-clients.ts";

type SourceCode = TSESLint.SourceCode;
type Node = TSESTree.Node;
type Variable = TSESLint.Scope.Variable;

/** What is used more often is sent at one of the first places, or at none. */
export const MOST_REFERENCES = 20;

/** A key is more than a part of these. */
const STOPS: ReadonlySet<string> = new Set<`${Node["type"]}`>([
  "UnaryExpression",
  "IfStatement",
  "AssignmentPattern",
  "ThrowStatement",
]);

/** Roads from one constant to the next are shorter. */
const FURTHEST = 3;

/** How far a value has come. */
interface Way {
  readonly furthest: number;
  /** It is in a client by now, of which something may be asked. */
  readonly isInClient: boolean;
}

/** Does it end up in a request, or in a client that is made? */
export function isSent(
  sourceCode: SourceCode,
  from: Node,
  { furthest, isInClient: wasInClient }: Way = { furthest: FURTHEST, isInClient: false },
): boolean {
  let node = from;
  let isInClient = wasInClient;
  const onward = (): Way => ({ furthest: furthest - 1, isInClient });
  for (let { parent } = node; parent; { parent } = node) {
    if (STOPS.has(parent.type) || parent.type.startsWith("Function")) return false;
    if (parent.type === "ReturnStatement" || parent.type === "ArrowFunctionExpression") {
      return furthest > 0 && isSentByCallers(sourceCode, node, onward());
    }
    if (parent.type === "BinaryExpression" && parent.operator !== "+") return false;
    // What stands on the left may be the tenant's own.
    if (parent.type === "LogicalExpression" && parent.right === node) return false;
    if (parent.type === "ConditionalExpression") return false;
    if (parent.type === "CallExpression" || parent.type === "NewExpression") {
      if (isSender(sourceCode, parent)) return true;
      if (isInClient && parent.callee === node) return true;
      isInClient ||= parent.callee !== node && MAKES.test(lastNameOf(parent.callee) ?? "");
    }
    if (parent.type === "VariableDeclarator") {
      return furthest > 0 && parent.init === node && isSentOn(sourceCode, parent, onward());
    }
    node = parent;
  }
  return false;
}

/** What a function makes of it and hands back: `function headers() { return { Authorization: … } }`. */
function isSentByCallers(sourceCode: SourceCode, returned: Node, way: Way): boolean {
  const fn = functionAround(returned);
  // Where it hands back something else, too, that may be the tenant's own.
  if (fn === undefined || returnsOf(sourceCode, fn).length > 1) return false;
  return callsTo(sourceCode, fn)
    .slice(0, MOST_REFERENCES)
    .some((call) => isSent(sourceCode, call, way));
}

function isSentOn(
  sourceCode: SourceCode,
  declarator: TSESTree.VariableDeclarator,
  way: Way,
): boolean {
  const variables = sourceCode.scopeManager?.getDeclaredVariables(declarator) ?? [];
  return variables.some(
    (variable) =>
      // Written again, it may be the tenant's own.
      writesOf(variable) === 1 &&
      variable.references
        .slice(0, MOST_REFERENCES)
        .some((reference) => reference.isRead() && isSent(sourceCode, reference.identifier, way)),
  );
}

function writesOf({ references }: Variable): number {
  return references.filter((reference) => reference.isWrite()).length;
}

function isSender(sourceCode: SourceCode, call: Call): boolean {
  if (requestOf(sourceCode, call) !== undefined) return true;
  return call.type === "NewExpression" && MADE.test(lastNameOf(call.callee) ?? "");
}

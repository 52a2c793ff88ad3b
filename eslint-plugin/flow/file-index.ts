import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Call } from "./callee.ts";
import { visit } from "./visit.ts";

/** A step of ESLint's own walk, which it takes before any rule, and keeps. */
interface Step {
  readonly kind: number;
  readonly phase: number;
  readonly target: TSESTree.Node;
}

const VISIT = 1;
const ENTERING = 1;

/** Every call and `new` of a file. */
export function callsOf(sourceCode: TSESLint.SourceCode): readonly Call[] {
  const calls: Call[] = [];
  const { traverse } = sourceCode as { readonly traverse?: () => Iterable<Step> };
  if (traverse === undefined) {
    visit(sourceCode.ast, sourceCode.visitorKeys, (node) => {
      if (isCall(node)) calls.push(node);
      return true;
    });
    return calls;
  }
  for (const { kind, phase, target } of traverse.call(sourceCode)) {
    if (kind === VISIT && phase === ENTERING && isCall(target)) calls.push(target);
  }
  return calls;
}

function isCall(node: TSESTree.Node): node is Call {
  return node.type === "CallExpression" || node.type === "NewExpression";
}

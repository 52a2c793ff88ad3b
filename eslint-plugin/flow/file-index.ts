import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./binding.ts";

/** What the analysis has to find anywhere in a file, gathered in one walk, and only if it is asked for. */
export interface FileIndex {
  readonly calls: readonly (TSESTree.CallExpression | TSESTree.NewExpression)[];
  /** `this.name`, by name. */
  readonly membersOfThis: ReadonlyMap<string, readonly TSESTree.MemberExpression[]>;
}

const indexes = new WeakMap<TSESTree.Program, FileIndex>();

export function indexOf(sourceCode: TSESLint.SourceCode): FileIndex {
  let index = indexes.get(sourceCode.ast);
  if (index === undefined) {
    index = createIndex(sourceCode);
    indexes.set(sourceCode.ast, index);
  }
  return index;
}

function createIndex(sourceCode: TSESLint.SourceCode): FileIndex {
  const calls: (TSESTree.CallExpression | TSESTree.NewExpression)[] = [];
  const membersOfThis = new Map<string, TSESTree.MemberExpression[]>();
  forEachNode(sourceCode, (node) => {
    if (node.type === "CallExpression" || node.type === "NewExpression") calls.push(node);
    else if (node.type === "MemberExpression" && node.object.type === "ThisExpression") {
      const name = propertyName(node);
      if (name === undefined) return;
      const members = membersOfThis.get(name);
      if (members === undefined) membersOfThis.set(name, [node]);
      else members.push(node);
    }
  });
  return { calls, membersOfThis };
}

/** A step of ESLint's own walk, which it takes before any rule, and keeps. */
interface Step {
  readonly kind: number;
  readonly phase: number;
  readonly target: TSESTree.Node;
}

const VISIT = 1;
const ENTERING = 1;

function forEachNode(sourceCode: TSESLint.SourceCode, see: (node: TSESTree.Node) => void): void {
  const { traverse } = sourceCode as { readonly traverse?: () => Iterable<Step> };
  if (traverse === undefined) {
    visit(sourceCode.ast, sourceCode.visitorKeys, (node) => {
      see(node);
      return true;
    });
    return;
  }
  for (const { kind, phase, target } of traverse.call(sourceCode)) {
    if (kind === VISIT && phase === ENTERING) see(target);
  }
}

/** Every node below one; what `goesInto` answers no for is not entered. Its own stack: programs may be deep. */
export function visit(
  root: TSESTree.Node,
  visitorKeys: TSESLint.SourceCode["visitorKeys"],
  goesInto: (node: TSESTree.Node) => boolean,
): void {
  const pending: TSESTree.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!goesInto(node)) continue;
    const keys = visitorKeys[node.type];
    if (keys === undefined) continue;
    for (const key of keys) {
      const child: unknown = node[key as keyof typeof node];
      if (Array.isArray(child)) {
        for (const inner of child as readonly unknown[]) if (isNode(inner)) pending.push(inner);
      } else if (isNode(child)) pending.push(child);
    }
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/**
 * Every node from these on, in the order of the text; what `goesInto` answers no for is not entered. Its own stack: programs
 * may be deep.
 */
export function visit(
  roots: readonly TSESTree.Node[],
  visitorKeys: TSESLint.SourceCode["visitorKeys"],
  goesInto: (node: TSESTree.Node) => boolean,
): void {
  const pending: TSESTree.Node[] = roots.toReversed();
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!goesInto(node)) continue;
    const keys = visitorKeys[node.type];
    if (keys === undefined) continue;
    for (let at = keys.length - 1; at >= 0; at--) {
      const child: unknown = node[keys[at] as keyof typeof node];
      if (Array.isArray(child)) pushAll(pending, child);
      else if (isNode(child)) pending.push(child);
    }
  }
}

function pushAll(pending: TSESTree.Node[], children: readonly unknown[]): void {
  for (let at = children.length - 1; at >= 0; at--) {
    const child = children[at];
    if (isNode(child)) pending.push(child);
  }
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

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

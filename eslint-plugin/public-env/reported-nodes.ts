import type { TSESTree } from "@typescript-eslint/utils";

/** What is further inside of something that was reported is something else. */
const NEAR_BY = 12;

/** What was reported, so that nothing in it is reported once more. */
export class ReportedNodes {
  readonly #nodes = new Set<TSESTree.Node>();

  add(node: TSESTree.Node): void {
    this.#nodes.add(node);
  }

  isAround(node: TSESTree.Node): boolean {
    // The root has `null` for a parent, whatever the types say.
    let outer: TSESTree.Node | null | undefined = node;
    for (let left = NEAR_BY; left > 0 && outer; left--) {
      if (this.#nodes.has(outer)) return true;
      outer = outer.parent;
    }
    return false;
  }
}

/**
 * What a manifest says, and where: each part knows the place of its first character in the text. Unlike the tree of
 * a workflow it keeps apart a text and a number, since `1e3` is no id that anybody has written.
 */
export type Tree =
  | { readonly kind: "map"; readonly at: number; readonly entries: readonly Entry[] }
  | { readonly kind: "list"; readonly at: number; readonly items: readonly Tree[] }
  | { readonly kind: "text"; readonly at: number; readonly text: string }
  /** Anything else that YAML has: a number, a boolean, nothing at all. */
  | { readonly kind: "other"; readonly at: number; readonly value: unknown };

export interface Entry {
  readonly name: string;
  /** Of the name. */
  readonly at: number;
  readonly value: Tree;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds lines and columns, both from 1, for places in a text. */
export class Positions {
  /** Where each line begins. */
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) {
      starts.push(end + 1);
    }
    this.starts = starts;
  }

  at(place: number): Position {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? Infinity) <= place) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: place - (this.starts[low] ?? 0) + 1 };
  }
}

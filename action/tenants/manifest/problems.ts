import type { Position, Positions } from "./tree.ts";

/** Nothing that stands in the manifest is repeated: what stands in the wrong place may be a key. */
export interface ManifestProblem extends Position {
  readonly message: string;
}

/** Everything that is wrong with a manifest, each thing once. */
export class Problems {
  private readonly found = new Map<string, { readonly at: number; readonly message: string }>();
  private readonly positions: Positions;

  constructor(positions: Positions) {
    this.positions = positions;
  }

  add(at: number, message: string): void {
    // What an anchor says wrongly is wrong wherever it is used, and mended in one place.
    this.found.set(`${at} ${message}`, { at, message });
  }

  get count(): number {
    return this.found.size;
  }

  /** As they stand in the file. */
  list(): readonly ManifestProblem[] {
    return [...this.found.values()]
      .toSorted((one, other) => one.at - other.at)
      .map(({ at, message }) => ({ ...this.positions.at(at), message }));
  }
}

import type { TSESTree } from "@typescript-eslint/utils";
import { findKeys } from "../../../src/key/find-keys.ts";
import type { FoundKey } from "../../../src/key/find-keys.ts";
import { KEY_LENGTH } from "../../../src/key/shape.ts";
import type { LiteralText, Piece } from "../syntax/literal-text.ts";

/** A key, and where in the source to point. */
export interface LocatedKey extends Pick<FoundKey, "key" | "spelling"> {
  /** The key itself, or all the expressions that it is made of, from the first to the last. */
  readonly range: TSESTree.Range;
}

/** The keys that begin in one piece and end in another. One that stands in a single piece is not composed. */
export function findComposedKeys({ stretches }: LiteralText): readonly LocatedKey[] {
  return stretches.filter((pieces) => pieces.length > 1).flatMap(findIn);
}

function findIn(pieces: readonly Piece[]): readonly LocatedKey[] {
  const text = pieces.map((piece) => piece.text).join("");
  if (text.length < KEY_LENGTH.min) return [];
  const found = findKeys(text);
  if (found.length === 0) return [];
  const pieceAt = createPieceFinder(pieces);
  return found.flatMap(({ key, spelling, start, end }) => {
    const first = pieceAt(start);
    const last = pieceAt(end - 1);
    if (first === undefined || last === undefined || first === last) return [];
    return [{ key, spelling, range: [first.pointAt.range[0], last.pointAt.range[1]] }];
  });
}

/** Asked from left to right, one walk over the pieces answers everything. */
function createPieceFinder(pieces: readonly Piece[]): (offset: number) => Piece | undefined {
  let index = 0;
  let end = pieces[0]?.text.length ?? 0;
  return (offset) => {
    while (offset >= end && index < pieces.length) end += pieces[++index]?.text.length ?? 0;
    return pieces[index];
  };
}

import { KEY_LENGTH } from "../../../../src/key/shape.ts";
import { findKeys } from "../../../../src/key/find-keys.ts";
import { createByteSearch, type OnFound } from "./byte-search.ts";
import type { Needle } from "./needles.ts";
import { longestWrapped, wholeAround, type WrappedNeedle } from "./wrapped-base64.ts";

/** Part of a content that is read piece by piece. */
interface View {
  readonly bytes: Buffer;
  /** How many of them there are. */
  readonly length: number;
  /** How many of them the view before this one had too. */
  readonly kept: number;
  readonly isLast: boolean;
}

/** Something that finds things in bytes, piece by piece, each thing once. */
export interface Detector {
  /** How many bytes at the end of a view the next one must begin with. */
  readonly overlap: number;
  readonly detect: (view: View, onFound: OnFound) => void;
}

const MOST_KEYS = 8;

/** Finds the needles; after them it counts the pieces of those that are broken up into lines. */
export function needleDetector(
  needles: readonly Needle[],
  pieces: readonly WrappedNeedle[] = [],
): Detector {
  const { longest, search } = createByteSearch([...needles, ...pieces].map(({ bytes }) => bytes));
  return {
    overlap: Math.max(longest, ...pieces.map(longestWrapped)) - 1,
    detect: ({ bytes, length, kept }, onFound) => {
      // A whole has several pieces, and is told once.
      const told: number[] = [];
      search(bytes, length, (start, end, index) => {
        const piece = pieces[index - needles.length];
        if (piece === undefined) {
          if (end > kept) onFound(start, end, index);
          return;
        }
        const whole = wholeAround({ bytes, length }, start, piece);
        if (whole === undefined || whole.end <= kept || told.includes(whole.start)) return;
        // Pieces of two wholes never come by turns, but for those of two keys.
        told.push(whole.start);
        if (told.length > MOST_KEYS) told.shift();
        onFound(whole.start, whole.end, index);
      });
    },
  };
}

/** More than any spelling of the longest key needs, line breaks and what stands beside it included. */
const MARGIN = 8 * KEY_LENGTH.max;

/** Finds what is shaped like a key, whichever key that is. */
export const shapeDetector: Detector = {
  overlap: 2 * MARGIN,
  detect: ({ bytes, length, kept, isLast }, onFound) => {
    // Each byte a character: the finder knows UTF-16 by the NULs.
    const found = findKeys(bytes.toString("latin1", 0, length));
    // What begins near either end is told by the view that has what surrounds it.
    const from = kept === 0 ? 0 : kept - MARGIN;
    const to = isLast ? length : length - MARGIN;
    for (const { start, end } of found) if (start >= from && start < to) onFound(start, end, 0);
  },
};

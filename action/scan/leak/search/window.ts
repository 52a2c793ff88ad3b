import type { Detector } from "./detector.ts";
import { countLineEnds, textKindOf, type TextKind } from "./text-kind.ts";

/** One thing that was found in a content. */
export interface Hit {
  readonly start: number;
  /** What was found, as the detector counts. */
  readonly what: number;
  /** From 1, where lines were asked for and mean something. */
  readonly line?: number;
}

export interface Hits {
  readonly list: readonly Hit[];
  /** How many there are; the list stops earlier. */
  readonly count: number;
  /** The lines would have been too dear to count before anything was found. */
  readonly lacksLines: boolean;
}

/** Of more places in one content nobody reads. */
const MOST_HITS = 1000;

export interface SearchWindow {
  /** Forgets the content before. */
  readonly begin: () => void;
  /** Where the next bytes may be written. */
  readonly free: () => Buffer;
  /** So many have been written there. */
  readonly advance: (count: number) => void;
  readonly write: (bytes: Buffer) => void;
  readonly end: () => Hits;
}

interface WindowOptions {
  readonly size: number;
  /** Of a content that is longer than the buffer, lines have to be counted although it may hold nothing. */
  readonly countsLinesOf: "short contents" | "all contents";
}

/** Searches a content of any length in a buffer of a fixed one, which serves for many contents. */
export function createWindow(
  detector: Detector,
  { size, countsLinesOf }: WindowOptions,
): SearchWindow {
  // An even number, so that what is two bytes wide stays whole.
  const overlap = detector.overlap + (detector.overlap & 1);
  const bytes = Buffer.allocUnsafeSlow(size + overlap);
  let hits: Hit[] = [];
  let count = 0;
  let filled = 0;
  let kept = 0;
  let origin = 0;
  let lines: LineCounter | undefined;
  const countsAll = countsLinesOf === "all contents";

  const look = (isLast: boolean): void => {
    const found: { start: number; what: number }[] = [];
    detector.detect({ bytes, length: filled, kept, isLast }, (start, _end, what) => {
      count += 1;
      if (hits.length + found.length < MOST_HITS) found.push({ start, what });
    });
    if (found.length === 0) return;
    found.sort((one, other) => one.start - other.start);
    if (countsAll || origin === 0) lines ??= countLines(textKindOf(bytes, filled));
    for (const { start, what } of found) {
      const line = lines?.lineAt(bytes, start);
      hits.push({ start: origin + start, what, ...(line === undefined ? {} : { line }) });
    }
  };

  const slide = (): void => {
    look(false);
    const from = filled - overlap;
    if (countsAll) lines ??= countLines(textKindOf(bytes, filled));
    lines?.leaveBehind(bytes, from);
    bytes.copyWithin(0, from, filled);
    origin += from;
    filled = kept = overlap;
  };

  const advance = (added: number): void => {
    filled += added;
    if (filled === bytes.length) slide();
  };

  return {
    begin: () => {
      hits = [];
      count = filled = kept = origin = 0;
      lines = undefined;
    },
    free: () => bytes.subarray(filled),
    advance,
    write: (chunk) => {
      for (let done = 0; done < chunk.length;) {
        const copied = chunk.copy(bytes, filled, done);
        done += copied;
        advance(copied);
      }
    },
    end: () => {
      look(true);
      return { list: hits, count, lacksLines: count > 0 && origin > 0 && !countsAll };
    },
  };
}

interface LineCounter {
  readonly lineAt: (bytes: Buffer, index: number) => number | undefined;
  /** The bytes before this one are about to go. */
  readonly leaveBehind: (bytes: Buffer, index: number) => void;
}

function countLines(kind: TextKind): LineCounter {
  let line = 1;
  let counted = 0;
  const countTo = (bytes: Buffer, index: number): void => {
    const to = kind === "bytes" ? index : index - (index & 1);
    if (to <= counted) return;
    line += countLineEnds(bytes, kind, { from: counted, to });
    counted = to;
  };
  return {
    lineAt: (bytes, index) => {
      countTo(bytes, index);
      return kind === "binary" ? undefined : line;
    },
    leaveBehind: (bytes, index) => {
      countTo(bytes, index);
      counted -= index;
    },
  };
}

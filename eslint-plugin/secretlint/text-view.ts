/** A text as it is meant, and where each of its characters stands in the file. */
export interface TextView {
  readonly text: string;
  /** The stretch of the file that a stretch of this text was made of. */
  toSource(start: number, end: number): readonly [number, number];
}

/** The file as it is. */
export function wholeView(text: string): TextView {
  return { text, toSource: (start, end) => [start, end] };
}

interface Reading {
  /** Global, and never empty. */
  readonly pattern: RegExp;
  /** What a match stands for: one character, or none. */
  readonly meaning: (match: RegExpExecArray) => string;
}

/** A stretch of the view. If it is not as long as what it was made of, it is one character. */
interface Stretch {
  readonly start: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** The text with every match of the pattern read as what it stands for; `undefined` if there is none. */
export function readThrough(text: string, { pattern, meaning }: Reading): TextView | undefined {
  const stretches: Stretch[] = [];
  const pieces: string[] = [];
  let length = 0;
  let from = 0;
  function add(piece: string, sourceStart: number, sourceEnd: number): void {
    if (piece === "") return;
    stretches.push({ start: length, sourceStart, sourceEnd });
    pieces.push(piece);
    length += piece.length;
  }
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    add(text.slice(from, match.index), from, match.index);
    add(meaning(match), match.index, end);
    from = end;
  }
  if (from === 0) return undefined;
  add(text.slice(from), from, text.length);
  return createView(pieces.join(""), stretches);
}

function createView(text: string, stretches: readonly Stretch[]): TextView {
  function stretchAt(index: number): { readonly stretch: Stretch; readonly isCharacter: boolean } {
    let low = 0;
    for (let high = stretches.length; low + 1 < high;) {
      const middle = (low + high) >> 1;
      if ((stretches[middle]?.start ?? Infinity) <= index) low = middle;
      else high = middle;
    }
    const stretch = stretches[low] ?? { start: 0, sourceStart: 0, sourceEnd: 0 };
    const length = (stretches[low + 1]?.start ?? text.length) - stretch.start;
    return { stretch, isCharacter: stretch.sourceEnd - stretch.sourceStart !== length };
  }
  function startOf(index: number): number {
    const { stretch, isCharacter } = stretchAt(index);
    return isCharacter ? stretch.sourceStart : stretch.sourceStart + index - stretch.start;
  }
  function endOf(index: number): number {
    const { stretch, isCharacter } = stretchAt(index);
    return isCharacter ? stretch.sourceEnd : stretch.sourceStart + index - stretch.start + 1;
  }
  return { text, toSource: (start, end) => [startOf(start), endOf(end - 1)] };
}

/** A view of a view, down to the file. */
export function through(outer: TextView, inner: TextView): TextView {
  return {
    text: inner.text,
    toSource: (start, end) => outer.toSource(...inner.toSource(start, end)),
  };
}

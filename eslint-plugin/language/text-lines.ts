/** As ESLint has it for scripts: lines from one, columns from zero. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const LINE_BREAK = /\r\n?|\n/g;

/** Where lines begin, so that a place in a text can be told by line and column, and the other way round. */
export class TextLines {
  readonly #length: number;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#length = text.length;
    const starts = [0];
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      starts.push(index + lineBreak.length);
    }
    this.#starts = starts;
  }

  positionAt(index: number): Position {
    const inside = Math.min(Math.max(index, 0), this.#length);
    let line = 0;
    // The last line that begins at or before it lies between `line` and `after`.
    for (let after = this.#starts.length; line + 1 < after;) {
      const middle = Math.floor((line + after) / 2);
      if ((this.#starts[middle] ?? 0) <= inside) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: inside - (this.#starts[line] ?? 0) };
  }

  indexAt({ line, column }: Position): number {
    return Math.min((this.#starts[line - 1] ?? this.#length) + column, this.#length);
  }
}

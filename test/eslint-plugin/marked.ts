/** Where a report has to point: `«` and `»` around a part of the code say it. */
export interface Marked {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A program without its one pair of marks, and the place that was between them. */
export function marked(text: string): Marked {
  const start = text.indexOf("«");
  const code = text.replace(/[«»]/g, "");
  const end = text.indexOf("»") - 1;
  if (start < 0 || end < start || code.length !== text.length - 2)
    throw new Error(`not one pair of marks: ${text}`);
  const [from, to] = [placeOf(code, start), placeOf(code, end)];
  return { code, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function placeOf(code: string, offset: number): { readonly line: number; readonly column: number } {
  const before = code.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

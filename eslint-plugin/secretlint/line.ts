/** Longer lines are nobody's, and to read back without an end would take time out of proportion. */
const LONGEST_LINE = 200;

/** What stands on the line before a place. */
export function lineBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - LONGEST_LINE), index);
  return before.slice(before.lastIndexOf("\n") + 1);
}

/** Does the line begin as a comment, in one of the languages that programs are written in? */
export function isInComment(text: string, index: number): boolean {
  return /^\s*(?:\/\/|#|\*|\/\*|--(?!\w))/.test(lineBefore(text, index));
}

/**
 * The escapes by which a literal can hold a key that its source does not show: those that stand for a letter, a
 * digit or an underscore, those that stand for nothing (`\` before the end of a line, or before a letter that it
 * gives no meaning to), and the numbered ones of JSX. The common rest, like `\n` and `\"`, stands for what no key
 * holds.
 */
const HIDING_ESCAPE = /\\[^nrtbfv'"`\\$]|&#/;

/**
 * What is left to see of a key cut into pieces: its prefix, eight hex digits in a row, or those in base64. The
 * first of the eight is a decimal digit, which hardly a key is without and hardly a word has.
 */
const TRACE_OF_PIECES = /pl[a-z]_|[0-9][0-9a-f]{7}|(?:[MNOYZ][A-Za-z0-9]{3}){3}/;

/** May the text of this literal hold a key that its source does not show? */
export function mayHideKey(source: string): boolean {
  return HIDING_ESCAPE.test(source);
}

/** Is it worth a look at each literal of this file? In most files it is not. */
export function mayDisguiseKey(source: string): boolean {
  return mayHideKey(source) || TRACE_OF_PIECES.test(source);
}

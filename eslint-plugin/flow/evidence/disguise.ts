/**
 * The escapes by which a literal can hold a key that its source does not show: those that stand for a letter, a
 * digit or an underscore, those that stand for nothing (`\` before the end of a line, or before a letter that it
 * gives no meaning to), and the numbered ones of JSX. The common rest, like `\n` and `\"`, stands for what no key
 * holds.
 */
export const HIDING_ESCAPE = `\\\\[^nrtbfv'"\`\\\\$]|&#`;

const HEX = "[0-9a-f]";
const LETTER = "[A-Za-z0-9]";
const BASE64_OF_TWO = `[MNOYZ]${LETTER.repeat(3)}`;

/**
 * What is left to see of the middle of a key cut into pieces: eight hex digits in a row, or those in base64. The first of
 * the eight is a decimal digit, which hardly a key is without and hardly a word has. Without repetitions, for which V8
 * would look at every character of a text.
 */
export const HEX_DIGITS = `[0-9]${HEX.repeat(7)}`;
export const BASE64_DIGITS = BASE64_OF_TWO.repeat(3);

const DIGITS = [new RegExp(HEX_DIGITS), new RegExp(BASE64_DIGITS)];

const HIDES = new RegExp(HIDING_ESCAPE);

/** May the text of this literal hold a key that its source does not show? */
export function mayHideKey(source: string): boolean {
  return HIDES.test(source);
}

/** Does the text show a part of a key that is not its beginning? */
export function showsDigits(text: string): boolean {
  return DIGITS.some((digits) => digits.test(text));
}

import { base64Value } from "../encoding/base64.ts";

/** Tools wrap base64 at 40 to 80 characters; a shorter line ends because the text does. */
export const SHORTEST_WRAPPED_LINE = 40;
/** What stands before the base64 on its line may look like more of it. */
const LONGEST_WRAPPED_LINE = 120;

/** As it is, or written as an escape inside a string, or inside a string in a string. */
const WRITTEN_BREAK = "\\\\{1,4}(?:r\\\\{1,4}n|[rn])";
const BREAK = `(?:\\r\\n?|\\n|${WRITTEN_BREAK})`;
/** Indents, and the marks of quoted text and of comments. */
const INDENT = "[ \\t>#]{0,40}";
const SPACE = "[ \\t]{0,40}";
const QUOTE = "\\\\{0,3}[\"'`]";
const PLUS = "[+.]";
/** A string that is put together from a piece per line, or from pieces on one line. */
const CONCATENATION = `${QUOTE}${SPACE}(?:${PLUS}?${SPACE}\\\\?${BREAK}${INDENT}(?:${PLUS}${SPACE})?|${PLUS}${SPACE})${QUOTE}`;
/** A list with a string per line, as notebooks have it. */
const LIST = `${WRITTEN_BREAK}${QUOTE}${SPACE}[,+]?${SPACE}${BREAK}?${INDENT}${QUOTE}`;

/** How a base64 text may go on where a line ends. Begins with no character of base64, and is bounded. */
const WRAP_PATTERN = `(?:${LIST}|[ \\t]{0,4}\\\\?${BREAK}${INDENT}|${CONCATENATION})`;

const LINE_FEED = 0x0a;
const WRAP = new RegExp(WRAP_PATTERN, "y");
const WRAPS = new RegExp(WRAP_PATTERN, "g");
/** Longer than any wrap. */
const LOOK_BEHIND = 200;
const ENDS_WITH_WRAP = new RegExp(`${WRAP_PATTERN}$`);

/** Where lines are taken to go on: after those that are full, or after every one. */
export type WrapReading = "full-lines" | "any-lines";

/** Where a base64 text goes on that was wrapped at `index`; `undefined` if it was not. */
export function afterWrap(text: string, index: number, reading: WrapReading): number | undefined {
  const next = wrapEnd(text, index);
  if (next === undefined) return undefined;
  return reading === "any-lines" || isFullLine(text, index) ? next : undefined;
}

/** The same, whatever stands before it. */
export function wrapEnd(text: string, index: number): number | undefined {
  // The most frequent form is seen without the expression, which takes several times as long.
  if (text.charCodeAt(index) === LINE_FEED && base64Value(text, index + 1) >= 0) return index + 1;
  WRAP.lastIndex = index;
  if (!WRAP.test(text)) return undefined;
  const next = WRAP.lastIndex;
  return base64Value(text, next) >= 0 ? next : undefined;
}

/** Where the line before ended, for a base64 text that goes on at `index`; that line must have been full. */
export function beforeWrap(text: string, index: number): number | undefined {
  // The letter of a written break looks like the first character of the line after it.
  const isWritten = text.charAt(index - 1) === "\\" && /[nr]/.test(text.charAt(index));
  const start = isWritten ? index + 1 : index;
  if (!isWritten && !/[\s"'`>#]/.test(text.charAt(start - 1))) return undefined;
  const near = text.slice(Math.max(0, start - LOOK_BEHIND), start);
  const wrap = ENDS_WITH_WRAP.exec(near)?.[0];
  if (wrap === undefined) return undefined;
  const end = start - wrap.length;
  return lineLength(text, end) >= SHORTEST_WRAPPED_LINE ? end : undefined;
}

export function withoutWraps(base64: string): string {
  return base64.replace(WRAPS, "");
}

export function isFullLine(text: string, end: number): boolean {
  const length = lineLength(text, end);
  return length >= SHORTEST_WRAPPED_LINE && length <= LONGEST_WRAPPED_LINE;
}

function lineLength(text: string, end: number): number {
  let length = 0;
  while (length <= LONGEST_WRAPPED_LINE && base64Value(text, end - length - 1) >= 0) length++;
  return length;
}

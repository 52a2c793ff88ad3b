import { base64Value } from "../encoding/base64.ts";

/** Tools wrap base64 at 64 or 76 characters; a shorter line ends because the text does. */
const SHORTEST_WRAPPED_LINE = 60;
const LONGEST_WRAPPED_LINE = 80;
const LINE_BREAK = /\r?\n[ \t]{0,16}/y;

/** Where a base64 text goes on that was wrapped at `index`; `undefined` if it was not. */
export function afterWrap(text: string, index: number): number | undefined {
  LINE_BREAK.lastIndex = index;
  if (!LINE_BREAK.test(text)) return undefined;
  const next = LINE_BREAK.lastIndex;
  return base64Value(text, next) >= 0 && isFullLine(text, index) ? next : undefined;
}

function isFullLine(text: string, end: number): boolean {
  let length = 0;
  while (length <= LONGEST_WRAPPED_LINE && base64Value(text, end - length - 1) >= 0) length++;
  return length >= SHORTEST_WRAPPED_LINE && length <= LONGEST_WRAPPED_LINE && length % 4 === 0;
}

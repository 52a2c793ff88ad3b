import { base64Value } from "../encoding/base64.ts";
import { afterWrap, beforeWrap } from "../reading/line-wrap.ts";

/**
 * A base64 text is opaque: of one that holds a secret nothing readable is lost when all of it is hidden, and
 * what is left of it could show bits of the secret, its length or its padding. So the lines before it and
 * after it go as well where it was wrapped.
 */
export function base64RunStart(text: string, within: number, floor: number): number {
  let start = lineStart(text, within, floor);
  for (let end = beforeWrap(text, start); end !== undefined && end > floor;) {
    start = lineStart(text, end, floor);
    end = beforeWrap(text, start);
  }
  return start;
}

function lineStart(text: string, within: number, floor: number): number {
  let start = within;
  while (start > floor && base64Value(text, start - 1) >= 0) start--;
  return start;
}

/** Padding and what follows it goes too: how much padding there is depends on the length of the secret. */
export function base64RunEnd(text: string, within: number): number {
  let end = lineEnd(text, within);
  for (let next = nextLineEnd(text, end); next !== undefined; next = nextLineEnd(text, end)) {
    end = next;
  }
  return end;
}

function lineEnd(text: string, within: number): number {
  let end = within;
  for (let next = end; next >= 0; next = nextInRun(text, end)) end = next;
  return end;
}

/** What may stand after the last character of a line that is base64 from beginning to end. */
const AFTER_LINE = /[\r\n"'`\\<]/;

/** `Host: example` on the line after a header is no base64, although its first word could be. */
function nextLineEnd(text: string, end: number): number | undefined {
  const next = afterWrap(text, end, "any-lines");
  if (next === undefined) return undefined;
  const nextEnd = lineEnd(text, next);
  return nextEnd === text.length || AFTER_LINE.test(text.charAt(nextEnd)) ? nextEnd : undefined;
}

/** `+`, `/` and `=` as URLs, JSON and HTML have them. */
const ESCAPED =
  /%(?:2[BbFf]|3[Dd])|\\{1,2}\/|\\{1,2}u00(?:2[BbFf]|3[Dd])|&(?:#(?:43|47|61|[xX](?:2[BbFf]|3[Dd]))|plus|sol|equals);/y;

function nextInRun(text: string, index: number): number {
  if (base64Value(text, index) >= 0 || text.charAt(index) === "=") return index + 1;
  ESCAPED.lastIndex = index;
  return ESCAPED.test(text) ? ESCAPED.lastIndex : -1;
}

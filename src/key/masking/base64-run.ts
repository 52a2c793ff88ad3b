import { base64Value } from "../encoding/base64.ts";

/**
 * A base64 text is opaque: of one that holds a secret nothing readable is lost when all of it is hidden, and
 * what is left of it could show bits of the secret, its length or its padding.
 */
export function base64RunStart(text: string, within: number, floor: number): number {
  let start = within;
  while (start > floor && base64Value(text, start - 1) >= 0) start--;
  return start;
}

/** Padding and what follows it goes too: how much padding there is depends on the length of the secret. */
export function base64RunEnd(text: string, within: number): number {
  let end = within;
  for (let next = end; next >= 0; next = nextInRun(text, end)) end = next;
  return end;
}

const ESCAPED = /%(?:2[BbFf]|3[Dd])|\\\//y;

function nextInRun(text: string, index: number): number {
  if (base64Value(text, index) >= 0 || text.charAt(index) === "=") return index + 1;
  ESCAPED.lastIndex = index;
  return ESCAPED.test(text) ? ESCAPED.lastIndex : -1;
}

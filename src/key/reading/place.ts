/** Where a key stands, as far as the text next to it tells. */
export type KeyPlace =
  /** After `Basic`, as in an Authorization header. */
  | "basic-header"
  /** The user of a URL: `https://<key>:@host`. */
  | "url-user"
  /** The value of a query parameter. */
  | "url-query"
  | "text";

/** How far to look to either side: bounded, so that the time stays linear. */
const WINDOW = 100;
const AFTER_BASIC = /(?:^|[^A-Za-z0-9])basic["'`]?(?:\s|%20|\+){1,4}["'`]?$/i;
const AFTER_SCHEME = /[a-z][a-z0-9+.-]{0,20}:(?:\\?\/){2}$/i;
const BEFORE_HOST = /^(?:(?::|%3A)[^\s@/]{0,80})?@/i;
const AFTER_PARAMETER = /(?:[?&]|&amp;|\\u0026)[A-Za-z0-9_.~%[\]-]{1,64}=$/;

export function placeOf(text: string, start: number, end: number): KeyPlace {
  const before = text.slice(Math.max(0, start - WINDOW), start);
  if (AFTER_BASIC.test(before)) return "basic-header";
  if (AFTER_SCHEME.test(before) && BEFORE_HOST.test(text.slice(end, end + WINDOW))) {
    return "url-user";
  }
  return AFTER_PARAMETER.test(before) ? "url-query" : "text";
}

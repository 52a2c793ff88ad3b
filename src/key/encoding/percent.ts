import { hexOf } from "./hex.ts";
import { utf8Bytes } from "./utf8.ts";

/** What `encodeURIComponent` does not leave as it is. The built-in itself throws on half a surrogate pair. */
const ESCAPED_IN_COMPONENT = /[^A-Za-z0-9\-_.!~*'()]/gu;
/** The same of an HTML form, and `URLSearchParams`. */
const ESCAPED_IN_FORM = /[^A-Za-z0-9\-_.*]/gu;

/** The same of others: whole addresses, the user part of one, Python's `quote`, and RFC 3986 strictly. */
const ESCAPED_ELSEWHERE = [
  /[^A-Za-z0-9;,/?:@&=+$\-_.!~*'()#]/gu,
  /[^A-Za-z0-9\-_.!~*'()$&+,%]/gu,
  /[^A-Za-z0-9_.\-~/]/gu,
  /[^A-Za-z0-9\-_.~]/gu,
] as const;
const AWKWARD_IN_URLS = ["/", "+", "="] as const;

/** The forms that other rules than those below give a value, and those with only some of `/`, `+` and `=` escaped. */
export function percentEncodeOtherwise(text: string): readonly string[] {
  const partly = Array.from({ length: 2 ** AWKWARD_IN_URLS.length }, (_, selection) =>
    AWKWARD_IN_URLS.reduce(
      (encoded, mark, place) =>
        ((selection >> place) & 1) === 0
          ? encoded
          : encoded.replaceAll(mark, percentEncodeAll(mark)),
      text,
    ),
  );
  return [...ESCAPED_ELSEWHERE.map((escaped) => percentEncodeWhere(text, escaped)), ...partly];
}

export function percentEncodeComponent(text: string): string {
  return percentEncodeWhere(text, ESCAPED_IN_COMPONENT);
}

export function percentEncodeForm(text: string): string {
  return percentEncodeWhere(text, ESCAPED_IN_FORM).replaceAll("%20", "+");
}

/** Every byte, also those that need no encoding. */
export function percentEncodeAll(text: string): string {
  return hexOf(utf8Bytes(text), "%").replace(/%../g, upperCase);
}

/** The same escapes with small hex digits, as some libraries write them. */
export function withLowerCaseEscapes(encoded: string): string {
  return encoded.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
}

function percentEncodeWhere(text: string, escaped: RegExp): string {
  return text.replace(escaped, (character) => percentEncodeAll(character));
}

function upperCase(escape: string): string {
  return escape.toUpperCase();
}

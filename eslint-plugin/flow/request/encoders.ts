import { wordsOf } from "../evidence/key-names.ts";
import type { Callee } from "../syntax/callee.ts";

/** What encodes by its own name: `btoa`, `toBase64`, `encodeBase64`, `stringToBase64`, `base64Encode`. */
const BY_NAME =
  /^btoa$|^(?:to|encode|as|string|utf8|text|str|b)?_?(?:to|in|as)?_?(?:base64|b64)(?:_?(?:encode|string|url))?$/i;
/** And what does so if it belongs to what is called so: `Base64.encode`, `encode` of `base-64`. */
const OF_BASE64 = /^(?:encode|encodeURI|encodeURL|stringify|fromByteArray|from|default)$/;

/** Does a call turn its argument into base64? The one place that knows. */
export function encodesBase64({ names, path, module }: Callee): boolean {
  const name = path.at(-1) ?? (module === undefined ? (names.at(-1) ?? "") : "default");
  if (BY_NAME.test(name)) return true;
  if (!OF_BASE64.test(name)) return false;
  const owner = path.at(-2) ?? module ?? names.at(-2) ?? "";
  return /(?:base-?|^b)64/i.test(owner) || (name === "default" && wordsOf(owner).includes("btoa"));
}

import { escapeHtml, escapeJson } from "./encoding/escapes.ts";
import { hexOf } from "./encoding/hex.ts";
import {
  percentEncodeAll,
  percentEncodeComponent,
  percentEncodeForm,
  percentEncodeOtherwise,
  withLowerCaseEscapes,
} from "./encoding/percent.ts";
import { utf16Bytes, utf16Texts } from "./encoding/utf16.ts";
import { utf8Bytes } from "./encoding/utf8.ts";
import type { Spelling } from "./spellings.ts";

/** Every form but base64: as it is, and escaped for the places that values are written to. */
export function textSpellings(value: string): readonly Spelling[] {
  return [
    { name: "raw", text: value },
    { name: "value and colon", text: `${value}:` },
    ...otherCases(value),
    ...percentSpellings(value),
    ...jsonSpellings(value),
    ...escapeHtml(value).map((text) => ({ name: "HTML-escaped", text })),
    ...hexSpellings(value),
    // A NUL at either end is left out: it may be missing, and hides nothing.
    ...utf16Texts(value).map((text) => ({ name: "UTF-16", text: text.replace(/^\0|\0$/g, "") })),
  ];
}

/**
 * Hex means the same in either case, so that whoever reads it has the key back. Without a digit it may be a name, and
 * that name in capitals is one that every log shows: `pleo_api_key`.
 */
function otherCases(value: string): readonly Spelling[] {
  if (!/\d/.test(value)) return [];
  const rest = value.indexOf("_") + 1;
  return [
    {
      name: "capitals in the prefix",
      text: value.slice(0, rest).toUpperCase() + value.slice(rest),
    },
    { name: "capitals at the beginning", text: value.charAt(0).toUpperCase() + value.slice(1) },
    { name: "capitals", text: value.toUpperCase() },
    { name: "small letters", text: value.toLowerCase() },
  ];
}

/** Also as JSON that stands in a string of other JSON. */
function jsonSpellings(value: string): readonly Spelling[] {
  const once = escapeJson(value);
  const twice = once.map((text) => JSON.stringify(text).slice(1, -1));
  return [
    ...once.map((text) => ({ name: "JSON-escaped", text })),
    ...twice.map((text) => ({ name: "JSON-escaped twice", text })),
  ];
}

function percentSpellings(value: string): readonly Spelling[] {
  const component = percentEncodeComponent(value);
  const upper = [
    { name: "percent-encoded", text: component },
    { name: "percent-encoded, underscores too", text: component.replaceAll("_", "%5F") },
    { name: "underscores percent-encoded", text: value.replaceAll("_", "%5F") },
    { name: "form-encoded", text: percentEncodeForm(value) },
    { name: "every byte percent-encoded", text: percentEncodeAll(value) },
    ...percentEncodeOtherwise(value).map((text) => ({ name: "percent-encoded otherwise", text })),
  ];
  const lower = upper.map(({ name, text }) => ({
    name: `${name}, lower case`,
    text: withLowerCaseEscapes(text),
  }));
  return [...upper, ...lower];
}

function hexSpellings(value: string): readonly Spelling[] {
  const utf8 = hexOf(utf8Bytes(value));
  const utf16 = hexOf(utf16Bytes(value));
  return [
    { name: "hex", text: utf8 },
    { name: "hex, upper case", text: utf8.toUpperCase() },
    { name: "hex of UTF-16", text: utf16 },
    { name: "hex of UTF-16, upper case", text: utf16.toUpperCase() },
  ];
}

import { REFERENCE } from "./words.ts";
import type { Program } from "./programs.ts";

/** Ways in which scripts make a key unreadable before they show it. */

/** Is nothing left of a key without the characters of such a set, as shells, `sed` and `tr` write it? */
function coversKeys(set: string): boolean {
  return /\[:(?:alnum|graph|print):\]|^(?=.*A-Z)(?=.*a-z).*0-9/.test(set);
}

/** Of `^` and `!` in front of a set, and of `tr -c`. */
function coversBut(kept: string): boolean {
  return !/[\w-]/.test(kept.replaceAll(/\\[nrt]/g, ""));
}

/** A pattern that matches each character of a key: `?` or `.`, `[A-Za-z0-9]`, `[^ ]`. */
function matchesEach(pattern: string, any: string): boolean {
  const [, sign, set = ""] = /^\[([\^!]?)(.+)\]$/.exec(pattern) ?? [];
  return pattern === any || (sign === "" ? coversKeys(set) : set !== "" && coversBut(set));
}

/** What stands behind the name in `${KEY//?/*}`. */
export function masksParameter(rest: string): boolean {
  // Newer shells put in what was matched for `&`.
  const [, all = "", pattern = ""] = /^\/(\/?)([^/]+)(?:\/[^&$`]*)?$/.exec(rest) ?? [];
  return pattern === "*" || (all !== "" && matchesEach(pattern, "?"));
}

/** `tr '[:print:]' '*'`, and `sed` that replaces each character: nothing that tells the key comes out of it. */
export function masksInput({ name, args }: Program): boolean {
  const texts = args.map(({ text }) => text);
  if (texts.some((text) => text.includes(REFERENCE))) return false;
  const flags = texts.filter((text) => FLAG.test(text)).join("");
  const [first = "", second = "", ...more] = texts.filter((text) => !FLAG.test(text));
  if (name === "sed") {
    return second === "" && !flags.includes("i") && masksBySed(first, /[Er]/.test(flags));
  }
  // With `-t` it replaces only as many characters as the second set has.
  if (name !== "tr" || more.length > 0 || flags.includes("t")) return false;
  const isConstant = flags.includes("d") || /^.$/u.test(second);
  return isConstant && (/c/i.test(flags) ? coversBut(first) : coversKeys(first));
}

const FLAG = /^-(?:[a-z]+|-regexp-extended)$/i;

function masksBySed(script: string, isExtended: boolean): boolean {
  const [, , pattern = "", replacement = "", flags] =
    /^s([/|,#])(.+)\1([^&/|,#]*)\1(g?)$/.exec(script) ?? [];
  // The end of a key may be shown.
  if ((isExtended ? KEEPS_END : KEEPS_END_BASIC).test(pattern)) return true;
  if (replacement.includes("\\")) return false;
  return (
    (isExtended ? /^\^?\.[*+]\$?$/ : /^\^?\.\*\$?$/).test(pattern) ||
    (flags === "g" && matchesEach(pattern, "."))
  );
}

/** Extended expressions, and others, in which a bracket counts only behind a backslash. */
const KEEPS_END = /^\.\*\((?:\.{1,4}|\.\{[1-4]\})\)\$?$/;
const KEEPS_END_BASIC = /^\.\*\\\((?:\.{1,4}|\.\\\{[1-4]\\\})\\\)\$?$/;

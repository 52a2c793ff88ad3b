import { masksParameter } from "./masking.ts";
import type { Dialect, Reference } from "./words.ts";

/** How scripts name variables: `$NAME`, `${NAME…}`, `$env:NAME`, `%NAME%`. */
interface FoundReferences {
  /** More than one where what stands for a missing value names others. */
  readonly references: readonly Reference[];
  readonly end: number;
}

const PARAMETER = /\$(?:\{(?<flag>[#!]?)(?<braced>\w+)|(?<plain>\w+))/y;
const POWERSHELL_VARIABLE =
  /\$(?:\{(?:env:)?(?<braced>\w+)\}|(?:env:)?(?<plain>\w+))(?<length>\.length\b)?/iy;
const CMD_VARIABLE = /%(?<percent>\w+)%|!(?<late>\w+)!/y;
const LONGEST_PARAMETER = 500;

type Groups = Readonly<Record<string, string | undefined>>;

/** The variable that is named at this place. */
export function readReference(
  text: string,
  at: number,
  dialect: Dialect,
): FoundReferences | undefined {
  if (dialect === "cmd") return readPattern(text, at, CMD_VARIABLE);
  if (text.charAt(at) !== "$") return undefined;
  return dialect === "powershell"
    ? readPattern(text, at, POWERSHELL_VARIABLE)
    : readParameter(text, at);
}

function readPattern(text: string, at: number, pattern: RegExp): FoundReferences | undefined {
  pattern.lastIndex = at;
  const groups = pattern.exec(text)?.groups as Groups | undefined;
  if (groups === undefined) return undefined;
  const variable = groups["braced"] ?? groups["plain"] ?? groups["percent"] ?? groups["late"] ?? "";
  const reference = referenceTo(variable, at, groups["length"] !== undefined);
  return { references: [reference], end: pattern.lastIndex };
}

function referenceTo(variable: string | undefined, offset: number, isHarmless: boolean): Reference {
  return { offset, variable, isHarmless };
}

/** `$NAME` and `${NAME…}`. */
function readParameter(text: string, at: number): FoundReferences | undefined {
  PARAMETER.lastIndex = at;
  const groups = PARAMETER.exec(text)?.groups as Groups | undefined;
  if (groups === undefined) return undefined;
  const { plain, braced, flag } = groups;
  const start = PARAMETER.lastIndex;
  if (plain !== undefined) return { references: [referenceTo(plain, at, false)], end: start };
  const end = endOfBraces(text, start);
  const rest = end === undefined ? "" : text.slice(start, end - 1);
  const own = referenceTo(flag === "!" ? undefined : braced, at, flag === "#" || showsNoKey(rest));
  const others = [...rest.matchAll(/\$\{?(\w+)/g)].map(([, name]) => referenceTo(name, at, false));
  return { references: [own, ...others], end: end ?? start };
}

/** `${NAME:+set}`, no more of it than may be shown, and what is masked. */
function showsNoKey(rest: string): boolean {
  return /^:?\+/.test(rest) || /^:\s+-[1-4]$/.test(rest) || masksParameter(rest);
}

/** Behind the brace that closes `${`. */
function endOfBraces(text: string, start: number): number | undefined {
  const end = Math.min(text.length, start + LONGEST_PARAMETER);
  let open = 1;
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (character === "{") open++;
    else if (character === "}" && --open === 0) return at + 1;
  }
  return undefined;
}

/** The variables that a line of a here-document names. */
export function referencesInLine(line: string, start: number): readonly Reference[] {
  return [...line.matchAll(IN_LINE)].map(({ index, groups }) =>
    referenceTo(
      groups?.["braced"] ?? groups?.["plain"],
      start + index,
      groups?.["flag"] === "#" || groups?.["rest"] !== undefined,
    ),
  );
}

const IN_LINE = /(?<!\\)\$(?:\{(?<flag>#?)(?<braced>\w+)(?<rest>:?\+)?|(?<plain>\w+))/g;

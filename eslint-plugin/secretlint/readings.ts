import { createGlance } from "./glance.ts";
import type { Trace } from "./glance.ts";
import { readThrough } from "./text-view.ts";
import type { TextView } from "./text-view.ts";

/** UTF-16 that was read as bytes has a NUL beside every character. */
const NULS = /\0+/g;
const SAMPLE_LENGTH = 2000;
const LEAST_NULS = 0.35;
const LEAST_READABLE = 0.85;

/** A file in UTF-16, which comes as if it were of bytes; `undefined` if this is none. */
export function wideView(text: string): TextView | undefined {
  return isWide(text) ? asNarrow(text) : undefined;
}

function isWide(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (!sample.includes("\0")) return false;
  const rest = sample.replaceAll("\0", "");
  const readable = rest.match(/[\t\n\r -~\u00a0-\uffff]/g)?.length ?? 0;
  return (
    sample.length - rest.length >= LEAST_NULS * sample.length &&
    readable >= LEAST_READABLE * rest.length
  );
}

function asNarrow(text: string): TextView | undefined {
  return readThrough(text, { pattern: NULS, meaning: () => "" });
}

const KEY_CHARACTER = "[A-Za-z0-9_%+/=;}-]";
const QUOTE = "\\\\{0,3}[\"'`]";
/** Also as it is written inside a string, and the end of a line in a notebook's list of lines. */
const SPACE = '(?:[ \\t]|\\\\{0,3}\\r?\\n|\\\\{1,4}[nrt](?:"[ \\t]*,\\s{0,20}")?)';
const OPERATOR = "(?:\\+{1,2}|\\.{1,2}|&(?:[ \\t]*_)?|\\|\\||<>|~)";
const COMMENT = "(?://|#|--)[^\\r\\n\"'`]{0,120}(?=\\r?\\n)";
const STRING_PREFIX = "(?:[fFrRbBuU]{1,2}|[@$L])?";
const JOINTS = [
  `${QUOTE}${SPACE}{0,60}(?:${OPERATOR}${SPACE}{0,60})?(?:${COMMENT}${SPACE}{1,60}(?:${OPERATOR}${SPACE}{0,60})?)?${STRING_PREFIX}${QUOTE}`,
  "\\\\{1,3}\\r?\\n[ \\t]{0,60}",
  '\\\\{2,4}n(?:"[ \\t]*,\\s{0,20}")?[ \\t]{0,60}',
  "[ \\t][`^_]\\r?\\n[ \\t]{0,60}",
  "[`^]\\r?\\n[ \\t]{0,60}",
];
/** Between the pieces of a text that is written in pieces. */
const JOINT = `(?<=${KEY_CHARACTER})(?:${JOINTS.join("|")})(?=${KEY_CHARACTER}|\\\\|&#)`;

/** Every escape that stands for a letter, a digit or an underscore. */
const ESCAPES = [
  "\\\\{1,4}x(?<hex>[3-7][0-9a-fA-F])",
  "\\\\{1,4}u00(?<short>[3-7][0-9a-fA-F])",
  "\\\\{1,4}[uU]0{6}(?<wide>[3-7][0-9a-fA-F])",
  "\\\\{1,4}u\\{0{0,4}(?<braced>[3-7][0-9a-fA-F])\\}",
  "\\\\(?<octal>1[0-7]{2}|0?(?:6[0-7]|7[01])(?![0-7]))",
  "&#[xX]0{0,4}(?<entityHex>[3-7][0-9a-fA-F]);",
  "&#0{0,4}(?<entity>\\d{2,3});",
  "&(?<named>lowbar|UnderBar);",
];
const BASES: readonly (readonly [name: string, base: number])[] = [
  ["hex", 16],
  ["short", 16],
  ["wide", 16],
  ["braced", 16],
  ["octal", 8],
  ["entityHex", 16],
  ["entity", 10],
  ["quoted", 16],
];

/** How the file's text has to be read before a secret shows. */
export type ReadingName = "narrow" | Assembly;
type Assembly = "assembled" | "assembled-list" | "assembled-mail";

const COMMA = `(?<=${KEY_CHARACTER})${QUOTE}${SPACE}{0,60},${SPACE}{0,60}${QUOTE}(?=${KEY_CHARACTER})`;

const ASSEMBLIES: Readonly<Record<Assembly, RegExp>> = {
  assembled: assemblyOf([]),
  "assembled-list": assemblyOf([COMMA]),
  // Elsewhere an equals sign stands before a value.
  "assembled-mail": assemblyOf(["=(?<quoted>[3-7][0-9A-F])", "=\\r?\\n"]),
};

function assemblyOf(more: readonly string[]): RegExp {
  return new RegExp([JOINT, ...ESCAPES, ...more].join("|"), "g");
}

/** What the text has in it shows how its pieces may have to be put together. */
function assemblyFor(text: string): Assembly {
  if (/quoted-printable/i.test(text)) return "assembled-mail";
  return /\bjoin\(|\bimplode\(|\bconcat!?\(/i.test(text) ? "assembled-list" : "assembled";
}

/**
 * What is left to see of a key in pieces or behind escapes: its prefix, plain or in base64, or an escape for a letter
 * of it. Also to be seen of a whole key, plain or in base64. Everything that is not worth a second look must be told
 * at a glance, because most files are that.
 */
export const KEY_TRACES: readonly Trace[] = [
  {
    pattern: "pl[\"'`](?<![A-Za-z0-9]pl[\"'`])",
    mark: "pl",
    signs: [{ on: 2, oneOf: "\"'`" }],
  },
  {
    pattern: "pl[a-z][\"'`](?<![A-Za-z0-9]pl[a-z][\"'`])",
    mark: "pl",
    signs: [{ on: 3, oneOf: "\"'`" }],
  },
  {
    pattern: "pl[a-z]_(?:[0-9a-f]{16}|[0-9a-f]{0,15}[\"'`\\\\^&%= \\t])",
    mark: "pl",
    signs: [
      { on: 3, oneOf: "_" },
      { on: 4, oneOf: "0123456789abcdef\"'`\\^&%= \t" },
    ],
  },
  { pattern: "G(?<=cG)x[h-z0-6]X", mark: "G", signs: [{ on: 1, oneOf: "x" }] },
  { pattern: "Bs[YZa-e][FVl1][89]", mark: "B", signs: [{ on: 1, oneOf: "s" }] },
  ...["G", "H"].map((letter) => ({
    pattern: `${letter}(?<=wb${letter})[BFJNRVZdhlptx159]f`,
    mark: letter,
    signs: [{ on: 2, oneOf: "f" }],
  })),
  {
    pattern:
      "\\\\(?:x(?:5[fF]|70)|u00(?:5[fF]|70)|[uU]0{6}(?:5[fF]|70)|u\\{0{0,4}(?:5[fF]|70)\\}|137|160)",
    mark: "\\",
    signs: [{ on: 1, oneOf: "xuU1" }],
  },
  {
    pattern: "&(?:#(?:0{0,4}(?:95|112)|[xX]0{0,4}(?:5[fF]|70));|lowbar;|UnderBar;)",
    mark: "&",
    signs: [{ on: 1, oneOf: "#lU" }],
  },
  { pattern: "F(?<==5F)", mark: "F", signs: [{ on: -1, oneOf: "5" }] },
];
const mayBeInPieces = createGlance(KEY_TRACES);

/** A text with what is written in pieces put together, and escapes read. */
export interface Assembled {
  readonly view: TextView;
  readonly reading: Assembly;
}

/** `undefined` if there are no pieces and no escapes, or none that could hold a key. */
export function assemble(text: string): Assembled | undefined {
  if (!mayBeInPieces(text)) return undefined;
  const reading = assemblyFor(text);
  const view = readAs(text, reading);
  return view === undefined ? undefined : { view, reading };
}

function readAs(text: string, reading: Assembly): TextView | undefined {
  return readThrough(text, {
    pattern: ASSEMBLIES[reading],
    meaning: ({ groups = {} }) => characterOf(groups),
  });
}

function characterOf(groups: Readonly<Record<string, string | undefined>>): string {
  if (groups["named"] !== undefined) return "_";
  for (const [name, base] of BASES) {
    const digits = groups[name];
    if (digits !== undefined) return String.fromCharCode(Number.parseInt(digits, base));
  }
  return "";
}

/** What a stretch of the file means when it is read in these ways, one after the other. */
export function readStretch(stretch: string, readings: readonly ReadingName[]): string {
  return readings.reduce(
    (text, reading) =>
      (reading === "narrow" ? asNarrow(text) : readAs(text, reading))?.text ?? text,
    stretch,
  );
}

import { BASE64_DIGITS, HEX_DIGITS, HIDING_ESCAPE } from "./disguise.ts";
import { BASE64_PREFIX, type TextSigns } from "./text-signs.ts";

/** What a text shows at some places of it, and where nothing of it can be, so that nobody has to look. */
interface Trace {
  readonly pattern: RegExp;
  readonly mayBe: (signs: TextSigns) => boolean;
}

const always = (): boolean => true;

const TRACES: readonly Trace[] = [
  { pattern: /pleo/gi, mayBe: ({ hasWord }) => hasWord },
  { pattern: /pl[a-z]_/g, mayBe: ({ hasPrefix }) => hasPrefix },
  { pattern: new RegExp(BASE64_PREFIX, "g"), mayBe: ({ hasBase64Prefix }) => hasBase64Prefix },
  { pattern: new RegExp(HEX_DIGITS, "g"), mayBe: ({ showsDigits }) => showsDigits },
  { pattern: new RegExp(BASE64_DIGITS, "g"), mayBe: ({ showsDigits }) => showsDigits },
  { pattern: new RegExp(HIDING_ESCAPE, "g"), mayBe: (signs) => signs.mayHideKey },
  // Pieces of a key that are too short to show anything: texts of nothing else that are put together.
  { pattern: /["'`][0-9a-f_]{1,8}["'`]\s*[+,]\s*["'`][0-9a-f_]/g, mayBe: always },
  // What turns the check of certificates off matters if anything of the file goes to Pleo.
  {
    pattern: /rejectUnauthorized|strictSSL|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/g,
    mayBe: always,
  },
];

/** And not one of its variables by name; a method may give all of it back. */
const WHOLE_ENVIRONMENT = /(?<![\w$])env\b(?!\s*\??\.\s*[A-Za-z_$][\w$]*(?![\w$]|\s*\())/g;

interface Wanted {
  readonly keyNames: readonly string[];
  /** The whole environment holds a key. */
  readonly isEnvironmentKey: boolean;
  /** Is called with each place where something shows, and says where to look on. */
  readonly found: (place: number) => number;
}

/** Every place of a text that shows by itself that it may have to do with a key of Pleo's. */
export function findTraces(text: string, signs: TextSigns, wanted: Wanted): void {
  const { keyNames, isEnvironmentKey, found } = wanted;
  for (const { pattern, mayBe } of TRACES) if (mayBe(signs)) findAll(text, pattern, found);
  if (isEnvironmentKey) findAll(text, WHOLE_ENVIRONMENT, found);
  for (const name of keyNames) findWord(text, name, found);
}

type Found = Wanted["found"];

function findAll(text: string, pattern: RegExp, found: Found): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    pattern.lastIndex = Math.max(pattern.lastIndex, found(match.index));
  }
}

/** Every place where a text has this, until told to look on behind it. */
export function findWord(text: string, word: string, found: Found): void {
  for (let at = text.indexOf(word); at >= 0;) {
    at = text.indexOf(word, Math.max(at + 1, found(at)));
  }
}

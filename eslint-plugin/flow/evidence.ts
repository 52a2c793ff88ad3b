/** The word, which most files that have to do with Pleo have, and the prefixes of keys, plain and in base64. */
const TRACE_OF_PLEO =
  /pleo|pl[a-z]_[0-9a-f]|cGx[h-z0-6]X|Bs[YZa-e][FVl1][89]|wb[GH][BFJNRVZdhlptx159]f/i;

interface Named {
  readonly keyNames: readonly string[];
}

/** Does this text show anything of Pleo? If it does not, there is nothing to look for. */
export function showsPleo(text: string, { keyNames }: Named): boolean {
  return TRACE_OF_PLEO.test(text) || keyNames.some((name) => text.includes(name));
}

/** A trace that has a beginning which is looked for faster than a pattern. */
interface Trace {
  readonly begins: string;
  readonly whole: RegExp;
}

const WHOLE_ENVIRONMENT: Trace = {
  begins: "env",
  // And not one of its variables by name; a method may give all of it back.
  whole: /(?<![\w$])env\b(?!\s*\??\.\s*[A-Za-z_$][\w$]*(?![\w$]|\s*\())/y,
};

const TRACES: readonly Trace[] = [
  { begins: "pl", whole: /pl[a-z]_/y },
  { begins: "Gx", whole: /(?<=c)Gx[h-z0-6]X/y },
  { begins: "Bs", whole: /Bs[YZa-e][FVl1][89]/y },
  { begins: "wb", whole: /wb[GH][BFJNRVZdhlptx159]f/y },
  // As in `disguise.ts`.
  { begins: "\\", whole: /\\[^nrtbfv'"`\\$]/y },
  { begins: "&#", whole: /&#/y },
  // What turns the check of certificates off matters if anything of the file goes to Pleo.
  ...["rejectUnauthorized", "strictSSL", "NODE_TLS_REJECT_UNAUTHORIZED", "checkServerIdentity"].map(
    (name) => ({ begins: name, whole: new RegExp(name, "y") }),
  ),
];

const PATTERNS: readonly RegExp[] = [
  /pleo/gi,
  /[0-9][0-9a-f]{7}/g,
  /(?:[MNOYZ][A-Za-z0-9]{3}){3}/g,
  // Pieces of a key that are too short to show anything: texts of nothing else that are put together.
  /["'`][0-9a-f_]{1,8}["'`]\s*[+,]\s*["'`][0-9a-f_]/g,
];

interface Wanted extends Named {
  /** The whole environment holds a key. */
  readonly isEnvironmentKey: boolean;
  /** Is called with each place where something shows, and says where to look on. */
  readonly found: (place: number) => number;
}

/** Every place of a text that shows by itself that it may have to do with a key of Pleo's. */
export function findTraces(text: string, { keyNames, isEnvironmentKey, found }: Wanted): void {
  for (const pattern of PATTERNS) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      pattern.lastIndex = Math.max(pattern.lastIndex, found(match.index));
    }
  }
  for (const { begins, whole } of isEnvironmentKey ? [...TRACES, WHOLE_ENVIRONMENT] : TRACES) {
    findWord(text, begins, (place) => {
      whole.lastIndex = place;
      return whole.test(text) ? found(place) : place;
    });
  }
  for (const name of keyNames) findWord(text, name, found);
}

/** Every place where a text has this, until told to look on behind it. */
export function findWord(text: string, word: string, found: (place: number) => number): void {
  for (let at = text.indexOf(word); at >= 0;) {
    at = text.indexOf(word, Math.max(at + 1, found(at)));
  }
}

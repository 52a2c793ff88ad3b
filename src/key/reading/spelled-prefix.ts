import { base64Value } from "../encoding/base64.ts";
import type { KeySpelling } from "../spelling.ts";
import { lineJoints } from "./wrapped-prefix.ts";
import type { LineJoint } from "./wrapped-prefix.ts";

/** Every base64 character whose last two bits are 01. */
const ENDS_IN_01 = "[BFJNRVZdhlptx159]";

interface SpelledPrefix {
  readonly pattern: string;
  readonly spelling: KeySpelling;
  /** Not looked for in a text without this: a pattern more makes every text slower. */
  readonly needs?: string;
}

/** What follows the `p`, escaped or not. */
const AFTER_P =
  "(?:l|%6[cC])(?:[a-z]|%(?:6[1-9a-fA-F]|7[0-9aA]))(?:_|%5[fF])(?:[0-9a-fA-F]|%(?:3[0-9]|[46][1-6]))";

/**
 * `pl[a-z]_` and a hex digit in each spelling. The base64 patterns are what these become when none, one or two
 * bytes come before them; the classes hold what a neighbouring byte can make of a shared character. They are
 * alike in the standard and the URL alphabet, and let two or three characters too many through: whoever reads
 * on must look at the prefix itself. A test derives all of them again from the shape.
 */
const PREFIXES: readonly SpelledPrefix[] = [
  { pattern: `p${AFTER_P}`, spelling: { kind: "percent" } },
  { pattern: `%70${AFTER_P}`, spelling: { kind: "percent" }, needs: "%70" },
  { pattern: "cGx[h-z0-6]X[z02]", spelling: { kind: "base64", skipBits: 0 } },
  { pattern: "[HXn3]Bs[YZa-e][FVl1][89]", spelling: { kind: "base64", skipBits: 2 } },
  {
    pattern: `${ENDS_IN_01}wb[GH]${ENDS_IN_01}f[MNOQRYZ]`,
    spelling: { kind: "base64", skipBits: 4 },
  },
  { pattern: "p\\0l\\0[a-z]\\0_\\0[0-9a-fA-F]", spelling: { kind: "utf-16" }, needs: "\0" },
];

/** An expression for the prefixes that are looked for in one kind of text, its groups in their order. */
interface PrefixExpression {
  readonly prefixes: readonly SpelledPrefix[];
  readonly expression: RegExp;
  /** The same without groups, which tells a text without any prefix in a third of the time. */
  readonly quick: RegExp;
}

const NEEDS = PREFIXES.map(({ needs }) => needs).filter((needs) => needs !== undefined);

/** One for every selection of what a text may need, made once: to make one takes longer than a short text. */
const EXPRESSIONS: readonly PrefixExpression[] = Array.from(
  { length: 2 ** NEEDS.length },
  (_, selection) => {
    const missing = NEEDS.filter((_needs, place) => ((selection >> place) & 1) === 0);
    const prefixes = PREFIXES.filter(
      ({ needs }) => needs === undefined || !missing.includes(needs),
    );
    return expressionOf(prefixes);
  },
);

/** One expression for all: measured three times as fast on source text as one after the other. */
function expressionOf(prefixes: readonly SpelledPrefix[]): PrefixExpression {
  const alternatives = prefixes.map(({ pattern }) => `(${pattern})`);
  return {
    prefixes,
    expression: new RegExp(alternatives.join("|"), "g"),
    quick: new RegExp(prefixes.map(({ pattern }) => pattern).join("|")),
  };
}

const ALL = expressionOf(PREFIXES);

function expressionFor(text: string): PrefixExpression {
  const selection = NEEDS.reduce(
    (selected, needs, place) => selected + (text.includes(needs) ? 2 ** place : 0),
    0,
  );
  return EXPRESSIONS[selection] ?? ALL;
}

/** Looks at one place where a prefix is spelled; `undefined` if nothing of interest begins there. */
export type PlaceReader<Read> = (start: number, spelling: KeySpelling) => Read | undefined;

/**
 * Everything that `read` makes of the places where a prefix is spelled, from left to right and without
 * overlap. A prefix that may be percent-encoded, but need not be, comes as `percent`.
 */
export function readSpelledPrefixes<Read extends { readonly end: number }>(
  text: string,
  read: PlaceReader<Read>,
): readonly Read[] {
  const plain = plainPrefixes(text);
  const wrapped = wrappedPrefixes(text);
  const results: Read[] = [];
  let from = 0;
  let nextPlain = plain(from);
  for (let next = 0; ;) {
    if (nextPlain !== undefined && nextPlain.start < from) nextPlain = plain(from);
    while ((wrapped[next]?.start ?? Infinity) < from) next++;
    const place = earlier(nextPlain, wrapped[next]);
    if (place === undefined) return results;
    const result = read(place.start, place.spelling);
    if (result !== undefined) results.push(result);
    from = result?.end ?? place.start + 1;
  }
}

const PERCENT_PREFIX = new RegExp(`%70${AFTER_P}|p(?!l[a-z]_)${AFTER_P}`);

/**
 * What is to see of a prefix in base64, wherever a line ends within it: a letter that most texts have few of, and
 * something beside it. To look for these takes a tenth of the time that it takes to look at the lines.
 */
const PIECE = [
  "G(?=x)|B(?=s)|[GH](?=[^]f)",
  // Cut off by the end of a line.
  "(?<=c)G(?![\\w+/-])|(?<=[HXn3])B(?![\\w+/-])|(?<=b)[GH](?![\\w+/-]{2})",
].join("|");

/**
 * What every text shows that holds an unseen prefix: a NUL, an escaped letter or underscore, of which URLs have few, or a
 * piece. For those who look for something else in the same pass.
 */
export const SIGN_OF_UNSEEN_PREFIX = `\\0|%[5-7]|${PIECE}`;

const SIGN = new RegExp(SIGN_OF_UNSEEN_PREFIX);

/**
 * May the text hold a key whose prefix cannot be seen as it is, or in base64: percent-encoded, in UTF-16, or broken by
 * the end of a line? For those who look for the others together with something else.
 */
export function mayHoldUnseenPrefix(text: string): boolean {
  if (!SIGN.test(text)) return false;
  const isEscaped = text.includes("%") && PERCENT_PREFIX.test(text);
  return isEscaped || text.includes("\0") || joints(text).length > 0;
}

/** Finds the first prefix that begins at a place or after it. */
function plainPrefixes(text: string): (from: number) => PrefixPlace | undefined {
  const { prefixes, expression, quick } = expressionFor(text);
  if (!quick.test(text)) return () => undefined;
  return (from) => {
    expression.lastIndex = from;
    const match = expression.exec(text);
    const spelling = match === null ? undefined : spellingOf(match, prefixes);
    return match === null || spelling === undefined ? undefined : { start: match.index, spelling };
  };
}

interface PrefixPlace {
  readonly start: number;
  readonly spelling: KeySpelling;
}

function earlier(
  one: PrefixPlace | undefined,
  other: PrefixPlace | undefined,
): PrefixPlace | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.start < one.start ? other : one;
}

const BASE64 = expressionOf(PREFIXES.filter(({ spelling }) => spelling.kind === "base64"));

const PIECES = new RegExp(PIECE, "g");

/** As far as a line's end may be from a letter of a piece, with the letter of a written break between them. */
const NEAR_END = 7;

function isNearEnd(text: string, at: number): boolean {
  for (let place = at - NEAR_END; place <= at + NEAR_END; place++) {
    if (base64Value(text, place) < 0) return true;
  }
  return false;
}

function hasPiece(text: string): boolean {
  PIECES.lastIndex = 0;
  for (let piece = PIECES.exec(text); piece !== null; piece = PIECES.exec(text)) {
    if (isNearEnd(text, piece.index)) return true;
  }
  return false;
}

function joints(text: string): readonly LineJoint[] {
  return hasPiece(text) ? lineJoints(text, BASE64.expression) : [];
}

/** The prefixes in base64 within which a line ends. */
function wrappedPrefixes(text: string): readonly PrefixPlace[] {
  return joints(text).flatMap(({ joined, start, before }) => {
    BASE64.expression.lastIndex = 0;
    const match = BASE64.expression.exec(joined);
    const spelling = match === null ? undefined : spellingOf(match, BASE64.prefixes);
    const isBroken = match !== null && match.index < before;
    return isBroken && spelling !== undefined ? [{ start: start + match.index, spelling }] : [];
  });
}

function spellingOf(
  [, ...groups]: RegExpExecArray,
  prefixes: readonly SpelledPrefix[],
): KeySpelling | undefined {
  return prefixes.find((_, index) => groups[index] !== undefined)?.spelling;
}

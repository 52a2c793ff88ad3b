import { decodeBase64 } from "./encoding/base64.ts";
import { peelValue } from "./judging/damage.ts";
import { findKeys } from "./find-keys.ts";

/** A longer value of several lines is a file; to look for each word of one would make every text slow. */
const LONGEST_TAKEN_APART = 4096;
const SEVERAL_LINES = /[\r\n\u2028\u2029]+/;

/**
 * Everything in a stored value that must be hidden: a damaged secret usually holds the real key, and hiding
 * only the damaged form would let the key through.
 */
export function secretsWithin(raw: string): readonly string[] {
  const isFile = raw.length > LONGEST_TAKEN_APART && SEVERAL_LINES.test(raw.trim());
  const texts = isFile ? [raw] : layersOf(raw);
  const secrets = new Set([
    ...texts,
    ...(isFile ? [] : piecesOf(texts)),
    ...findKeys(raw).map(({ key }) => key),
  ]);
  return [...secrets].filter((secret) => secret.trim() !== "");
}

function layersOf(raw: string): readonly string[] {
  return [raw, ...raw.split(SEVERAL_LINES)].flatMap((text) => peelValue(text).layers);
}

/** Shorter pieces are more likely to be user names and the like. */
const SHORTEST_PIECE = 12;
const MOST_PIECES = 64;
/** The first keep base64 whole, which has slashes, plusses and equals signs of its own. */
const BETWEEN_TOKENS = /(?:\\[nrt]|[\s:,;"'<>{}@?&#|\\])+/;
const BETWEEN_PIECES = /(?:\\[nrt]|[\s:,;"'<>{}=@/?&#|\\])+/;
const NAME = /^[A-Za-z0-9_.-]{1,64}=(?!=?$)/;

/** What a value holds that is of no known shape. A secret may be any of its words, so all of them count. */
function piecesOf(texts: readonly string[]): readonly string[] {
  const tokens = distinct(texts.flatMap(tokensOf));
  const decoded = tokens.map(readableBase64);
  const pieces = [...decoded, ...texts].flatMap((text) => text.split(BETWEEN_PIECES));
  return distinct([...decoded, ...decoded.flatMap(tokensOf), ...tokens, ...pieces])
    .filter(mayBeSecret)
    .slice(0, MOST_PIECES);
}

function tokensOf(text: string): readonly string[] {
  return text.split(BETWEEN_TOKENS).map((token) => token.replace(NAME, ""));
}

const BASE64 = /^[A-Za-z0-9+/_-]{16,}={0,2}$/;

/** Nothing if it is no base64 of text: random characters almost never are. */
function readableBase64(token: string): string {
  const decoded = BASE64.test(token) ? decodeBase64(token) : "";
  return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : "";
}

/** Hiding these would ruin every log, and nobody's secret is one. */
const PLAIN_NAMES: readonly RegExp[] = [
  /^[A-Z]?[a-z]+$/,
  /^[A-Z]+(?:_[A-Z]+)+$/,
  /^[a-z]+(?:[A-Z][a-z]+)+$/,
  /(?:^|\.)pleo\.io$/i,
];

function mayBeSecret(piece: string): boolean {
  return piece.length >= SHORTEST_PIECE && !PLAIN_NAMES.some((name) => name.test(piece));
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

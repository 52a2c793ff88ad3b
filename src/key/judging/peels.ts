import type { Damage, Peel } from "./damage.ts";
import { decodeBase64 } from "../encoding/base64.ts";
import { findKeys } from "../find-keys.ts";
import { isKeyShaped, KEY_LENGTH } from "../shape.ts";
import { cleanInside } from "./clean-inside.ts";
import { openWrapping } from "./open-wrapping.ts";

type Peeler = (text: string) => Peel | undefined;

/** From the outside in; the first that finds something to take off is asked first again. */
export const PEELS: readonly Peeler[] = [
  peelByteOrderMark,
  peelEdges,
  ...openWrapping,
  peelPrefix(
    "header-line",
    /^(?:(?:-H|--header)\s*["']?)?(?:proxy-)?authorization["']?\s*[:=]\s*/i,
  ),
  peelPrefix("bearer-prefix", /^bearer(?:\s+|%20|:\s*|$)/i),
  peelPrefix("basic-prefix", /^basic(?:\s+|%20|:\s*|$)/i),
  peelQuotes,
  peelPunctuation,
  decodeCredentials,
  decodePercent,
  peelColon,
  ...cleanInside,
];

function peelByteOrderMark(text: string): Peel | undefined {
  const marks = /^(?:\ufeff|\u00ef\u00bb\u00bf)+/.exec(text)?.[0];
  if (marks === undefined) return undefined;
  return { text: text.slice(marks.length), damages: ["byte-order-mark"] };
}

function peelEdges(text: string): Peel | undefined {
  const trimmed = text.trim();
  if (trimmed === text) return undefined;
  const start = text.length - text.trimStart().length;
  const edges = text.slice(0, start) + text.slice(start + trimmed.length);
  const damages = [
    ...(/[^\r\n\u2028\u2029]/.test(edges) ? (["surrounding-whitespace"] as const) : []),
    ...(/[\r\n\u2028\u2029]/.test(edges) ? (["line-break"] as const) : []),
  ];
  return { text: trimmed, damages };
}

function peelPrefix(damage: Damage, prefix: RegExp): Peeler {
  return (text) => {
    const found = prefix.exec(text)?.[0];
    return found === undefined ? undefined : { text: text.slice(found.length), damages: [damage] };
  };
}

/** Straight, curly, angled and back quotes, escaped or not; also when only one of a pair was copied. */
const QUOTE = "\\\\?[\"'`\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]";
const OPENING_QUOTE = new RegExp(`^${QUOTE}`);
const CLOSING_QUOTE = new RegExp(`${QUOTE}[;,]?$`);

function peelQuotes(text: string): Peel | undefined {
  const opened = text.replace(OPENING_QUOTE, "");
  const closed = opened.replace(CLOSING_QUOTE, "");
  return closed === text ? undefined : { text: closed, damages: ["quotes"] };
}

/** Punctuation but the colon, which has a meaning of its own; tags, entities, and line breaks that were written out. */
const JUNK =
  "(?:[!\"'`#$()*+,./;=>?@[\\]^_{|}~-]|</?[A-Za-z][A-Za-z0-9:._-]{0,20}>|&#?[A-Za-z0-9]{1,8};|\\\\[nrt]|[<\\\\])";
const OPENING_JUNK = new RegExp(`^${JUNK}+`);
/** No longer than anybody's markup: what comes before it is looked at once for each of its characters. */
const CLOSING_JUNK = new RegExp(`${JUNK}{1,40}$`);
const LONGEST_JUNK = 200;

/** Only where a key comes out: a key in a shape that we do not know may have any character at its ends. */
function peelPunctuation(text: string): Peel | undefined {
  if (text.length > KEY_LENGTH.max + LONGEST_JUNK) return undefined;
  const rest = text.replace(OPENING_JUNK, "").replace(CLOSING_JUNK, "");
  return rest !== text && isKeyShaped(rest) ? { text: rest, damages: ["punctuation"] } : undefined;
}

const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const USER_NAME = /^[\x21-\x39\x3b-\x7e]{16,}$/;

/** The base64 that belongs into the header: of the key and a colon, or of whatever was stored with a key in it. */
function decodeCredentials(text: string): Peel | undefined {
  if (!BASE64.test(text)) return undefined;
  const decoded = decodeBase64(text);
  // The colon belongs to the form, so it is not told as a damage of its own.
  const user = decoded.replace(/:$/, "");
  const isUser = holdsOneKey(decoded) || (user !== decoded && USER_NAME.test(user));
  return isUser ? { text: user, damages: ["encoded-credentials"] } : undefined;
}

function holdsOneKey(text: string): boolean {
  return new Set(findKeys(text).map(({ key }) => key)).size === 1;
}

const ESCAPES = /%[0-9A-Fa-f]{2}/g;

/** Only where a key comes out, for the same reason. */
function decodePercent(text: string): Peel | undefined {
  const decoded = text.replace(ESCAPES, (escape) =>
    String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
  );
  return decoded !== text && holdsOneKey(decoded)
    ? { text: decoded, damages: ["percent-encoded"] }
    : undefined;
}

function peelColon(text: string): Peel | undefined {
  const user = text.replace(/:$/, "");
  return user === text ? undefined : { text: user, damages: ["trailing-colon"] };
}

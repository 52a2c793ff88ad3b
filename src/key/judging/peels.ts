import type { Damage, Peel } from "./damage.ts";
import { decodeBase64 } from "../encoding/base64.ts";
import { isKeyShaped } from "../shape.ts";
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
  peelPrefix("bearer-prefix", /^bearer(?:\s+|%20|:\s*)/i),
  peelPrefix("basic-prefix", /^basic(?:\s+|%20|:\s*)/i),
  peelQuotes,
  peelPunctuation,
  decodeCredentials,
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

const OPENING_PUNCTUATION = /^[,;|\\()<>[\]{}]+/;
const PUNCTUATION = ",;|\\()<>[]{}";

/** Only where a key comes out: a key in a shape that we do not know may have any character at its ends. */
function peelPunctuation(text: string): Peel | undefined {
  const opened = text.replace(OPENING_PUNCTUATION, "");
  let end = opened.length;
  while (end > 0 && PUNCTUATION.includes(opened.charAt(end - 1))) end--;
  const rest = opened.slice(0, end);
  return rest !== text && isKeyShaped(rest) ? { text: rest, damages: ["punctuation"] } : undefined;
}

const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;
const USER_NAME = /^[\x21-\x39\x3b-\x7e]+$/;

/** The base64 that belongs into the header: made of the key and a colon, by mistake without the colon. */
function decodeCredentials(text: string): Peel | undefined {
  if (!BASE64.test(text)) return undefined;
  const decoded = decodeBase64(text);
  const user = decoded.endsWith(":") ? decoded.slice(0, -1) : decoded;
  const isUser = user === decoded ? isKeyShaped(user) : USER_NAME.test(user);
  return isUser ? { text: user, damages: ["encoded-credentials"] } : undefined;
}

function peelColon(text: string): Peel | undefined {
  const user = text.replace(/:$/, "");
  return user === text ? undefined : { text: user, damages: ["trailing-colon"] };
}

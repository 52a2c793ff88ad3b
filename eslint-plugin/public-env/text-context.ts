import { placeholderReason } from "../../src/key/judging/placeholder.ts";

/** What stands around a name in a text; a window, so that the time stays linear whatever the line. */
export interface Context {
  /** The line up to the name, as far as it matters. */
  readonly before: string;
  /** The line from the end of the name on. */
  readonly after: string;
  /** The lines after that. */
  readonly below: string;
}

const WINDOW = { before: 240, after: 600 } as const;

export function contextOf(text: string, [start, end]: readonly [number, number]): Context {
  const before = text.slice(Math.max(0, start - WINDOW.before), start);
  const after = text.slice(end, end + WINDOW.after);
  const lineEnd = after.search(/[\r\n]/);
  return {
    before: before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1),
    after: lineEnd < 0 ? after : after.slice(0, lineEnd),
    below: lineEnd < 0 ? "" : after.slice(lineEnd),
  };
}

/** How a file of this kind is written, as far as it matters to a name in it. */
export interface Dialect {
  /** May `name: value` give the name a value? */
  readonly hasColons: boolean;
  /** Does a value end where the next word begins? */
  readonly endsAtSpace: boolean;
}

const DOCUMENT = /\.(?:md|mdx|markdown|rst|adoc|txt|ipynb)$/i;
const MARKUP = /\.(?:html?|xhtml|xml|plist)$/i;
const OF_COLONS = /\.(?:ya?ml|json[c5]?|html?|hcl|tf|tfvars)$/i;
const OF_LINES =
  /(?:^|[/\\])(?:\.env[^/\\]*|[^/\\]*\.(?:env|toml|ini|cfg|conf|properties|ya?ml|tf|tfvars|hcl))$/i;

/** Documents speak of names; what they say takes no effect. */
export function isDocument(path: string): boolean {
  return DOCUMENT.test(path);
}

export function isMarkup(path: string): boolean {
  return MARKUP.test(path);
}

export function dialectOf(path: string): Dialect {
  return { hasColons: OF_COLONS.test(path), endsAtSpace: !OF_LINES.test(path) };
}

const COMMENT = /^\s*(?:#|\/\/|;|--(?!\w)|\*|<!--|rem\s)|(?:^|\s)#(?![{!])|\s\/\/\s/i;

export function isInComment({ before }: Context): boolean {
  return COMMENT.test(before);
}

/** `$NAME`, `secrets.NAME`, `%NAME`: the name is asked for its value, and is not given one. */
export function isReference({ before }: Context): boolean {
  return /(?:[.%]|\$\{?[!#]?)$/.test(before);
}

const ASSIGNMENT = /^(\\?["'])?\s*(\?=|:=|\+=|=|:)(?![=~])[ \t]*/;

/** The value that the name is given here; `undefined` if it is given none. */
export function valueIn(
  { before, after, below }: Context,
  { hasColons, endsAtSpace }: Dialect,
): string | undefined {
  const [sign, closing, operator] = ASSIGNMENT.exec(after) ?? [];
  if (sign === undefined || operator === undefined) return undefined;
  if (operator === ":" && !(hasColons && isEntryStart(before))) return undefined;
  // `NAME= command` of a shell empties it.
  if (endsAtSpace && /^=[ \t]/.test(sign)) return "";
  const rest = after.slice(sign.length);
  const outer = closing === undefined ? openQuote(before) : undefined;
  const quote = /^\\?["']/.exec(rest)?.[0];
  if (quote !== undefined && quote !== outer) return upTo(rest.slice(quote.length), quote);
  if (outer !== undefined) return upTo(upTo(rest, outer), " ");
  const value =
    endsAtSpace && operator !== ":" ? upTo(rest, " ") : rest.replace(/(?:^|\s)[#].*$/, "");
  const item = operator === ":" ? value.replace(/\s*[,}].*$/, "") : value;
  const isNested = /^\{(?!\{)/.test(rest) || (item.trim() === "" && isIndentedBelow(before, below));
  return isNested ? nestedValue(`${rest}${below}`) : item.trim();
}

/** `{ value: … }`, `from_secret: …`; other fields describe the variable and give it nothing. */
function nestedValue(text: string): string {
  const [, field] = /^[\s{]*["']?(\w+)["']?\s*[:=]/.exec(text) ?? [];
  return field === undefined || /^(?:value|from|secret)/i.test(field) ? "nested" : "";
}

function upTo(text: string, end: string): string {
  const at = text.indexOf(end);
  return at < 0 ? text : text.slice(0, at);
}

/** A key of YAML or JSON stands at the beginning, or after what separates entries. */
function isEntryStart(before: string): boolean {
  return /(?:^|[{,])[\s-]*\\?["']?$/.test(before);
}

/** The quotation mark of a text that the name stands in. */
function openQuote(before: string): string | undefined {
  let open: string | undefined;
  for (const [quote] of before.matchAll(/\\?["']/g)) {
    if (open === undefined) open = quote;
    else if (open === quote) open = undefined;
  }
  return open;
}

/** A mapping or a block of text that belongs to the name above it. */
function isIndentedBelow(before: string, below: string): boolean {
  const indent = /^\s*/.exec(before)?.[0].length ?? 0;
  const next = /^(?:[ \t]*[\r\n])*([ \t]*)[^\s#]/.exec(below)?.[1];
  return next !== undefined && next.length > indent;
}

/** Words with spaces between them, and nothing that would be followed. */
const SENTENCE = /^[^${(<@]+\s[^${(<@]+\s[^${(<@]+$/;

/** What is empty or shows how to fill it in gives nothing away yet; a reference does, once it is followed. */
export function mayBeKey(value: string): boolean {
  if (/^(?:|~|\||>)$/.test(value)) return value === "|" || value === ">";
  if (SENTENCE.test(value)) return false;
  const reason = placeholderReason(value);
  return reason === undefined || reason === "unresolved-reference";
}

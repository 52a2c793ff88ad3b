/** A stretch of the manifest, and where it begins. */
export interface Part {
  readonly text: string;
  readonly at: number;
}

interface Cut {
  /** What stands before and after the tenants. */
  readonly around: readonly Part[];
  /** The tenants, each a list of one item. */
  readonly items: Iterable<Part>;
}

// Not `^`: to a pattern, characters begin a line that to YAML do not.
const TENANTS = /(?<![^\n])tenants:[ \t]*(?:#.*)?\r?\n/;
const FIRST_ITEM = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)-(?=[ \r\n])/;
/** A directive, or the end of a document: what follows is to be read with it, or is not to be there. */
const HAS_DIRECTIVE = /(?<![^\n])(?:%|\.\.\.)/;
const ENDS_DOCUMENT = /(?<![^\n])(?:%|\.\.\.|---)/;

/**
 * Where each tenant begins, told by the indentation alone: within an item, YAML indents everything further than the
 * hyphens of the list. `undefined` where the list is written in another way, and has to be read as a whole.
 */
export function cutOutTenants(text: string): Cut | undefined {
  const name = TENANTS.exec(text);
  if (name === null) return undefined;
  const start = name.index + name[0].length;
  const [blank, indent] = FIRST_ITEM.exec(text.slice(start)) ?? [];
  if (blank === undefined || indent === undefined) return undefined;
  const first = start + blank.length - indent.length - 1;
  const end = endOfList(text, first, indent);
  const [before, after] = [text.slice(0, first), text.slice(end)];
  // What stands behind the list may be needed to read it, so it is read first, and can name nothing in it.
  const isTangled = HAS_DIRECTIVE.test(before) || ENDS_DOCUMENT.test(after) || after.includes("*");
  if (isTangled) return undefined;
  const around = [{ text: before, at: 0 }];
  return {
    around: after.trim() === "" ? around : [...around, { text: after, at: end }],
    items: itemsBetween(text, { first, end, indent }),
  };
}

/** The first line behind the items that is not indented at all, but for comments. */
function endOfList(text: string, first: number, indent: string): number {
  const outside = indent === "" ? /(?<![^\n])(?!-[ \r\n]|-$)[^\s#]/g : /(?<![^\n])[^\s#]/g;
  outside.lastIndex = first;
  return outside.exec(text)?.index ?? text.length;
}

interface Stretch {
  readonly first: number;
  readonly end: number;
  readonly indent: string;
}

function* itemsBetween(text: string, { first, end, indent }: Stretch): Iterable<Part> {
  const hyphen = new RegExp(`(?<![^\\n])${indent}-(?=[ \\r\\n]|$)`, "g");
  hyphen.lastIndex = first + 1;
  let at = first;
  while (at < end) {
    const next = Math.min(hyphen.exec(text)?.index ?? end, end);
    yield { text: text.slice(at, next), at };
    if (next === end) return;
    at = next;
  }
}

import type { Range } from "./finding.ts";
import type { Name } from "./name-in-text.ts";

const LONGEST_BLOCK = 1500;
const OPEN_BRACES =
  /\\{0,3}["'`]?\]?\s{0,4}(?:[:=]|=>|:=)?\s{0,20}(?:(?:new[ \t]+)?[\w.]{0,40}\(?\s{0,4})?[{[(]/y;
const INDENTED = /["']?:[ \t]*(?:#[^\n]{0,200})?\r?\n(?=[ \t]+\S)/y;
const SECTION = /["']?\][ \t]*(?:[#;][^\n]{0,200})?\r?\n/y;
const ELEMENT = />\s{0,80}</y;
const ATTRIBUTES = /\s(?=[^<>]{0,400}=)/y;
const CALL = /(?:\.new|::(?:Client\.)?new|\.\w{1,20})?\(/y;
const VAULT = /[ \t]+(?=[\w-]{1,40}=)/y;

/** The text that belongs to a name: between braces, below it with more indent, up to the next section. */
export function blockAfter(text: string, [start, end]: Range): Range | undefined {
  if (
    matches(SECTION, text, end) &&
    /\[["']?[\w.:"' -]{0,60}$/.test(text.slice(Math.max(0, start - 64), start))
  ) {
    return [SECTION.lastIndex - 1, upTo(text, SECTION.lastIndex, /\n[ \t]*\[/)];
  }
  if (matches(INDENTED, text, end)) {
    const indent = indentOf(text, start);
    const less = new RegExp(`\\n {0,${indent}}[^ \\t\\r\\n]`);
    return [INDENTED.lastIndex - 1, upTo(text, INDENTED.lastIndex - 1, less)];
  }
  if (text.charAt(start - 1) === "<" && matches(ELEMENT, text, end)) {
    return [end, upTo(text, end, /<\/pleo/i)];
  }
  const before = text.slice(Math.max(0, start - 100), start);
  if (before.endsWith("<") && matches(ATTRIBUTES, text, end)) return [end, upTo(text, end, />/)];
  if (/\bkv put [^\n]{0,80}$/.test(before) && matches(VAULT, text, end)) {
    return [end, upTo(text, end, /\n/)];
  }
  for (const opening of [CALL, OPEN_BRACES]) {
    if (!matches(opening, text, end)) continue;
    return [opening.lastIndex - 1, endOfBraces(text, opening.lastIndex)];
  }
  return undefined;
}

function matches(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

function upTo(text: string, start: number, end: RegExp): number {
  const block = text.slice(start, start + LONGEST_BLOCK);
  const length = block.search(end);
  return start + (length < 0 ? block.length : length);
}

const DEEPEST_INDENT = 60;

function indentOf(text: string, start: number): number {
  const line = text.slice(Math.max(0, start - DEEPEST_INDENT), start);
  const before = line.slice(line.lastIndexOf("\n") + 1);
  return /^[ \t]*/.exec(before)?.[0].length ?? 0;
}

function endOfBraces(text: string, start: number): number {
  let depth = 1;
  const limit = Math.min(text.length, start + LONGEST_BLOCK);
  for (let index = start; index < limit; index++) {
    const character = text.charAt(index);
    if ("{[(".includes(character)) depth++;
    else if ("}])".includes(character) && --depth === 0) return index;
  }
  return limit;
}

const CHILD = /(?<=[\s{,([<;'".])[A-Za-z][\w-]{0,40}(?=\\{0,3}["'`]?\s{0,20}(?:=>|[:=>]))/g;

/** The names that are given something in a block. */
export function childrenIn(text: string, [start, end]: Range): readonly Name[] {
  return Array.from(text.slice(start, end).matchAll(CHILD), ({ 0: name, index }) => ({
    chain: [name],
    range: [start + index, start + index + name.length],
  }));
}

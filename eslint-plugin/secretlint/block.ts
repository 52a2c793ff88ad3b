import type { Range } from "./finding.ts";
import { lineBefore } from "./line.ts";
import { matchAt } from "./match-at.ts";
import type { Name } from "./name-in-text.ts";

const LONGEST_BLOCK = 1500;
const OPEN_BRACES =
  /\\{0,3}["'`]?\]?\s{0,4}(?:[:=]|=>|:=)?\s{0,20}(?:(?:new[ \t]+)?[\w.]{0,40}\(?\s{0,4})?[{[(]/y;
const INDENTED = /["']?:[ \t]*(?:#[^\n]{0,200})?\r?\n(?=[ \t]+\S)/y;
const SECTION = /["']?\][ \t]*(?:[#;][^\n]{0,200})?\r?\n/y;
const ELEMENT = />\s{0,80}</y;
const ATTRIBUTES = /\s(?=[^<>]{0,400}=)/y;
const CALL = /(?:\.new|::(?:Client\.)?new|\.\w{1,20})?\(/y;
const KEYWORDS = /,\s{0,80}(?=\w{1,40}:\s)/y;
const VAULT = /[ \t]+(?=[\w-]{1,40}=)/y;

/** The text that belongs to a name: between braces, below it with more indent, up to the next section. */
export function blockAfter(text: string, [start, end]: Range): Range | undefined {
  const before = text.slice(Math.max(0, start - 100), start);
  const section = matchAt(SECTION, text, end)?.end;
  if (section !== undefined && /\[["']?[\w.:"' -]{0,60}$/.test(before)) {
    return [section - 1, upTo(text, section, /\n[ \t]*\[/)];
  }
  const indented = matchAt(INDENTED, text, end)?.end;
  if (indented !== undefined) {
    return [indented - 1, upTo(text, indented - 1, lessIndented(text, start))];
  }
  if (before.endsWith("<")) {
    if (matchAt(ELEMENT, text, end)) return [end, upTo(text, end, /<\/pleo/i)];
    if (matchAt(ATTRIBUTES, text, end)) return [end, upTo(text, end, />/)];
  }
  // `config :acme, :pleo, api_key: …` of Elixir.
  if (
    /^[ \t]*config[ (][^\r\n]*[:.]?$/m.test(lineBefore(text, start)) &&
    matchAt(KEYWORDS, text, end)
  ) {
    return [end, upTo(text, end, lessIndented(text, start))];
  }
  if (/\bkv put [^\n]{0,80}$/.test(before) && matchAt(VAULT, text, end)) {
    return [end, upTo(text, end, /\n/)];
  }
  const opened = (matchAt(CALL, text, end) ?? matchAt(OPEN_BRACES, text, end))?.end;
  return opened === undefined ? undefined : [opened - 1, endOfBraces(text, opened)];
}

function upTo(text: string, start: number, end: RegExp): number {
  const block = text.slice(start, start + LONGEST_BLOCK);
  const length = block.search(end);
  return start + (length < 0 ? block.length : length);
}

/** The beginning of a line that no longer belongs to the one of this place. */
function lessIndented(text: string, start: number): RegExp {
  return new RegExp(`\\n {0,${indentOf(text, start)}}[^ \\t\\r\\n]`);
}

function indentOf(text: string, start: number): number {
  return /^[ \t]*/.exec(lineBefore(text, start))?.[0].length ?? 0;
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

const CHILD =
  /(?<=[\s{,([<;'".])[A-Za-z][\w-]{0,40}(?=\\{0,3}["'`]?\s{0,20}(?:=>|[:=>]|\{[ \t]{0,20}get;))/g;

/** The names that are given something in a block. */
export function childrenIn(text: string, [start, end]: Range): readonly Name[] {
  return Array.from(text.slice(start, end).matchAll(CHILD), ({ 0: name, index }) => ({
    chain: [name],
    range: [start + index, start + index + name.length],
  }));
}

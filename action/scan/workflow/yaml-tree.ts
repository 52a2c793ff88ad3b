import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Node,
  type Pair,
  type Scalar,
} from "yaml";

/** What a YAML file says, with the line of each part. Aliases are followed, merged keys are in their place. */
export type Tree = TreeMap | TreeList | TreeText;

interface TreeMap {
  readonly kind: "map";
  readonly line: number;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  /** Of the key. */
  readonly line: number;
  readonly value: Tree;
}

interface TreeList {
  readonly kind: "list";
  readonly line: number;
  readonly items: readonly Tree[];
}

/** Also a number, a boolean, or nothing at all: GitHub makes texts of them. */
export interface TreeText {
  readonly kind: "text";
  readonly text: string;
  readonly line: number;
  /** Of its first character, where each line of the text is a line of the file: `run: |`. */
  readonly blockLine?: number;
  /** As it stands in the file, for a text that was folded from several lines. */
  readonly source?: string;
}

export type ReadYaml =
  { readonly tree: Tree } | { readonly problem: string; readonly line: number };

/** Larger than any workflow that GitHub would run. */
const MOST_NODES = 300_000;
const DEEPEST = 100;

class Unreadable extends Error {
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** Never throws: what is wrong with the text is an answer. */
export function readYaml(text: string): ReadYaml {
  try {
    const lines = new LineCounter();
    // The parser's own search for repeated keys takes the square of their number; `mapOf` looks for them.
    const document = parseDocument(text, {
      lineCounter: lines,
      uniqueKeys: false,
      // As GitHub reads it, whatever version the file says it has.
      schema: "core",
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: "error",
    });
    const [error] = document.errors;
    if (error !== undefined) {
      return { problem: "it is not valid YAML", line: lines.linePos(error.pos[0]).line };
    }
    const reading = { text, lines, anchored: new Map<string, Anchored>(), count: 0 };
    return { tree: treeOf(document.contents, reading, { line: 1, depth: 0 }) };
  } catch (error) {
    return error instanceof Unreadable
      ? { problem: error.message, line: error.line }
      : { problem: "it is nested too deeply", line: 1 };
  }
}

interface Source {
  readonly text: string;
  readonly lines: LineCounter;
}

interface Reading extends Source {
  /** What each anchor means so far. What was read once is shared by all of its aliases. */
  readonly anchored: Map<string, Anchored>;
  count: number;
}

interface Anchored {
  readonly tree: Tree;
  /** Counted again for each alias: whoever reads the tree goes through it each time. */
  readonly count: number;
}

interface Surroundings {
  /** Where there is no node to ask. */
  readonly line: number;
  readonly depth: number;
}

function treeOf(node: unknown, reading: Reading, around: Surroundings): Tree {
  if (++reading.count > MOST_NODES || around.depth > DEEPEST) {
    throw new Unreadable("it is too large", around.line);
  }
  const before = reading.count;
  if (isAlias(node)) {
    const known = reading.anchored.get(node.source);
    if (known === undefined)
      throw new Unreadable("it names an anchor that is not there", around.line);
    reading.count += known.count;
    return known.tree;
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) {
    return { kind: "text", text: "", line: around.line };
  }
  const line = lineOf(node, reading) ?? around.line;
  const inside = { line, depth: around.depth + 1 };
  const tree = isScalar(node)
    ? textOf(node, line, reading)
    : isSeq(node)
      ? listOf(node.items, reading, inside)
      : mapOf(node.items, reading, inside);
  if (node.anchor !== undefined) {
    reading.anchored.set(node.anchor, { tree, count: reading.count - before });
  }
  return tree;
}

function lineOf(node: Node, { lines }: Source): number | undefined {
  return node.range ? lines.linePos(node.range[0]).line : undefined;
}

function listOf(items: readonly unknown[], reading: Reading, inside: Surroundings): TreeList {
  return {
    kind: "list",
    line: inside.line,
    items: items.map((item) => treeOf(item, reading, inside)),
  };
}

function mapOf(pairs: readonly Pair[], reading: Reading, inside: Surroundings): TreeMap {
  const own = new Map<string, Entry>();
  const merged: Tree[] = [];
  for (const { key: keyNode, value: valueNode } of pairs) {
    const key = treeOf(keyNode, reading, inside);
    if (key.kind !== "text") throw new Unreadable("it has a key that is no text", key.line);
    const value = treeOf(valueNode, reading, { ...inside, line: key.line });
    if (key.text === "<<" && value.kind !== "text") {
      merged.push(...(value.kind === "list" ? value.items : [value]));
    } else if (own.has(key.text)) {
      throw new Unreadable("it has the same key twice", key.line);
    } else {
      own.set(key.text, { key: key.text, line: key.line, value });
    }
  }
  for (const base of merged) mergeInto(own, base, reading);
  return { kind: "map", line: inside.line, entries: [...own.values()] };
}

function mergeInto(own: Map<string, Entry>, base: Tree, reading: Reading): void {
  if (base.kind !== "map") throw new Unreadable("it merges what is no mapping", base.line);
  for (const entry of base.entries) {
    if (++reading.count > MOST_NODES) throw new Unreadable("it is too large", base.line);
    if (!own.has(entry.key)) own.set(entry.key, entry);
  }
}

function textOf(node: Scalar, line: number, { text, lines }: Source): TreeText {
  const { value } = node;
  const said = typeof value === "string" ? value : (node.source ?? "");
  const tree = { kind: "text", text: said, line } as const;
  if (!node.range) return tree;
  const [start, end] = node.range;
  if (node.type === "BLOCK_LITERAL") return { ...tree, blockLine: line + 1 };
  return lines.linePos(end).line > line ? { ...tree, source: text.slice(start, end) } : tree;
}

/** Searched through from the start for each place, so only as long as that costs nothing. */
const LONGEST_SEARCH = 20_000;

/** The line of the file on which a text says what it says at this place. */
export function lineAt(tree: TreeText, offset: number): number {
  const { text, line, blockLine, source } = tree;
  if (blockLine !== undefined) return blockLine + lineBreaksBefore(tree, offset);
  if (source === undefined || source.length > LONGEST_SEARCH) return line;
  const [word = ""] = text.slice(offset, offset + 80).split(/\s/, 1);
  const place = word === "" ? -1 : source.indexOf(word);
  return place < 0 ? line : line + source.slice(0, place).split("\n").length - 1;
}

const lineBreaks = new WeakMap<TreeText, readonly number[]>();

function lineBreaksBefore(tree: TreeText, offset: number): number {
  let breaks = lineBreaks.get(tree);
  if (breaks === undefined) {
    breaks = [...tree.text.matchAll(/\n/g)].map(({ index }) => index);
    lineBreaks.set(tree, breaks);
  }
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const NOTHING: TreeText = { kind: "text", text: "", line: 1 };

export function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === "map" ? tree.entries : [];
}

export function entryOf(tree: Tree | undefined, key: string): Entry | undefined {
  return entriesOf(tree).find((entry) => entry.key === key);
}

export function valueOf(tree: Tree | undefined, key: string): Tree | undefined {
  return entryOf(tree, key)?.value;
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === "list" ? tree.items : [];
}

/** The text under a key; an empty one where there is none. */
export function textUnder(tree: Tree | undefined, key: string): TreeText {
  const value = valueOf(tree, key);
  return value?.kind === "text" ? value : NOTHING;
}

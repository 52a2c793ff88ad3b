import { isAlias, isMap, isScalar, isSeq, parseDocument, type Pair, type Scalar } from "yaml";
import { cutOutTenants, type Part } from "./cut.ts";
import type { Problems } from "./problems.ts";
import type { Entry, Tree } from "./tree.ts";

/** A manifest of YAML: what stands around the list of tenants, and the tenants, each read when it is asked for. */
interface YamlManifest {
  /** Each a mapping, or something else that is no manifest; a part that could not be read is left out. */
  readonly roots: readonly Tree[];
  /** The items of `tenants`, where they need not all be read at once. */
  readonly tenants: Iterable<Tree> | undefined;
}

/**
 * Reads tenants one by one where they stand below each other, as in any manifest that is written by hand or by a
 * program: all at once, ten thousand of them take the parser several hundred megabytes.
 */
export function readYamlManifest(text: string, problems: Problems): YamlManifest {
  const reading = new YamlReading(problems);
  const cut = cutOutTenants(text);
  const around = cut?.around ?? [{ text, at: 0 }];
  const roots = around.flatMap((part) => reading.read(part) ?? []);
  return { roots, tenants: cut && itemsOf(cut.items, reading) };
}

function* itemsOf(parts: Iterable<Part>, reading: YamlReading): Iterable<Tree> {
  for (const part of parts) {
    const list = reading.read(part);
    if (list?.kind === "list") yield* list.items;
  }
}

/** What all aliases say is counted: more than any manifest of its size could mean. */
const MOST_NODES = 2_000_000;
const DEEPEST = 100;

class Unreadable extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Anchored {
  readonly tree: Tree;
  /** Counted again for each alias: whoever reads the tree goes through it each time. */
  readonly count: number;
}

interface Surroundings {
  /** Where there is no node to ask. */
  readonly at: number;
  readonly depth: number;
}

class YamlReading {
  private readonly problems: Problems;
  /** What each anchor means so far, whichever part it stands in. */
  private readonly anchored = new Map<string, Anchored>();
  private count = 0;
  /** Where the part begins that is being read. */
  private base = 0;

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** What is wrong with the text is a problem, and no error. */
  read({ text, at }: Part): Tree | undefined {
    this.base = at;
    try {
      // The parser's own search for repeated names takes the square of their number.
      const document = parseDocument(text, {
        uniqueKeys: false,
        // As YAML has been since 1.2: `no` is a text, whatever version the file says it has.
        schema: "core",
        resolveKnownTags: false,
        prettyErrors: false,
        logLevel: "error",
      });
      const faults = [...document.errors, ...document.warnings];
      // What is missing at the end is missing where something stands last, not where the next tenant begins.
      const last = text.trimEnd().length;
      for (const { code, pos } of faults) {
        this.problems.add(at + Math.min(pos[0], last), describeFault(code));
      }
      return faults.length > 0 ? undefined : this.treeOf(document.contents, { at, depth: 0 });
    } catch (error) {
      const isForeseen = error instanceof Unreadable;
      // The parser calls itself for each level, and so ends where the stack does.
      const message = isForeseen ? error.message : "this is nested too deeply";
      this.problems.add(isForeseen ? error.at : at, message);
      return undefined;
    }
  }

  private treeOf(node: unknown, around: Surroundings): Tree {
    this.countOne(around);
    if (around.depth > DEEPEST) throw new Unreadable("this is nested too deeply", around.at);
    const before = this.count;
    if (isAlias(node)) {
      const at = this.placeOf(node, around);
      const known = this.anchored.get(node.source);
      if (known === undefined) throw new Unreadable("this names an anchor that is not there", at);
      this.countOne({ at, count: known.count });
      return known.tree;
    }
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) {
      return { kind: "other", at: around.at, value: null };
    }
    const at = this.placeOf(node, around);
    const inside = { at, depth: around.depth + 1 };
    const tree: Tree = isScalar(node)
      ? scalarOf(node, at)
      : isSeq(node)
        ? { kind: "list", at, items: node.items.map((item) => this.treeOf(item, inside)) }
        : { kind: "map", at, entries: this.entriesOf(node.items, inside) };
    if (node.anchor !== undefined) {
      this.anchored.set(node.anchor, { tree, count: this.count - before });
    }
    return tree;
  }

  private countOne({ at, count = 1 }: { readonly at: number; readonly count?: number }): void {
    this.count += count;
    if (this.count > MOST_NODES) throw new Unreadable("this makes the manifest too large", at);
  }

  private placeOf(
    { range }: { readonly range?: readonly [number, number, number] | null | undefined },
    { at }: Surroundings,
  ): number {
    return range ? this.base + range[0] : at;
  }

  /** A name that is written twice is there twice: whoever looks for names has to see it. */
  private entriesOf(pairs: readonly Pair[], inside: Surroundings): readonly Entry[] {
    const entries: Entry[] = [];
    const merged: Tree[] = [];
    for (const { key: nameNode, value: valueNode } of pairs) {
      const name = this.treeOf(nameNode, inside);
      if (name.kind !== "text") throw new Unreadable("this name is no text", name.at);
      const value = this.treeOf(valueNode, { ...inside, at: name.at });
      if (name.text === "<<" && value.kind !== "text") {
        merged.push(...(value.kind === "list" ? value.items : [value]));
      } else {
        entries.push({ name: name.text, at: name.at, value });
      }
    }
    const own = new Set(entries.map(({ name }) => name));
    for (const base of merged) entries.push(...this.mergedFrom(base, own));
    return entries;
  }

  private mergedFrom(base: Tree, own: Set<string>): readonly Entry[] {
    if (base.kind !== "map") throw new Unreadable("this merges what is no mapping", base.at);
    this.countOne({ at: base.at, count: base.entries.length });
    const added = base.entries.filter(({ name }) => !own.has(name));
    for (const { name } of added) own.add(name);
    return added;
  }
}

function scalarOf({ value }: Scalar, at: number): Tree {
  return typeof value === "string"
    ? { kind: "text", at, text: value }
    : { kind: "other", at, value };
}

/** The parser's own words may quote what is written there. */
function describeFault(code: string): string {
  switch (code) {
    case "TAB_AS_INDENT":
      return "a tab indents here, and YAML takes spaces only";
    case "MISSING_CHAR":
      return "a quote, bracket, comma or colon is missing here";
    case "BAD_INDENT":
    case "BLOCK_IN_FLOW":
    case "BLOCK_AS_IMPLICIT_KEY":
      return "this is not indented as what it belongs to";
    case "MULTIPLE_DOCS":
      return "a second document begins here, and a manifest is one";
    case "TAG_RESOLVE_FAILED":
      return "this has a tag that means nothing here";
    default:
      return "this is not valid YAML";
  }
}

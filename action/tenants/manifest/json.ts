import type { Entry, Tree } from "./tree.ts";

/** Deeper than anything that a manifest or a secret of keys has, by far. */
const DEEPEST = 100;

/**
 * JSON with the place of each part, names that are repeated included: `JSON.parse` keeps the last of them and
 * forgets the others, and so would forget a key. `undefined` if it is no JSON, or is nested without end.
 */
export function readJsonTree(text: string): Tree | undefined {
  // What the platform accepts needs no second judge, only somebody who notes the places.
  if (!isJson(text)) return undefined;
  try {
    return new JsonReading(text).value(0);
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

/** What the platform says of a bad text quotes the text. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

class TooDeep extends Error {}

const BARE = /[-+.\w]+/y;

class JsonReading {
  private place = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  value(depth: number): Tree {
    if (depth > DEEPEST) throw new TooDeep();
    this.skipSpace();
    const at = this.place;
    switch (this.text[at]) {
      case "{":
        return { kind: "map", at, entries: this.items("}", () => this.entry(depth)) };
      case "[":
        return { kind: "list", at, items: this.items("]", () => this.value(depth + 1)) };
      case '"':
        return { kind: "text", at, text: this.string() };
      default:
        return { kind: "other", at, value: this.bare() };
    }
  }

  private items<T>(end: string, read: () => T): readonly T[] {
    const items: T[] = [];
    this.place += 1;
    this.skipSpace();
    while (this.text[this.place] !== end) {
      items.push(read());
      this.skipSpace();
      if (this.text[this.place] === ",") this.place += 1;
      this.skipSpace();
    }
    this.place += 1;
    return items;
  }

  private entry(depth: number): Entry {
    const at = this.place;
    const name = this.string();
    this.skipSpace();
    this.place += 1; // The colon.
    return { name, at, value: this.value(depth + 1) };
  }

  private string(): string {
    const start = this.place;
    let end = this.text.indexOf('"', start + 1);
    while (this.isEscaped(end)) end = this.text.indexOf('"', end + 1);
    this.place = end + 1;
    const inner = this.text.slice(start + 1, end);
    return inner.includes("\\") ? String(JSON.parse(`"${inner}"`)) : inner;
  }

  private isEscaped(quote: number): boolean {
    let before = quote - 1;
    while (this.text[before] === "\\") before -= 1;
    return (quote - before) % 2 === 0;
  }

  private bare(): unknown {
    BARE.lastIndex = this.place;
    const [source = ""] = BARE.exec(this.text) ?? [];
    this.place += source.length;
    return JSON.parse(source);
  }

  private skipSpace(): void {
    while (" \t\r\n".includes(this.text[this.place] ?? "x")) this.place += 1;
  }
}

import { readJsonTree } from "../manifest/json.ts";
import type { Entry, Tree } from "../manifest/tree.ts";

/** Many keys in one JSON object. */
export type NamedKeys =
  | {
      readonly kind: "keys";
      readonly keys: ReadonlyMap<string, string>;
      /** Every text in it that may be a key. */
      readonly texts: readonly string[];
    }
  | {
      readonly kind: "broken";
      /** A clause that repeats nothing of what is there. */
      readonly problem: string;
      readonly texts: readonly string[];
    };

/** Reads `{"name": "key"}`. Whatever is wrong with it, every text in it is named, so that it can be hidden. */
export function readNamedKeys(text: string): NamedKeys {
  const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const tree = readJsonTree(content);
  if (tree === undefined) {
    return { kind: "broken", problem: "it is not valid JSON", texts: textsIn(text) };
  }
  const texts = valuesIn(tree);
  if (tree.kind !== "map") {
    return { kind: "broken", problem: "it is no JSON object of names and keys", texts };
  }
  const problem = problemOf(tree.entries);
  if (problem !== undefined) return { kind: "broken", problem, texts };
  const keys = new Map<string, string>();
  for (const { name, value } of tree.entries) {
    if (value.kind === "text") keys.set(name, value.text);
  }
  return { kind: "keys", keys, texts };
}

/** By number: a name may be anything, a key included. */
function problemOf(entries: readonly Entry[]): string | undefined {
  // A vault writes `null` where it has no key: that is the one tenant's trouble.
  const noText = entries.findIndex(
    ({ value }) => value.kind !== "text" && !(value.kind === "other" && value.value === null),
  );
  if (noText >= 0) return `entry ${noText + 1} of the JSON object is no text`;
  const known = new Set<string>();
  const again = entries.findIndex(({ name }) => known.size === known.add(name).size);
  if (again >= 0) {
    return `entry ${again + 1} of the JSON object has a name that another has, so one of the two keys would be lost`;
  }
  return undefined;
}

function valuesIn(tree: Tree): readonly string[] {
  switch (tree.kind) {
    case "map":
      return tree.entries.flatMap(({ value }) => valuesIn(value));
    case "list":
      return tree.items.flatMap(valuesIn);
    case "text":
      return [tree.text];
    case "other":
      return typeof tree.value === "number" ? [tree.value.toString()] : [];
  }
}

const QUOTED = /"((?:[^"\\\r\n]|\\.)*)"?/g;
/** Shorter ones are names and punctuation, and hiding those would hide the message. */
const SHORTEST = 12;

/** What may be keys in a text that is no JSON: all of it, its lines, and whatever stands in quotes. */
function textsIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(QUOTED)].map(([, inner = ""]) => inner);
  return [text, ...text.split(/[\r\n]+/), ...quoted].filter((it) => it.trim().length >= SHORTEST);
}

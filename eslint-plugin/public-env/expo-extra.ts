import type { KeyNames, PublicPlace } from "./public-names.ts";
import { mayBeKey } from "./text-context.ts";

const EXPO_CONFIG = /(?:^|[/\\])app(?:\.config)?\.json$/;
const TOKEN = /"((?:[^"\\\r\n]|\\.)*)"|"(?:[^"\\\r\n]|\\.)*|[{}[\],:]|[^\s"{}[\],:]+/g;

/** More names than these say nothing more of what lies under them. */
const LONGEST_CHAIN = 3;

/** `"extra"` of Expo's app.json, which every app carries along. Reads JSON as it comes, whole or not. */
export function findPublicExtras(
  text: string,
  { path, names }: { readonly path: string; readonly names: KeyNames },
): readonly PublicPlace[] {
  if (!EXPO_CONFIG.test(path) || !text.includes('"extra"')) return [];
  const found: PublicPlace[] = [];
  for (const { name, inside, value } of entriesIn(text)) {
    if (!names.isKey([...inside, name.text]) || !mayBeKey(value)) continue;
    // A name that is public wherever it stands is found wherever it stands.
    if (names.publicKeyOf(name.text) !== undefined) continue;
    found.push({ range: name.range, cause: { name: name.text, place: "`extra`" } });
  }
  return found;
}

interface Name {
  readonly text: string;
  readonly range: readonly [number, number];
}

interface Entry {
  readonly name: Name;
  /** The names of the objects around it, from `extra` on. */
  readonly inside: readonly string[];
  readonly value: string;
}

function* entriesIn(text: string): Generator<Entry> {
  const around: string[] = [];
  let extra = -1;
  let name: Name | undefined;
  let last: Name | undefined;
  for (const { 0: token, 1: string, index } of text.matchAll(TOKEN)) {
    if (token === "{" || token === "[") {
      around.push(name?.text ?? "");
      if (extra < 0 && name?.text === "extra") extra = around.length;
    } else if (token === "}" || token === "]") {
      around.pop();
      if (around.length < extra) extra = -1;
    } else if (name !== undefined && extra >= 0) {
      const inside = around.slice(Math.max(extra, around.length - LONGEST_CHAIN));
      yield { name, inside, value: string ?? token };
    }
    name = token === ":" ? last : undefined;
    last =
      string === undefined
        ? undefined
        : { text: string, range: [index + 1, index + 1 + string.length] };
  }
}

import { base64Length } from "./encoding/base64.ts";
import { isExampleKey } from "./judging/example-hex.ts";
import { placeOf } from "./reading/place.ts";
import type { KeyPlace } from "./reading/place.ts";
import { readSpelledPrefixes } from "./reading/spelled-prefix.ts";
import { isWordStart } from "./reading/word-boundary.ts";
import { KEY_LENGTH, KEY_PATTERN } from "./shape.ts";
import { readAhead, spelledEnd } from "./spelling.ts";
import type { Base64Spelling, KeySpelling } from "./spelling.ts";

/** A key in a text. `decodeSpelling(text.slice(start, end), spelling)` is `key`. */
export interface FoundKey {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly spelling: KeySpelling;
  readonly place: KeyPlace;
}

/**
 * Everything in the text that looks like a real key, in any spelling, from left to right and without overlap.
 * Takes time in proportion to the text, whatever the text: from each prefix it reads at most the length of
 * the longest key.
 */
export function findKeys(text: string): readonly FoundKey[] {
  const spelled = readSpelledPrefixes(text, (start, spelling) => readKey(text, start, spelling));
  return spelled
    .filter(({ key }) => !isExampleKey(key))
    .map((found) => ({ ...found, place: placeOf(text, found.start, found.end) }));
}

type SpelledKey = Omit<FoundKey, "place">;

/** The character after a key is not one of a word, or else this is part of something longer. */
const WHOLE_KEY = new RegExp(`^${KEY_PATTERN}(?![A-Za-z0-9_])`);
const LOOK_AHEAD = KEY_LENGTH.max + 1;

function readKey(text: string, start: number, spelling: KeySpelling): SpelledKey | undefined {
  if (!mayBegin(text, start, spelling)) return readEmphasised(text, start, spelling);
  switch (spelling.kind) {
    case "percent":
      return readSpelled(text, start, spelling) ?? readPlain(text, start);
    case "base64":
      return readWrapped(text, start, spelling) ?? readSpelled(text, start, spelling);
    default:
      return readSpelled(text, start, spelling);
  }
}

function readSpelled(text: string, start: number, spelling: KeySpelling): SpelledKey | undefined {
  const ahead = readAhead(text, start, { spelling, limit: LOOK_AHEAD });
  const key = WHOLE_KEY.exec(ahead)?.[0];
  if (key === undefined) return undefined;
  const end = spelledEnd(text, start, { spelling, length: key.length });
  const isPlain = spelling.kind === "percent" && end - start === key.length;
  return { key, start, end, spelling: isPlain ? PLAIN : spelling };
}

/** Only if a line ends within the key; the line after a whole key has nothing to do with it. */
function readWrapped(
  text: string,
  start: number,
  spelling: Base64Spelling,
): SpelledKey | undefined {
  const found = readSpelled(text, start, { ...spelling, wrapped: "full-lines" });
  if (found === undefined) return undefined;
  const isWrapped = found.end - start > base64Length(found.key.length, spelling.skipBits);
  return isWrapped ? found : undefined;
}

function mayBegin(text: string, start: number, { kind }: KeySpelling): boolean {
  // Before a key in base64 stands whatever the encoded text began with, so no boundary can be asked for.
  return kind === "base64" || isWordStart(text, start, { wide: kind === "utf-16" });
}

const PLAIN: KeySpelling = { kind: "plain" };

const EMPHASIS_BEFORE = /(?<![A-Za-z0-9_])_{1,3}$/;
const EMPHASISED_KEY = new RegExp(`^(${KEY_PATTERN})(_{1,3})(?![A-Za-z0-9_])`);
const LONGEST_EMPHASIS = 3;

/** `_like this_` in Markdown: as many underscores after it as before it. */
function readEmphasised(
  text: string,
  start: number,
  { kind }: KeySpelling,
): SpelledKey | undefined {
  if (kind !== "percent" || text.charAt(start - 1) !== "_") return undefined;
  const before = text.slice(Math.max(0, start - LONGEST_EMPHASIS - 1), start);
  const opening = EMPHASIS_BEFORE.exec(before)?.[0];
  if (opening === undefined) return undefined;
  const ahead = text.slice(start, start + LOOK_AHEAD + LONGEST_EMPHASIS);
  const [, key, closing] = EMPHASISED_KEY.exec(ahead) ?? [];
  if (key === undefined || closing !== opening) return undefined;
  return { key, start, end: start + key.length, spelling: PLAIN };
}

/** A plain key before a `%67` that has nothing to do with it. */
function readPlain(text: string, start: number): SpelledKey | undefined {
  const key = WHOLE_KEY.exec(text.slice(start, start + LOOK_AHEAD))?.[0];
  if (key === undefined) return undefined;
  return { key, start, end: start + key.length, spelling: PLAIN };
}

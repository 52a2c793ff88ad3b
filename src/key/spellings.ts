import { base64Spellings } from "./spellings-base64.ts";
import { textSpellings } from "./spellings-text.ts";
import { utf16Bytes } from "./encoding/utf16.ts";
import { utf8Bytes } from "./encoding/utf8.ts";

/** One written form of a secret value: whoever reads it can have the value back. */
export interface Spelling {
  /** Says which form this is; never holds any of it. */
  readonly name: string;
  readonly text: string;
  /** Only on base64, which may stand inside a longer base64 text. */
  readonly inBase64?: SharedCharacters;
}

/** How many characters on either side of a base64 text hold some bits of the value and some of a neighbour. */
interface SharedCharacters {
  readonly before: 0 | 1;
  readonly after: 0 | 1;
}

/** Forms shorter than this are not masked: hiding two characters wherever they occur ruins a log. */
export const SHORTEST_MASKED = 6;

/** Every form that could betray the value, key or not; each text once, the longest first. */
export function spellingsOf(value: string): readonly Spelling[] {
  if (value === "") return [];
  const all = [
    ...textSpellings(value),
    ...base64Spellings("base64", utf8Bytes(value)),
    ...base64Spellings("base64 of value and colon", utf8Bytes(`${value}:`)),
    ...base64Spellings("base64 of UTF-16", utf16Bytes(value)),
  ];
  const byText = new Map(all.toReversed().map((spelling) => [spelling.text, spelling]));
  byText.delete("");
  return [...byText.values()].sort((one, other) => other.text.length - one.text.length);
}

/** The forms that can be hidden without hiding half of everything else. */
export function maskableSpellings(value: string): readonly Spelling[] {
  if (value.trim() === "") return [];
  return spellingsOf(value).filter(({ text }) => text.length >= SHORTEST_MASKED);
}

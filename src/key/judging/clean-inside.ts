import type { Damage, Peel } from "./damage.ts";

/** Escape sequences go as a whole: without its first character the rest of one would look like text. */
const CONTROLS = /(?!\s)\p{Cc}(?:\[[0-9;]*[A-Za-z])?/gu;
const ZERO_WIDTHS = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;
const SPACES = /\s+/g;

/** What is taken out of the inside, after all that stands around has gone. */
export const cleanInside: readonly ((text: string) => Peel | undefined)[] = [
  remover("zero-width-character", ZERO_WIDTHS),
  remover("control-character", CONTROLS),
  remover("line-break", LINE_BREAKS),
  remover("inner-whitespace", SPACES),
  noteColon,
  noteNonAscii,
];

function remover(damage: Damage, characters: RegExp): (text: string) => Peel | undefined {
  return (text) => {
    const clean = text.replace(characters, "");
    return clean === text ? undefined : { text: clean, damages: [damage] };
  };
}

/** A password after the user name, or one colon too many before it: which part is the key is not ours to say. */
function noteColon(text: string): Peel | undefined {
  if (!text.includes(":")) return undefined;
  return { text, damages: [...(noteNonAscii(text)?.damages ?? []), "colon"] };
}

/** A look-alike from another script cannot be put right by leaving it out. */
function noteNonAscii(text: string): Peel | undefined {
  return /[^\0-\x7f]/.test(text) ? { text, damages: ["non-ascii"] } : undefined;
}

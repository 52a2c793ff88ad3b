import { base64RunEnd } from "./base64-run.ts";
import { hideStretches } from "./hide-stretches.ts";
import type { Stretch } from "./hide-stretches.ts";
import { HIDDEN, maskKey } from "../mask.ts";
import { firstFrom } from "./sorted-texts.ts";
import { BODY_LENGTH, KEY_PREFIX, isKnownShape } from "../shape.ts";
import { readSpelledPrefixes } from "../reading/spelled-prefix.ts";
import { readAhead, spelledEnd } from "../spelling.ts";
import type { KeySpelling } from "../spelling.ts";

/**
 * Looser than the finder, because a masker errs on the side of hiding: hex of any length and either case, no
 * boundary asked for on either side, and a key that was cut off in its second half goes as well.
 */
const GREEDY = new RegExp(
  `^${KEY_PREFIX}[0-9a-fA-F]{${BODY_LENGTH.min}}[0-9a-fA-F]*(?:_[0-9a-fA-F]*)?`,
);

/** Hides everything that is shaped like a key, in any spelling. */
export function createShapeMasker(secrets: readonly string[]): (text: string) => string {
  const maskOf = createMaskOf(secrets);
  return (text) => {
    const stretches = readSpelledPrefixes(text, (start, spelling) => {
      const read = readKey(text, start, spelling);
      return read && { ...read.stretch, mask: maskOf(read.key) };
    });
    return stretches.length === 0 ? text : hideStretches(text, stretches);
  };
}

function readKey(
  text: string,
  start: number,
  found: KeySpelling,
): { key: string; stretch: Omit<Stretch, "mask"> } | undefined {
  const inBase64 = found.kind === "base64";
  const spelling: KeySpelling = inBase64 ? { ...found, wrapped: "any-lines" } : found;
  const key = GREEDY.exec(readAhead(text, start, { spelling, limit: Infinity }))?.[0];
  if (key === undefined) return undefined;
  const end = spelledEnd(text, start, { spelling, length: key.length });
  // Prefixes further on in the same base64 text need no look: all of it goes.
  return { key, stretch: { start, end: inBase64 ? base64RunEnd(text, end) : end, inBase64 } };
}

/** The last characters of a key that was cut off are not those by which anybody knows it. */
function createMaskOf(secrets: readonly string[]): (key: string) => string {
  // Only once a text shows something like a key is it needed.
  let sorted: readonly string[] | undefined;
  return (key) => {
    sorted ??= secrets.toSorted();
    const next = sorted[firstFrom(sorted, key)];
    if (next === key) return maskKey(key);
    const isCutOff = next?.startsWith(key) === true;
    return isKnownShape(key) && !isCutOff ? maskKey(key) : HIDDEN;
  };
}

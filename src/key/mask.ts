import { isKeyShaped } from "./shape.ts";

/** Below this many characters, four of them would be too much of the whole. */
const SHORTEST_WITH_HINT = 20;
const HINT_LENGTH = 4;
/** Shown where not even a hint may be. */
export const HIDDEN = "****";

/**
 * The last four characters, by which people tell keys apart; none where the value is short or not shaped
 * like a key, because then it may be a password, or a part of one.
 */
export function keyHint(value: string): string | undefined {
  if (value.length < SHORTEST_WITH_HINT || !isKeyShaped(value)) return undefined;
  return value.slice(-HINT_LENGTH);
}

/** The only way a key becomes printable. Its length does not show what was hidden. */
export function maskKey(value: string): string {
  return HIDDEN + (keyHint(value) ?? "");
}

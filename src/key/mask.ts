import { isKeyShaped } from "./shape.ts";

const HINT_LENGTH = 4;
/** Shown where not even a hint may be. */
export const HIDDEN = "****";

/**
 * The last four characters, by which people tell keys apart; none where the value is not shaped like a key,
 * because then it may be a password, or a part of one. The shortest shape leaves twenty more of them unseen.
 */
export function keyHint(value: string): string | undefined {
  return isKeyShaped(value) ? value.slice(-HINT_LENGTH) : undefined;
}

/** The only way a key becomes printable. Its length does not show what was hidden. */
export function maskKey(value: string): string {
  return HIDDEN + (keyHint(value) ?? "");
}

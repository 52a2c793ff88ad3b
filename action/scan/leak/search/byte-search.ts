/** Called for each needle that is found, at any place. */
export type OnFound = (start: number, end: number, needle: number) => void;

export interface ByteSearch {
  /** How many bytes the longest needle has. */
  readonly longest: number;
  /** Finds every needle in the first `length` bytes. */
  readonly search: (bytes: Uint8Array, length: number, onFound: OnFound) => void;
}

/**
 * Looks for many byte strings at once, as Wu and Manber do: two bytes tell how far no needle can begin, so that of
 * most texts only one byte in thirty is read at all. What is read never depends on how often a needle almost fits, so
 * the time is in proportion to the text, whatever the text. Needles have at least two bytes.
 *
 * Other threads get the text of this function, so it may use nothing from outside of it.
 */
export function createByteSearch(needles: readonly Uint8Array[]): ByteSearch {
  const blocks = 0x1_00_00;
  const longestShift = 0xff;
  const blockAt = (bytes: Uint8Array, at: number): number =>
    (bytes[at - 1] ?? 0) | ((bytes[at] ?? 0) << 8);

  const standsAt = (needle: Uint8Array, bytes: Uint8Array, start: number): boolean => {
    for (let index = 0; index < needle.length; index++) {
      if (needle[index] !== bytes[start + index]) return false;
    }
    return true;
  };

  const lengths = needles.map(({ length }) => length);
  const window = Math.min(...lengths);
  const shifts = new Uint8Array(blocks).fill(Math.min(window - 1, longestShift));
  const endingIn = new Map<number, number[]>();
  for (const [index, needle] of needles.entries()) {
    for (let at = 1; at < window; at++) {
      const block = blockAt(needle, at);
      shifts[block] = Math.min(shifts[block] ?? 0, window - 1 - at);
    }
    const last = blockAt(needle, window - 1);
    endingIn.set(last, [...(endingIn.get(last) ?? []), index]);
  }

  const report = (bytes: Uint8Array, end: number, place: { length: number; onFound: OnFound }) => {
    const start = end - window + 1;
    for (const index of endingIn.get(blockAt(bytes, end)) ?? []) {
      const needle = needles[index];
      if (needle === undefined || start + needle.length > place.length) continue;
      if (standsAt(needle, bytes, start)) place.onFound(start, start + needle.length, index);
    }
  };

  return {
    longest: Math.max(...lengths),
    search: (bytes, length, onFound) => {
      for (let at = window - 1; at < length;) {
        const shift = shifts[(bytes[at - 1] ?? 0) | ((bytes[at] ?? 0) << 8)] ?? 1;
        if (shift === 0) {
          report(bytes, at, { length, onFound });
          at += 1;
        } else {
          at += shift;
        }
      }
    },
  };
}

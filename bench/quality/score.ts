/** How what was said compares with what should have been, in places. */
export interface Score {
  /** Places that had to be reported, and were. */
  readonly found: number;
  readonly missed: number;
  /** Reports where there was nothing to say. */
  readonly unexpected: number;
  /** Cases without anything to report, and in how many of them something was. */
  readonly clean: number;
  readonly disturbed: number;
}

/** What must and may be said of one case, and what was. */
export interface Said {
  readonly must: readonly string[];
  readonly may: readonly string[];
  readonly said: readonly string[];
}

export const NOTHING: Score = { found: 0, missed: 0, unexpected: 0, clean: 0, disturbed: 0 };

/** Each place counts once. One that may be reported counts as neither right nor wrong. */
export function scoreOf(given: Said): Score {
  const [must, may, said] = [given.must, given.may, given.said].map((places) => new Set(places));
  const right = new Set([...(must ?? []), ...(may ?? [])]);
  const found = [...(must ?? [])].filter((place) => said?.has(place)).length;
  const unexpected = [...(said ?? [])].filter((place) => !right.has(place)).length;
  const isClean = right.size === 0;
  return {
    found,
    missed: (must?.size ?? 0) - found,
    unexpected,
    clean: isClean ? 1 : 0,
    disturbed: isClean && unexpected > 0 ? 1 : 0,
  };
}

export function sum(scores: readonly Score[]): Score {
  return scores.reduce(
    (one, other) => ({
      found: one.found + other.found,
      missed: one.missed + other.missed,
      unexpected: one.unexpected + other.unexpected,
      clean: one.clean + other.clean,
      disturbed: one.disturbed + other.disturbed,
    }),
    NOTHING,
  );
}

/** Of all that was said, how much was right; nothing where nothing was said. */
export function precisionOf({ found, unexpected }: Score): number | undefined {
  return found + unexpected === 0 ? undefined : found / (found + unexpected);
}

/** Of all that should have been said, how much was. */
export function recallOf({ found, missed }: Score): number | undefined {
  return found + missed === 0 ? undefined : found / (found + missed);
}

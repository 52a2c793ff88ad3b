/** Under mutation testing every test runs many times over: one sample of so many has to do there. */
const ONE_IN = Number(process.env["SAMPLES_ONE_IN"] ?? 1);

/** How often a property is tried. */
export function runs(count: number): number {
  return Math.ceil(count / ONE_IN);
}

/** All of these, or an even part of them. */
export function samplesOf<Item>(items: readonly Item[]): readonly Item[] {
  return items.filter((_, index) => index % ONE_IN === 0);
}

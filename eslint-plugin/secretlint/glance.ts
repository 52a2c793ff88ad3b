/** Something that has to be in a text for a second look to be worth its time. */
export interface Trace {
  /** An expression without groups that capture. */
  readonly pattern: string;
  /** Not looked for in a text without this: a pattern more makes every text slower. */
  readonly needs?: string;
}

/** Tells by one search whether any of the traces is in a text. */
export function createGlance(traces: readonly Trace[]): (text: string) => boolean {
  const needs = [...new Set(traces.flatMap((trace) => trace.needs ?? []))];
  const searches = new Map<string, (text: string) => boolean>();
  return (text) => {
    const missing = needs.filter((need) => !text.includes(need));
    const selection = missing.join("");
    let search = searches.get(selection);
    if (search === undefined) {
      search = createSearch(traces.filter((trace) => !missing.includes(trace.needs ?? "")));
      searches.set(selection, search);
    }
    return search(text);
  };
}

const LOOK_BEHIND = /\(\?<![^)]*\)/g;

function createSearch(traces: readonly Trace[]): (text: string) => boolean {
  const source = traces.map(({ pattern }) => pattern).join("|");
  const exact = new RegExp(source);
  // To look behind was measured to make the whole expression half as slow again, and most texts do not get that far.
  const rough = new RegExp(source.replace(LOOK_BEHIND, ""));
  return (text) => rough.test(text) && exact.test(text);
}

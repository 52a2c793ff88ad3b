/** Something that has to be in a text for a second look to be worth its time. */
export interface Trace {
  /**
   * An expression without groups that capture. Looks back only after the letters that it begins with, because a text is
   * skimmed for these.
   */
  readonly pattern: string;
  /**
   * What a match begins with. The expression is asked only there: where that begins with a rare character, a text is
   * searched for it in a fraction of the time that an expression takes.
   */
  readonly marks?: readonly string[];
  /** For marks that begin with a frequent character: a rare one in each. */
  readonly needs?: readonly string[];
}

/** Tells whether any of the traces is in a text. */
export function createGlance(traces: readonly Trace[]): (text: string) => boolean {
  const anywhere = traces.filter(({ marks }) => marks === undefined);
  const marked = traces.filter(({ marks }) => marks !== undefined).map(searchFor);
  const common = new RegExp(anywhere.map(({ pattern }) => pattern).join("|"));
  return (text) => (anywhere.length > 0 && common.test(text)) || marked.some((isIn) => isIn(text));
}

function searchFor({ pattern, marks = [], needs }: Trace): (text: string) => boolean {
  const expression = new RegExp(pattern, "y");
  function isAfter(mark: string, text: string): boolean {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      expression.lastIndex = at;
      if (expression.test(text)) return true;
    }
    return false;
  }
  return (text) =>
    (needs === undefined || needs.some((need) => text.includes(need))) &&
    marks.some((mark) => isAfter(mark, text));
}

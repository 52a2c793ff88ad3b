/** Something that has to be in a text for a second look to be worth its time. */
export interface Trace {
  /** An expression without groups that capture. */
  readonly pattern: string;
  /** Not looked for in a text without any of these: to tell that takes a fraction of the time of an expression. */
  readonly needs?: readonly string[];
}

/** Tells whether any of the traces is in a text. */
export function createGlance(traces: readonly Trace[]): (text: string) => boolean {
  const common = expressionOf(traces.filter(({ needs }) => needs === undefined));
  const others = traces.flatMap((trace) =>
    trace.needs === undefined ? [] : [{ needs: trace.needs, expression: expressionOf([trace]) }],
  );
  return (text) =>
    common.test(text) ||
    others.some(
      ({ needs, expression }) => needs.some((need) => text.includes(need)) && expression.test(text),
    );
}

/** One for all that any text may hold: they are searched for together in hardly more time than one of them. */
function expressionOf(traces: readonly Trace[]): RegExp {
  return new RegExp(traces.map(({ pattern }) => pattern).join("|"));
}

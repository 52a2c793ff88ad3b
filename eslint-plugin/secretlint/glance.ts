/** Something that has to be in a text for a second look to be worth its time. */
export interface Trace {
  /** An expression without groups that capture. A match begins with the mark. */
  readonly pattern: string;
  /**
   * What a text is searched for first: that takes a fraction of the time that an expression takes, the less the rarer
   * the first character is. Traces with the same mark share one search.
   */
  readonly mark: string;
  /** Without all of these near the mark the expression is not asked. */
  readonly signs?: readonly Sign[];
}

/** One of these characters, so far on from the first of the mark. */
interface Sign {
  readonly on: number;
  readonly oneOf: string;
}

/** Tells whether any of the traces is in a text. */
export function createGlance(traces: readonly Trace[]): (text: string) => boolean {
  const marks = new Set(traces.map(({ mark }) => mark));
  const searches = Array.from(marks, (shared) =>
    searchFor(
      shared,
      traces.filter(({ mark }) => mark === shared),
    ),
  );
  return (text) => searches.some((isIn) => isIn(text));
}

function searchFor(mark: string, traces: readonly Trace[]): (text: string) => boolean {
  const expression = new RegExp(traces.map(({ pattern }) => pattern).join("|"), "y");
  const signs = signTables(traces);
  return (text) => {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (!isSigned(text, at, signs)) continue;
      expression.lastIndex = at;
      if (expression.test(text)) return true;
    }
    return false;
  };
}

/** For one distance from a mark: the traces that a character there allows, each of them one bit. */
interface SignTable {
  readonly on: number;
  readonly allowed: Int32Array;
}

function signTables(traces: readonly Trace[]): readonly SignTable[] {
  const distances = new Set(traces.flatMap(({ signs = [] }) => signs.map(({ on }) => on)));
  return Array.from(distances, (on) => signTable(traces, on));
}

function signTable(traces: readonly Trace[], on: number): SignTable {
  const allowed = new Int32Array(0x100);
  for (const [place, { signs = [] }] of traces.entries()) {
    const sign = signs.find((one) => one.on === on);
    const bytes =
      sign === undefined
        ? allowed.keys()
        : Array.from(sign.oneOf, (character) => lowByte(character, 0));
    for (const byte of bytes) allowed[byte] = (allowed[byte] ?? 0) | (1 << place);
  }
  return { on, allowed };
}

/** May one of the traces be at this mark? */
function isSigned(text: string, at: number, signs: readonly SignTable[]): boolean {
  let left = -1;
  for (const { on, allowed } of signs) {
    left &= allowed[lowByte(text, at + on)] ?? 0;
    if (left === 0) return false;
  }
  return true;
}

/** Enough to tell characters apart: where two are taken for one, the expression is asked in vain. */
function lowByte(text: string, index: number): number {
  return text.charCodeAt(index) & 0xff;
}

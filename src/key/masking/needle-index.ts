/** Where one needle may stand in a text. Two texts can have one hash, so whoever uses it compares. */
interface Sighting {
  /** Which list of needles it is from, and which of that list. */
  readonly list: number;
  readonly needle: number;
  /** All of them, ascending. */
  readonly starts: readonly number[];
}

/**
 * Finds very many needles in one pass through a text, which hardly takes longer the more of them there are. Holds
 * numbers only: as texts, the spellings of ten thousand keys would take more memory than all else together.
 */
export interface NeedleIndex {
  /** In the order of the lists, and of the needles in each. */
  find(text: string): readonly Sighting[];
}

/**
 * Needles are looked up by so many of their first characters, as many as they have; shorter ones are not found. One
 * number would not do: all keys begin alike, in UTF-16 and hex for sixteen characters, and a short secret has but six.
 */
const BEGINNINGS = [6, 16, 48] as const;

/** What is kept of a needle, one after the other in one row of numbers. */
const ROW = { beginning: 0, beginningHash: 1, length: 2, hash: 3, list: 4, needle: 5, next: 6 };
const ROW_LENGTH = 7;

export function createNeedleIndex(lists: Iterable<readonly string[]>): NeedleIndex {
  const rows = rowsOf(lists);
  // Twice as many slots as rows.
  const bits = Math.max(4, Math.ceil(Math.log2(rows.length / ROW_LENGTH)) + 1);
  const chains = chainUp(rows, bits);
  const used = new Set(columnOf(rows, ROW.beginning));
  const beginnings = BEGINNINGS.filter((length) => used.has(length));
  const powers = powersUpTo(longestOf(rows));
  return {
    find: (text) => {
      const sums = sumsOf(text);
      const hashAt = (start: number, length: number): number =>
        (at(sums, start + length) - Math.imul(at(sums, start), at(powers, length))) | 0;
      const found = new Map<number, number[]>();
      for (const beginning of beginnings) {
        for (let start = 0; start + beginning <= text.length; start += 1) {
          const hash = hashAt(start, beginning);
          for (let row = at(chains, slotOf(hash, bits)); row >= 0; row = at(rows, row + ROW.next)) {
            if (at(rows, row + ROW.beginningHash) !== hash) continue;
            if (at(rows, row + ROW.beginning) !== beginning) continue;
            const length = at(rows, row + ROW.length);
            if (start + length > text.length) continue;
            if (hashAt(start, length) === at(rows, row + ROW.hash)) push(found, row, start);
          }
        }
      }
      return [...found]
        .toSorted(([one], [other]) => one - other)
        .map(([row, starts]) => ({
          list: at(rows, row + ROW.list),
          needle: at(rows, row + ROW.needle),
          starts,
        }));
    },
  };
}

function rowsOf(lists: Iterable<readonly string[]>): Int32Array {
  let rows = new Int32Array(64 * ROW_LENGTH);
  let end = 0;
  let list = 0;
  for (const needles of lists) {
    for (const [needle, text] of needles.entries()) {
      const beginning = BEGINNINGS.findLast((length) => length <= text.length);
      if (beginning === undefined) continue;
      if (end === rows.length) rows = doubled(rows);
      const [first, all] = [hashOf(text, beginning), hashOf(text, text.length)];
      rows.set([beginning, first, text.length, all, list, needle, -1], end);
      end += ROW_LENGTH;
    }
    list += 1;
  }
  return rows.slice(0, end);
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}

/** The first row of each slot; the others of it follow from row to row. */
function chainUp(rows: Int32Array, bits: number): Int32Array {
  const chains = new Int32Array(2 ** bits).fill(-1);
  for (let row = 0; row < rows.length; row += ROW_LENGTH) {
    const slot = slotOf(at(rows, row + ROW.beginningHash), bits);
    rows[row + ROW.next] = at(chains, slot);
    chains[slot] = row;
  }
  return chains;
}

function columnOf(rows: Int32Array, column: number): Int32Array {
  const count = rows.length / ROW_LENGTH;
  return Int32Array.from({ length: count }, (_, row) => at(rows, row * ROW_LENGTH + column));
}

function longestOf(rows: Int32Array): number {
  return columnOf(rows, ROW.length).reduce((one, other) => Math.max(one, other), 0);
}

const BASE = 0x01000193;
const MIXER = 0x9e3779b1;

function slotOf(hash: number, bits: number): number {
  return Math.imul(hash ^ (hash >>> 15), MIXER) >>> (32 - bits);
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let index = 0; index < length; index += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

/** The hash of each beginning of the text: those of all its parts follow from two of them. */
function sumsOf(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1);
  let hash = 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(index)) | 0;
    sums[index + 1] = hash;
  }
  return sums;
}

function powersUpTo(most: number): Int32Array {
  const powers = new Int32Array(most + 1).fill(1);
  for (let index = 1; index <= most; index += 1) {
    powers[index] = Math.imul(at(powers, index - 1), BASE);
  }
  return powers;
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

function push(found: Map<number, number[]>, row: number, start: number): void {
  const starts = found.get(row);
  if (starts === undefined) found.set(row, [start]);
  else starts.push(start);
}

/** One place where a key is written. */
export interface Leak {
  readonly kind: "file" | "file name" | "commit" | "tag" | "reference";
  /** Which of the keys, counted from 0. */
  readonly key: number;
  /** Completes "holds the key …". */
  readonly words: string;
  /** The file, with what is inside of it after `!/`; the name of a tag or of a reference. Anything may be in it, the key too. */
  readonly name: string;
  readonly line?: number;
  readonly isOutput: boolean;
  /** The object of the history that holds it. */
  readonly id?: string;
}

/** The file itself, without what is inside of it. */
export function outerFile({ name }: Leak): string {
  const end = name.indexOf("!/");
  return end < 0 ? name : name.slice(0, end);
}

export interface LeakList {
  readonly add: (leak: Leak) => void;
  /** So many more were found that nobody looked at one by one. */
  readonly addMore: (key: number, count: number) => void;
  readonly leaks: () => readonly Leak[];
  readonly moreOf: (key: number) => number;
}

/** Of more places nobody reads, and each takes time to explain. */
export const MOST_LEAKS = 50;

/** Each place once, and of each key so many that a person can still read them. */
export function createLeakList(): LeakList {
  const leaks: Leak[] = [];
  const counts = new Map<number, { listed: number; more: number }>();
  const seen = new Set<string>();
  const countOf = (key: number): { listed: number; more: number } => {
    const count = counts.get(key) ?? { listed: 0, more: 0 };
    counts.set(key, count);
    return count;
  };
  return {
    add: (leak) => {
      const count = countOf(leak.key);
      if (count.listed >= MOST_LEAKS) {
        count.more += 1;
        return;
      }
      const { kind, key, words, name, line, id } = leak;
      const place = JSON.stringify([kind, key, words, name, line, kind === "file" ? "" : id]);
      if (seen.has(place)) return;
      seen.add(place);
      count.listed += 1;
      leaks.push(leak);
    },
    addMore: (key, more) => {
      countOf(key).more += more;
    },
    leaks: () => leaks,
    moreOf: (key) => counts.get(key)?.more ?? 0,
  };
}

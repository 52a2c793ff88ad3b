import type { TSESTree } from "@typescript-eslint/utils";

/** Where a Pleo key comes from. */
export interface Source {
  /** For a message: a name as it is written, or what kind of thing it is. Never a character of a key. */
  readonly text: string;
  readonly node: TSESTree.Node;
}

/** A key, how deep inside it lies, and through which variables it came. */
export interface Carried {
  readonly source: Source;
  /** Names of properties from the value down to the key; `*` stands for an element or a name nobody can tell. */
  readonly inside: Path;
  /** Names of the variables that it passed, the last one first. */
  readonly via: readonly string[];
}

/** Names of properties, from the outside to the inside. */
export type Path = readonly string[];

/** Any element, or a property whose name only the running program knows. */
export const ANY = "*";

/** What an expression carries, and whether that is all there is to know. */
export interface Answer {
  readonly carried: readonly Carried[];
  /** Where nothing is carried: is that certain, or may a name still say otherwise? */
  readonly isKnown: boolean;
}

export const CLEAN: Answer = { carried: [], isKnown: true };
export const UNKNOWN: Answer = { carried: [], isKnown: false };

/** More ways to a key than these make no message better. */
const MOST_CARRIED = 8;

export function unite(answers: readonly Answer[]): Answer {
  const [only] = answers;
  if (only !== undefined && answers.length === 1) return only;
  const carried: Carried[] = [];
  let isKnown = true;
  for (const answer of answers) {
    isKnown &&= answer.isKnown;
    for (const found of answer.carried) {
      const isNew = !carried.some((known) => isSame(known, found));
      if (isNew && carried.length < MOST_CARRIED) carried.push(found);
    }
  }
  // Most of them carry nothing.
  if (carried.length === 0) return isKnown ? CLEAN : UNKNOWN;
  return { carried, isKnown };
}

function isSame(one: Carried, other: Carried): boolean {
  return one.source.node === other.source.node && one.inside.join("\0") === other.inside.join("\0");
}

export function fromSource(source: Source): Answer {
  return { carried: [{ source, inside: [], via: [] }], isKnown: true };
}

/** The same, seen from an object that holds it under a name. */
export function under(name: string, answer: Answer): Answer {
  if (answer.carried.length === 0) return answer;
  const carried = answer.carried.map((found) => ({ ...found, inside: [name, ...found.inside] }));
  return { ...answer, carried };
}

/** Any of what lies in it, rather than the whole. */
export function membersOf(answer: Answer): Answer {
  const carried = answer.carried.flatMap((found) =>
    found.inside.length === 0 ? [] : [{ ...found, inside: found.inside.slice(1) }],
  );
  return { ...answer, carried };
}

/** The same after it was put into a text, in which nothing is inside of anything any more. */
export function flattened(answer: Answer): Answer {
  if (answer.carried.every(({ inside }) => inside.length === 0)) return answer;
  return unite([
    { ...answer, carried: answer.carried.map((found) => ({ ...found, inside: [] })) },
    CLEAN,
  ]);
}

/** The same after it passed a variable. */
export function through(name: string, answer: Answer): Answer {
  if (answer.carried.length === 0) return answer;
  const carried = answer.carried.map((found) => ({
    ...found,
    via: found.via[0] === name ? found.via : [name, ...found.via],
  }));
  return { ...answer, carried };
}

/** What of a whole lies under a name. */
export function matches(path: Path, name: string): boolean {
  return path[0] === name || path[0] === ANY || name === ANY;
}

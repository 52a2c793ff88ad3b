import type { rules } from "../../eslint-plugin/rules.ts";

export type Place =
  keyof typeof rules | "secretlint" | "finder" | "masker" | "scan" | "audit" | "action";

/** Something that is known not to be as one would wish, and what shows that it still is not. */
export interface Limit {
  /** Stable: pages link to it. */
  readonly id: string;
  /** Whose limit it is. */
  readonly place: Place;
  /** What should be seen and is not, or the other way round. */
  readonly kind: "miss" | "false alarm";
  readonly sentence: string;
  readonly proof: Proof;
}

type Proof = Case | Samples | Elsewhere | Untested;

/** A case of a corpus, whose own test holds it to be a limit as long as it is listed. */
export interface Case {
  readonly test: string;
  readonly corpus: string;
  readonly title: string;
}

export interface Samples {
  /** Each is missed, or alarmed at, for the reason that the sentence gives. */
  readonly samples: readonly Sample[];
  /** Nearly the same without that reason: seen, or left alone. */
  readonly unless: Sample;
}

/** A file, made with a key. */
export interface Sample {
  readonly path: string;
  readonly text: (key: string) => string;
}

/** A test of its own, which says that it is so. */
export interface Elsewhere {
  readonly test: string;
  readonly name: string;
}

interface Untested {
  /** Why no test can show it, in a sentence. */
  readonly untested: string;
}

type Given = string | Sample["text"] | Sample;

/** What is given to show a limit; a text alone stands in a file of the usual name. */
export interface Shown {
  readonly samples: readonly Given[];
  readonly unless: Given;
  readonly path?: string;
  readonly kind?: Limit["kind"];
}

/** Makes the limits of a place, whose files are usually called so. */
export function limitsOf(
  place: Place,
  usualPath: string,
): (id: string, sentence: string, shown: Shown | Elsewhere | string) => Limit {
  return (id, sentence, shown) => {
    const head = { id: `${place}-${id}`, place, sentence };
    if (typeof shown === "object" && "test" in shown)
      return { ...head, kind: "miss", proof: shown };
    if (typeof shown === "string") return { ...head, kind: "miss", proof: { untested: shown } };
    const { samples, unless, path = usualPath, kind = "miss" } = shown;
    const asSample = (given: Given): Sample => {
      if (typeof given === "string") return { path, text: () => given };
      return typeof given === "function" ? { path, text: given } : given;
    };
    return {
      ...head,
      kind,
      proof: { samples: samples.map(asSample), unless: asSample(unless) },
    };
  };
}

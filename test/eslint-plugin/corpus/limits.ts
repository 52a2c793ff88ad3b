import type { CorpusCase } from "../read-corpus.ts";

/** A case in which the rules are known not to say what they should, and what keeps them from it. */
export interface Limit extends Pick<CorpusCase, "rule" | "kind" | "title"> {
  /** One sentence. */
  readonly why: string;
}

/** Each is tested to be still one: a case that the rules have learnt has to leave the list. */
export const LIMITS: readonly Limit[] = [];

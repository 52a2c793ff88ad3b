import type { BlindCase } from "../read-blind.ts";

/** A case in which the rule is known not to say what it should, and what keeps it from it. */
export interface Limit extends Pick<BlindCase, "file" | "title"> {
  /** One sentence. */
  readonly why: string;
}

/** Each is tested to be still one: a case that the rule has learnt has to leave the list. */
export const LIMITS: readonly Limit[] = [
  {
    file: "documents.bad.txt",
    title: "bundled env",
    why: "The key is reported where it stands in the bundle, and the name that made it public is read only in sources that ask for it.",
  },
  {
    file: "tooling.bad.txt",
    title: "percent-encoded in a redirect",
    why: "A key in the query of an address is reported as one in a URL, also where a log shows only the end of that address.",
  },
];

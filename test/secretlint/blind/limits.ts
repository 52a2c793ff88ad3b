import type { BlindCase } from "../read-blind.ts";

/** A case in which the rule is known not to say what it should, and what keeps it from it. */
export interface Limit extends Pick<BlindCase, "file" | "title"> {
  /** One sentence. */
  readonly why: string;
}

/** Each is tested to be still one: a case that the rule has learnt has to leave the list. */
export const LIMITS: readonly Limit[] = [
  {
    file: "tooling.bad.txt",
    title: "percent-encoded in a redirect",
    why: "A key in a query is reported as one in a URL, which says more than the case asks for and is as true of an address that goes elsewhere.",
  },
];

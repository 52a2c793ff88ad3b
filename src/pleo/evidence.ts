/**
 * How sure we are of a fact about Pleo. Nothing that blocks a deploy may rest on less than
 * "documented" alone; everything else is confirmed by Pleo's own answer first.
 */
export type Evidence =
  /** Pleo's own pages or specification say so. */
  | "documented"
  /** Public code or configuration of others relies on it. */
  | "seen-in-code"
  /** Our reading; likely, not shown. */
  | "inferred"
  /** No source was found. */
  | "unknown";

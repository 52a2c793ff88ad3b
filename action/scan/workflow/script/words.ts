import type { FoundExpression } from "../expression/find.ts";

/** What a word takes from elsewhere: a variable, or an expression that GitHub fills in before. */
export interface Reference {
  readonly offset: number;
  readonly variable?: string | undefined;
  readonly expression?: FoundExpression;
  /** Not the value, but how long it is or whether there is one. */
  readonly isHarmless: boolean;
}

export interface Word {
  readonly offset: number;
  /** Without quotation marks; each reference is one `REFERENCE` character. */
  text: string;
  readonly references: Reference[];
  /** Commands whose output becomes part of the word. */
  readonly captures: Command[];
  /** The command of `>(…)`, which gets what is written there. */
  feeds?: Command | undefined;
}

export const REFERENCE = "\uE000";

export interface Redirection {
  /** `>` and `>>`, of what would go to the log; `<<<` and `<<` of what is read. */
  readonly kind: "output" | "errors" | "input" | "text";
  readonly target: Word;
}

export interface Command {
  readonly offset: number;
  readonly words: Word[];
  /** `NAME=value` in front of the words, or alone. */
  readonly assignments: Word[];
  readonly redirections: Redirection[];
  pipesTo?: Command;
  /** Its output is taken by the word that it stands in. */
  readonly isCaptured: boolean;
}

export type Dialect = "posix" | "powershell" | "cmd";

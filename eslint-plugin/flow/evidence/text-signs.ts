import type { TSESLint } from "@typescript-eslint/utils";
import {
  mayHoldUnseenPrefix,
  SIGN_OF_UNSEEN_PREFIX,
} from "../../../src/key/reading/spelled-prefix.ts";
import { HIDING_ESCAPE, mayHideKey, showsDigits } from "./disguise.ts";

export const BASE64_PREFIX = "cGx[h-z0-6]X|Bs[YZa-e][FVl1][89]|wb[GH][BFJNRVZdhlptx159]f";
const IS_BASE64_PREFIX = new RegExp(BASE64_PREFIX);
const PREFIX_AND_DIGIT = /pl[a-z]_[0-9a-f]/;

/** What shows Pleo to whoever reads: its name, or how keys begin. Most files have neither, and one pass tells. */
const SEEN = new RegExp(`[pP][lL](?:[eE][oO]|[a-z]_)|${BASE64_PREFIX}`);
/** As rare as these, and looked for together because that takes no longer than to look for one of the two. */
const UNSEEN = new RegExp(`${HIDING_ESCAPE}|${SIGN_OF_UNSEEN_PREFIX}`);

/**
 * What a text shows of Pleo and of its keys. Each question is a pass over the text, and where there is nothing to find these
 * are most of what our rules cost: so each is answered once, and only if somebody asks.
 */
export class TextSigns {
  readonly text: string;
  #isSeen: boolean | undefined;
  #isUnseen: boolean | undefined;
  #hasWord: boolean | undefined;
  #hasPrefix: boolean | undefined;
  #hasBase64Prefix: boolean | undefined;
  #hasHost: boolean | undefined;
  #mayHideKey: boolean | undefined;
  #showsDigits: boolean | undefined;
  #mayHoldUnseenPrefix: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get #mayBeSeen(): boolean {
    return (this.#isSeen ??= SEEN.test(this.text));
  }

  get #mayBeUnseen(): boolean {
    return (this.#isUnseen ??= UNSEEN.test(this.text));
  }

  /** The word, which most files that have to do with Pleo have. */
  get hasWord(): boolean {
    return (this.#hasWord ??= this.#mayBeSeen && /pleo/i.test(this.text));
  }

  /** What every key begins with. */
  get hasPrefix(): boolean {
    return (this.#hasPrefix ??= this.#mayBeSeen && /pl[a-z]_/.test(this.text));
  }

  get hasBase64Prefix(): boolean {
    return (this.#hasBase64Prefix ??= this.#mayBeSeen && IS_BASE64_PREFIX.test(this.text));
  }

  /** An address of Pleo's, or a part of one. */
  get hasHost(): boolean {
    return (this.#hasHost ??= this.hasWord && /pleo\.io/i.test(this.text));
  }

  get mayHideKey(): boolean {
    return (this.#mayHideKey ??= this.#mayBeUnseen && mayHideKey(this.text));
  }

  get showsDigits(): boolean {
    return (this.#showsDigits ??= showsDigits(this.text));
  }

  get mayHoldUnseenPrefix(): boolean {
    return (this.#mayHoldUnseenPrefix ??= this.#mayBeUnseen && mayHoldUnseenPrefix(this.text));
  }

  /** If not even this, there is nothing of Pleo's to look for. */
  get showsPleo(): boolean {
    const isKey = this.hasPrefix && PREFIX_AND_DIGIT.test(this.text);
    return this.hasWord || isKey || this.hasBase64Prefix;
  }

  /** A key that stands there as a whole, in any spelling. */
  get mayHoldKey(): boolean {
    return this.hasPrefix || this.hasBase64Prefix || this.mayHoldUnseenPrefix;
  }

  /** A key that is escaped or in pieces. In most files it is not worth a look at each literal. */
  get mayDisguiseKey(): boolean {
    return this.mayHideKey || this.hasPrefix || this.showsDigits;
  }
}

let last = new TextSigns("");

/**
 * Those of a file, whichever rule asks. Of the last text alone, since rules ask in turns of one file: to put something into
 * a `WeakMap` takes as long as to go through the text.
 */
export function signsOf({ text }: Readonly<TSESLint.SourceCode>): TextSigns {
  if (last.text !== text) last = new TextSigns(text);
  return last;
}

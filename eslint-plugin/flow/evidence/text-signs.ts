import { mayHoldUnseenPrefix } from "../../../src/key/reading/spelled-prefix.ts";
import { oncePerFile } from "./once-per-file.ts";
import { mayHideKey, showsDigits } from "./disguise.ts";

const [UNDERSCORE, SMALL_E, SMALL_O] = [0x5f, 0x65, 0x6f];
/** Makes a capital letter a small one. */
const TO_SMALL = 0x20;

/** How the word begins. The rarest way of all is looked for by what comes next, because it hardly ever does. */
const BEGINNINGS = ["pl", "Pl", "PL"] as const;
const AFTER_OTHERS = ["Le", "LE"] as const;

const PREFIX_AND_DIGIT = /pl[a-z]_[0-9a-f]/;

const IN_BASE64 = ["Gx", "Bs", "wb"] as const;
const BASE64_PREFIX = /cGx[h-z0-6]X|Bs[YZa-e][FVl1][89]|wb[GH][BFJNRVZdhlptx159]f/;

/** What the letters `pl` of a text turned out to be. */
interface Named {
  readonly hasWord: boolean;
  readonly hasPrefix: boolean;
}

/**
 * What a text shows of Pleo and of its keys. Each question is a pass over the text, and where there is nothing to find these
 * are most of what our rules cost: so each is answered once, and only if somebody asks.
 */
export class TextSigns {
  readonly #text: string;
  #named: Named | undefined;
  #hasBase64Prefix: boolean | undefined;
  #hasHost: boolean | undefined;
  #mayHideKey: boolean | undefined;
  #showsDigits: boolean | undefined;
  #mayHoldUnseenPrefix: boolean | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The word, which most files that have to do with Pleo have. */
  get hasWord(): boolean {
    return (this.#named ??= readNamed(this.#text)).hasWord;
  }

  /** What every key begins with. */
  get hasPrefix(): boolean {
    return (this.#named ??= readNamed(this.#text)).hasPrefix;
  }

  get hasBase64Prefix(): boolean {
    return (this.#hasBase64Prefix ??=
      IN_BASE64.some((part) => this.#text.includes(part)) && BASE64_PREFIX.test(this.#text));
  }

  /** An address of Pleo's, or a part of one. */
  get hasHost(): boolean {
    return (this.#hasHost ??= this.hasWord && /pleo\.io/i.test(this.#text));
  }

  get mayHideKey(): boolean {
    return (this.#mayHideKey ??= mayHideKey(this.#text));
  }

  get showsDigits(): boolean {
    return (this.#showsDigits ??= showsDigits(this.#text));
  }

  get mayHoldUnseenPrefix(): boolean {
    return (this.#mayHoldUnseenPrefix ??= mayHoldUnseenPrefix(this.#text));
  }

  /** If not even this, there is nothing of Pleo's to look for. */
  get showsPleo(): boolean {
    const isKey = this.hasPrefix && PREFIX_AND_DIGIT.test(this.#text);
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

/** Those of a file, whichever rule asks. */
export const signsOf = oncePerFile(({ text }) => new TextSigns(text));

/** A search for letters goes through a text in half the time of a pattern. */
function readNamed(text: string): Named {
  let hasWord = false;
  let hasPrefix = false;
  for (const beginning of BEGINNINGS) {
    for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 2)) {
      const fourth = text.charCodeAt(at + 3);
      if (fourth === UNDERSCORE) hasPrefix ||= beginning === "pl" && isSmall(text, at + 2);
      else if ((fourth | TO_SMALL) === SMALL_O) hasWord ||= isE(text, at + 2);
    }
  }
  hasWord ||= AFTER_OTHERS.some((part) => text.includes(part)) && /pleo/i.test(text);
  return { hasWord, hasPrefix };
}

function isSmall(text: string, index: number): boolean {
  const letter = text.charAt(index);
  return letter >= "a" && letter <= "z";
}

function isE(text: string, index: number): boolean {
  return (text.charCodeAt(index) | TO_SMALL) === SMALL_E;
}

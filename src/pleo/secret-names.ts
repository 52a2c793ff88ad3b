/**
 * What the name of a secret says. In a store of secrets everything is one, so a name means Pleo's API key where `pleo`
 * stands in it as a word beside a word for a key, unless another word makes it something else: `PLEO_API_KEY`,
 * `PROD_PLEO_KEY` and `API_KEY_FOR_PLEO`, not `PLEO_KEY_ID`, `PLEO_WEBHOOK_SECRET` or `SIMPLEO_TOKEN`.
 */

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

/** `PLEOAPIKEY`, which is several words in one. */
const GLUED = /^(pleo)(api)?(apikey|key|token|secret)$/;

const SECRET_WORDS: ReadonlySet<string> = new Set(
  "key apikey token secret credential credentials".split(" "),
);

/** May stand between `pleo` and the word for the secret, and change nothing. */
const QUALIFIERS: ReadonlySet<string> = new Set(
  (
    "api auth authentication authorization bearer basic access external integration integrated standalone service " +
    "server backend private secret system account production prod staging stage sandbox live test testing dev " +
    "development local ci my our new old current previous prev next primary secondary main default export expense " +
    "expenses accounting erp finance rest http"
  ).split(" "),
);

/** In front of all the rest these say that there is no real key. */
const NOT_REAL: ReadonlySet<string> = new Set(
  "fake mock dummy example no not non without".split(" "),
);

/** Behind the secret these make it something about a key. Any other word says which one it is. */
const ABOUT_A_KEY: ReadonlySet<string> = new Set(
  (
    "id ids name names hint label alias expires expiry expiration expire date on at days day ttl created rotated " +
    "hash digest fingerprint checksum sha count length size url uri host path file filename arn ref reference " +
    "version type kind scope scopes owner user username email prefix suffix last digits status state enabled " +
    "present valid check required region vault store header"
  ).split(" "),
);

/** Longer than any name that GitHub takes. */
const LONGEST_NAME = 500;

/** Does a secret of this name hold a Pleo API key? */
export function namesPleoKey(name: string): boolean {
  if (name.length > LONGEST_NAME || !/pleo/i.test(name)) return false;
  const words = wordsOf(name);
  const pleo = words.indexOf("pleo");
  if (pleo < 0 || words.slice(0, pleo).some((word) => NOT_REAL.has(word))) return false;
  return isKeyAfter(words.slice(pleo + 1)) || isKeyBefore(words, pleo);
}

/** `[qualifiers]key[which one]`. */
function isKeyAfter(words: readonly string[]): boolean {
  const first = words.findIndex((word) => !leavesMeaning(word));
  const last = first < 0 ? words.length - 1 : first;
  const key = words.findIndex((word, index) => index <= last && SECRET_WORDS.has(word));
  return key >= 0 && words.slice(key + 1).every(saysWhich);
}

/** `key[for]pleo[which one]`. */
function isKeyBefore(words: readonly string[], pleo: number): boolean {
  const before = words.slice(0, pleo);
  const named = /^(?:for|of|to)$/.test(before.at(-1) ?? "") ? before.slice(0, -1) : before;
  return (
    SECRET_WORDS.has(named.at(-1) ?? "") &&
    named.slice(0, -1).every(leavesMeaning) &&
    words.slice(pleo + 1).every(saysWhich)
  );
}

function leavesMeaning(word: string): boolean {
  return QUALIFIERS.has(word) || /^[0-9]+$/.test(word);
}

function saysWhich(word: string): boolean {
  return !ABOUT_A_KEY.has(word);
}

function wordsOf(name: string): readonly string[] {
  return (name.match(WORD) ?? []).flatMap((word) => {
    const [, ...parts] = GLUED.exec(word.toLowerCase()) ?? [];
    return parts.length === 0 ? [word.toLowerCase()] : parts.filter(Boolean);
  });
}

import { ANY_PUBLIC_PREFIX } from "../../../src/pleo/public-prefixes.ts";
import { NAMES_ANOTHER_OWNER } from "../../../src/pleo/other-owners.ts";
import { namesPleoKey } from "../../../src/pleo/secret-names.ts";
import { KEY_IN_OTHER_LANGUAGES, withoutAccents } from "./other-languages.ts";
import { remember } from "./remember.ts";
import { wordSet } from "./word-set.ts";

/**
 * What names say. A name is Pleo's key only if `pleo` stands in it as a word, right beside a word for a secret:
 * `pleoApiKey`, `PLEO_API_KEY`, `apiKeyForPleo`. Every word that is not known to leave the meaning alone changes it:
 * `pleoApiKeyId`, `pleoQueryKey` and `isPleoKey` are something else.
 */

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g;

/** `pleoapikey`, for which a style without capitals leaves one word. */
const GLUED = /^(pleo)(api)?(apikey|key|token|secret|api)$/;

/** The words of a name in any style, in lower case. */
export const wordsOf = remember((name): readonly string[] =>
  (withoutAccents(name).match(WORD) ?? []).flatMap((word) => {
    const [, ...parts] = GLUED.exec(word.toLowerCase()) ?? [];
    return parts.length === 0 ? [word.toLowerCase()] : parts.filter(Boolean);
  }),
);

/** What build tools ask of a variable's name before they write its value into what a browser gets. */
const PUBLIC_PREFIX = new RegExp(`^(?:${ANY_PUBLIC_PREFIX})`);

/** The prefix that makes an environment variable public; `undefined` for a private one. */
export function publicPrefixOf(name: string): string | undefined {
  return PUBLIC_PREFIX.exec(name)?.[0];
}

/** Words that name a secret. The plurals are containers of several, or the keys of an object. */
const SECRET_WORDS = new Set([
  "key",
  "apikey",
  "token",
  "secret",
  "credential",
  "credentials",
  "creds",
  "password",
  "passwd",
  ...KEY_IN_OTHER_LANGUAGES,
]);

/** May stand between `pleo` and the secret, or before both of them, and change nothing. */
const QUALIFIERS = wordSet(
  "api auth authentication authorization authorisation bearer basic external integration integrated standalone",
  "service server backend private secret system account",
  "production prod staging stage sandbox live test testing dev development local ci",
  "my our the this your new old current previous prev next default main primary fallback real actual",
  "raw plain plaintext clear full whole decrypted decoded unmasked trimmed resolved loaded stored saved given",
  "env environment process config cfg conf settings setting options opts option input app application",
  "user customer tenant company organization organisation client partner install installation connection connector",
  "export expense expenses accounting erp finance rest http web",
);

/** Right before the secret word these make it another kind of key, of token or of secret. */
const OTHER_KINDS = new Set(
  "user customer client company organization organisation partner primary app application option options setting settings config test env environment process installation next previous prev web".split(
    " ",
  ),
);

/** May follow the secret and change nothing. */
const ENDINGS = new Set(
  "value raw plain plaintext string str text secret production prod staging stage sandbox live test dev local new old current previous env input base encoded b v".split(
    " ",
  ),
);

const NUMBER = /^[0-9]+$/;

/** Whatever is longer is a text. */
const LONGEST_NAME = 200;

/** Does this name, by itself, say that it holds a Pleo API key? */
export const isKeyName = remember(
  // Cheap, and false for nearly every name.
  (name) =>
    name.length <= LONGEST_NAME &&
    /pleo/i.test(name) &&
    isKeyOfPleo(wordsOf(name.replace(PUBLIC_PREFIX, "")), isLookupKey),
);

/** An environment has no maps: `PLEO_ACCOUNT_KEY` is the key of an account. */
const isKeyVariable = remember(
  (name) => name.length <= LONGEST_NAME && isKeyOfPleo(wordsOf(name), () => false),
);

type Excludes = (words: readonly string[]) => boolean;

/** The same for the words of a name. */
function isKeyOfPleo(words: readonly string[], isOther: Excludes): boolean {
  const pleo = words.indexOf("pleo");
  if (pleo < 0) return false;
  return isKeyAfter(words, pleo, isOther) || isKeyBefore(words, pleo, isOther);
}

/** `…pleo[qualifiers]key[endings]`. */
function isKeyAfter(words: readonly string[], pleo: number, isOther: Excludes): boolean {
  if (!words.slice(0, pleo).every(leavesMeaning)) return false;
  return isSecretWithEndings(words.slice(pleo + 1), isOther);
}

/** `[qualifiers]key[for]pleo[endings]`: `apiKeyForPleo`, `API_KEY_PLEO`. */
function isKeyBefore(words: readonly string[], pleo: number, isOther: Excludes): boolean {
  const before = words.slice(0, pleo);
  const last = before.at(-1) ?? "";
  const named = last === "for" || last === "of" || last === "to" ? before.slice(0, -1) : before;
  return endsInSecret(named) && !isOther(named) && words.slice(pleo + 1).every(isEnding);
}

/** Of these a key says which one it is: `pleoAccountKey` is what a map of accounts is looked up by. */
const LOOKED_UP: ReadonlySet<string> = new Set(
  "account expense system input env environment cfg conf opts opt connector install".split(" "),
);

/** Is this the key of a map, unlike `pleoAccountApiKey` and `pleoAccountToken`? */
function isLookupKey(words: readonly string[]): boolean {
  const [kind = "", secret] = words.slice(-2);
  return secret === "key" && words.length > 1 && LOOKED_UP.has(kind);
}

/** Do these words, said of something of Pleo's, mean its key? `apiKey`, `auth token`, `secret value`. */
function isSecretWithEndings(words: readonly string[], isOther: Excludes = isLookupKey): boolean {
  const end = words.findIndex((_word, index) => {
    const named = words.slice(0, index + 1);
    return endsInSecret(named) && !isOther(named) && words.slice(index + 1).every(isEnding);
  });
  return end >= 0;
}

function endsInSecret(words: readonly string[]): boolean {
  const secret = words.at(-1) ?? "";
  const qualifiers = words.slice(0, -1);
  if (!SECRET_WORDS.has(secret) || !qualifiers.every(leavesMeaning)) return false;
  return !OTHER_KINDS.has(qualifiers.at(-1) ?? "");
}

function leavesMeaning(word: string): boolean {
  return QUALIFIERS.has(word) || NUMBER.test(word);
}

function isEnding(word: string): boolean {
  return ENDINGS.has(word) || NUMBER.test(word);
}

/** Objects that hold settings of Pleo: what is called `apiKey` in them is Pleo's. */
const CONTAINERS = new Set(
  "config cfg conf settings setting options opts option credentials creds credential client api env environment secrets secret integration connection connector account auth authentication params args service sdk props provider adapter context ctx state store vars variables keys tokens data input dto body request req payload installation install".split(
    " ",
  ),
);

/** Does `a.b.c`, with these names, mean Pleo's key? `config.pleo.apiKey` and `pleoConfig.token` do. */
export function isKeyChain(names: readonly string[]): boolean {
  const last = names.at(-1);
  if (last === undefined) return false;
  const owners = names.slice(0, -1);
  if (isKeyName(last)) return !owners.some(isAboutFields);
  if (IS_ENVIRONMENT.test(owners.at(-1) ?? "") && isKeyInEnvironment(last)) return true;
  if (!owners.some((name) => /pleo/i.test(name))) return isPleoAmongKeys(names);
  return owners.some(isContainerOfPleo) && isSecretWithEndings(wordsOf(last));
}

/** `fastify.config.ACME_PLEO_API_KEY` as well. */
const IS_ENVIRONMENT = /^(?:envs?|config|secrets|vars)$/;

/** What these hold is said of the fields of a form, under their names: `errors.pleoApiKey`, `dirtyFields.pleoApiKey`. */
const ABOUT_FIELDS =
  /(?:^|[a-z](?=[A-Z]))(?:errors?|validation|help|helpertexts?|feedback|touched|labels|messages|placeholders|hints|issues|tooltips|(?:dirty|touched|visible|invalid)fields)$/i;

export function isAboutFields(name: string): boolean {
  return ABOUT_FIELDS.test(name);
}

/** Of a switch these are the first words. */
const SWITCH =
  /^(?:HAS|IS|CAN|SHOULD|USE|NO|ENABLE|DISABLE|REQUIRE|ENFORCE|FORCE|SKIP|IGNORE|SHOW|PRINT|HIDE|MASK|ALLOW|CHECK|VALIDATE|ROTATE|LOG|WARN|DEBUG|FEATURE|WITH)_/;
/** And these of what is no key any more, or was none. */
const CHANGED = /^(?:MISSING|INVALID|MASKED|REDACTED|HASHED|ENCRYPTED)_/;

/**
 * In the environment a name may begin with whose key it is: `ACME_PLEO_API_KEY`. Elsewhere a constant of that form may be
 * the code of an error or the name of an event.
 */
export function isKeyInEnvironment(name: string): boolean {
  const own = name.replace(PUBLIC_PREFIX, "");
  if (!CONSTANT.test(own) || SWITCH.test(own) || CHANGED.test(own)) return false;
  const [named] = /(?<![A-Z0-9])PLEO(?![A-Z]).*/.exec(own) ?? [];
  // Behind the secret most words make it something else, as elsewhere: `PLEO_TOKEN_ENDPOINT`.
  if (named === undefined || !isKeyVariable(named) || !namesPleoKey(own)) return false;
  return !wordsOf(own).some((word) => NAMES_ANOTHER_OWNER.has(word));
}

const CONSTANT = /^[A-Z][A-Z0-9_]*$/;

/** `pleo`, `pleoConfig`, `settingsOfPleo`, `PleoClient`: says Pleo and otherwise only what holds settings. */
function isContainerOfPleo(name: string): boolean {
  const words = wordsOf(name);
  return words.includes("pleo") && words.every((word) => word === "pleo" || isContainerWord(word));
}

function isContainerWord(word: string): boolean {
  return CONTAINERS.has(word) || NUMBER.test(word);
}

/** `secrets.pleo`, `apiKeys.pleo`. */
function isPleoAmongKeys(names: readonly string[]): boolean {
  const [owner, last] = names.slice(-2);
  if (owner === undefined || last?.toLowerCase() !== "pleo") return false;
  const words = wordsOf(owner);
  const plural = words.at(-1) ?? "";
  return (
    ["keys", "tokens", "secrets", "credentials", "apikeys"].includes(plural) &&
    words.slice(0, -1).every(leavesMeaning)
  );
}

/** Says what a pair is found by, where it stands first in one: `pleoKey`, unlike `pleoApiKey`. */
export const mayNameEntry = remember((name) => {
  const words = wordsOf(name);
  const isKey = words.some((word) => word === "key" || isKeyElsewhere(word));
  return isKey && !words.includes("api") && !words.includes("auth");
});

function isKeyElsewhere(word: string): boolean {
  return KEY_IN_OTHER_LANGUAGES.has(word) && !word.startsWith("api");
}

/** `apiKey`, `token`, `API_KEY`: Pleo's only where the code shows that Pleo gets it. */
export const isNeutralKeyName = remember((name) => isSecretWithEndings(wordsOf(name)));

const CLEANSING =
  /^(?:mask|redact|sanit|obfuscat|scrub|censor|anonymi|hash|sha|md5|hmac|digest|fingerprint|encrypt|cipher|seal|bcrypt|scrypt|argon|pbkdf|hide|truncate|shorten|last)/;

/** Functions whose results nobody can take a key from, by their names: `maskKey`, `redact`, `sha256`. */
export const isCleansingName = remember((name) => {
  const words = wordsOf(name);
  return (
    words.some((word) => CLEANSING.test(word)) &&
    !opensSealed(words) &&
    !words.some((word) => /^(?:un|de)(?:mask|redact|hash|crypt|cipher|seal)/.test(word))
  );
});

/** `openSealed`, `crypto_box_seal_open`. */
function opensSealed(words: readonly string[]): boolean {
  return words.includes("open") && words.some((word) => word.startsWith("seal"));
}

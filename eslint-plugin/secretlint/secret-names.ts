import { NAMES_ANOTHER_OWNER } from "../../src/pleo/other-owners.ts";
import { isKeyChain, wordsOf } from "../flow/evidence/key-names.ts";
import { remember } from "../flow/evidence/remember.ts";
import type { Trace } from "./glance.ts";

/** What a name says of its value. */
export type Role =
  /** Pleo's API key, a token in its place, or another secret of Pleo's. */
  | "key"
  /** Some token that has to do with Pleo. */
  | "token"
  /** What Pleo signs its webhooks with. */
  | "webhook-secret";

/** Reads names as one project uses them. */
export interface SecretNames {
  /** For a chain of names from the outside in: `["pleo", "apiKey"]`. */
  roleOf(chain: readonly string[]): Role | undefined;
  /** Does what has this name hold a key, though nothing is seen of its value? */
  holdsKey(chain: readonly string[]): boolean;
  /** May the text hold any such name? Costs one search. */
  mayStandIn(text: string): boolean;
  /** What such names have in them: the word itself, or they are names that a project adds. */
  readonly traces: readonly Trace[];
  /** Finds where such names may stand. */
  readonly trace: RegExp;
}

export function createSecretNames(keyNames: readonly string[]): SecretNames {
  const own = new Set(keyNames);
  const ownTraces = keyNames.map((name) => ({ pattern: literally(name), mark: name }));
  const traces: readonly Trace[] = [...WORD_TRACES, ...ownTraces];
  const trace = new RegExp(traces.map(({ pattern }) => pattern).join("|"), "g");
  const isOwn = (chain: readonly string[]): boolean => own.has(chain.at(-1) ?? "");
  return {
    roleOf: (chain) => (isOwn(chain) ? "key" : roleOf(chain)),
    holdsKey: (chain) =>
      isOwn(chain) || (roleOf(chain) === "key" && !chain.some(saysSomethingAboutKey)),
    mayStandIn: (text) => text.search(trace) >= 0,
    traces,
    trace,
  };
}

/** As a word: half of all large files have a `multipleOf` or a `simpleObject` in them. */
const WORD_TRACES: readonly Trace[] = [
  { pattern: "pleo(?<![a-z]pleo)", mark: "pl", signs: [{ on: 3, oneOf: "o" }] },
  { pattern: "Pleo", mark: "P", signs: [{ on: 1, oneOf: "l" }] },
  { pattern: "PLEO(?<![A-Z]PLEO)", mark: "P", signs: [{ on: 1, oneOf: "L" }] },
];
export const WORD = WORD_TRACES.map(({ pattern }) => pattern).join("|");

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function roleOf(chain: readonly string[]): Role | undefined {
  const names = chain.map((name) => readName(name));
  if (!names.some(({ saysPleo }) => saysPleo)) return undefined;
  if (names.some(({ isOfSomethingElse }) => isOfSomethingElse)) return undefined;
  if (names.slice(0, -1).some(({ holdsDigests }) => holdsDigests)) return undefined;
  return roleOfPleos(names.map(({ fromPleoOn }) => fromPleoOn));
}

function roleOfPleos(chain: readonly string[]): Role | undefined {
  const words = chain.flatMap((name) => wordsOf(name));
  if (words.some((word) => WEBHOOK_WORDS.has(word))) {
    return isSecretOfWebhook(words) ? "webhook-secret" : undefined;
  }
  if (isKeyChain(chain) || isTokenChain(chain)) return "key";
  return TOKEN_WORDS.has(wordsOf(chain.at(-1) ?? "").at(-1) ?? "") ? "token" : undefined;
}

/** What is made of a secret, and does not give it away. */
const DIGESTS: ReadonlySet<string> = new Set(
  "hash hashed hashes digest digests checksum checksums sha md hmac etag fingerprint fingerprints signature".split(
    " ",
  ),
);

/** In front of `pleo` these say that the secret is made up, or not to be read. */
const NO_SECRET: ReadonlySet<string> = new Set([
  ...DIGESTS,
  ...(
    "fake faked mock mocked dummy stub stubbed example sample placeholder invalid wrong bad masked redacted " +
    "encrypted sealed cipher ciphertext"
  ).split(" "),
]);

/** In front of `pleo` these ask, count, or do something. A country may be called like one, so they only count where no value is seen. */
const ABOUT_A_KEY: ReadonlySet<string> = new Set(
  (
    "is has have had can could should must may might will would did does do was are were if when whether any no not " +
    "non without missing unknown needs need requires require required expects expected want wants use uses using " +
    "enable enabled disable disabled valid check checks checked validate validates verify verifies verified " +
    "count number num length last first short type kind"
  ).split(" "),
);

function saysSomethingAboutKey(name: string): boolean {
  return wordsBeforePleo(name).some((word) => ABOUT_A_KEY.has(word));
}

function wordsBeforePleo(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.slice(0, Math.max(0, words.indexOf("pleo")));
}

/** One name of a chain, by itself. */
interface NameReading {
  readonly saysPleo: boolean;
  /** `GITHUB_PLEO_TOKEN`, `FAKE_PLEO_API_KEY`. */
  readonly isOfSomethingElse: boolean;
  /** `checksum`, `sha256`. */
  readonly holdsDigests: boolean;
  /** `ACME_PLEO_API_KEY`: of which company it is, or for which job, may be said in front in any words. */
  readonly fromPleoOn: string;
}

const readName = remember((name): NameReading => {
  const words = wordsOf(name);
  const before = wordsBeforePleo(name);
  return {
    saysPleo: words.includes("pleo"),
    isOfSomethingElse: before.some((word) => NO_SECRET.has(word) || NAMES_ANOTHER_OWNER.has(word)),
    holdsDigests: DIGESTS.has(words.findLast((word) => !/^\d/.test(word)) ?? ""),
    fromPleoOn: withoutPrefix(name, before),
  };
});

function withoutPrefix(name: string, before: readonly string[]): string {
  // `API_KEY_ID_PLEO` has said already what it is.
  if (before.length === 0 || before.some((word) => WEBHOOK_SECRETS.has(word))) return name;
  const kept = before.filter((word) => WEBHOOK_WORDS.has(word));
  return [...kept, ...wordsOf(name).slice(before.length)].join("_");
}

const TOKEN_WORDS: ReadonlySet<string> = new Set(["token", "jwt", "bearer", "authorization"]);

const WEBHOOK_WORDS: ReadonlySet<string> = new Set([
  "webhook",
  "webhooks",
  "hook",
  "whsec",
  "signing",
]);
const WEBHOOK_SECRETS: ReadonlySet<string> = new Set(["secret", "key", "token", "whsec"]);
const WEBHOOK_REST: ReadonlySet<string> = new Set(
  "pleo webhook webhooks hook hooks signing signature verification subscription shared api my our prod production staging live test env config settings secrets value".split(
    " ",
  ),
);

function isSecretOfWebhook(words: readonly string[]): boolean {
  const named = words.at(-1) === "value" ? words.slice(0, -1) : words;
  return (
    WEBHOOK_SECRETS.has(named.at(-1) ?? "") &&
    named.every((word) => WEBHOOK_REST.has(word) || WEBHOOK_SECRETS.has(word))
  );
}

/**
 * Tokens and secrets that Pleo knows besides its keys. The kind stands right before the last word, and nothing that
 * would change the meaning after it.
 */
const TOKEN_NAME =
  /(?:^| )pleo(?: \w+)? (?:(?:access|refresh|bearer|oauth|legacy|user|id) token|(?:client|app|application|oauth) secret|jwt|bearer|authorization|auth header|basic auth|auth)$/;

function isTokenChain(chain: readonly string[]): boolean {
  const words = wordsOf(chain.at(-1) ?? "");
  return (
    TOKEN_NAME.test((words.includes("pleo") ? words : ["pleo", ...words]).join(" ")) &&
    (words.includes("pleo") || chain.slice(0, -1).some((name) => isKeyChain([name, "apiKey"])))
  );
}

import { isKeyChain, wordsOf } from "../flow/key-names.ts";

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
  /** May the text hold any such name? Costs one search. */
  mayStandIn(text: string): boolean;
  /** Finds where such names may stand: the word itself, and the names that a project adds. */
  readonly trace: RegExp;
}

export function createSecretNames(keyNames: readonly string[]): SecretNames {
  const own = new Set(keyNames);
  const trace = new RegExp([WORD, ...keyNames.map(literally)].join("|"), "g");
  return {
    roleOf: (chain) => (own.has(chain.at(-1) ?? "") ? "key" : roleOf(chain)),
    mayStandIn: (text) => text.search(trace) >= 0,
    trace,
  };
}

/** As a word: half of all large files have a `multipleOf` or a `simpleObject` in them. */
export const WORD = "(?<![a-z])pleo|Pleo|(?<![A-Z])PLEO";

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function roleOf(chain: readonly string[]): Role | undefined {
  const words = chain.flatMap((name) => wordsOf(name));
  if (!words.includes("pleo")) return undefined;
  if (words.some((word) => WEBHOOK_WORDS.has(word))) {
    return isSecretOfWebhook(words) ? "webhook-secret" : undefined;
  }
  if (isKeyChain(chain) || isTokenChain(chain)) return "key";
  return TOKEN_WORDS.has(wordsOf(chain.at(-1) ?? "").at(-1) ?? "") ? "token" : undefined;
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

import type { Damage } from "./damage.ts";
import type { PlaceholderReason } from "./placeholder.ts";
import type { TokenKind } from "./token.ts";

/** One sentence on what is wrong and one on what to do next. Neither ever holds any part of the value. */
export interface Advice {
  readonly problem: string;
  readonly remedy: string;
}

const STORE = "gh secret set PLEO_API_KEY";
const COPY_FROM_PLEO =
  "Copy the key from where it was stored when Pleo showed it, or make a new one in Pleo";

export const MISSING_ADVICE: Advice = {
  problem: "There is no key: the value is empty or blank.",
  remedy: `Store the key with \`${STORE}\` and check that the workflow passes that secret on under the same name.`,
};

export const UNKNOWN_SHAPE_ADVICE: Advice = {
  problem: "The value does not look like the Pleo API keys that are known so far.",
  remedy:
    "If Pleo accepts it, nothing needs to be done; if not, check that the whole key was stored and nothing else.",
};

const TOKEN_PROBLEMS: Readonly<Record<TokenKind, string>> = {
  legacy: "The value is a token of Pleo's legacy API, not an API key.",
  oauth: "The value is an OAuth access token, not an API key.",
  jwt: "The value is a signed token (a JWT), not an API key.",
};

export function tokenAdvice(token: TokenKind): Advice {
  return {
    problem: TOKEN_PROBLEMS[token],
    remedy: `Make an API key in Pleo under Settings > API Keys and store that with \`${STORE}\`.`,
  };
}

export function foreignAdvice(vendor: string): Advice {
  return {
    problem: `The value is a secret of another kind (${vendor}), not a Pleo API key.`,
    remedy: `Put the Pleo key in its place with \`${STORE}\`, and replace the other secret if this value was sent or shown anywhere.`,
  };
}

const PLACEHOLDERS: Readonly<Record<PlaceholderReason, Advice>> = {
  "unresolved-reference": {
    problem: "The value is the name of a variable or a secret, which nothing has filled in.",
    remedy:
      "Check the spelling of the reference and that the step that uses it may read that secret.",
  },
  "stringified-nothing": {
    problem: "The value is the word that a program writes when it has no value.",
    remedy: `Find the step that should have supplied the key, or store it with \`${STORE}\`.`,
  },
  "masked-copy": {
    problem: "The value is a masked copy, in which most of the key is hidden.",
    remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`,
  },
  "example-words": {
    problem: "The value is a placeholder from an example, not a key.",
    remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`,
  },
  "example-characters": {
    problem: "The value is made up of repeated or counting characters, so it is not a real key.",
    remedy: `${COPY_FROM_PLEO}, and store it with \`${STORE}\`.`,
  },
};

export function placeholderAdvice(reason: PlaceholderReason): Advice {
  return PLACEHOLDERS[reason];
}

const DAMAGE_PHRASES: Readonly<Record<Damage, string>> = {
  "byte-order-mark": "a byte order mark in front",
  "surrounding-whitespace": "spaces around the key",
  "line-break": "a line break",
  quotes: "quotes around the key",
  punctuation: "a comma, a bracket or the like next to the key",
  assignment: "the name of a variable in front",
  json: "JSON around the key",
  "curl-command": "a whole curl command",
  url: "a whole URL",
  "header-line": "the name of a header in front",
  "bearer-prefix": 'the word "Bearer" in front',
  "basic-prefix": 'the word "Basic" in front',
  "encoded-credentials": "the base64 form of the key",
  "percent-encoded": "characters written as %XX",
  "trailing-colon": "a colon at the end",
  colon: "a colon inside",
  "inner-whitespace": "spaces inside",
  "control-character": "control characters",
  "zero-width-character": "invisible characters",
  "non-ascii": "characters that no key contains",
};

export function damageAdvice(damages: readonly Damage[]): Advice {
  const phrases = damages.map((damage) => DAMAGE_PHRASES[damage]);
  return {
    problem: `The value is not the bare key: it has ${enumerate(phrases)}.`,
    remedy: `Run \`${STORE}\` and paste the key alone when it asks, with nothing around it.`,
  };
}

function enumerate(phrases: readonly string[]): string {
  const last = phrases.at(-1) ?? "";
  return phrases.length > 1 ? `${phrases.slice(0, -1).join(", ")} and ${last}` : last;
}

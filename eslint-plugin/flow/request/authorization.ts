import type { TSESTree } from "@typescript-eslint/utils";
import { findKeys } from "../../../src/key/find-keys.ts";
import { resultOf } from "../syntax/called-function.ts";
import { settledValue } from "../syntax/constant-member.ts";
import type { CarriedKey } from "../flow.ts";
import { encodedIn } from "./encoded.ts";
import { rawKeyIn, type Reading } from "../raw-key.ts";
import { staticTextOf } from "../syntax/static-text.ts";
import type { StaticText } from "../syntax/static-text.ts";

type Node = TSESTree.Node;

/** A value of the header `Authorization` by which Pleo will not know the key that is in it. */
export interface AuthorizationFault {
  readonly kind: "scheme" | "unencoded" | "colon" | "password" | "bare";
  readonly road: string;
  /** The scheme as it is written, where it is not `Basic`. */
  readonly scheme: string;
  /** The expression of the key, where the whole value is made of a scheme and that; `undefined` if it is a literal. */
  readonly key: Node | undefined;
}

const SCHEME = /^\s*([a-z][a-z-]*)\s+$/i;

/** What is wrong with a header's value; `undefined` where it is right, holds no key of Pleo's, or cannot be read. */
export function authorizationFault(reading: Reading, value: Node): AuthorizationFault | undefined {
  const keys = reading.flow.keysIn(value).filter(({ inside }) => inside.length === 0);
  const [first] = keys;
  if (first === undefined) return undefined;
  const text = staticTextOf(reading.sourceCode, value);
  // What a function of the file makes is looked at there.
  if (text.length > 1 && isMadeElsewhere(reading, value)) return undefined;
  if (text.length === 1) {
    const [only] = text;
    return typeof only === "string"
      ? faultInLiteral(only, first)
      : only === undefined
        ? undefined
        : bareFault(reading, only);
  }
  const [start, credentials, ...more] = text;
  if (typeof start !== "string" || credentials === undefined || typeof credentials === "string") {
    return undefined;
  }
  const scheme = SCHEME.exec(start)?.[1];
  if (scheme === undefined || more.some((part) => typeof part !== "string" || part.trim() !== "")) {
    return undefined;
  }
  const raw = rawKeyIn(reading, credentials);
  if (scheme.toLowerCase() !== "basic") {
    if (reading.flow.keysIn(credentials).length === 0) return undefined;
    return { kind: "scheme", road: (raw ?? first).road, scheme, key: raw && credentials };
  }
  if (raw !== undefined) return { kind: "unencoded", road: raw.road, scheme, key: credentials };
  return encodedFault(reading, credentials);
}

function isMadeElsewhere({ sourceCode }: Reading, value: Node): boolean {
  const made = settledValue(sourceCode, value);
  return made.type === "CallExpression" && resultOf(sourceCode, made) !== undefined;
}

/** The key itself, with nothing before it. */
function bareFault(reading: Reading, value: Node): AuthorizationFault | undefined {
  const key = rawKeyIn(reading, value);
  return key && { kind: "bare", road: key.road, scheme: "", key: value };
}

/** The key is in the text, so nothing of it may be repeated. */
function faultInLiteral(text: string, { road }: CarriedKey): AuthorizationFault | undefined {
  const [found] = findKeys(text);
  if (found === undefined) return undefined;
  const before = text.slice(0, found.start);
  if (before.trim() === "") return { kind: "bare", road, scheme: "", key: undefined };
  const scheme = SCHEME.exec(before)?.[1];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() !== "basic") return { kind: "scheme", road, scheme, key: undefined };
  const isRaw = found.spelling.kind === "plain";
  return isRaw ? { kind: "unencoded", road, scheme, key: undefined } : undefined;
}

/** What is wrong with the text that is encoded in base64. */
function encodedFault(reading: Reading, credentials: Node): AuthorizationFault | undefined {
  const encoded = encodedIn(reading.sourceCode, credentials);
  if (encoded === undefined) return undefined;
  return credentialsFault(reading, staticTextOf(reading.sourceCode, encoded));
}

/** What is wrong with `user:password`. */
export function credentialsFault(
  reading: Reading,
  text: StaticText,
): AuthorizationFault | undefined {
  const at = text.findIndex(
    (part) => typeof part !== "string" && reading.flow.keysIn(part).length > 0,
  );
  const part = text[at];
  if (part === undefined || typeof part === "string") return undefined;
  const key = rawKeyIn(reading, part);
  if (key === undefined) return undefined;
  const before = text.slice(0, at);
  if (before.some((each) => typeof each === "string" && each.includes(":"))) {
    return { kind: "password", road: key.road, scheme: "Basic", key: undefined };
  }
  const isAll = text.length === 1;
  return isAll ? { kind: "colon", road: key.road, scheme: "Basic", key: part } : undefined;
}

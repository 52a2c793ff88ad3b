import { PLEO_HOSTS, findPleoHost, otherEnvironment } from "../../../src/pleo/hosts.ts";
import type { Environment, PleoHost } from "../../../src/pleo/hosts.ts";
import type { CarriedKey } from "../flow.ts";
import { wordsOf } from "../evidence/key-names.ts";

/** Why a host is the wrong one for a key. */
export type WrongHost =
  /** One of Pleo's, or under Pleo's name, that is for something else. */
  | { readonly kind: "elsewhere"; readonly purpose: string; readonly right: string }
  /** Not Pleo's at all; where its name is meant to look so, the one that is meant. */
  | { readonly kind: "foreign"; readonly right: string; readonly isLookAlike: boolean }
  | { readonly kind: "environment"; readonly key: Environment; readonly right: string };

const PURPOSE: Readonly<Record<Exclude<PleoHost["role"], "external">, string>> = {
  legacy: "takes legacy tokens only",
  auth: "is for signing in with OAuth",
  app: "is the web app, for people",
  unverified: "Pleo's pages do not mention",
};

/** What is wrong with sending these keys to this host; `undefined` if nothing is, or if it is a host for trying things. */
export function wrongHost(hostname: string, keys: readonly CarriedKey[]): WrongHost | undefined {
  const host = findPleoHost(hostname);
  if (host === undefined) return unknownHost(hostname.toLowerCase());
  const right = externalHost(host.environment);
  if (host.role === "external") return wrongEnvironment(host.environment, keys);
  // Before there were API keys there were tokens, and theirs is this host.
  if (host.role === "legacy" && keys.every(({ source }) => mayBeLegacyToken(source.text))) {
    return undefined;
  }
  return { kind: "elsewhere", purpose: PURPOSE[host.role], right };
}

function unknownHost(hostname: string): WrongHost | undefined {
  if (isForTrying(hostname)) return undefined;
  const right = externalHost(
    /(?:^|[.-])(?:staging|stage|stg)[.-]/.test(hostname) ? "staging" : "production",
  );
  if (/(?:^|\.)pleo\.io$/.test(hostname)) {
    return { kind: "elsewhere", purpose: PURPOSE.unverified, right };
  }
  return { kind: "foreign", right, isLookAlike: wordsOf(hostname).includes("pleo") };
}

/** The host that takes keys. */
export function externalHost(environment: Environment): string {
  const found = PLEO_HOSTS.find(
    (host) => host.role === "external" && host.environment === environment,
  );
  return found?.host ?? "";
}

/** This machine, a network of one's own, a container beside this one, names that exist for tests only. */
function isForTrying(hostname: string): boolean {
  return (
    !hostname.includes(".") ||
    /(?:^|\.)(?:localhost|test|local|internal|invalid|localdomain)$/.test(hostname) ||
    /^(?:127|10|0)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\./.test(hostname)
  );
}

function mayBeLegacyToken(source: string): boolean {
  const words = wordsOf(source);
  return words.includes("token") || words.includes("legacy");
}

/** The environment that the names of all keys speak of has to be the host's. */
function wrongEnvironment(
  environment: Environment,
  keys: readonly CarriedKey[],
): WrongHost | undefined {
  const other = otherEnvironment(environment);
  const isOther = keys.every(({ source }) => environmentIn(source.text) === other);
  return keys.length > 0 && isOther
    ? { kind: "environment", key: other, right: externalHost(other) }
    : undefined;
}

const WORDS: Readonly<Record<Environment, ReadonlySet<string>>> = {
  production: new Set(["production", "prod", "live"]),
  staging: new Set(["staging", "stage", "stg", "sandbox"]),
};

/** The one environment that a name speaks of. */
function environmentIn(name: string): Environment | undefined {
  const words = wordsOf(name);
  const isProduction = words.some((word) => WORDS.production.has(word));
  const isStaging = words.some((word) => WORDS.staging.has(word));
  if (isProduction === isStaging) return undefined;
  return isProduction ? "production" : "staging";
}

import { peelValue } from "./judging/damage.ts";
import { findKeys } from "./find-keys.ts";

/**
 * Everything in a stored value that must be hidden: a damaged secret usually holds the real key, and hiding
 * only the damaged form would let the key through.
 */
export function secretsWithin(raw: string): readonly string[] {
  const lines = raw.split(/[\r\n\u2028\u2029]+/);
  const secrets = new Set([
    ...[raw, ...lines].flatMap((text) => peelValue(text).layers),
    ...findKeys(raw).map(({ key }) => key),
  ]);
  return [...secrets].filter((secret) => secret.trim() !== "");
}

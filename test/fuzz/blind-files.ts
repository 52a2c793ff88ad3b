import { fillIn, readBlindTemplates, spellingsOf } from "../secretlint/read-blind.ts";

/** The blind cases of the rule for secretlint, before anything is filled in. */
export const BLIND_FILES = readBlindTemplates();

/** The same text for the same key. What else is to be filled in stays as it is: no report hangs on it. */
export function fillInKey(template: string, key: string): string {
  return fillIn(template, {
    ...spellingsOf(key),
    STAGING_KEY: () => key,
    RANDOM32: () => "q7Rx2Kp9WvTz4mB8nYc5Jd3Lh6Gf1Sa0",
  });
}

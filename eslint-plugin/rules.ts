import { noHardcodedKey } from "./rules/no-hardcoded-key.ts";

/** Every rule under its name; a rule that is not listed here does not exist for ESLint. */
export const rules = {
  "no-hardcoded-key": noHardcodedKey,
} as const;

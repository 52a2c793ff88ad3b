import { ACTION_LIMITS, AUDIT_LIMITS, SCAN_LIMITS } from "./action-limits.ts";
import { CORPUS_LIMITS } from "./corpus-limits.ts";
import type { Limit } from "./limit.ts";
import { RULE_LIMITS } from "./rule-limits.ts";
import { FINDER_LIMITS, MASKER_LIMITS, SECRETLINT_LIMITS } from "./text-limits.ts";

/** Everything that is known not to be seen, and everything that is seen though it is not there. */
export const LIMITS: readonly Limit[] = [
  ...CORPUS_LIMITS,
  ...RULE_LIMITS,
  ...SECRETLINT_LIMITS,
  ...FINDER_LIMITS,
  ...MASKER_LIMITS,
  ...SCAN_LIMITS,
  ...AUDIT_LIMITS,
  ...ACTION_LIMITS,
];

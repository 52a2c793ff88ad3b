import { PREFIX_HINTS } from "../key/shape.ts";
import type { PleoKey } from "../key/pleo-key.ts";
import { keyHandling } from "../pleo/web-app.ts";
import { createFinding, type Finding } from "../report/finding.ts";
import type { Expectation } from "./expectation.ts";

const PREFIX_LENGTH = 4;

/** A hint, never more: what the prefixes stand for is not documented. */
export function checkEnvironment(
  key: PleoKey,
  { environment, kind }: Expectation,
): readonly Finding[] {
  const prefix = key.reveal().slice(0, PREFIX_LENGTH);
  const hint = Object.hasOwn(PREFIX_HINTS, prefix) ? PREFIX_HINTS[prefix] : undefined;
  if (hint === undefined || hint.environment === environment) return [];
  const { renew } = keyHandling(kind, environment);
  return [createFinding("environment-hint", { seen: hint.environment, environment, renew })];
}

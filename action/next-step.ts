import type { Expectation } from "../src/activation/expectation.ts";
import type { GuardReport } from "../src/activation/guard-report.ts";
import { keyHandling } from "../src/pleo/web-app.ts";

/** The one thing to do first. Where nothing is amiss, an old key that may go is to be deleted. */
export function nextStepOf(
  { findings, previousKey }: GuardReport,
  { kind, environment }: Expectation,
): string {
  const [first] = findings;
  const isAmiss = first !== undefined && first.severity !== "notice";
  if (previousKey === "deletable" && !isAmiss) {
    const { revoke } = keyHandling(kind, environment);
    return `Move everything to the new key and delete the old one (${revoke}), then run this check with \`rotation: finished\`.`;
  }
  return first?.remedy ?? "Nothing needs to be done.";
}

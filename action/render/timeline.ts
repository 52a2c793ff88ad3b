import { parseDeclaredInstant } from "../../src/activation/dates.ts";
import type { DeclaredEnd } from "../../src/activation/check-expiry.ts";
import type { ExpiryExpectation } from "../../src/activation/expectation.ts";

/** The dates of a key that are known or follow from the settings. */
export interface Life {
  readonly end: DeclaredEnd;
  readonly limits: ExpiryExpectation;
  readonly now: Date;
}

const DAY_MS = 86_400_000;

interface Mark {
  readonly at: Date;
  readonly label: string;
}

/** The life of a key as a picture that GitHub draws. */
export function renderTimeline({ end, limits, now }: Life): string {
  const created =
    limits.createdOn === undefined ? undefined : parseDeclaredInstant(limits.createdOn);
  const before = (days: number): Date => new Date(end.at.getTime() - days * DAY_MS);
  const marks: readonly Mark[] = [
    ...(created === undefined ? [] : [{ at: created.at, label: "made" }]),
    { at: now, label: "today" },
    ...(limits.warnBeforeDays > 0
      ? [{ at: before(limits.warnBeforeDays), label: "warnings begin" }]
      : []),
    ...(limits.failBeforeDays > 0
      ? [{ at: before(limits.failBeforeDays), label: "checks fail" }]
      : []),
    { at: end.at, label: "expires" },
  ];
  const lines = marks
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, label }) => `    ${at.toISOString().slice(0, 10)} : ${label}`);
  return ["```mermaid", "timeline", "    title Life of the key", ...lines, "```"].join("\n");
}

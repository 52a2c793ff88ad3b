/** A point in time, and the way in which it was written, to repeat it to the person who wrote it. */
export interface DeclaredInstant {
  readonly at: Date;
  readonly text: string;
}

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](\d{2}):(\d{2}))$/;

/**
 * A calendar date, which counts from its start in UTC, or an RFC 3339 instant with its zone. Everything else
 * is `undefined`: a time without a zone would mean something else on each runner.
 */
export function parseDeclaredInstant(text: string): DeclaredInstant | undefined {
  if (DATE.test(text))
    return isCalendarDate(text) ? { at: new Date(`${text}T00:00:00Z`), text } : undefined;
  const [, date, hour, minute, second = "0", zoneHour = "0", zoneMinute = "0"] =
    INSTANT.exec(text) ?? [];
  if (date === undefined || !isCalendarDate(date)) return undefined;
  const inRange =
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    Number(zoneHour) < 24 &&
    Number(zoneMinute) < 60;
  return inRange ? { at: new Date(text), text } : undefined;
}

/** The platform's own parser turns 30 February into 2 March; a date that moves is not one. */
function isCalendarDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Days from one instant to another, fractions kept. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MS;
}

/**
 * Whole days, the part of a day dropped: what is left is never said to be more than it is. Every number of days
 * that is shown comes from here, so that no two of them disagree.
 */
export function wholeDays(days: number): number {
  // Adding zero turns a negative zero into one.
  return Math.trunc(days) + 0;
}

/** A length of time, before or after now, as people say it. */
export function describeDays(days: number): string {
  const whole = Math.abs(wholeDays(days));
  if (whole === 0) return "less than a day";
  return whole === 1 ? "1 day" : `${whole.toString()} days`;
}

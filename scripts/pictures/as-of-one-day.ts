/** The day on which every picture says that it was drawn. */
const THE_DAY = "2026-11-21";

const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/** A text of today as it would have been on one certain day, so that a picture does not grow old overnight. */
export function asOfOneDay(text: string, today: Date): string {
  const since = Date.parse(THE_DAY) - Date.parse(today.toISOString().slice(0, 10));
  return text.replace(DAY, (day) => new Date(Date.parse(day) + since).toISOString().slice(0, 10));
}

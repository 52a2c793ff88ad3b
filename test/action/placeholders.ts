/** What a run is made of that differs from run to run. */
export interface RunValues {
  readonly origin: string;
  /** As `YYYY-MM-DD`, in UTC. */
  readonly today: string;
  /** The last four characters of the key and of the one before it. */
  readonly hint: string | undefined;
  readonly previousHint: string | undefined;
}

const PLACEHOLDER = /\{\{(\w[^{}]*)\}\}/g;
const DAY = /^today(?:([+-])([1-9]\d{0,3}))?$/;
const DAY_MS = 86_400_000;

/** The value of a placeholder by its name; `undefined` where there is no such placeholder. */
export type Lookup = (name: string) => string | undefined;

/** Puts values in place of names. A name that means nothing is a mistake, never a text. */
export function fillPlaceholders(template: string, lookup: Lookup): string {
  return template.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
    const value = lookup(name);
    if (value === undefined)
      throw new Error(`There is no value for the placeholder ${placeholder}`);
    return value;
  });
}

/** The placeholders that expected files may use. No key is among them. */
export function lookupIn({ origin, today, hint, previousHint }: RunValues): Lookup {
  return (name) => {
    const days = daysOf(name);
    if (days !== undefined) return dayAfter(today, days);
    switch (name) {
      case "origin":
        return origin;
      case "hint":
        return hint;
      case "hint of previous":
        return previousHint;
      default:
        return undefined;
    }
  };
}

/** `today+12` → 12; `undefined` for what is no day. */
function daysOf(name: string): number | undefined {
  const [isDay, sign = "", days = "0"] = DAY.exec(name) ?? [];
  return isDay === undefined ? undefined : Number(sign + days);
}

/** How far from today the days lie that a text names. */
export function daysNamedIn(template: string): readonly number[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, name = ""]) => daysOf(name) ?? []);
}

function dayAfter(today: string, days: number): string {
  return new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
}

function nameDay(days: number): string {
  if (days === 0) return "{{today}}";
  return days > 0 ? `{{today+${days}}}` : `{{today${days}}}`;
}

/**
 * Puts names in place of values, to write an expected file. Only of the days given: another date stays, is seen in
 * the file, and fails on the next day.
 */
export function hideValues(text: string, values: RunValues, days: readonly number[]): string {
  const replacements: readonly (readonly [string | undefined, string])[] = [
    [values.origin, "{{origin}}"],
    [values.hint, "{{hint}}"],
    [values.previousHint, "{{hint of previous}}"],
    ...days.map((each) => [dayAfter(values.today, each), nameDay(each)] as const),
  ];
  return replacements.reduce(
    (hidden, [value, name]) =>
      value === undefined ? hidden : hidden.replaceAll(wholeWord(value), name),
    text,
  );
}

function wholeWord(value: string): RegExp {
  return new RegExp(`(?<![\\w-])${value.replaceAll(".", "\\.")}(?![\\w-])`, "g");
}

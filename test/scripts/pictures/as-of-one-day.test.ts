import { expect, test } from "vitest";
import { asOfOneDay } from "../../../scripts/pictures/as-of-one-day.ts";

const SAME = "2026-11-21 : today, 2026-12-01 : warnings begin, 2027-06-09 : expires";

test.each([
  ["on the day itself", "2026-11-21T23:59:59Z", SAME],
  ["a day later", "2026-11-22T00:00:00Z", shown("2026-11-22", "2026-12-02", "2027-06-10")],
  ["a day earlier", "2026-11-20T12:00:00Z", shown("2026-11-20", "2026-11-30", "2027-06-08")],
  ["in a leap year", "2028-02-28T12:00:00Z", shown("2028-02-28", "2028-03-09", "2028-09-15")],
])("a text says the same %s", (_, now, text) => {
  expect(asOfOneDay(text, new Date(now))).toBe(SAME);
});

test("what is no day stays as it is", () => {
  const text = "1234-56, 12026-11-21, v2026-11-211 and export-jobs:read";
  expect(asOfOneDay(text, new Date("2030-01-01T00:00:00Z"))).toBe(text);
});

function shown(today: string, warning: string, expiry: string): string {
  return `${today} : today, ${warning} : warnings begin, ${expiry} : expires`;
}

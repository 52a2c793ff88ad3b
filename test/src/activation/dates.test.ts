import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween, describeDays, parseDeclaredInstant } from "../../../src/activation/dates.ts";

describe("parseDeclaredInstant", () => {
  test.each([
    ["2027-01-31", "2027-01-31T00:00:00.000Z"],
    ["2028-02-29", "2028-02-29T00:00:00.000Z"],
    ["2027-01-31T12:00Z", "2027-01-31T12:00:00.000Z"],
    ["2027-01-31T12:00:30Z", "2027-01-31T12:00:30.000Z"],
    ["2027-01-31T12:00:30.5Z", "2027-01-31T12:00:30.500Z"],
    ["2027-01-31T00:30:00+02:00", "2027-01-30T22:30:00.000Z"],
    ["2027-01-31T23:30:00-05:30", "2027-02-01T05:00:00.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(parseDeclaredInstant(text)?.at.toISOString()).toBe(instant);
    expect(parseDeclaredInstant(text)?.text).toBe(text);
  });

  test.each([
    "",
    " ",
    "never",
    "soon",
    "2027",
    "2027-01",
    "2027-1-31",
    "27-01-31",
    "31.01.2027",
    "01/31/2027",
    "20270131",
    "2027-02-29",
    "2027-02-30",
    "2027-13-01",
    "2027-00-01",
    "2027-01-00",
    "2027-01-32",
    " 2027-01-31",
    "2027-01-31 ",
    "2027-01-31\n",
    "2027-01-31T12:00:00",
    "2027-01-31 12:00:00Z",
    "2027-01-31T24:00:00Z",
    "2027-01-31T12:60:00Z",
    "2027-01-31T12:00:60Z",
    "2027-01-31T12:00:00+24:00",
    "2027-01-31T12:00:00+02:60",
    "2027-01-31T12:00:00z",
    "2027-02-30T12:00:00Z",
    "2027-01-31T12:00:00 +02:00",
    "1798761600",
    "2027-01-31T12:00:00Z; rm",
    "x2027-01-31T12:00:00Z",
    "+2027-01-31T12:00:00Z",
    "x2027-01-31",
    "99999-01-01",
  ])("refuses %j", (text) => {
    expect(parseDeclaredInstant(text)).toBeUndefined();
  });

  test("reads back every instant that a Date can write with four digits of year", () => {
    const instants = fc.date({
      min: new Date("0001-01-01"),
      max: new Date("9999-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseDeclaredInstant(date.toISOString())?.at).toEqual(date);
      }),
    );
  });

  test("never throws, and never gives an invalid date", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?$/),
        ),
        (text) => {
          const parsed = parseDeclaredInstant(text);
          if (parsed !== undefined) expect(Number.isNaN(parsed.at.getTime())).toBe(false);
        },
      ),
    );
  });
});

test.each([
  [0, "less than a day"],
  [0.99, "less than a day"],
  [-0.5, "less than a day"],
  [1, "1 day"],
  [1.99, "1 day"],
  [-1, "1 day"],
  [2, "2 days"],
  [30.7, "30 days"],
])("%d days are said as %j", (days, text) => {
  expect(describeDays(days)).toBe(text);
});

test("days keep their fractions", () => {
  expect(daysBetween(new Date("2027-01-01T00:00:00Z"), new Date("2027-01-02T12:00:00Z"))).toBe(1.5);
});

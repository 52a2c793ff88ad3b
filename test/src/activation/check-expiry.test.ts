import { describe, expect, test } from "vitest";
import { checkExpiry } from "../../../src/activation/check-expiry.ts";
import type { ExpiryExpectation } from "../../../src/activation/expectation.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";
import { expectReadable } from "./expect-readable.ts";
import { exampleKey } from "../../support/keys.ts";
import { healthyExpectation } from "../../support/pleo-answers.ts";

const KEY = new PleoKey(exampleKey({ tail: "abc123" }));
const NOON = new Date("2027-01-15T12:00:00Z");

function check(declared: Partial<ExpiryExpectation>, now = NOON, key: PleoKey | undefined = KEY) {
  const expiry = { warnBeforeDays: 30, failBeforeDays: 0, ...declared };
  const result = checkExpiry(key, healthyExpectation({ expiry }), now);
  expectReadable(result.findings);
  return { ...result, ids: result.findings.map(({ id }) => id) };
}

describe("the end of a key", () => {
  test.each<[string, string, readonly string[]]>([
    // A bare date counts from its start in UTC: on that day the key is already dead.
    ["2027-01-15", "2027-01-14T23:59:59.999Z", ["key-expiring"]],
    ["2027-01-15", "2027-01-15T00:00:00.000Z", ["key-expired"]],
    ["2027-01-15", "2027-01-15T00:00:00.001Z", ["key-expired"]],
    ["2027-01-15T12:00:00Z", "2027-01-15T11:59:59Z", ["key-expiring"]],
    ["2027-01-15T12:00:00Z", "2027-01-15T12:00:00Z", ["key-expired"]],
    ["2027-01-15T12:00:00+02:00", "2027-01-15T09:59:59Z", ["key-expiring"]],
    ["2027-01-15T12:00:00+02:00", "2027-01-15T10:00:00Z", ["key-expired"]],
    // Thirty days before, to the millisecond.
    ["2027-02-14T12:00:00Z", "2027-01-15T11:59:59.999Z", []],
    ["2027-02-14T12:00:00Z", "2027-01-15T12:00:00.000Z", ["key-expiring"]],
  ])("declared as %s, at %s", (expiresOn, now, ids) => {
    expect(check({ expiresOn }, new Date(now)).ids).toEqual(ids);
  });

  test.each<[number, string, readonly string[]]>([
    [0, "2027-01-16T12:00:00Z", ["key-expiring"]],
    [7, "2027-01-22T12:00:00Z", ["key-expires-too-soon"]],
    [7, "2027-01-22T12:00:01Z", ["key-expiring"]],
    [7, "2027-01-15T12:00:00Z", ["key-expired"]],
    [60, "2027-03-01", ["key-expires-too-soon"]],
  ])("with a closed window of %d days and expiry %s", (failBeforeDays, expiresOn, ids) => {
    expect(check({ expiresOn, failBeforeDays }).ids).toEqual(ids);
  });

  test("without a warning window only expiry counts", () => {
    expect(check({ expiresOn: "2027-01-16", warnBeforeDays: 0 }).ids).toEqual([]);
    expect(check({ expiresOn: "2027-01-15", warnBeforeDays: 0 }).ids).toEqual(["key-expired"]);
  });

  test("what is left is told in whole days, rounded down, and the date as it was written", () => {
    const { end, findings } = check({ expiresOn: "2027-01-20" });
    expect(end).toEqual({
      text: "2027-01-20",
      at: new Date("2027-01-20T00:00:00Z"),
      daysLeft: 4,
      hasPassed: false,
    });
    expect(findings[0]?.message).toContain("is declared to expire on 2027-01-20 (4 days left)");
    expect(check({ expiresOn: "2027-01-15" }).end).toMatchObject({ daysLeft: 0, hasPassed: true });
    expect(check({ expiresOn: "2027-01-15T12:00:00Z" }).end).toMatchObject({
      daysLeft: 0,
      hasPassed: true,
    });
    const zoned = check({ expiresOn: "2027-01-31T00:30:00+02:00" });
    expect(zoned.end?.text).toBe("2027-01-31T00:30:00+02:00");
  });

  test.each<[string, number, string]>([
    ["2027-01-17T12:00:00Z", 2, "2 days left"],
    ["2027-01-17T11:59:59Z", 1, "1 day left"],
    ["2027-01-16T11:59:59Z", 0, "less than a day left"],
    ["2027-01-15T12:00:00Z", 0, "less than a day ago"],
    ["2027-01-14T12:00:01Z", 0, "less than a day ago"],
    ["2027-01-14T12:00:00Z", -1, "1 day ago"],
    ["2027-01-13", -2, "2 days ago"],
    ["2027-01-12T12:00:00Z", -3, "3 days ago"],
  ])("number and words agree on %s", (expiresOn, daysLeft, words) => {
    const { end, findings } = check({ expiresOn });
    expect(end?.daysLeft).toBe(daysLeft);
    expect(findings[0]?.message).toContain(words);
  });

  test("what is closed and how long ago it ended is told without a word too many", () => {
    const soon = check({ expiresOn: "2027-01-20", failBeforeDays: 7 });
    expect(soon.findings[0]?.message).toContain("(4 days left), inside the last 7 days during");
    const past = check({ expiresOn: "2027-01-15T11:00:00Z" });
    expect(past.findings[0]?.message).toContain("passed less than a day ago: Pleo disables");
  });

  test("on the day itself it is said that a date counts from its start", () => {
    const basis = "since a date counts from its start in UTC";
    expect(check({ expiresOn: "2027-01-15" }).findings[0]?.message).toContain(basis);
    expect(check({ expiresOn: "2027-01-14" }).findings[0]?.message).not.toContain(basis);
    const dayAfter = check({ expiresOn: "2027-01-14" }, new Date("2027-01-15T00:00:00Z"));
    expect(dayAfter.findings[0]?.message).not.toContain(basis);
    const instant = check({ expiresOn: "2027-01-15T11:00:00Z" });
    expect(instant.findings[0]?.message).not.toContain(basis);
  });

  test.each<[string, string]>([
    ["2027-01-01", "Compare `expires-on` with the expiry under"],
    ["2027-01-20", "`previous-api-key` from a secret of its own"],
    ["2027-01-20", "set `expires-on` to its date"],
  ])("that is declared as %s comes with what to do", (expiresOn, remedy) => {
    expect(check({ expiresOn }).findings[0]?.remedy).toContain(remedy);
  });
});

describe("a declaration", () => {
  test("that is absent is an error for a Standalone key and a notice for an Integrated one", () => {
    const expiry = { warnBeforeDays: 30, failBeforeDays: 0 };
    for (const [kind, severity] of [
      ["standalone", "error"],
      ["integrated", "notice"],
    ] as const) {
      const { findings } = checkExpiry(KEY, healthyExpectation({ kind, expiry }), NOON);
      expectReadable(findings);
      expect(findings).toMatchObject([{ id: "expiry-undeclared", severity, inconclusive: false }]);
      // Nobody is told to install again for a date that there may not be.
      expect(findings[0]?.remedy.includes("nothing needs to be done")).toBe(kind === "integrated");
      expect(findings[0]?.remedy.includes("make a new key")).toBe(kind === "standalone");
    }
  });

  test.each<[string, Partial<ExpiryExpectation>]>([
    ["is no date", { expiresOn: "next spring" }],
    ["is empty", { expiresOn: "" }],
    ["has a birthday that is no date", { expiresOn: "2027-06-01", createdOn: "spring" }],
    ["has a birthday to come", { expiresOn: "2027-06-01", createdOn: "2027-01-16T02:00:01Z" }],
    ["has a birthday two days off", { expiresOn: "2027-06-01", createdOn: "2027-01-17" }],
    ["is bound to nothing", { expiresOn: "2027-06-01", keyHint: "" }],
    ["is bound to one character", { expiresOn: "2027-06-01", keyHint: "3" }],
    ["is bound to five characters", { expiresOn: "2027-06-01", keyHint: "bc123" }],
    ["ends before it begins", { expiresOn: "2026-01-01", createdOn: "2026-06-01" }],
    ["ends as it begins", { expiresOn: "2026-06-01", createdOn: "2026-06-01" }],
  ])("that %s makes no sense", (_name, declared) => {
    const { ids, end } = check(declared);
    expect(ids).toEqual(["expiry-invalid"]);
    expect(end).toBeUndefined();
  });

  test("may be of a day that has begun in the east", () => {
    for (const createdOn of ["2027-01-16", "2027-01-16T02:00:00Z"]) {
      expect(check({ expiresOn: "2027-06-01", createdOn }).ids).toEqual([]);
    }
  });

  test.each<[string, Partial<ExpiryExpectation>, string, string]>([
    ["a form", { expiresOn: "spring" }, "expiry is not a date", "Set `expires-on` to a date (YYYY"],
    [
      "a form of its first day",
      { expiresOn: "2027-06-01", createdOn: "spring" },
      "day of creation is not a date",
      "Set `created-on` to a date (YYYY-MM-DD",
    ],
    [
      "a hint",
      { expiresOn: "2027-06-01", keyHint: "3" },
      "is not the ending of one",
      "exactly the last four characters",
    ],
    [
      "a past",
      { expiresOn: "2027-06-01", createdOn: "2027-02-01" },
      "lies in the future",
      "Compare `created-on` and `expires-on`",
    ],
    [
      "an order",
      { expiresOn: "2026-01-01", createdOn: "2026-06-01" },
      "said to expire before it was made",
      "Compare `created-on` and `expires-on`",
    ],
  ])("that lacks %s comes with why and what to do", (_name, declared, problem, remedy) => {
    const [finding] = check(declared).findings;
    expect(finding?.message).toContain(problem);
    expect(finding?.remedy).toContain(remedy);
  });

  test.each<[string, string | undefined, readonly string[]]>([
    ["the same ending", "c123", []],
    ["another ending", "c124", ["expiry-stale"]],
    ["another case", "C123", ["expiry-stale"]],
    ["no ending", undefined, []],
    ["the ending as reports show it", "****c123", []],
    ["another ending as reports show it", "****c124", ["expiry-stale"]],
    ["what stands before the ending", "abc1", ["expiry-stale"]],
  ])("for %s", (_name, keyHint, ids) => {
    const hint = keyHint === undefined ? {} : { keyHint };
    expect(check({ expiresOn: "2027-06-01", ...hint }).ids).toEqual(ids);
  });

  test("for another key tells nothing about when this one expires", () => {
    expect(check({ expiresOn: "2027-01-01", keyHint: "0000" })).toMatchObject({
      ids: ["expiry-stale"],
    });
    expect(check({ expiresOn: "2027-01-01", keyHint: "0000" }).end).toBeUndefined();
  });

  test("is bound to keys of unknown shape too, without showing their ending", () => {
    const key = new PleoKey("some-other-shape-wxyz");
    expect(check({ expiresOn: "2027-06-01", keyHint: "wxyz" }, NOON, key).ids).toEqual([]);
    const stale = check({ expiresOn: "2027-06-01", keyHint: "abcd" }, NOON, key);
    expect(stale.ids).toEqual(["expiry-stale"]);
    expect(JSON.stringify(stale)).not.toContain("wxyz");
  });

  test("is judged without a key as well", () => {
    const expectation = healthyExpectation();
    const result = checkExpiry(
      undefined,
      {
        ...expectation,
        expiry: { ...expectation.expiry, keyHint: "0000", expiresOn: "2027-01-01" },
      },
      NOON,
    );
    expect(result.findings.map(({ id }) => id)).toEqual(["key-expired"]);
  });
});

describe("the length of a life", () => {
  test.each<[string, Partial<ExpiryExpectation>, readonly string[]]>([
    [
      "just as long as allowed",
      { createdOn: "2027-01-01", expiresOn: "2027-04-01", maxLifetimeDays: 90 },
      [],
    ],
    [
      "a day too long",
      { createdOn: "2027-01-01", expiresOn: "2027-04-02", maxLifetimeDays: 90 },
      ["lifetime-too-long"],
    ],
    ["not limited", { createdOn: "2020-01-01", expiresOn: "2037-04-02" }, []],
    [
      "not told, and what is left is short enough",
      { expiresOn: "2027-04-15", maxLifetimeDays: 90 },
      ["lifetime-unproven"],
    ],
    [
      "not told, and what is left is too long already",
      { expiresOn: "2027-04-16", maxLifetimeDays: 90 },
      ["lifetime-too-long"],
    ],
  ])("that is %s", (_name, declared, ids) => {
    expect(check({ warnBeforeDays: 0, ...declared }).ids).toEqual(ids);
  });

  test("that is hours too long is not said to be just as long as allowed", () => {
    const declared = {
      createdOn: "2027-01-01",
      expiresOn: "2027-04-01T12:00:00Z",
      maxLifetimeDays: 90,
    };
    const [finding] = check({ warnBeforeDays: 0, ...declared }).findings;
    expect(finding?.message).toContain("lives 91 days, and 90 days is the longest");
  });

  test("that is not told is at least what is left", () => {
    const [finding] = check({
      warnBeforeDays: 0,
      expiresOn: "2027-05-16",
      maxLifetimeDays: 90,
    }).findings;
    expect(finding?.message).toContain("lives at least 121 days");
  });

  test("is told beside an end that is near", () => {
    const declared = { createdOn: "2026-01-01", expiresOn: "2027-01-20", maxLifetimeDays: 90 };
    const { ids, findings } = check(declared);
    expect(ids).toEqual(["key-expiring", "lifetime-too-long"]);
    expect(findings[1]?.message).toContain("lives 384 days, and 90 days is the longest");
  });
});

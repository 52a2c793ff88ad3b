import { describe, expect, test } from "vitest";
import { exampleKey } from "../../../support/keys.ts";
import {
  COMPANY,
  ORGANISATION,
  TIMED_OUT,
  UNAUTHORIZED,
  expectationWithoutCompany,
  healthyExpectation,
  installed,
  introspected,
  organisationUrn,
} from "../../../support/pleo-answers.ts";
import { guard, KEY, type Guarded } from "./guard.ts";

describe("a rotation", () => {
  const previousValue = exampleKey();
  const rotation = { previousValue, phase: "overlap" } as const;

  test("that is in order says that the old key may go", async () => {
    const { report, opened } = await guard({ rotation });
    expect(report).toMatchObject({ verdict: "pass", previousKey: "deletable" });
    expect(opened.map(({ key }) => key)).toEqual([KEY, previousValue]);
  });

  test("is never safe while the new key does not pass", async () => {
    const { report, opened } = await guard({
      rotation,
      pleo: { installations: installed({ status: "INACTIVE" }) },
    });
    expect(report).toMatchObject({
      verdict: "fail",
      previousKey: "needed",
      comparedKeys: "deletable",
    });
    expect(opened).toHaveLength(2);
  });

  test.each(["overlap", "finished"] as const)(
    "is never safe while the new key has expired, though Pleo takes it, in phase %s",
    async (phase) => {
      const expiry = { expiresOn: "2027-01-15", warnBeforeDays: 30, failBeforeDays: 0 };
      const { report } = await guard({
        rotation: { ...rotation, phase },
        expectation: healthyExpectation({ expiry }),
      });
      expect(report).toMatchObject({ verdict: "fail", previousKey: "needed" });
      expect(report.proofs).toEqual({ accepted: true, active: true, company: true });
    },
  );

  test.each(["overlap", "finished"] as const)(
    "is never safe while the new key cannot be sent, in phase %s",
    async (phase) => {
      const { report, opened } = await guard({
        rotation: { ...rotation, phase },
        value: `${KEY}\n`,
      });
      expect(report).toMatchObject({ verdict: "fail", previousKey: "needed" });
      expect(opened).toEqual([]);
    },
  );

  test("that is finished too early is safe, since the old key has only to be deleted", async () => {
    const finished = { ...rotation, phase: "finished" } as const;
    const { report, ids } = await guard({ rotation: finished });
    expect(ids).toEqual(["rotation-previous-alive"]);
    expect(report).toMatchObject({ verdict: "fail", previousKey: "overdue" });
  });

  test("that is finished too early is not safe while anything else fails", async () => {
    const finished = { ...rotation, phase: "finished" } as const;
    const idle = { installations: installed({ status: "INACTIVE" }) };
    const { report } = await guard({ rotation: finished, pleo: idle });
    expect(report).toMatchObject({ verdict: "fail", previousKey: "needed" });
    const down = await guard({ rotation: finished, pleo: { installations: TIMED_OUT } });
    expect(down.report.previousKey).toBe("needed");
  });

  test("is never safe while the new key is not known to pass", async () => {
    const { report } = await guard({ rotation, pleo: { installations: TIMED_OUT } });
    expect(report).toMatchObject({ verdict: "unknown", previousKey: "needed" });
  });

  test("asks of an old key only what tells it apart, and about the same company", async () => {
    const organisation = {
      introspection: introspected({ subjectUrn: organisationUrn(ORGANISATION), scopes: [] }),
    };
    const { report, opened } = await guard({ rotation, previousPleo: organisation });
    expect(opened[1]?.api.asked).toEqual(["introspection", "installations", `company ${COMPANY}`]);
    expect(report.previousKey).toBe("deletable");
  });

  test("does not ask about the old key while the new one is rejected", async () => {
    const { report, opened } = await guard({ rotation, pleo: { introspection: UNAUTHORIZED } });
    expect(report).toMatchObject({ verdict: "fail", previousKey: "needed" });
    expect(opened).toHaveLength(1);
  });

  test.each<[string, Guarded, string]>([
    ["the same key", { rotation: { ...rotation, previousValue: KEY } }, "rotation-same-key"],
    [
      "a damaged old key",
      { rotation: { ...rotation, previousValue: `${previousValue}\n` } },
      "rotation-previous-unusable",
    ],
  ])("fails with %s", async (_name, given, id) => {
    const { report, ids } = await guard(given);
    expect(ids).toEqual([id]);
    expect(report).toMatchObject({
      verdict: "fail",
      previousKey: "needed",
      comparedKeys: "needed",
    });
  });

  test("that is finished passes with a dead old key", async () => {
    const { report } = await guard({
      rotation: { ...rotation, phase: "finished" },
      previousPleo: { introspection: UNAUTHORIZED },
    });
    expect(report).toMatchObject({ verdict: "pass", previousKey: "gone" });
    expect(report.findings.map(({ id, severity }) => `${id} ${severity}`)).toEqual([
      "rotation-previous-gone notice",
    ]);
  });

  test("works for keys without an expected company, which fail for that alone", async () => {
    const { ids } = await guard({ rotation, expectation: expectationWithoutCompany() });
    expect(ids).toEqual(["company-not-declared"]);
  });
});

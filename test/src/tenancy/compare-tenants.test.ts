import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareTenants } from "../../../src/tenancy/compare-tenants.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { growthOf } from "../../support/cpu-time.ts";
import { exampleKey } from "../../support/keys.ts";
import { tenantRecord } from "./tenant-records.ts";

const [KEY_A, KEY_B, KEY_C] = ["aa11bb22cc33dd44", "bb22cc33dd44ee55", "cc33dd44ee55ff66"];
const [COMPANY_A, COMPANY_B] = ["0123456789abcdef", "123456789abcdef0"];

interface Told {
  readonly tenants: Readonly<Record<string, readonly string[]>>;
  readonly fleet: readonly string[];
}

function compare(records: readonly TenantRecord[], unclaimedNames: readonly string[] = []): Told {
  const facts = { manifestTenants: records.length, unclaimedNames };
  const { ofTenants, ofFleet } = compareTenants(records, facts);
  return {
    tenants: Object.fromEntries(
      [...ofTenants].map(([id, findings]) => [
        id,
        findings.map((finding) => `${finding.id} ${finding.values["group"] ?? ""}`),
      ]),
    ),
    fleet: ofFleet.map(({ id }) => id),
  };
}

describe("keys", () => {
  test("of its own, each tenant has nothing to hear", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A, previousKey: KEY_B, company: COMPANY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_C, company: COMPANY_B } }),
      tenantRecord("without-any-key"),
      tenantRecord("nor-this-one"),
    ];
    expect(compare(records)).toEqual({ tenants: {}, fleet: [] });
  });

  test("that two have are told to both, and joined by a label", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_B } }),
      tenantRecord("c", { fingerprints: { key: KEY_A } }),
    ];
    expect(compare(records).tenants).toEqual({
      a: ["tenant-key-shared group aa11bb"],
      c: ["tenant-key-shared group aa11bb"],
    });
  });

  test("that two have are one key in whichever environment it is used", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_A }, environment: "staging" }),
    ];
    expect(Object.keys(compare(records).tenants)).toEqual(["a", "b"]);
  });

  test("that one has and another had are shared", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_B, previousKey: KEY_A } }),
    ];
    const { ofTenants } = compareTenants(records, { manifestTenants: 2, unclaimedNames: [] });
    expect(ofTenants.get("a")?.map(({ message }) => message)).toEqual([
      expect.stringContaining("The key of this tenant is in use for another tenant too"),
    ]);
    expect(ofTenants.get("b")?.map(({ message }) => message)).toEqual([
      expect.stringContaining("The previous key of this tenant is in use for another tenant too"),
    ]);
  });

  test("that two have left behind are what replacing a shared key looks like", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A, previousKey: KEY_C } }),
      tenantRecord("b", { fingerprints: { key: KEY_B, previousKey: KEY_C } }),
    ];
    expect(compare(records).tenants).toEqual({});
  });

  test("that one tenant gave twice are no other tenant's", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A, previousKey: KEY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_B } }),
    ];
    expect(compare(records).tenants).toEqual({});
  });

  test("shared by two and given twice by one are told once to each", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A, previousKey: KEY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_A } }),
    ];
    expect(compare(records).tenants).toEqual({
      a: ["tenant-key-shared group aa11bb"],
      b: ["tenant-key-shared group aa11bb"],
    });
  });
});

describe("companies", () => {
  test("that two tenants open are told to both", () => {
    const records = [
      tenantRecord("a", { fingerprints: { key: KEY_A, company: COMPANY_A } }),
      tenantRecord("b", { fingerprints: { key: KEY_B, company: COMPANY_A } }),
      tenantRecord("c", { fingerprints: { key: KEY_C, company: COMPANY_B } }),
    ];
    expect(compare(records).tenants).toEqual({
      a: ["tenant-company-shared group 012345"],
      b: ["tenant-company-shared group 012345"],
    });
  });

  test("of two environments have nothing to do with each other", () => {
    const records = [
      tenantRecord("a", { fingerprints: { company: COMPANY_A } }),
      tenantRecord("b", { fingerprints: { company: COMPANY_A }, environment: "staging" }),
    ];
    expect(compare(records).tenants).toEqual({});
  });
});

test("groups that begin alike have labels that do not", () => {
  const [one, other] = ["aabbccdd00112233", "aabbccdd11223344"];
  const records = [
    tenantRecord("a", { fingerprints: { key: one } }),
    tenantRecord("b", { fingerprints: { key: one } }),
    tenantRecord("c", { fingerprints: { key: other } }),
    tenantRecord("d", { fingerprints: { key: other } }),
  ];
  const { tenants } = compare(records);
  expect(tenants["a"]).toEqual(tenants["b"]);
  expect(tenants["a"]).toEqual(["tenant-key-shared group aabbccdd00"]);
  expect(tenants["c"]).toEqual(["tenant-key-shared group aabbccdd11"]);
});

describe("the fleet", () => {
  test.each<[string, readonly TenantRecord[], number, readonly string[]]>([
    ["nobody at all", [], 0, ["fleet-empty"]],
    ["nobody of one", [], 1, ["fleet-unfinished"]],
    ["one of two", [tenantRecord("a")], 2, ["fleet-unfinished"]],
    ["one of one", [tenantRecord("a")], 1, []],
    ["two of production", [tenantRecord("a"), tenantRecord("b")], 2, []],
    [
      "one of each environment",
      [tenantRecord("a"), tenantRecord("b", { environment: "staging" })],
      2,
      ["tenant-environments-mixed"],
    ],
    ["one of staging", [tenantRecord("a", { environment: "staging" })], 1, []],
  ])("of %s", (_name, records, manifestTenants, ids) => {
    const { ofFleet } = compareTenants(records, { manifestTenants, unclaimedNames: [] });
    expect(ofFleet.map(({ id }) => id)).toEqual(ids);
  });

  test("says how many are left", () => {
    const left = (manifestTenants: number): string | undefined =>
      compareTenants([tenantRecord("a")], { manifestTenants, unclaimedNames: [] }).ofFleet[0]
        ?.message;
    expect(left(2)).toMatch(/^1 tenant of the manifest was not reached/);
    expect(left(3)).toMatch(/^2 tenants of the manifest were not reached/);
  });
});

describe("keys that nobody asks for", () => {
  const messages = (unclaimedNames: readonly string[]): readonly string[] =>
    compareTenants([tenantRecord("a")], { manifestTenants: 1, unclaimedNames }).ofFleet.map(
      ({ message }) => message,
    );

  test("are told one by one, in order and without repetition", () => {
    expect(messages(["b", "a", "b"])).toEqual([
      expect.stringMatching(/^A key named `a` is handed to this check and asked for by no tenant/),
      expect.stringMatching(/^A key named `b` is/),
    ]);
  });

  test.each([
    [20, 20, /^A key named `name-29` is/],
    [21, 21, /^One more key is/],
    [22, 21, /^2 more keys are/],
    [5000, 21, /^4980 more keys are/],
  ])("of %i, %i lines are enough", (count, lines, last) => {
    const names = Array.from({ length: count }, (_, index) => `name-${index + 10}`);
    const told = messages(names);
    expect(told).toHaveLength(lines);
    expect(told.at(-1)).toMatch(last);
  });

  test.each([
    ["a key", () => exampleKey()],
    ["what may be a key of a shape that nobody knows", () => "q7Zk2mWx9RtB4nLs8VcY1pHd"],
    ["empty", () => ""],
    ["of several lines", () => "a\nb"],
    ["Markdown", () => "`![x](y)`"],
    ["too long", () => "a".repeat(129)],
  ])("are only counted where the name is %s", (_, name) => {
    expect(messages([name()])).toEqual([expect.stringMatching(/^One more key is/)]);
  });
});

const arbitraryRecord = fc.record({
  environment: fc.constantFrom("production" as const, "staging" as const),
  key: fc.option(fc.constantFrom(KEY_A, KEY_B, KEY_C), { nil: undefined }),
  previousKey: fc.option(fc.constantFrom(KEY_A, KEY_B, KEY_C), { nil: undefined }),
  company: fc.option(fc.constantFrom(COMPANY_A, COMPANY_B), { nil: undefined }),
});

const arbitraryFleet = fc.array(arbitraryRecord, { maxLength: 12 }).map((parts) =>
  parts.map(({ environment, ...fingerprints }, index) =>
    tenantRecord(`tenant-${index}`, {
      environment,
      fingerprints: Object.fromEntries(
        Object.entries(fingerprints).filter(([, value]) => value !== undefined),
      ),
    }),
  ),
);

test("the order of the tenants changes nothing that any of them is told", () => {
  const shuffled = arbitraryFleet.chain((fleet) =>
    fc.tuple(
      fc.constant(fleet),
      fc.shuffledSubarray(fleet, { minLength: fleet.length, maxLength: fleet.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([fleet, other]) => {
      const expected = compare(fleet);
      const told = compare(other);
      expect(told.tenants).toEqual(expected.tenants);
      expect(told.fleet.toSorted()).toEqual(expected.fleet.toSorted());
    }),
  );
});

test("no finding names another tenant", () => {
  fc.assert(
    fc.property(arbitraryFleet, (fleet) => {
      const facts = { manifestTenants: fleet.length, unclaimedNames: [] };
      for (const [id, findings] of compareTenants(fleet, facts).ofTenants) {
        const text = JSON.stringify(findings);
        for (const other of fleet) {
          if (other.id !== id) expect(text).not.toMatch(new RegExp(`${other.id}\\b`));
        }
      }
    }),
  );
});

/** Every tenth tenant shares its key with its neighbour, and every seventh its company. */
function largeFleet(size: number): readonly TenantRecord[] {
  return Array.from({ length: size }, (_, index) =>
    tenantRecord(`tenant-${index}`, {
      fingerprints: {
        key: (index - (index % 10 === 1 ? 1 : 0)).toString(16).padStart(32, "0"),
        company: (index - (index % 7 === 1 ? 1 : 0)).toString(16).padStart(32, "0"),
      },
    }),
  );
}

test("ten times the tenants take about ten times the time", () => {
  const prepare = (size: number) => {
    const records = largeFleet(size);
    const facts = { manifestTenants: size, unclaimedNames: [] };
    return () => compareTenants(records, facts);
  };
  // A square would take a hundred times as long.
  expect(growthOf(prepare, 4_000, 40_000)).toBeLessThan(30);
});

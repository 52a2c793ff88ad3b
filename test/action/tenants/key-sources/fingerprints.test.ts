import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFingerprints } from "../../../../action/tenants/key-sources/fingerprints.ts";
import { maskableSpellings } from "../../../../src/key/spellings.ts";
import { arbitraryKey } from "../../../support/arbitrary-keys.ts";
import { exampleKey } from "../../../support/keys.ts";

const RUN = { GITHUB_REPOSITORY: "acme/app", GITHUB_RUN_ID: "4242" };
const COMPANY = "d3b07384-d9a7-4f5c-8b1e-0f7c2a9e4b61";

const { of: fingerprint } = createFingerprints(RUN);

test("are 128 bits of hex, and absent where there is nothing", () => {
  const given = { key: exampleKey(), previousKey: exampleKey(), company: COMPANY };
  const prints = fingerprint(given);
  for (const print of [prints.key, prints.previousKey, prints.company]) {
    expect(print).toMatch(/^[0-9a-f]{32}$/);
  }
  expect(fingerprint({})).toEqual({});
  expect(fingerprint({ key: "", previousKey: " \n" })).toEqual({});
});

describe("of one key", () => {
  const key = exampleKey();

  test.each<[string, string]>([
    ["as it is", key],
    ["with a line break", `${key}\n`],
    ["in quotes", `"${key}"`],
    ["as a header", `Bearer ${key}`],
    ["with its name", `PLEO_API_KEY=${key}`],
  ])("are the same %s", (_, stored) => {
    expect(fingerprint({ key: stored }).key).toBe(fingerprint({ key }).key);
  });

  test("are the same for the current key and the previous one", () => {
    expect(fingerprint({ key }).key).toBe(fingerprint({ previousKey: key }).previousKey);
  });

  test("are others than those of a company of the same text", () => {
    expect(fingerprint({ key: COMPANY }).key).not.toBe(fingerprint({ company: COMPANY }).company);
  });
});

test("of a value of no known shape are compared as well, damaged or not", () => {
  const value = "Zk3vQ9tLm2Xc8RbW5nYp7HdJ";
  expect(fingerprint({ key: value }).key).toBeDefined();
  expect(fingerprint({ key: `'${value}'\n` }).key).toBe(fingerprint({ key: value }).key);
  expect(fingerprint({ key: `${value}x` }).key).not.toBe(fingerprint({ key: value }).key);
});

test.each([
  ["a placeholder", "YOUR_API_KEY"],
  ["another product's secret", `ghp_${"a1B2c3D4e5F6".repeat(3)}`],
])("%s is no key, and two of them are no shared key", (_, value) => {
  expect(fingerprint({ key: value })).toEqual({});
});

test("of companies do not depend on the case of letters", () => {
  const capitals = fingerprint({ company: COMPANY.toUpperCase() });
  expect(capitals).toEqual(fingerprint({ company: COMPANY }));
});

describe("agree between machines", () => {
  const key = exampleKey();
  const print = (env: Readonly<Record<string, string>>): string | undefined =>
    createFingerprints(env).of({ key }).key;

  test("of one run", () => {
    expect(print({ ...RUN })).toBe(print(RUN));
    expect(print({ ...RUN, GITHUB_RUN_ATTEMPT: "2", GITHUB_JOB: "b" })).toBe(print(RUN));
    expect(createFingerprints({ ...RUN }).run).toBe(createFingerprints(RUN).run);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["another run", { ...RUN, GITHUB_RUN_ID: "4243" }],
    ["another repository", { ...RUN, GITHUB_REPOSITORY: "acme/api" }],
    [
      "names that only look alike when put together",
      {
        GITHUB_REPOSITORY: "acme/app4",
        GITHUB_RUN_ID: "242",
      },
    ],
  ])("but not with those of %s", (_, env) => {
    expect(print(env)).not.toBe(print(RUN));
    expect(createFingerprints(env).run).not.toBe(createFingerprints(RUN).run);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["nothing", {}],
    ["no run", { GITHUB_REPOSITORY: "acme/app" }],
    ["no repository", { GITHUB_RUN_ID: "4242" }],
    ["empty names", { GITHUB_REPOSITORY: "", GITHUB_RUN_ID: "" }],
  ])("and with nobody's where %s is known", (_, env) => {
    expect(print(env)).not.toBe(print(env));
    expect(createFingerprints(env).run).not.toBe(createFingerprints(env).run);
    const local = createFingerprints(env);
    expect(local.of({ key })).toEqual(local.of({ key }));
  });

  // Written down, so that no version of this can be joined with another that prints differently by mistake.
  test("of one version", () => {
    expect(createFingerprints(RUN).run).toBe("618c897d122c3b4724ea317c28c198c5");
    expect(fingerprint({ company: COMPANY }).company).toBe("74563a57c4cb444769eb5387958eac2e");
  });
});

test("show nothing of a key, in no spelling", () => {
  fc.assert(
    fc.property(arbitraryKey(), (key) => {
      const print = fingerprint({ key }).key ?? "";
      for (const { text } of maskableSpellings(key)) expect(print).not.toContain(text);
      expect(print).not.toBe(fingerprint({ key: `${key}0` }).key);
    }),
  );
});

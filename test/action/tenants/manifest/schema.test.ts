import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readManifest } from "../../../../action/tenants/manifest/manifest.ts";
import { PATTERNS } from "../../../../action/tenants/manifest/entries.ts";
import { manifestOf, MANIFESTS } from "./manifest-table.ts";

const schema = JSON.parse(readFileSync("action/tenants/tenants.schema.json", "utf8")) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);
const LIMITS = { warnBeforeDays: 30, failBeforeDays: 0 };

function isReadable(manifest: unknown): boolean {
  return readManifest(JSON.stringify(manifest), LIMITS).kind === "read";
}

describe("the schema and the reader agree", () => {
  test.each(MANIFESTS.map((it) => [it.name, it] as const))("about %s", (_, manifestCase) => {
    const manifest = manifestOf(manifestCase);
    const isGood = manifestCase.problems === undefined;
    expect(isReadable(manifest)).toBe(isGood);
    expect(validate(manifest)).toBe(isGood);
  });

  test.each([null, [], "tenants", 1, {}])("that %j is no manifest", (manifest) => {
    expect(isReadable(manifest)).toBe(false);
    expect(validate(manifest)).toBe(false);
  });
});

test("the schema has the reader's patterns", () => {
  const patterns = [...JSON.stringify(schema).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = ""]) => JSON.parse(text) as string,
  );
  for (const [name, { source }] of Object.entries(PATTERNS))
    expect(patterns, name).toContain(source);
});

/** What only the reader can say: the list that the documentation gives. */
describe("the schema cannot see", () => {
  const two = (first: object, second: object): unknown => ({
    version: 1,
    tenants: [
      { id: "a", key: { env: "A" }, ...first },
      { id: "b", key: { env: "B" }, ...second },
    ],
  });
  test.each<[string, unknown]>([
    ["an id twice", two({}, { id: "a" })],
    ["an id twice, in capitals", two({}, { id: "A" })],
    ["one place for two keys", two({}, { key: { env: "A" } })],
    ["one place for the old key and the new one", two({ "previous-key": { env: "A" } }, {})],
    ["a day that a month does not have", two({ "expires-on": "2027-02-30" }, {})],
  ])("%s", (_, manifest) => {
    expect(validate(manifest)).toBe(true);
    expect(isReadable(manifest)).toBe(false);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { forTenant } from "../../../../action/render/fleet/remedies.ts";
import { keyHandling } from "../../../../src/pleo/web-app.ts";
import { WHOLE_CATALOGUE } from "../../../../src/report/whole-catalogue.ts";
import { WARNING } from "../../../src/tenancy/tenant-records.ts";

function inOtherWords(remedy: string): string {
  return forTenant({ ...WARNING, remedy }).remedy;
}

/** What exists only where there is one key. */
const OF_ONE_KEY =
  /gh (?:secret|variable) set|`(?:previous-)?api-key`|PLEO_(?:API_KEY|COMPANY_ID|KEY_EXPIRES_ON)\b/;

const AREAS_OF_TENANTS = [
  "format",
  "activation",
  "company",
  "scopes",
  "expiry",
  "rotation",
  "tenancy",
];
const remedies = Object.entries(WHOLE_CATALOGUE)
  .filter(([, { area }]) => AREAS_OF_TENANTS.includes(area))
  .map(([id, { remedy }]) => [id, remedy] as const);

/** Texts of the code that become parts of a remedy. */
const parts = ["src/activation", "src/key/judging", "src/pleo"].flatMap((folder) =>
  readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, "utf8").matchAll(/(["`])((?:\\.|(?!\1).)*)\1/g)]
      .map(([, , text = ""]) =>
        text
          .replaceAll("\\`", "`")
          .replaceAll("${STORE}", "gh secret set PLEO_API_KEY")
          .replaceAll(/\$\{\w+\}/g, "…"),
      )
      .filter((text) => text.includes(" ") && OF_ONE_KEY.test(text)),
  ),
);

describe("a remedy in the words of a manifest", () => {
  test.each(remedies)("for %s names nothing that a fleet does not have", (_id, remedy) => {
    expect(inOtherWords(remedy)).not.toMatch(OF_ONE_KEY);
  });

  test("names none wherever the code says more", () => {
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts.filter((it) => !it.startsWith("gh "))) {
      expect(inOtherWords(part)).not.toMatch(OF_ONE_KEY);
    }
  });

  test.each(["standalone", "integrated"] as const)("says where %s keys are stored", (kind) => {
    for (const text of Object.values<string>({ ...keyHandling(kind, "production") })) {
      expect(inOtherWords(text)).not.toMatch(OF_ONE_KEY);
    }
    expect(inOtherWords(keyHandling(kind, "production").renew)).toContain(
      "store it where the manifest says that this tenant's key is kept",
    );
  });

  test("stays as it is where it names nothing of the kind", () => {
    const remedy = "List the scopes that the integration needs in `required-scopes`.";
    expect(inOtherWords(remedy)).toBe(remedy);
  });
});

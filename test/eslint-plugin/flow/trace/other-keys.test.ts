import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(`/* pleo */ ${code}`).map((keys) => keys.length > 0);
}

describe("a name says another kind of key", () => {
  test.each<[string, string]>([
    [
      "of what is looked up",
      "function f(pleoAccountKey, pleoGroupKey, pleoExpenseKey, pleoEntryKey, pleoCategoryKey, pleoTagKey, pleoVendorKey, pleoMerchantKey, pleoEmployeeKey, pleoLedgerKey, pleoReceiptKey, pleoFieldKey, pleoRowKey, pleoColumnKey, pleoCacheKey, pleoSortKey, pleoMapKey, pleoLookupKey, pleoPartitionKey, pleoIdempotencyKey, pleoDedupKey, pleoQueryKey, pleoRouteKey, pleoEventKey, pleoJobKey, pleoRecordKey, pleoObjectKey, pleoStorageKey, pleoPrimaryKey, pleoForeignKey, pleoConfigKey, pleoInputKey) { sink(pleoAccountKey); sink(pleoGroupKey); sink(pleoExpenseKey); sink(pleoEntryKey); sink(pleoCategoryKey); sink(pleoTagKey); sink(pleoVendorKey); sink(pleoMerchantKey); sink(pleoEmployeeKey); sink(pleoLedgerKey); sink(pleoReceiptKey); sink(pleoFieldKey); sink(pleoRowKey); sink(pleoColumnKey); sink(pleoCacheKey); sink(pleoSortKey); sink(pleoMapKey); sink(pleoLookupKey); sink(pleoPartitionKey); sink(pleoIdempotencyKey); sink(pleoDedupKey); sink(pleoQueryKey); sink(pleoRouteKey); sink(pleoEventKey); sink(pleoJobKey); sink(pleoRecordKey); sink(pleoObjectKey); sink(pleoStorageKey); sink(pleoPrimaryKey); sink(pleoForeignKey); sink(pleoConfigKey); sink(pleoInputKey); }",
    ],
    [
      "in other places",
      "function f(k: PleoAccountKey, job) { sink(k); sink(accountKeyForPleo); sink(job.pleoAccountKey); sink(job.pleoConfig.accountKey); }",
    ],
    [
      "of an entry",
      "for (const [pleoKey, group] of map) sink(pleoKey); for (const [pleoKey] of map.entries()) sink(pleoKey); for (const [pleoKey] of Object.entries(x)) sink(pleoKey); map.forEach((value, pleoKey) => sink(pleoKey)); [...map].map(([pleoKey]) => sink(pleoKey)); Array.from(map, ([pleoKey]) => sink(pleoKey)); for (const pleoKey in x) sink(pleoKey); JSON.stringify(x, (pleoKey, value) => { sink(pleoKey); return value; })",
    ],
    [
      "of names by its type",
      'const fields = ["id"] as const; type PleoKey = (typeof fields)[number]; type Row = { pleoKey: PleoKey }; function f(a: PleoKey, pleoKey: keyof PleoConfig, pleoToken: "a" | "b", row: Row, { pleoKey: pleoApiKey }: Row) { sink(a); sink(pleoKey); sink(pleoToken); sink(row.pleoKey); sink(pleoApiKey); }',
    ],
    [
      "that is put together, by its type",
      "type PleoKey = `${string}:${string}`; function f(a: PleoKey) { sink(a); }",
    ],
    [
      "of several parts, by its type",
      'type PleoKey = readonly ["pleo", string]; enum PleoToken { A = "a" } function f(a: PleoKey, b: PleoToken, pleoKey: number, pleoToken: AbortSignal, pleoSecret: Extract<keyof X, string>) { sink(a); sink(b); sink(pleoKey); sink(pleoToken); sink(pleoSecret); }',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(true);
  });
});

describe("a name still says a key", () => {
  test.each<[string, string]>([
    [
      "of an integration",
      "function f(pleoTenantKey, pleoProdKey, pleoIntegrationKey, pleoAccountApiKey, pleoAccountToken, pleoExpenseSecret) { sink(pleoTenantKey); sink(pleoProdKey); sink(pleoIntegrationKey); sink(pleoAccountApiKey); sink(pleoAccountToken); sink(pleoExpenseSecret); }",
    ],
    [
      "in the environment",
      "sink(process.env.PLEO_ACCOUNT_KEY); sink(process.env.ACME_PLEO_EXPENSE_KEY)",
    ],
    [
      "in a map that is looked up by keys",
      "for (const [pleoApiKey] of tenants) sink(pleoApiKey); for (const [pleoKey] of clientsByPleoKey) sink(pleoKey)",
    ],
    [
      "as what a map holds",
      "for (const [tenant, pleoKey] of tenants) sink(pleoKey); for (const pleoKey of tenants) sink(pleoKey); tenants.forEach((pleoKey, tenant) => sink(pleoKey)); const [pleoKey] = process.argv.slice(2); sink(pleoKey)",
    ],
    [
      "by its type",
      "type PleoKey = string & { readonly brand: unique symbol }; type PleoApiKey = `ple_${string}`; interface X { pleoKey: PleoKey } function f(a: PleoKey, b: PleoApiKey, c: X, pleoKey: string | undefined) { sink(a); sink(b); sink(c.pleoKey); sink(pleoKey); }",
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });
});

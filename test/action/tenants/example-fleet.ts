import fc from "fast-check";
import type { FleetOutcome } from "../../../action/tenants/fleet-outcome.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import { orderFindings } from "../../../src/report/report.ts";
import { compareTenants } from "../../../src/tenancy/compare-tenants.ts";
import { createFleetReport } from "../../../src/tenancy/fleet-report.ts";
import { isInShard, type ShardOf } from "../../../src/tenancy/shard.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";
import { DOUBT, FAILURE, tenantRecord, WARNING } from "../../src/tenancy/tenant-records.ts";

export const MANIFEST = { path: "config/tenants.yml", digest: "d".repeat(64) } as const;
export const RUN = "1".repeat(32);
export const NOW = new Date("2027-01-15T12:00:00Z");

export interface FleetParts {
  readonly ofFleet?: readonly Finding[];
  readonly manifestTenants?: number;
  readonly shard?: ShardOf;
}

/** What checking these tenants comes to, as a whole or as a shard of it. */
export function fleetOf(
  records: readonly TenantRecord[],
  { ofFleet = [], manifestTenants = records.length, shard }: FleetParts = {},
): FleetOutcome {
  const own = shard === undefined ? records : records.filter(({ id }) => isInShard(id, shard));
  const expected = shard === undefined ? manifestTenants : own.length;
  const compared = compareTenants(own, { manifestTenants: expected, unclaimedNames: [] });
  const [ofFiles, others] = [
    ofFleet.filter(({ id }) => id === "tenant-key-file-open"),
    ofFleet.filter(({ id }) => id !== "tenant-key-file-open"),
  ];
  const comparison = { ...compared, ofFleet: [...ofFiles, ...compared.ofFleet, ...others] };
  return {
    report: createFleetReport({ records: own, comparison, manifestTenants: expected }),
    manifest: { ...MANIFEST, tenants: manifestTenants },
    run: RUN,
    ...(shard === undefined ? {} : { shard }),
  };
}

export function companyOf(number: number): string {
  return `10000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A tenant of whom everything that is told can be told from every other's. */
export function tellableTenant(number: number, parts: Partial<TenantRecord> = {}): TenantRecord {
  const id = `tenant-${String(number).padStart(3, "0")}`;
  const day = `20${String(30 + number)}-03-04`;
  const mismatch = createFinding("company-mismatch", {
    expected: companyOf(number),
    actual: companyOf(number + 500),
    source: "introspection",
    confirm: `; if the change is meant, confirm it with \`gh variable set PLEO_COMPANY_ID --body ${companyOf(number + 500)}\``,
  });
  return tenantRecord(id, {
    line: number * 7,
    owner: `owner-${number}@example.com`,
    report: {
      verdict: "fail",
      findings: [mismatch],
      keyHint: hintOf(number),
      expiry: {
        text: day,
        at: new Date(`${day}T00:00:00Z`),
        daysLeft: 9_000 + number,
        hasPassed: false,
      },
    },
    ...parts,
  });
}

export function hintOf(number: number): string {
  return (0xbe00 + number).toString(16);
}

export const UNCLAIMED = createTenantFinding("tenant-key-unclaimed", {
  keys: "A key named `left-over` is",
});

const FINGERPRINTS = ["a", "b", "c", "d"].map((sign) => sign.repeat(32));
const fingerprint = fc.option(fc.constantFrom(...FINGERPRINTS), { nil: undefined });

function defined<Value extends object>(value: Value): Value {
  return Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== undefined),
  ) as Value;
}

const outcome = fc
  .record({
    verdict: fc.constantFrom("pass", "fail", "unknown"),
    findings: fc.subarray([FAILURE, DOUBT, WARNING]).map(orderFindings),
    proofs: fc.record({ accepted: fc.boolean(), active: fc.boolean(), company: fc.boolean() }),
    keyHint: fc.option(fc.constant("a1b2"), { nil: undefined }),
    expiry: fc.option(
      fc.integer({ min: 1, max: 28 }).map((day) => {
        const text = `2027-02-${String(day).padStart(2, "0")}`;
        const at = new Date(`${text}T00:00:00Z`);
        return { text, at, daysLeft: day + 16, hasPassed: false };
      }),
      { nil: undefined },
    ),
    previousKey: fc.constantFrom("needed", "deletable", undefined),
    switchedOff: fc.option(fc.constant([WARNING]), { nil: undefined }),
  })
  .map(defined);

/** A fleet in which keys and companies are shared as often as not. */
export const randomRecords: fc.Arbitrary<readonly TenantRecord[]> = fc
  .array(
    fc
      .record({
        owner: fc.option(fc.constant("team"), { nil: undefined }),
        line: fc.integer({ min: 1, max: 1e6 }),
        environment: fc.constantFrom("production", "staging"),
        report: outcome,
        fingerprints: fc
          .record({ key: fingerprint, previousKey: fingerprint, company: fingerprint })
          .map(defined),
      })
      .map(defined),
    { minLength: 1, maxLength: 30 },
  )
  .map((parts) =>
    parts.map((part, index) => ({ id: `t${index}`, ...part }) as unknown as TenantRecord),
  );

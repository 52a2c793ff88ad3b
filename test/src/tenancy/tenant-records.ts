import type { GuardReport } from "../../../src/activation/guard-report.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import type { TenantRecord } from "../../../src/tenancy/tenant.ts";

const PROVEN = { accepted: true, active: true, company: true };

export interface RecordParts extends Partial<Omit<TenantRecord, "report">> {
  readonly report?: Partial<GuardReport>;
}

/** A tenant whose own check has passed, but for what is said otherwise. */
export function tenantRecord(id: string, { report, ...parts }: RecordParts = {}): TenantRecord {
  return {
    id,
    line: 1,
    environment: "production",
    fingerprints: {},
    report: { verdict: "pass", findings: [], proofs: PROVEN, ...report },
    ...parts,
  };
}

export const FAILURE: Finding = createFinding("key-not-an-api-key", { renew: "make a new one" });
export const DOUBT: Finding = createFinding("rotation-unproven", { problem: "P", fix: "F." });
export const WARNING: Finding = createFinding("lifetime-unproven", { allowed: "90 days" });

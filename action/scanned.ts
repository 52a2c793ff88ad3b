import type { Finding } from "../src/report/finding.ts";
import type { ActionReport } from "./action-report.ts";

/** What looking through the repository has shown. */
export interface Scanned {
  readonly findings: readonly Finding[];
  readonly scans: NonNullable<ActionReport["scans"]>;
}

export const NOTHING_SCANNED: Scanned = { findings: [], scans: {} };

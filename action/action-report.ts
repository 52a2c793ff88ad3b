import type { GuardReport } from "../src/activation/guard-report.ts";
import type { ScanArea } from "../src/report/catalogue.ts";

/** What a run has to say: of the key, and of the repository as far as it was looked through. */
export interface ActionReport extends GuardReport {
  /** Of each scan that ran, what it looked through: completes "nothing was found in …". */
  readonly scans?: Readonly<Partial<Record<ScanArea, string>>>;
}

import type { FleetReport } from "../../src/tenancy/fleet-report.ts";
import type { ShardOf } from "../../src/tenancy/shard.ts";
import type { Scanned } from "../scanned.ts";

interface EarlierAttempt {
  readonly attempt: number;
  /** Ascending. */
  readonly shards: readonly number[];
}

/** What a run over a fleet, or a merge of its shards, has come to, and what has to be known to tell it. */
export interface FleetOutcome {
  readonly report: FleetReport;
  readonly manifest: {
    /** From the root of the checkout. */
    readonly path: string;
    /** The same for the same text, and for no other. */
    readonly digest: string;
    /** All of them, whatever the shard. */
    readonly tenants: number;
  };
  /** Absent where all tenants were to be looked at. */
  readonly shard?: ShardOf;
  /** Fingerprint of the run of the workflow: reports with another must not be joined with this one. */
  readonly run: string;
  /** Of a merge: which shards' reports are of earlier attempts of this run, the oldest first. */
  readonly earlier?: readonly EarlierAttempt[];
  /** Of each scan that ran beside it, what it looked through. */
  readonly scans?: Scanned["scans"];
}

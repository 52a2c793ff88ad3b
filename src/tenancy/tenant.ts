import type { Expectation, RotationPhase } from "../activation/expectation.ts";
import type { GuardReport } from "../activation/guard-report.ts";
import type { Environment } from "../pleo/hosts.ts";

/** Where a tenant's key is kept. Never the key itself. */
export type KeySource =
  | { readonly kind: "env"; readonly name: string }
  /** A name in the one secret that holds many keys as JSON. */
  | { readonly kind: "secret"; readonly name: string }
  /** A file that an earlier step wrote; with a name, a JSON object of many keys. */
  | { readonly kind: "file"; readonly path: string; readonly name?: string };

export interface Tenant {
  /** Unique without regard to case, and never shaped like a key. */
  readonly id: string;
  /** Whom to tell: short text. */
  readonly owner?: string;
  readonly key: KeySource;
  readonly previousKey?: KeySource;
  readonly rotation: RotationPhase;
  readonly expectation: Expectation;
  /** Of its entry in the manifest, from 1. */
  readonly line: number;
}

/** What of one tenant's check may leave the process and be compared. Holds no key, no hint of another's. */
export interface TenantRecord {
  readonly id: string;
  readonly owner?: string;
  readonly line: number;
  readonly environment: Environment;
  readonly report: TenantOutcome;
  /** Keyed, so that equal ones can be seen and nothing else; absent where there was no key, or no company shown. */
  readonly fingerprints: {
    readonly key?: string;
    readonly previousKey?: string;
    readonly company?: string;
  };
}

/** What is kept of a tenant's report: so little that ten thousand fit. */
export type TenantOutcome = Pick<
  GuardReport,
  "verdict" | "findings" | "proofs" | "keyHint" | "expiry" | "previousKey" | "switchedOff"
>;

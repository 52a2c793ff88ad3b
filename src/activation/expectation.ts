import type { Environment } from "../pleo/hosts.ts";
import type { KeyKind } from "../pleo/web-app.ts";

/** What the user says about the expiry, because Pleo tells it to no program. */
export interface ExpiryExpectation {
  /** A date (`2027-01-31`, from its start in UTC) or an instant with its zone; absent when not declared. */
  readonly expiresOn?: string;
  readonly warnBeforeDays: number;
  /** Within this many days of the expiry the check fails; 0 fails on expiry only. */
  readonly failBeforeDays: number;
  readonly maxLifetimeDays?: number;
  readonly createdOn?: string;
  /** The last four characters of the key that the dates were written down for. */
  readonly keyHint?: string;
}

/** While two keys overlap both must work; once the rotation is finished the old one must not. */
export type RotationPhase = "overlap" | "finished";

/** What a key has to live up to. */
export interface Expectation {
  readonly kind: KeyKind;
  readonly environment: Environment;
  /** Absent when nobody has said which company it should be. */
  readonly companyId?: string;
  readonly requiredScopes: readonly string[];
  readonly expiry: ExpiryExpectation;
}

/**
 * Why no answer could be formed. A wrong company or an expired key is not in this list: those are
 * findings, the product's normal answers.
 */
export type GuardErrorCode =
  /** The inputs contradict each other or cannot be read. */
  | "CONFIG_INVALID"
  /** The address is not one of Pleo's external hosts; it would be handed the key. */
  | "HOST_REFUSED"
  /** TLS certificates are not checked in this process, so anybody could be handed the key. */
  | "TLS_UNVERIFIED"
  /** The value cannot be put into an HTTP Basic header as it is. */
  | "KEY_UNSENDABLE"
  /** A request that could write was about to be made. */
  | "WRITE_REFUSED";

interface GuardErrorDetails {
  /** What to do next, one sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
}

/** The one error class. Its message and hint are fit for a user and never hold key material. */
export class GuardError extends Error {
  readonly code: GuardErrorCode;
  readonly hint: string | undefined;

  constructor(code: GuardErrorCode, message: string, details: GuardErrorDetails = {}) {
    super(message);
    this.name = "GuardError";
    this.code = code;
    this.hint = details.hint;
    if (details.cause !== undefined) {
      // Non-enumerable, so that printing or serialising the error does not dump what it came from.
      Object.defineProperty(this, "cause", { value: details.cause, enumerable: false });
    }
  }
}

export function isGuardError(value: unknown): value is GuardError {
  return value instanceof GuardError;
}

import { GuardError } from "../../src/errors.ts";

/** Of which one variable matters: the one that decides whether anybody may pose as Pleo. */
export type TlsEnvironment = Readonly<Record<string, string | undefined>>;

/** Refused for a simulator too: whoever switches the check off for a test forgets to switch it on again. */
export function requireVerifiedTls(env: TlsEnvironment): void {
  if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return;
  throw new GuardError(
    "TLS_UNVERIFIED",
    "NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the check of TLS certificates, so the key could go to anybody.",
    { hint: "Remove the variable; for a private certificate authority set NODE_EXTRA_CA_CERTS." },
  );
}

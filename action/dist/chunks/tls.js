import { Ft as GuardError } from "../index.js";

// action/pleo-api/tls.ts
function requireVerifiedTls(env) {
	if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return;
	throw new GuardError("TLS_UNVERIFIED", "NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the check of TLS certificates, so the key could go to anybody.", { hint: "Remove the variable; for a private certificate authority set NODE_EXTRA_CA_CERTS." });
}

export { requireVerifiedTls as t };
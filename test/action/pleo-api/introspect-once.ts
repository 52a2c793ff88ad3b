import http from "node:http";
import { parseApiOrigin } from "../../../action/pleo-api/api-origin.ts";
import { createPleoApi } from "../../../action/pleo-api/client.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import { withLoopbackDirect } from "../../../action/pleo-api/loopback-proxy.ts";
import { PleoKey } from "../../../src/key/pleo-key.ts";

/**
 * One question from a process of its own, set up as the Action sets itself up. Prints the kind of the
 * answer; what it does not do is end itself.
 */
type SetUpProxies = (env: Readonly<Record<string, string | undefined>>) => unknown;

const { ORIGIN = "", KEY = "", PATIENCE_MS = "300000", HONOUR_PROXIES } = process.env;
// Absent from older releases of Node 24, and from the types.
const { setGlobalProxyFromEnv } = http as { setGlobalProxyFromEnv?: SetUpProxies };
if (HONOUR_PROXIES === "1") {
  setGlobalProxyFromEnv?.(withLoopbackDirect(process.env, parseApiOrigin(ORIGIN)));
}
const api = createPleoApi({
  key: new PleoKey(KEY),
  origin: ORIGIN,
  deadline: startDeadline(600_000),
  env: process.env,
  timeoutMs: Number(PATIENCE_MS),
});
const answer = await api.introspect();
process.stdout.write(answer.kind);

import { GuardError } from "../src/errors.ts";
import type { ApiOrigin } from "./pleo-api/api-origin.ts";
import { withLoopbackDirect } from "./pleo-api/loopback-proxy.ts";
import type { ProcessEnvironment } from "./raw-inputs.ts";

/** Sets up proxies for the whole process. Absent before Node 24.14. */
export type SetGlobalProxy = (env: ProcessEnvironment) => unknown;

const VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

export function hasProxy(env: ProcessEnvironment): boolean {
  return VARIABLES.some((name) => (env[name] ?? "") !== "");
}

/** Node's own `fetch` passes a proxy by silently, so one that is set must be honoured, or refused aloud. */
export function useProxy(
  env: ProcessEnvironment,
  origin: ApiOrigin,
  setGlobalProxy: SetGlobalProxy | undefined,
): void {
  if (!hasProxy(env)) return;
  if (setGlobalProxy !== undefined) {
    setGlobalProxy(withLoopbackDirect(env, origin));
    return;
  }
  if (origin.isLoopback || env["NODE_USE_ENV_PROXY"] === "1") return;
  throw new GuardError(
    "CONFIG_INVALID",
    "A proxy is set, and this version of Node would pass it by.",
    { hint: "Set NODE_USE_ENV_PROXY=1 for this step, or use a runner with Node 24.14 or newer." },
  );
}

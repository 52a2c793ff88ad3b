import type { ApiOrigin } from "./api-origin.ts";

type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * The environment from which to set up proxies for this process. A proxy could not reach this machine's
 * loopback, and would be shown the key if it were asked to over http; so a simulator is exempted by name.
 */
export function withLoopbackDirect(env: ProxyEnvironment, origin: ApiOrigin): ProxyEnvironment {
  if (!origin.isLoopback) return env;
  // The lower-case name wins where both are set, so both are given the same value.
  const exempted = env["no_proxy"] ?? env["NO_PROXY"] ?? "";
  if (exempted.trim() === "*") return env;
  const { hostname } = new URL(origin.base);
  const value = [exempted, hostname].filter((each) => each !== "").join(",");
  return { ...env, no_proxy: value, NO_PROXY: value };
}

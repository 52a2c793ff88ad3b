import type { Endpoint } from "../../src/pleo/endpoint.ts";
import { ENDPOINTS } from "../../src/pleo/endpoints.ts";

export type Route =
  | { readonly kind: "read"; readonly endpoint: Endpoint; readonly parameters: Parameters }
  | { readonly kind: "write" }
  | { readonly kind: "unknown" };

/** The values of a path's placeholders. */
export type Parameters = Readonly<Record<string, string>>;

/**
 * Which row of the endpoint catalogue a request meets. The Action has its own matcher; sharing one would
 * let both agree on the same mistake.
 */
export function findRoute(method: string, path: string): Route {
  for (const endpoint of ENDPOINTS) {
    const parameters = endpoint.method === method ? matchPath(endpoint.path, path) : undefined;
    if (parameters === undefined) continue;
    return endpoint.effect === "reads" ? { kind: "read", endpoint, parameters } : { kind: "write" };
  }
  // Also where the catalogue has no such row: what is not known to read counts as writing.
  return method === "GET" || method === "HEAD" ? { kind: "unknown" } : { kind: "write" };
}

function matchPath(template: string, path: string): Parameters | undefined {
  const expected = template.split("/");
  const actual = path.split("/");
  if (expected.length !== actual.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of expected.entries()) {
    const value = actual[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name !== undefined && value !== "" && !value.includes(":")) parameters[name] = value;
    else if (segment !== value) return undefined;
  }
  return parameters;
}

import type { Endpoint } from "../../../src/pleo/endpoint.ts";
import { ENDPOINTS } from "../../../src/pleo/endpoints.ts";
import { remember } from "../evidence/remember.ts";

interface Matcher {
  readonly endpoint: Endpoint;
  readonly pattern: RegExp;
}

/** A NUL in a path stands for what is not known, which may be an id and never a part of the endpoint's own name. */
const ANY_ID = "[^/:]+";

const MATCHERS: readonly Matcher[] = ENDPOINTS.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/g, ANY_ID)}$`),
}));

const endpointsAt = remember((path): readonly Endpoint[] =>
  MATCHERS.flatMap(({ endpoint, pattern }) => (pattern.test(path) ? [endpoint] : [])),
);

/**
 * The endpoint of Pleo's that a path belongs to. One without placeholders comes before one with; where the method is
 * not known, only a path that has no other method is told.
 */
export function endpointOf(method: string | undefined, path: string): Endpoint | undefined {
  const wanted = path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const endpoints = endpointsAt(wanted).filter(
    (endpoint) => method === undefined || endpoint.method === method,
  );
  const exact = endpoints.filter(({ path: template }) => template === wanted);
  const [only, ...others] = exact.length > 0 ? exact : endpoints;
  return others.length === 0 ? only : undefined;
}

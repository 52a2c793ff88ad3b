import type { Endpoint } from "../../src/pleo/endpoint.ts";
import type { Json } from "./reply.ts";
import type { Parameters } from "./routes.ts";
import type { Scenario } from "./scenario.ts";

/** A reading request of a known key, taken apart. */
export interface Call {
  readonly endpoint: Endpoint;
  readonly parameters: Parameters;
  readonly query: URLSearchParams;
  readonly body: Json | undefined;
  readonly scenario: Scenario;
}

export function bodyField(call: Call, name: string): Json | undefined {
  const { body } = call;
  if (body === undefined || body === null || typeof body !== "object" || Array.isArray(body)) {
    return undefined;
  }
  return Object.hasOwn(body, name) ? (body as Readonly<Record<string, Json>>)[name] : undefined;
}

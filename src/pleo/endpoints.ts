import type { Endpoint, HttpMethod } from "./endpoint.ts";
import { READING_ENDPOINTS } from "./reading-endpoints.ts";
import { WRITING_ENDPOINTS } from "./writing-endpoints.ts";

/**
 * Pleo's External API as far as keys are concerned. One row per operation; what a row does not say is not
 * known. Sources: Pleo's OpenAPI documents and reference pages; `evidence` marks the rest.
 */
export const ENDPOINTS = [...READING_ENDPOINTS, ...WRITING_ENDPOINTS] as const;

/** A row whose method and path, placeholders included, are exactly these. */
export function findEndpoint(method: HttpMethod, template: string): Endpoint | undefined {
  return ENDPOINTS.find((endpoint) => endpoint.method === method && endpoint.path === template);
}

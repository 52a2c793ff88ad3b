import type { CompanyParameter } from "../../src/pleo/company-parameter.ts";
import { parseUuid } from "../../src/pleo/urn.ts";
import { bodyField, type Call } from "./call.ts";
import { badRequest, FORBIDDEN, NOT_FOUND, type Json, type Reply } from "./reply.ts";
import { findCompany } from "./world.ts";

const SPELLINGS = ["company_id", "companyId"] as const;

/** Fields that a search's body has to hold, besides the company. */
const REQUIRED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  "/v1/chart-of-accounts:search": [
    "excludeIfAssignedToCategory",
    "excludeIfAssignedToContraAccount",
  ],
  "/v1/accounting-entries:search": ["includeDeleted"],
};

/** What is wrong with a request's parameters; `undefined` when nothing is. */
export function findBadParameter(call: Call): Reply | undefined {
  return badLimit(call) ?? badBody(call) ?? badCompany(call, call.endpoint.company);
}

function badLimit({ query }: Call): Reply | undefined {
  const limit = query.get("limit");
  if (limit === null) return undefined;
  const fine = /^\d{1,3}$/.test(limit) && Number(limit) >= 1 && Number(limit) <= 100;
  return fine ? undefined : badRequest("limit must be a number from 1 to 100.");
}

function badBody(call: Call): Reply | undefined {
  if (call.endpoint.method !== "POST") return undefined;
  const { body } = call;
  if (body === undefined || body === null || typeof body !== "object" || Array.isArray(body)) {
    return badRequest("The body must be a JSON object.");
  }
  const required = REQUIRED_FIELDS[call.endpoint.path] ?? [];
  const absent = required.find((name) => typeof bodyField(call, name) !== "boolean");
  return absent === undefined ? undefined : badRequest(`${absent} must be true or false.`);
}

function badCompany(call: Call, parameter: CompanyParameter): Reply | undefined {
  if (parameter.in === "none") return undefined;
  if (parameter.in === "path") return foreignCompany(call, call.parameters[parameter.name]);
  const misspelt = SPELLINGS.find((name) => name !== parameter.name);
  if (misspelt !== undefined && valueOf(call, parameter.in, misspelt) !== undefined) {
    return badRequest(`Unknown parameter ${misspelt}.`);
  }
  const value = valueOf(call, parameter.in, parameter.name);
  if (value !== undefined) return foreignCompany(call, value);
  const organisation = parameter.or === undefined ? null : call.query.get(parameter.or);
  if (organisation !== null) return foreignOrganisation(call, organisation);
  return parameter.required ? badRequest(missing(parameter)) : undefined;
}

function valueOf(call: Call, place: "query" | "body", name: string): Json | undefined {
  return place === "query" ? (call.query.get(name) ?? undefined) : bodyField(call, name);
}

function missing({ name, or }: { readonly name: string; readonly or?: string }): string {
  return or === undefined ? `${name} is required.` : `Either ${name} or ${or} is required.`;
}

function foreignCompany({ scenario, endpoint }: Call, value: Json | undefined): Reply | undefined {
  const id = typeof value === "string" ? parseUuid(value) : undefined;
  if (id === undefined) return badRequest("The company's id must be a UUID.");
  if (scenario.companies.some((company) => company.id === id)) return undefined;
  // Only a look-up by id can find that nobody has it.
  return endpoint.company.in === "path" && findCompany(id) === undefined ? NOT_FOUND : FORBIDDEN;
}

function foreignOrganisation({ scenario }: Call, value: string): Reply | undefined {
  const id = parseUuid(value);
  if (id === undefined) return badRequest("The organisation's id must be a UUID.");
  return scenario.companies.some((company) => company.organisationId === id)
    ? undefined
    : FORBIDDEN;
}

import { canonicalScope } from "../../src/pleo/scopes.ts";
import type { Call } from "./call.ts";
import { introspection, installations } from "./identity.ts";
import { findBadParameter } from "./parameters.ts";
import { FORBIDDEN, NOT_FOUND, ok, page, refusal, UNAUTHORIZED } from "./reply.ts";
import type { Json, Reply } from "./reply.ts";
import { EMPLOYEE, findCompany, type SimulatedCompany } from "./world.ts";

/**
 * What Pleo would say. In which order the real one looks at scope, parameters and ids is not known; a
 * check that needs this order to be right is wrong.
 */
export function answer(call: Call): Reply {
  return findClosedDoor(call) ?? findBadParameter(call) ?? findData(call);
}

function findClosedDoor({ endpoint, scenario }: Call): Reply | undefined {
  if (scenario.opens === "no-door") return FORBIDDEN;
  if (endpoint.credential === "oauth-only") return UNAUTHORIZED;
  const held = scenario.scopes.map(canonicalScope);
  return endpoint.scope === null || held.includes(endpoint.scope) ? undefined : FORBIDDEN;
}

function findData(call: Call): Reply {
  const special = SPECIAL[call.endpoint.path];
  if (special !== undefined) return special(call);
  // Everything else is empty: a list of nothing, or an id that nobody has.
  return call.endpoint.path.includes("{") ? NOT_FOUND : page([], limitOf(call));
}

const SPECIAL: Readonly<Record<string, (call: Call) => Reply>> = {
  "/v1/introspect": introspection,
  "/v1/installations/me": installations,
  "/v1/companies": (call) => page(call.scenario.companies.map(describeCompany), limitOf(call)),
  "/v1/companies/{companyId}": ({ parameters, scenario }) => {
    const id = (parameters["companyId"] ?? "").toLowerCase();
    const company = scenario.companies.find((own) => own.id === id) ?? findCompany(id);
    return company === undefined ? NOT_FOUND : ok({ data: describeCompany(company) });
  },
  "/v2/employees": (call) => page([EMPLOYEE], limitOf(call)),
  "/v2/employees/{id}": ({ parameters }) =>
    parameters["id"] === EMPLOYEE.id ? ok({ data: EMPLOYEE }) : NOT_FOUND,
  "/v3/export-items": () => refusal(404, "EXPORT_NOT_FOUND", "There is no such export job."),
};

function limitOf({ query }: Call): number | null {
  const limit = query.get("limit");
  return limit === null ? null : Number(limit);
}

function describeCompany({ id, name, organisationId }: SimulatedCompany): Json {
  return {
    id,
    name,
    address: { addressLine1: "1 Example Street", country: "DK", locality: "Copenhagen" },
    ...(organisationId === undefined ? {} : { organizationId: organisationId }),
  };
}

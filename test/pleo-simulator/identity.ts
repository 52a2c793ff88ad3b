import { parsePleoUrn } from "../../src/pleo/urn.ts";
import type { Call } from "./call.ts";
import { badRequest, FORBIDDEN, NOT_FOUND, ok, type Json, type Reply } from "./reply.ts";

const SINCE = "2026-01-15T09:00:00Z";
const APPLICATION = "40000000-0000-4000-8000-000000000001";
const INSTALLATION = "50000000-0000-4000-8000-000000000001";

export function introspection({ scenario }: Call): Reply {
  const { introspection: simulated, scopes } = scenario;
  if (simulated.kind !== "told") return simulated.kind === "absent" ? NOT_FOUND : FORBIDDEN;
  const { authMethod, scope = scopes.join(" "), subjectUrn } = simulated;
  return ok({
    data: {
      authMethod,
      clientId: "simulated-client",
      scope,
      applicationName: "Simulated application",
      ...(subjectUrn === undefined ? {} : { subjectURN: subjectUrn }),
    },
  });
}

export function installations(call: Call): Reply {
  const { installation } = call.scenario;
  switch (installation.kind) {
    case "absent":
      return NOT_FOUND;
    case "bad-request":
      return badRequest("There is no installation for this credential.");
    case "forbidden":
      return FORBIDDEN;
    case "empty-list":
      return ok([]);
    default:
      return found(call, installation);
  }
}

type Installed = Extract<Call["scenario"]["installation"], { readonly status: string }>;

function found({ query }: Call, installed: Installed): Reply {
  const wanted = query.get("company_id");
  const resources = installed.resources.filter(
    (urn) => wanted === null || parsePleoUrn(urn)?.id === wanted.toLowerCase(),
  );
  const entries = resources.map((resource) => describe(resource, installed));
  const [first] = entries;
  if (first === undefined) return NOT_FOUND;
  switch (installed.kind) {
    case "object":
      return ok(first);
    case "list":
      return ok(entries);
    case "wrapped":
      return ok({ data: first });
    case "wrapped-list":
      return ok({ data: entries });
  }
}

function describe(resource: string, { status, errorCode }: Installed): Json {
  return {
    id: INSTALLATION,
    applicationId: APPLICATION,
    createdAt: SINCE,
    updatedAt: SINCE,
    metadata: {},
    resource,
    status,
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}

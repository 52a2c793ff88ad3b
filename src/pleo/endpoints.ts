import type { Evidence } from "./evidence.ts";

export type HttpMethod = "GET" | "POST" | "PUT" | "DELETE";

/** How one family of endpoints is told which company a call is about. The spelling differs by family. */
export type CompanyParameter =
  /** Taken from the credential; sending one changes nothing. */
  | { readonly in: "none" }
  | {
      readonly in: "query" | "body" | "path";
      readonly name: "company_id" | "companyId" | "organization_id";
      readonly required: boolean;
      /** Accepted in its place. */
      readonly or?: "organization_id";
    };

export interface Endpoint {
  readonly method: HttpMethod;
  /** With `{placeholders}`, below the external host. */
  readonly path: string;
  /** The scope it needs, in the catalogue's spelling; `null` where none is stated. */
  readonly scope: string | null;
  readonly company: CompanyParameter;
  /** A `POST …:search` reads. Whatever writes is never called by this project. */
  readonly effect: "reads" | "writes";
  /** What the answer shows about people or money, so that nobody prints it. */
  readonly exposes?: string;
  readonly deprecated?: boolean;
  /** Endpoints that no API key opens. */
  readonly credential?: "oauth-only";
  /** Of the operation itself. */
  readonly evidence: Evidence;
  /** What of this row is less sure than the operation itself: seen in other people's code, or inferred. */
  readonly uncertain?: readonly ("method" | "scope" | "company")[];
}

/** One call, ready to be sent to the external host of an environment. */
export interface ApiRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** JSON body of a reading POST. */
  readonly body?: Readonly<Record<string, string | boolean>>;
}

const none: CompanyParameter = { in: "none" };
const query = (required: boolean): CompanyParameter => ({
  in: "query",
  name: "company_id",
  required,
});
const queryOrOrganisation: CompanyParameter = {
  in: "query",
  name: "company_id",
  required: true,
  or: "organization_id",
};
const body: CompanyParameter = { in: "body", name: "companyId", required: true };
const path: CompanyParameter = { in: "path", name: "companyId", required: true };

const reads = "reads";
const writes = "writes";
const documented = "documented";

/**
 * Pleo's External API as far as keys are concerned. One row per operation; what a row does not say is not
 * known. Sources: Pleo's OpenAPI documents and reference pages; `evidence` marks the rest.
 */
export const ENDPOINTS = [
  // Who am I?
  {
    method: "GET",
    path: "/v1/introspect",
    scope: null,
    company: none,
    effect: reads,
    evidence: documented,
  },

  // Installations
  {
    method: "GET",
    path: "/v1/installations/me",
    scope: null,
    company: query(false),
    effect: reads,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "PUT",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "DELETE",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/installations/me:activate",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "PUT",
    path: "/v1/installations/completions",
    scope: null,
    company: none,
    effect: writes,
    deprecated: true,
    evidence: documented,
  },

  // Companies
  {
    method: "GET",
    path: "/v1/companies",
    scope: "companies:read",
    effect: reads,
    exposes: "company names and addresses",
    evidence: documented,
    company: { in: "query", name: "organization_id", required: false },
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v1/companies/{companyId}",
    scope: "companies:read",
    company: path,
    effect: reads,
    exposes: "company names and addresses",
    evidence: documented,
    uncertain: ["scope"],
  },

  // Employees
  {
    method: "GET",
    path: "/v2/employees",
    scope: "users:read",
    company: { in: "query", name: "companyId", required: false },
    effect: reads,
    exposes: "names, e-mail addresses and phone numbers",
    evidence: documented,
  },
  {
    method: "GET",
    path: "/v2/employees/{id}",
    scope: "users:read",
    company: none,
    effect: reads,
    exposes: "names, e-mail addresses and phone numbers",
    evidence: documented,
  },

  // Export
  {
    method: "GET",
    path: "/v3/export-jobs",
    scope: "export-jobs:read",
    company: query(true),
    effect: reads,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-jobs/{jobId}",
    scope: "export-jobs:read",
    company: query(false),
    effect: reads,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-jobs/{jobId}/items",
    scope: "export-jobs:read",
    company: query(false),
    effect: reads,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-job-items",
    scope: "export-jobs:read",
    company: query(false),
    effect: reads,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "POST",
    path: "/v3/export-jobs",
    scope: "export-jobs:write",
    company: { in: "body", name: "companyId", required: true },
    effect: writes,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "POST",
    path: "/v3/export-job-events",
    scope: "export-jobs:write",
    company: query(false),
    effect: writes,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "PUT",
    path: "/v3/export-jobs/{jobId}/items",
    scope: "export-jobs:write",
    company: query(false),
    effect: writes,
    evidence: documented,
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-items",
    scope: "export-items:read",
    company: query(false),
    effect: reads,
    exposes: "spending",
    evidence: documented,
    uncertain: ["company"],
  },

  // Tags
  {
    method: "GET",
    path: "/v0/tag-groups",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/aggregations/tag-groups",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/tags",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "POST",
    path: "/v0/tag-groups",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "PUT",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "DELETE",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },

  // Tax codes
  {
    method: "GET",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:read",
    company: none,
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "POST",
    path: "/v0/tax-codes:search",
    scope: "tax-codes:read",
    company: query(true),
    effect: reads,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "POST",
    path: "/v0/tax-codes",
    scope: "tax-codes:write",
    company: body,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "PUT",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:write",
    company: body,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },
  {
    method: "DELETE",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:write",
    company: none,
    effect: writes,
    evidence: documented,
    uncertain: ["scope"],
  },

  // Chart of accounts
  {
    method: "GET",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:read",
    company: none,
    effect: reads,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/chart-of-accounts:search",
    scope: "accounts:read",
    company: body,
    effect: reads,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/chart-of-accounts",
    scope: "accounts:write",
    company: body,
    effect: writes,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/chart-of-accounts/batch",
    scope: "accounts:write",
    company: body,
    effect: writes,
    evidence: documented,
  },
  {
    method: "PUT",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:write",
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "DELETE",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:write",
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "GET",
    path: "/v1-beta/accounts",
    scope: null,
    company: none,
    effect: reads,
    credential: "oauth-only",
    evidence: documented,
  },

  // Vendors
  {
    method: "GET",
    path: "/v1/vendors/{id}",
    scope: "vendors:read",
    company: none,
    effect: reads,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/vendors:search",
    scope: "vendors:read",
    company: query(true),
    effect: reads,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/vendors",
    scope: "vendors:write",
    company: body,
    effect: writes,
    evidence: documented,
  },
  {
    method: "PUT",
    path: "/v1/vendors/{id}",
    scope: "vendors:write",
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/vendors/{id}:archive",
    scope: "vendors:write",
    company: none,
    effect: writes,
    evidence: documented,
    uncertain: ["method"],
  },
  {
    method: "POST",
    path: "/v1/vendors/{id}:activate",
    scope: "vendors:write",
    company: none,
    effect: writes,
    evidence: documented,
    uncertain: ["method"],
  },

  // Accounting entries
  {
    method: "POST",
    path: "/v1/accounting-entries:search",
    scope: "accounting-entries:read",
    company: queryOrOrganisation,
    effect: reads,
    exposes: "spending",
    evidence: "seen-in-code",
  },
  {
    method: "GET",
    path: "/v1/accounting-entries/{id}",
    scope: "accounting-entries:read",
    company: none,
    effect: reads,
    exposes: "spending",
    evidence: "seen-in-code",
  },
  {
    method: "GET",
    path: "/v1/accounting-entries/{id}/receipts",
    scope: "accounting-entries:read",
    company: none,
    effect: reads,
    exposes: "spending",
    evidence: "seen-in-code",
  },
  {
    method: "POST",
    path: "/v2/accounting-entries:enrich",
    scope: null,
    company: none,
    effect: writes,
    evidence: "unknown",
  },

  // Webhooks
  {
    method: "GET",
    path: "/v1/subscriptions",
    scope: null,
    company: none,
    effect: reads,
    exposes: "endpoint addresses and their credentials",
    evidence: documented,
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}",
    scope: null,
    company: none,
    effect: reads,
    exposes: "endpoint addresses and their credentials",
    evidence: documented,
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}/activities",
    scope: null,
    company: none,
    effect: reads,
    evidence: documented,
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}/secret",
    scope: null,
    company: none,
    effect: reads,
    exposes: "the webhook secret",
    evidence: documented,
  },
  {
    method: "POST",
    path: "/v1/subscriptions",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
  {
    method: "PUT",
    path: "/v1/subscriptions/{id}",
    scope: null,
    company: none,
    effect: writes,
    evidence: documented,
  },
] as const satisfies readonly Endpoint[];

/** A row whose method and path, placeholders included, are exactly these. */
export function findEndpoint(method: HttpMethod, template: string): Endpoint | undefined {
  return ENDPOINTS.find((endpoint) => endpoint.method === method && endpoint.path === template);
}

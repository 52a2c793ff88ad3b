import { body, none, path, query, queryOrOrganisation } from "./company-parameter.ts";
import type { Endpoint } from "./endpoint.ts";

/** What of Pleo's External API only reads: all that the Action may ever ask. */
export const READING_ENDPOINTS = [
  // Who am I?
  {
    method: "GET",
    path: "/v1/introspect",
    scope: null,
    company: none,
    effect: "reads",
    evidence: "documented",
  },

  // Installations
  {
    method: "GET",
    path: "/v1/installations/me",
    scope: null,
    company: query(false),
    effect: "reads",
    evidence: "documented",
  },

  // Companies
  {
    method: "GET",
    path: "/v1/companies",
    scope: "companies:read",
    effect: "reads",
    exposes: "company names and addresses",
    evidence: "documented",
    company: { in: "query", name: "organization_id", required: false },
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v1/companies/{companyId}",
    scope: "companies:read",
    company: path,
    effect: "reads",
    exposes: "company names and addresses",
    evidence: "documented",
    uncertain: ["scope"],
  },

  // Employees
  {
    method: "GET",
    path: "/v2/employees",
    scope: "users:read",
    company: { in: "query", name: "companyId", required: false },
    effect: "reads",
    exposes: "names, e-mail addresses and phone numbers",
    evidence: "documented",
  },
  {
    method: "GET",
    path: "/v2/employees/{id}",
    scope: "users:read",
    company: none,
    effect: "reads",
    exposes: "names, e-mail addresses and phone numbers",
    evidence: "documented",
  },

  // Export
  {
    method: "GET",
    path: "/v3/export-jobs",
    scope: "export-jobs:read",
    company: query(true),
    effect: "reads",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-jobs/{jobId}",
    scope: "export-jobs:read",
    company: query(false),
    effect: "reads",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-jobs/{jobId}/items",
    scope: "export-jobs:read",
    company: query(false),
    effect: "reads",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-job-items",
    scope: "export-jobs:read",
    company: query(false),
    effect: "reads",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "GET",
    path: "/v3/export-items",
    scope: "export-items:read",
    company: query(false),
    effect: "reads",
    exposes: "spending",
    evidence: "documented",
    uncertain: ["company"],
  },

  // Tags
  {
    method: "GET",
    path: "/v0/tag-groups",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/aggregations/tag-groups",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "GET",
    path: "/v0/tags",
    scope: "tag-groups:read",
    company: queryOrOrganisation,
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },

  // Tax codes
  {
    method: "GET",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:read",
    company: none,
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "POST",
    path: "/v0/tax-codes:search",
    scope: "tax-codes:read",
    company: query(true),
    effect: "reads",
    evidence: "documented",
    uncertain: ["scope"],
  },

  // Chart of accounts
  {
    method: "GET",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:read",
    company: none,
    effect: "reads",
    evidence: "documented",
  },
  {
    method: "POST",
    path: "/v1/chart-of-accounts:search",
    scope: "accounts:read",
    company: body,
    effect: "reads",
    evidence: "documented",
  },
  {
    method: "GET",
    path: "/v1-beta/accounts",
    scope: null,
    company: none,
    effect: "reads",
    credential: "oauth-only",
    evidence: "documented",
  },

  // Vendors
  {
    method: "GET",
    path: "/v1/vendors/{id}",
    scope: "vendors:read",
    company: none,
    effect: "reads",
    evidence: "documented",
  },
  {
    method: "POST",
    path: "/v1/vendors:search",
    scope: "vendors:read",
    company: query(true),
    effect: "reads",
    evidence: "documented",
  },

  // Accounting entries
  {
    method: "POST",
    path: "/v1/accounting-entries:search",
    scope: "accounting-entries:read",
    company: queryOrOrganisation,
    effect: "reads",
    exposes: "spending",
    evidence: "seen-in-code",
  },
  {
    method: "GET",
    path: "/v1/accounting-entries/{id}",
    scope: "accounting-entries:read",
    company: none,
    effect: "reads",
    exposes: "spending",
    evidence: "seen-in-code",
  },
  {
    method: "GET",
    path: "/v1/accounting-entries/{id}/receipts",
    scope: "accounting-entries:read",
    company: none,
    effect: "reads",
    exposes: "spending",
    evidence: "seen-in-code",
  },

  // Webhooks
  {
    method: "GET",
    path: "/v1/subscriptions",
    scope: null,
    company: none,
    effect: "reads",
    exposes: "endpoint addresses and their credentials",
    evidence: "documented",
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}",
    scope: null,
    company: none,
    effect: "reads",
    exposes: "endpoint addresses and their credentials",
    evidence: "documented",
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}/activities",
    scope: null,
    company: none,
    effect: "reads",
    evidence: "documented",
  },
  {
    method: "GET",
    path: "/v1/subscriptions/{id}/secret",
    scope: null,
    company: none,
    effect: "reads",
    exposes: "the webhook secret",
    evidence: "documented",
  },
] as const satisfies readonly (Endpoint & { readonly effect: "reads" })[];

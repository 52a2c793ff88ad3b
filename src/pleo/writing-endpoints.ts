import { body, none, query, queryOrOrganisation } from "./company-parameter.ts";
import type { Endpoint } from "./endpoint.ts";

/** What of it changes something, which nothing here ever does. */
export const WRITING_ENDPOINTS = [
  // Installations
  {
    method: "POST",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "PUT",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "DELETE",
    path: "/v1/installations/me",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "POST",
    path: "/v1/installations/me:activate",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "PUT",
    path: "/v1/installations/completions",
    scope: null,
    company: none,
    effect: "writes",
    deprecated: true,
    evidence: "documented",
  },

  // Export
  {
    method: "POST",
    path: "/v3/export-jobs",
    scope: "export-jobs:write",
    company: { in: "body", name: "companyId", required: true },
    effect: "writes",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "POST",
    path: "/v3/export-job-events",
    scope: "export-jobs:write",
    company: query(false),
    effect: "writes",
    evidence: "documented",
    uncertain: ["company"],
  },
  {
    method: "PUT",
    path: "/v3/export-jobs/{jobId}/items",
    scope: "export-jobs:write",
    company: query(false),
    effect: "writes",
    evidence: "documented",
    uncertain: ["company"],
  },

  // Tags
  {
    method: "POST",
    path: "/v0/tag-groups",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "PUT",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "DELETE",
    path: "/v0/tag-groups/{id}",
    scope: "tag-groups:write",
    company: queryOrOrganisation,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },

  // Tax codes
  {
    method: "POST",
    path: "/v0/tax-codes",
    scope: "tax-codes:write",
    company: body,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "PUT",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:write",
    company: body,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },
  {
    method: "DELETE",
    path: "/v0/tax-codes/{id}",
    scope: "tax-codes:write",
    company: none,
    effect: "writes",
    evidence: "documented",
    uncertain: ["scope"],
  },

  // Chart of accounts
  {
    method: "POST",
    path: "/v1/chart-of-accounts",
    scope: "accounts:write",
    company: body,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "POST",
    path: "/v1/chart-of-accounts/batch",
    scope: "accounts:write",
    company: body,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "PUT",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:write",
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "DELETE",
    path: "/v1/chart-of-accounts/{id}",
    scope: "accounts:write",
    company: none,
    effect: "writes",
    evidence: "documented",
  },

  // Vendors
  {
    method: "POST",
    path: "/v1/vendors",
    scope: "vendors:write",
    company: body,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "PUT",
    path: "/v1/vendors/{id}",
    scope: "vendors:write",
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "POST",
    path: "/v1/vendors/{id}:archive",
    scope: "vendors:write",
    company: none,
    effect: "writes",
    evidence: "documented",
    uncertain: ["method"],
  },
  {
    method: "POST",
    path: "/v1/vendors/{id}:activate",
    scope: "vendors:write",
    company: none,
    effect: "writes",
    evidence: "documented",
    uncertain: ["method"],
  },

  // Accounting entries
  {
    method: "POST",
    path: "/v2/accounting-entries:enrich",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "unknown",
  },

  // Webhooks
  {
    method: "POST",
    path: "/v1/subscriptions",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
  {
    method: "PUT",
    path: "/v1/subscriptions/{id}",
    scope: null,
    company: none,
    effect: "writes",
    evidence: "documented",
  },
] as const satisfies readonly (Endpoint & { readonly effect: "writes" })[];

import type { ApiRequest } from "./endpoint.ts";
import type { Evidence } from "./evidence.ts";

/**
 * A read-only request that only a key with the scope gets records for. A 404 proves nothing: whether Pleo looks
 * at the scope or at the id first is not known.
 */
interface ScopeProbe {
  readonly request: (companyId: string) => ApiRequest;
  /** A 403 has been seen although the key could read the same records another way. */
  readonly refusalIsWeak?: true;
}

export interface PleoScope {
  /** The name Pleo's pages use today. */
  readonly name: string;
  /** Other spellings of the same permission, seen in introspection or in other people's code. */
  readonly aliases: readonly string[];
  /** Completes "needed to …". */
  readonly purpose: string;
  /** Absent where no harmless request tells. Writing scopes never have one: proving them could write. */
  readonly probe?: ScopeProbe;
  readonly evidence: Evidence;
}

export const SCOPES: readonly PleoScope[] = [
  {
    name: "accounts:read",
    aliases: [],
    purpose: "read the chart of accounts",
    probe: {
      request: (companyId) => ({
        method: "POST",
        path: "/v1/chart-of-accounts:search",
        query: { limit: "1" },
        body: {
          companyId,
          excludeIfAssignedToCategory: false,
          excludeIfAssignedToContraAccount: false,
        },
      }),
    },
    evidence: "documented",
  },
  {
    name: "accounts:write",
    aliases: [],
    purpose: "change the chart of accounts",
    evidence: "documented",
  },
  {
    name: "companies:read",
    aliases: [],
    purpose: "read which companies the key can see",
    probe: { request: () => ({ method: "GET", path: "/v1/companies", query: { limit: "1" } }) },
    evidence: "seen-in-code",
  },
  {
    name: "users:read",
    aliases: [],
    purpose: "read employees",
    probe: {
      request: (companyId) => ({
        method: "GET",
        path: "/v2/employees",
        query: { companyId, limit: "1" },
      }),
    },
    evidence: "documented",
  },
  { name: "users:write", aliases: [], purpose: "change employees", evidence: "unknown" },
  {
    name: "export-jobs:read",
    aliases: [],
    purpose: "read export jobs",
    probe: {
      request: (companyId) => ({
        method: "GET",
        path: "/v3/export-jobs",
        query: { company_id: companyId, limit: "1" },
      }),
    },
    evidence: "documented",
  },
  {
    name: "export-jobs:write",
    aliases: [],
    purpose: "start and update export jobs",
    evidence: "documented",
  },
  // Its only endpoint wants the id of a job; what an unknown job answers is not known.
  {
    name: "export-items:read",
    aliases: [],
    purpose: "read exported items",
    evidence: "documented",
  },
  {
    name: "tag-groups:read",
    aliases: ["tag-group:read"],
    purpose: "read tag groups and tags",
    probe: {
      request: (companyId) => ({
        method: "GET",
        path: "/v0/tags",
        query: { company_id: companyId, limit: "1" },
      }),
    },
    evidence: "seen-in-code",
  },
  {
    name: "tag-groups:write",
    aliases: ["tag-group:write"],
    purpose: "change tag groups and tags",
    evidence: "seen-in-code",
  },
  {
    name: "tax-codes:read",
    aliases: [],
    purpose: "read tax codes",
    probe: {
      request: (companyId) => ({
        method: "POST",
        path: "/v0/tax-codes:search",
        query: { company_id: companyId, limit: "1" },
        body: {},
      }),
    },
    evidence: "seen-in-code",
  },
  { name: "tax-codes:write", aliases: [], purpose: "change tax codes", evidence: "seen-in-code" },
  {
    name: "vendors:read",
    aliases: [],
    purpose: "read vendors",
    probe: {
      request: (companyId) => ({
        method: "POST",
        path: "/v1/vendors:search",
        query: { company_id: companyId, limit: "1" },
        body: {},
      }),
    },
    evidence: "documented",
  },
  { name: "vendors:write", aliases: [], purpose: "change vendors", evidence: "documented" },
  {
    name: "accounting-entries:read",
    aliases: [],
    purpose: "read accounting entries",
    // One client got this search refused with a key that could read entries by id.
    probe: {
      request: (companyId) => ({
        method: "POST",
        path: "/v1/accounting-entries:search",
        query: { company_id: companyId, limit: "1" },
        body: { includeDeleted: false },
      }),
      refusalIsWeak: true,
    },
    evidence: "seen-in-code",
  },
];

/** The catalogue's entry for a scope, by its name or any alias. */
export function findScope(name: string): PleoScope | undefined {
  return SCOPES.find((scope) => scope.name === name || scope.aliases.includes(name));
}

/** One spelling per permission, so that aliases compare equal. Unknown names stay as they are. */
export function canonicalScope(name: string): string {
  return findScope(name)?.name ?? name;
}

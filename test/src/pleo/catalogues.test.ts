import { describe, expect, test } from "vitest";
import type { Endpoint } from "../../../src/pleo/endpoint.ts";
import { ENDPOINTS, findEndpoint } from "../../../src/pleo/endpoints.ts";
import { READING_ENDPOINTS } from "../../../src/pleo/reading-endpoints.ts";
import {
  API_ORIGINS,
  findPleoHost,
  otherEnvironment,
  PLEO_HOSTS,
} from "../../../src/pleo/hosts.ts";
import { INSTALLATION_ERROR_CODES, INSTALLATION_STATUSES } from "../../../src/pleo/installation.ts";
import { canonicalScope, findScope, SCOPES } from "../../../src/pleo/scopes.ts";
import { keyHandling } from "../../../src/pleo/web-app.ts";

const COMPANY = "0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d";
const endpoints: readonly Endpoint[] = ENDPOINTS;

describe("hosts", () => {
  test.each([
    ["external.pleo.io", "production", "external"],
    ["EXTERNAL.pleo.io", "production", "external"],
    ["external.staging.pleo.io", "staging", "external"],
    ["openapi.pleo.io", "production", "legacy"],
    ["auth.staging.pleo.io", "staging", "auth"],
    ["openapi.staging.pleo.io", "staging", "legacy"],
    ["auth.pleo.io", "production", "auth"],
    ["app.pleo.io", "production", "app"],
    ["app.staging.pleo.io", "staging", "app"],
    ["api.pleo.io", "production", "unverified"],
  ])("%s is %s, %s", (name, environment, role) => {
    expect(findPleoHost(name)).toMatchObject({ environment, role });
  });

  test.each([
    "pleo.io",
    "external.pleo.io.",
    "external.pleo.io.example",
    "xexternal.pleo.io",
    "external.pleo.com",
    "external-pleo.io",
    "external.staging.staging.pleo.io",
    "empleo.io",
    "",
  ])("%j is nobody", (name) => {
    expect(findPleoHost(name)).toBeUndefined();
  });

  test("the origins that are asked are exactly the external hosts, over https", () => {
    const external = PLEO_HOSTS.filter(({ role }) => role === "external");
    expect(external.map(({ host }) => `https://${host}`).toSorted()).toEqual(
      Object.values(API_ORIGINS).toSorted(),
    );
  });

  test("each environment has exactly one other", () => {
    expect(otherEnvironment("production")).toBe("staging");
    expect(otherEnvironment("staging")).toBe("production");
  });

  test.each([
    ["standalone", "production", "Settings > API Keys in Pleo's web app (https://app.pleo.io)"],
    [
      "integrated",
      "staging",
      "Settings > Accounting in Pleo's web app (https://app.staging.pleo.io)",
    ],
  ] as const)("%s keys of %s are made in the right place", (kind, environment, place) => {
    const handling = keyHandling(kind, environment);
    expect(handling.place).toBe(place);
    expect(handling.renew).toContain(place);
    expect(handling.revoke).toContain(place);
  });
});

describe("endpoints", () => {
  test("which the Action may ask are those that read, and no other", () => {
    expect(READING_ENDPOINTS).toEqual(endpoints.filter(({ effect }) => effect === "reads"));
  });

  test("no row stands twice", () => {
    const rows = endpoints.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(rows).size).toBe(rows.length);
  });

  test("a scope that a row names is in the scope catalogue, under its own name", () => {
    for (const { scope } of endpoints) {
      if (scope !== null) expect(findScope(scope)?.name).toBe(scope);
    }
  });

  test("only a GET or a search reads, and reading scopes never open a row that writes", () => {
    for (const { method, path, effect, scope } of endpoints) {
      const reading = method === "GET" || path.endsWith(":search");
      expect(effect, `${method} ${path}`).toBe(reading ? "reads" : "writes");
      if (scope !== null) expect(scope.endsWith(":read"), `${method} ${path}`).toBe(reading);
    }
  });

  test("a company in the path stands in the path", () => {
    for (const { path, company } of endpoints) {
      if (company.in === "path") expect(path).toContain(`{${company.name}}`);
    }
  });

  test.each([
    ["GET", "/v2/employees", "companyId", false],
    ["GET", "/v0/tags", "company_id", true],
    ["POST", "/v1/vendors:search", "company_id", true],
  ] as const)("%s %s takes %s", (method, path, name, required) => {
    expect(findEndpoint(method, path)?.company).toMatchObject({ name, required });
  });

  test("what no API key opens, and what is on its way out, is marked", () => {
    expect(
      endpoints.filter(({ credential }) => credential === "oauth-only").map(({ path }) => path),
    ).toEqual(["/v1-beta/accounts"]);
    expect(
      endpoints.filter(({ deprecated }) => deprecated === true).map(({ path }) => path),
    ).toEqual(["/v1/installations/completions"]);
  });

  test.each([
    "/v1/accounting-entries/{id}/receipts",
    "/v0/aggregations/tag-groups",
    "/v1/subscriptions/{id}/secret",
  ])("GET %s is known", (path) => {
    expect(findEndpoint("GET", path)?.effect).toBe("reads");
  });

  test("what is not in the catalogue is not found", () => {
    expect(findEndpoint("DELETE", "/v1/introspect")).toBeUndefined();
    expect(findEndpoint("GET", "/v1/introspect/")).toBeUndefined();
  });
});

describe("scopes", () => {
  test.each([
    ["tag-group:read", "tag-groups:read"],
    ["tag-group:write", "tag-groups:write"],
    ["tag-groups:read", "tag-groups:read"],
    ["tag-groups:READ", "tag-groups:READ"],
    ["vendor:read", "vendor:read"],
    ["something:else", "something:else"],
  ])("%s is called %s", (name, canonical) => {
    expect(canonicalScope(name)).toBe(canonical);
  });

  test("no name or alias stands for two scopes", () => {
    const names = SCOPES.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("a probe is a row of the catalogue that reads, needs that scope, and carries the company as it must", () => {
    for (const { name, probe } of SCOPES) {
      if (probe === undefined) continue;
      const request = probe.request(COMPANY);
      const endpoint = findEndpoint(request.method, request.path);
      expect(endpoint, name).toMatchObject({ effect: "reads", scope: name });
      const company = endpoint?.company;
      if (company?.in === "query" && company.name !== "organization_id") {
        expect(request.query[company.name], name).toBe(COMPANY);
      }
      if (company?.in === "body") expect(request.body?.[company.name], name).toBe(COMPANY);
    }
  });

  test("a probe asks for one record at most", () => {
    for (const { name, probe } of SCOPES) {
      if (probe !== undefined) expect(probe.request(COMPANY).query["limit"], name).toBe("1");
    }
  });

  test("a search sends the fields that its endpoint wants", () => {
    expect(findScope("accounting-entries:read")?.probe?.request(COMPANY).body).toEqual({
      includeDeleted: false,
    });
    expect(findScope("accounts:read")?.probe?.request(COMPANY).body).toEqual({
      companyId: COMPANY,
      excludeIfAssignedToCategory: false,
      excludeIfAssignedToContraAccount: false,
    });
  });

  test("writing scopes have no probe, since proving them could write", () => {
    for (const { name, probe } of SCOPES) {
      if (name.endsWith(":write")) expect(probe, name).toBeUndefined();
    }
  });
});

test("the words of the specification for an installation", () => {
  expect(Object.keys(INSTALLATION_STATUSES).toSorted()).toEqual([
    "ACTIVATED",
    "AUTHORIZED",
    "ERROR",
    "INACTIVE",
    "PENDING_INTEGRATION",
  ]);
  expect(Object.keys(INSTALLATION_ERROR_CODES).toSorted()).toEqual(["AUTH_ERROR", "NOT_ENTITLED"]);
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { ENDPOINTS } from "../../../src/pleo/endpoints.ts";
import { SCOPES } from "../../../src/pleo/scopes.ts";
import type { PleoApi } from "../../../src/ports.ts";
import { READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import type { ScenarioName } from "../../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES, ORGANISATIONS } from "../../pleo-simulator/world.ts";
import { quickApi } from "./quick-api.ts";

const { bakery, florist, harbourNorth, harbourSouth } = COMPANIES;
const bakeryUrn = `urn:pleo:company:${bakery.id}`;
const installation = { resource: bakeryUrn, status: "ACTIVATED", errorCode: undefined };

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
afterEach(() => {
  expect(simulator.requests.filter(({ refusedWrite }) => refusedWrite)).toEqual([]);
});

function as(name: ScenarioName): PleoApi {
  return quickApi(simulator, { key: simulator.keys[name] }).api;
}

describe("introspect", () => {
  test("tells method, scopes and subject", async () => {
    expect(await as("healthy").introspect()).toEqual({
      kind: "ok",
      value: { authMethod: "API_KEY", scopes: READ_SCOPES, subjectUrn: bakeryUrn },
    });
  });

  test.each<[ScenarioName, object]>([
    ["noSubject", { kind: "ok", value: { subjectUrn: undefined } }],
    ["noScopes", { kind: "ok", value: { scopes: [] } }],
    ["introspectionNone", { kind: "ok", value: { authMethod: "NONE" } }],
    ["introspectionAbsent", { kind: "refused", status: 404 }],
    ["expired", { kind: "unauthorized" }],
    ["revoked", { kind: "unauthorized" }],
    ["legacyToken", { kind: "unauthorized" }],
    ["otherEnvironment", { kind: "unauthorized" }],
    ["forbiddenEverywhere", { kind: "forbidden" }],
    ["unknownShape", { kind: "ok" }],
  ])("%s", async (name, answer) => {
    expect(await as(name).introspect()).toMatchObject(answer);
  });
});

describe("installations", () => {
  test.each<[ScenarioName, object]>([
    ["healthy", { kind: "ok", value: [installation] }],
    ["installationList", { kind: "ok", value: [installation] }],
    ["installationWrapped", { kind: "ok", value: [installation] }],
    ["installationWrappedList", { kind: "ok", value: [installation] }],
    ["emptyInstallations", { kind: "ok", value: [] }],
    ["inactive", { kind: "ok", value: [{ status: "INACTIVE", errorCode: "NOT_ENTITLED" }] }],
    ["noInstallation", { kind: "refused", status: 404 }],
    ["noInstallationBadRequest", { kind: "refused", status: 400 }],
    ["installationForbidden", { kind: "forbidden" }],
  ])("%s", async (name, answer) => {
    expect(await as(name).installations()).toMatchObject(answer);
  });
});

describe("companies", () => {
  test.each<[ScenarioName, object]>([
    ["healthy", { kind: "ok", value: [{ id: bakery.id, organizationId: undefined }] }],
    ["organisation", { kind: "ok", value: [{ id: harbourNorth.id }, { id: harbourSouth.id }] }],
    ["organisationWithoutCompaniesRead", { kind: "forbidden" }],
  ])("%s", async (name, answer) => {
    expect(await as(name).companies()).toMatchObject(answer);
  });

  test("asks for two, which tell one from several", async () => {
    await as("healthy").companies();
    expect(simulator.requests.at(-1)?.query).toEqual({ limit: "2" });
  });
});

test("company", async () => {
  const value = { id: harbourNorth.id, organizationId: ORGANISATIONS.harbour.id };
  expect(await as("organisation").company(harbourNorth.id)).toEqual({ kind: "ok", value });
  expect(await as("healthy").company(florist.id)).toEqual({ kind: "forbidden" });
  expect(await as("healthy").company("00000000-0000-0000-0000-000000000000")).toEqual({
    kind: "refused",
    status: 404,
  });
});

describe("probe", () => {
  const probes = SCOPES.flatMap(({ name, probe }) =>
    probe === undefined ? [] : [[name, probe.request(bakery.id)] as const],
  );

  test.each(probes)("%s is proven by what it opens, and by nothing else", async (name, request) => {
    const kind = READ_SCOPES.includes(name) ? "ok" : "forbidden";
    expect(await as("healthy").probe(request)).toMatchObject({ kind });
    expect(await as("noScopes").probe(request)).toEqual({ kind: "forbidden" });
  });

  test("keeps nothing of what came back", async () => {
    const request = { method: "GET", path: "/v2/employees", query: { limit: "1" } } as const;
    expect(await as("healthy").probe(request)).toEqual({ kind: "ok", value: null });
  });
});

describe("what is sent", () => {
  test("is a plain request with the key in its header and nowhere else", async () => {
    await as("healthy").introspect();
    const request = simulator.requests.at(-1);
    expect(request?.headers).toEqual({
      credential: "key",
      accept: "application/json",
      contentType: undefined,
      userAgent: "pleo-key-guard",
      cookie: false,
      referrer: false,
    });
    expect(request?.query).toEqual({});
  });

  test("carries JSON for a search", async () => {
    const path = "/v1/accounting-entries:search";
    const query = { company_id: bakery.id };
    await as("healthy").probe({ method: "POST", path, query, body: { includeDeleted: false } });
    expect(simulator.requests.at(-1)).toMatchObject({
      method: "POST",
      path,
      query,
      body: '{"includeDeleted":false}',
      headers: { contentType: "application/json" },
    });
  });
});

describe("a request that is not known to only read", () => {
  const writers = ENDPOINTS.filter(({ effect }) => effect === "writes");
  const refusal = { code: "WRITE_REFUSED" };

  test.each(writers.map(({ method, path }) => [method, path] as const))(
    "%s %s is refused before it is sent",
    async (method, template) => {
      const path = template.replace(/\{\w+\}/g, bakery.id);
      const before = simulator.requests.length;
      const request = { method, path, query: {} } as Parameters<PleoApi["probe"]>[0];
      await expect(as("healthy").probe(request)).rejects.toMatchObject(refusal);
      expect(simulator.requests).toHaveLength(before);
    },
  );

  test.each([
    ["GET", "/v1/nowhere"],
    ["GET", "/v1/introspect/"],
    ["GET", "/v1/introspect?key=1"],
    ["GET", "/v1/companies/../installations/me"],
    ["GET", "/v1/companies/%2e%2e"],
    ["GET", "/v1/companies/"],
    ["GET", "//evil.example/v1/introspect"],
    ["GET", "@evil.example/v1/introspect"],
    ["GET", "/v1/introspect\n"],
    ["POST", "/v1/introspect"],
    ["POST", "/v1/vendors/1:archive"],
    ["POST", "/v1/vendors:search/../installations/me"],
    ["get", "/v1/introspect"],
    ["PATCH", "/v1/introspect"],
  ])("%s %s is refused", async (method, path) => {
    const request = { method, path, query: {} } as Parameters<PleoApi["probe"]>[0];
    await expect(as("healthy").probe(request)).rejects.toMatchObject(refusal);
  });

  test("a company's id cannot lead elsewhere", async () => {
    for (const id of ["", "..", "a/b", "a?b", "a#b", "%2e", "a b"]) {
      await expect(as("healthy").company(id)).rejects.toMatchObject(refusal);
    }
  });
});

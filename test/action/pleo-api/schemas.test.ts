import { describe, expect, test } from "vitest";
import {
  decodeCompanies,
  decodeCompany,
  decodeInstallations,
  decodeIntrospection,
  decodeProbe,
} from "../../../action/pleo-api/schemas.ts";

const told = { authMethod: "API_KEY", clientId: "c", scope: "a:read  b:read\n", subjectURN: "urn" };
const installation = { resource: "urn", status: "ACTIVATED" };
const installed = { ...installation, errorCode: undefined };
const company = { id: "c" };
const LONG = "x".repeat(501);

describe("introspection", () => {
  const value = { authMethod: "API_KEY", scopes: ["a:read", "b:read"], subjectUrn: "urn" };

  test.each<[string, object, object | undefined]>([
    ["as specified", told, value],
    ["with unknown fields", { ...told, expiresAt: "soon" }, value],
    ["without a client", { ...told, clientId: undefined }, value],
    ["without a subject", { ...told, subjectURN: undefined }, { ...value, subjectUrn: undefined }],
    ["with null for a subject", { ...told, subjectURN: null }, { ...value, subjectUrn: undefined }],
    ["with an empty scope", { ...told, scope: "" }, { ...value, scopes: [] }],
    ["without a scope", { ...told, scope: undefined }, undefined],
    ["with null for a scope", { ...told, scope: null }, undefined],
    ["with a list of scopes", { ...told, scope: ["a:read"] }, undefined],
    ["with a scope of any length", { ...told, scope: "a ".repeat(10_001) }, undefined],
    ["with a subject of any length", { ...told, subjectURN: LONG }, undefined],
    ["with a method nobody knows", { ...told, authMethod: "api_key" }, undefined],
    ["without a method", { ...told, authMethod: undefined }, undefined],
  ])("%s", (_name, data, expected) => {
    expect(decodeIntrospection({ data })).toEqual(expected);
  });

  test("without its wrapper is not one", () => {
    expect(decodeIntrospection(told)).toBeUndefined();
  });
});

describe("installations", () => {
  test.each<[string, unknown, unknown]>([
    ["one", installation, [installed]],
    ["a list", [installation, installation], [installed, installed]],
    ["an empty list", [], []],
    ["one, wrapped", { data: installation }, [installed]],
    ["a list, wrapped", { data: [installation] }, [installed]],
    ["an empty list, wrapped", { data: [] }, []],
    ["with an error code", { ...installation, errorCode: "E" }, [{ ...installed, errorCode: "E" }]],
    ["with null for an error code", { ...installation, errorCode: null }, [installed]],
    ["without a status", { resource: "urn" }, undefined],
    ["without a resource", { status: "ACTIVATED" }, undefined],
    ["one of several without a status", [installation, { resource: "urn" }], undefined],
    ["with a resource of any length", { ...installation, resource: LONG }, undefined],
    ["any number of them", Array(1_001).fill(installation), undefined],
    ["wrapped twice", { data: { data: installation } }, undefined],
    ["nothing, wrapped", { data: null }, undefined],
    ["nothing", null, undefined],
    ["an empty object", {}, undefined],
  ])("%s", (_name, body, expected) => {
    expect(decodeInstallations(body)).toEqual(expected);
  });
});

describe("companies", () => {
  const found = { id: "c", organizationId: undefined };

  test.each<[string, unknown, unknown]>([
    ["some", { data: [company], pagination: {} }, [found]],
    ["none", { data: [] }, []],
    [
      "of an organisation",
      { data: [{ ...company, organizationId: "o" }] },
      [{ ...found, organizationId: "o" }],
    ],
    ["with null for it", { data: [{ ...company, organizationId: null }] }, [found]],
    ["without an id", { data: [{ name: "n" }] }, undefined],
    ["with an id of any length", { data: [{ id: LONG }] }, undefined],
    ["any number of them", { data: Array(1_001).fill(company) }, undefined],
    ["without the wrapper", [company], undefined],
  ])("%s", (_name, body, expected) => {
    expect(decodeCompanies(body)).toEqual(expected);
  });

  test("one", () => {
    expect(decodeCompany({ data: { ...company, name: "n" } })).toEqual(found);
    expect(decodeCompany({ data: [company] })).toBeUndefined();
    expect(decodeCompany(company)).toBeUndefined();
  });
});

describe("a probe", () => {
  test.each<[string, unknown]>([
    ["records", { data: [{ email: "robin@example.com" }] }],
    ["no records", { data: [], pagination: { total: 0 } }],
    ["records under another name", { items: [] }],
  ])("is proven by a page of %s, and keeps nothing of it", (_name, body) => {
    expect(decodeProbe(body)).toBeNull();
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a list", []],
    ["a text", "text"],
    ["a number", 1],
    ["true", true],
    ["an empty object", {}],
    ["an error in a 200's clothes", { type: "PROCESSING_FAILED", message: "no" }],
    ["an object of objects", { data: { id: 1 } }],
  ])("is not proven by %s", (_name, body) => {
    expect(decodeProbe(body)).toBeUndefined();
  });
});

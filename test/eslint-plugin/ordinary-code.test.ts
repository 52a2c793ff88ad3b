import { Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../eslint-plugin/index.ts";
import { cpuTimeOf } from "../support/cpu-time.ts";

/** Wrappers, caches and services as they are written every day, under all rules at once. */

const HOST = "https://external.pleo.io";
const BASIC =
  'headers: { Authorization: "Basic " + Buffer.from(process.env.PLEO_API_KEY + ":").toString("base64") }';
const AUTH = 'auth: { username: process.env.PLEO_API_KEY, password: "" }';
const AXIOS = 'import axios from "axios";\n';

const linter = new Linter();

function said(code: string): readonly string[] {
  const files = ["**/*.ts"];
  const messages = linter.verify(
    code,
    [
      { files, languageOptions: { parser: tseslint.parser } },
      { ...plugin.configs.strict, files },
    ] as Linter.Config[],
    "src/service.ts",
  );
  return messages.map(({ ruleId, line }) => `${ruleId ?? "fatal"}@${line}`);
}

const checked = (check: string): string => `
async function pleo(path, params, user) {
  ${check}
  return fetch("${HOST}" + path + "?" + new URLSearchParams(params), { ${BASIC} });
}
export async function handler(req, res) {
  res.json(await pleo("/v0/tags", { company_id: req.query.companyId }, req.user));
}`;

const completed = (line: string): string => `${AXIOS}
async function pleo(path, params) {
  ${line}
  return axios.get("${HOST}" + path, { params, ${AUTH} });
}
export const groups = () => pleo("/v0/tag-groups", { limit: 2 });`;

describe("nothing is said of", () => {
  test.each([
    ["a check in a wrapper", checked("if (params.company_id !== user.companyId) throw no();")],
    ["a check by a function", checked("assertAccess(user, params);")],
    ["a check of one parameter", checked("await allow(params.company_id);")],
    ["a parameter that is completed", completed("params.company_id = process.env.PLEO_COMPANY;")],
    ["one that is filled up", completed("Object.assign(params, { company_id: COMPANY });")],
    ["one that a function completes", completed("addCompany(params);")],
    ["one that is set", completed('params.set("company_id", COMPANY);')],
    [
      "a host whose end is configured",
      `fetch(\`https://external.pleo\${process.env.TLD}/v0/tags?company_id=1\`, { ${BASIC} });`,
    ],
    [
      "a service of the cluster",
      `fetch(\`https://pleo-gateway.payments.svc\${DOMAIN}/v0/tags?company_id=1\`, { ${BASIC} });`,
    ],
    [
      "a client that each instance makes for itself",
      "class S { constructor(tenant: Tenant) { this.client ??= new PleoClient(tenant.pleoApiKey); } list() { return this.client.tags(); } }",
    ],
    [
      "a cache that is thrown away for another tenant",
      "let client, last; export async function f(tenant) { const { id, pleoApiKey } = tenant; if (!client || last !== id) { client = new PleoClient(pleoApiKey); last = id; } return client.tags(); }",
    ],
    [
      "a client that is made once or never",
      'class S { init(tenant) { if (this.client) throw new Error("already"); this.client = new PleoClient(tenant.pleoApiKey); } list() { return this.client.tags(); } }',
    ],
  ])("%s", (_name, code) => {
    expect(said(code)).toEqual([]);
  });
});

describe("and still something of", () => {
  test.each<[string, string, string]>([
    ["a wrapper without a check", checked(""), "pleo/no-company-id-from-request@7"],
    [
      "one that completes something else",
      completed("other.company_id = COMPANY;"),
      "pleo/require-company-id@7",
    ],
    [
      "a host that is another's",
      `fetch(\`https://pleo.example.com\${path}\`, { ${BASIC} });`,
      "pleo/no-wrong-host@1",
    ],
    [
      "a client that is kept by what is made once",
      "class S { list(tenant: Tenant) { this.client ??= new PleoClient(tenant.pleoApiKey); return this.client.tags(); } }",
      "pleo/no-shared-client@1",
    ],
    [
      "a client that is kept, though a tenant has to be there",
      'let client; export async function f(tenant) { if (!tenant) throw new Error("x"); client ??= new PleoClient(tenant.pleoApiKey); return client.tags(); }',
      "pleo/no-shared-client@1",
    ],
  ])("%s", (_name, code, expected) => {
    expect(said(code)).toContain(expected);
  });

  test("the tenant's request among many others through the same wrapper", () => {
    const others = Array.from(
      { length: 70 },
      (_, index) => `export const a${index} = () => pleo("/v1/companies/${index}");`,
    ).join("\n");
    const code = `async function pleo(path) { return fetch("${HOST}" + path, { ${BASIC} }); }
${others}
export async function forTenant(tenantId) { return pleo("/v1/companies/" + tenantId); }`;
    expect(said(code)).toContain("pleo/no-shared-client@72");
  });
});

test("wrappers of wrappers take no time that multiplies", () => {
  const lines = (count: number, line: string): string => Array(count).fill(line).join("\n");
  const code = `
const base = "${HOST}";
const o = { ${BASIC} };
async function a(p) { ${lines(200, "await fetch(base + p, o);")} }
async function b(p) { ${lines(64, "await a(p);")} }
async function c(p) { ${lines(64, "await b(p);")} }
c("/v0/tag-groups");`;
  expect(cpuTimeOf(() => said(code))).toBeLessThan(3_000);
});

test("a name of many words is read once", () => {
  const code = `const text = "${"PLEO_".repeat(60_000)}";`;
  expect(cpuTimeOf(() => said(code))).toBeLessThan(3_000);
});

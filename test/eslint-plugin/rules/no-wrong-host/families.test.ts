import { noWrongHost } from "../../../../eslint-plugin/rules/no-wrong-host.ts";
import { RuleTester } from "../../rule-tester.ts";

const BASE = `
abstract class ApiClient {
  protected abstract readonly base: string;
  constructor(protected readonly token: string) {}
  protected headers() { return { Authorization: "Basic " + btoa(this.token + ":") }; }
  protected async get(path: string) { return fetch(this.base + path, { headers: this.headers() }); }
}`;
const OTHER = `
export class Harvest extends ApiClient { readonly base = "https://api.harvestapp.com"; constructor() { super(process.env.HARVEST_TOKEN!); } users() { return this.get("/v2/users"); } }`;

function pleo(host: string): string {
  return `
export class Pleo extends ApiClient { readonly base = "https://${host}"; constructor() { super(process.env.PLEO_API_KEY!); } introspect() { return this.get("/v1/introspect"); } }`;
}

/** A key for the legacy host, which the suggestion replaces. */
function elsewhere(code: string, line: number) {
  const output = code.replace("openapi.pleo.io", "external.pleo.io");
  const suggestions = [
    { messageId: "useHost" as const, data: { right: "external.pleo.io" }, output },
  ];
  return { code, errors: [{ messageId: "elsewhere" as const, line, suggestions }] };
}

new RuleTester().run("no-wrong-host: base classes and hooks", noWrongHost, {
  valid: [
    { name: "one child", code: `${BASE}${pleo("external.pleo.io")}` },
    { name: "another vendor's host", code: `${BASE}${OTHER}${pleo("external.pleo.io")}` },
    {
      name: "two of Pleo's environments, which each have a child",
      code: `
class Pleo { base = "https://external.pleo.io"; me() { return fetch(this.base + "/v1/introspect", { headers: { Authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); } }
export class Staging extends Pleo { base = "https://external.staging.pleo.io"; }`,
    },
    {
      name: "a data source of Pleo's host",
      code: `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource { baseURL = "https://external.pleo.io/"; willSendRequest(path, request) { request.headers["authorization"] = "Basic " + btoa(process.env.PLEO_API_KEY + ":"); } me() { return this.get("v1/introspect"); } }`,
    },
    {
      name: "a data source of somebody else's, with another key",
      code: `
import { RESTDataSource } from "@apollo/datasource-rest";
export const pleoKey = process.env.PLEO_API_KEY;
export class Other extends RESTDataSource { baseURL = "https://api.other.io/"; willSendRequest(path, request) { request.headers["authorization"] = "Bearer " + process.env.OTHER_KEY; } me() { return this.get("v1/me"); } }`,
    },
  ],
  invalid: [
    {
      name: "one child",
      ...elsewhere(`${BASE}${pleo("openapi.pleo.io")}`, 6),
    },
    {
      name: "one child beside another vendor's",
      ...elsewhere(`${BASE}${OTHER}${pleo("openapi.pleo.io")}`, 9),
    },
    {
      name: "host and key are handed up",
      ...elsewhere(
        `
class Api { constructor(base, token) { this.base = base; this.token = token; } me() { return fetch(this.base + "/v1/introspect", { headers: { Authorization: "Basic " + btoa(this.token + ":") } }); } }
export class Pleo extends Api { constructor() { super("https://openapi.pleo.io", process.env.PLEO_API_KEY); } }`,
        3,
      ),
    },
    {
      name: "data source",
      ...elsewhere(
        `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource {
  override baseURL = "https://openapi.pleo.io/v1/";
  constructor(private readonly pleoApiKey: string) { super(); }
  override willSendRequest(path: string, request: AugmentedRequest) { request.headers["authorization"] = "Basic " + btoa(this.pleoApiKey + ":"); }
  companies() { return this.get("companies"); }
}`,
        4,
      ),
    },
    {
      name: "an interceptor of a class that hands on",
      ...elsewhere(
        `
import axios from "axios";
export class Pleo {
  http = axios.create({ baseURL: "https://openapi.pleo.io" });
  constructor() { this.http.interceptors.request.use((config) => this.sign(config)); }
  sign(config) { config.auth = { username: process.env.PLEO_API_KEY, password: "" }; return config; }
}`,
        4,
      ),
    },
  ],
});

import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

const HEADERS = '{ Authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") }';

/** A base class that asks what it is told, of the base that its child has. */
const BASE = `
abstract class ApiClient {
  protected abstract readonly base: string;
  constructor(protected readonly token: string) {}
  protected async get(path: string, query: object = {}) {
    return fetch(this.base + path + "?" + new URLSearchParams(query), { headers: { Authorization: "Basic " + btoa(this.token + ":") } });
  }
}`;
const OTHER = `
export class Harvest extends ApiClient { readonly base = "https://api.harvestapp.com"; tags() { return this.get("/v0/tags"); } }`;

/** A data source with a hook and a request. */
function source(hook: string, request: string): string {
  return `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource {
  override baseURL = "https://external.pleo.io/";
  override willSendRequest(path, request) { request.headers["authorization"] = "Basic " + btoa(process.env.PLEO_API_KEY + ":"); ${hook} }
  tags(id) { return ${request}; }
}`;
}

const MISSING = [{ messageId: "missing" as const }];

new RuleTester().run("require-company-id: base classes", requireCompanyId, {
  valid: [
    {
      name: "company in what the child asks",
      code: `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; tags(id: string) { return this.get("/v0/tags", { company_id: id }); } }`,
    },
    {
      name: "company in the query of the base",
      code: `
abstract class Base {
  constructor(protected readonly companyId: string) {}
  protected abstract readonly base: string;
  get(path: string) { const url = new URL(path, this.base); url.searchParams.set("company_id", this.companyId); return fetch(url, { headers: ${HEADERS} }); }
}
export class Tags extends Base { readonly base = "https://external.pleo.io"; all() { return this.get("/v0/tags"); } }`,
    },
    {
      name: "company in the parameters that the base keeps",
      code: `
import axios from "axios";
class Base { params = {}; constructor(id) { this.params.company_id = id; this.http = axios.create({ baseURL: "https://external.pleo.io", headers: ${HEADERS} }); } }
export class Tags extends Base { all() { return this.http.get("/v0/tags", { params: this.params }); } }`,
    },
    {
      name: "the same path of another vendor",
      code: `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; introspect() { return this.get("/v1/introspect"); } }`,
    },
    {
      name: "the child asks in its own way",
      code: `${BASE}
export class Pleo extends ApiClient {
  readonly base = "https://external.pleo.io";
  tags() { return this.get("/v0/tags"); }
  protected async get(path: string) { return ask(this.base + path, this.token, this.company); }
}`,
    },
    {
      name: "data source that is told the company",
      code: source("", 'this.get("v0/tags", { params: { company_id: id } })'),
    },
    {
      name: "data source of the first versions that is told the company",
      code: source("", 'this.get("v0/tags", { company_id: id })').replace(
        "@apollo/datasource-rest",
        "apollo-datasource-rest",
      ),
    },
    {
      name: "data source that adds the company",
      code: source('request.params.set("company_id", this.companyId);', 'this.get("v0/tags")'),
    },
    {
      name: "data source that hands its request on",
      code: source("scope(request);", 'this.get("v0/tags")'),
    },
    {
      name: "a base class from elsewhere may add it",
      code: `
import { HttpBase } from "./http-base";
export class Pleo extends HttpBase { baseURL = "https://external.pleo.io/"; headers = ${HEADERS}; tags() { return this.get("v0/tags"); } }`,
    },
    {
      name: "a data source of another vendor",
      code: source("", 'this.get("v0/tags")').replace("external.pleo.io", "api.other.io"),
    },
  ],
  invalid: [
    {
      name: "a child asks by a method of the base",
      code: `${BASE}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; tags() { return this.get("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 9 }],
    },
    {
      name: "a child asks by a method of the base, beside another vendor's",
      code: `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; tags() { return this.get("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 10 }],
    },
    {
      name: "a child asks by super",
      code: `${BASE}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; get(path: string) { return super.get("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 9 }],
    },
    {
      name: "an instance of a child is asked",
      code: `${BASE.replaceAll("protected ", "")}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; }
const pleo = new Pleo(process.env.PLEO_API_KEY!);
export const tags = () => pleo.get("/v0/tags");`,
      errors: [{ messageId: "missing", line: 12 }],
    },
    {
      name: "the base is what a method or a getter of each child says",
      code: `
class Api { base() { throw new Error("none"); } get(path) { return fetch(this.base() + path, { headers: ${HEADERS} }); } }
class Harvest extends Api { base() { return "https://api.harvestapp.com"; } tags() { return this.get("/v0/tags"); } }
export class Pleo extends Api { base() { return "https://external.pleo.io"; } tags() { return this.get("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 4 }],
    },
    {
      name: "the base is a getter of the child",
      code: `
class Api { get base() { throw new Error("none"); } get(path) { return fetch(\`\${this.base}\${path}\`, { headers: ${HEADERS} }); } }
export class Pleo extends Api { get base() { return "https://external.pleo.io"; } tags() { return this.get("/v0/tags"); } }`,
      errors: [{ messageId: "missing", line: 3 }],
    },
    {
      name: "the base is handed up in options",
      code: `
import axios from "axios";
class Api { constructor(options) { this.http = axios.create({ baseURL: options.baseURL, headers: ${HEADERS} }); } }
export class Pleo extends Api { constructor() { super({ baseURL: "https://external.pleo.io" }); } tags() { return this.http.get("/v0/tags"); } }`,
      errors: MISSING,
    },
    {
      name: "a client is handed up",
      code: `
import axios from "axios";
class Api { constructor(protected readonly http: AxiosInstance) {} }
export class Pleo extends Api { constructor() { super(axios.create({ baseURL: "https://external.pleo.io", headers: ${HEADERS} })); } tags() { return this.http.get("/v0/tags"); } }`,
      errors: MISSING,
    },
    {
      name: "two children for Pleo's two environments",
      code: `
class Pleo { base = "https://external.pleo.io"; tags() { return fetch(this.base + "/v0/tags", { headers: ${HEADERS} }); } }
export class Staging extends Pleo { base = "https://external.staging.pleo.io"; }`,
      errors: [{ messageId: "missing", line: 2 }],
    },
    {
      name: "data source",
      code: source("", 'this.get("v0/tags")'),
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "data source that adds something else",
      code: source(
        'request.params.set("locale", "da");',
        'this.get("v0/tags", { params: { page: id } })',
      ),
      errors: [{ messageId: "missing", line: 6 }],
    },
    {
      name: "data source with the wrong name",
      code: source("", 'this.get("v0/tags", { params: { companyId: id } })'),
      errors: [
        {
          messageId: "misspelt",
          suggestions: [
            {
              messageId: "rename",
              data: { name: "company_id" },
              output: source("", 'this.get("v0/tags", { params: { company_id: id } })'),
            },
          ],
        },
      ],
    },
  ],
});

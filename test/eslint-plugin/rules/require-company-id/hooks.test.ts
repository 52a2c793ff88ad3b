import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

const BASIC = '"Basic " + btoa(process.env.PLEO_API_KEY + ":")';

/** A client with something that is said of all its requests. */
function client(said: string): string {
  return `
import axios from "axios";
const pleo = axios.create({ baseURL: "https://external.pleo.io", headers: { Authorization: ${BASIC} } });
${said}
export const tags = () => pleo.get("/v0/tags");`;
}

/** A class with an interceptor. */
function signing(use: string, body: string): string {
  return `
import axios from "axios";
export class Pleo {
  http = axios.create({ baseURL: "https://external.pleo.io" });
  constructor() { this.http.interceptors.request.use(${use}); }
  sign(config) { config.headers.Authorization = ${BASIC}; ${body} return config; }
  tags() { return this.http.get("/v0/tags"); }
}`;
}

/** A client of ofetch's with a hook. */
function ofetch(hook: string): string {
  return `
import { ofetch } from "ofetch";
const pleo = ofetch.create({ baseURL: "https://external.pleo.io", headers: { Authorization: ${BASIC} }, ${hook} });
export const tags = () => pleo("/v0/tags");`;
}

const MISSING = [{ messageId: "missing" as const }];

new RuleTester().run("require-company-id: hooks and defaults", requireCompanyId, {
  valid: [
    {
      name: "a default company",
      code: client("pleo.defaults.params = { company_id: process.env.PLEO_COMPANY_ID };"),
    },
    {
      name: "a default company, by itself",
      code: client("pleo.defaults.params = {}; pleo.defaults.params.company_id = id;"),
    },
    {
      name: "a default company, by its name as text",
      code: client('pleo.defaults.params["company_id"] = id;'),
    },
    {
      name: "a default of a name that is not known",
      code: client("pleo.defaults.params[name] = id;"),
    },
    {
      name: "defaults that are made elsewhere",
      code: client("pleo.defaults.params = scopeOf(tenant);"),
    },
    {
      name: "defaults that copy others",
      code: client("pleo.defaults.params = { locale: 'da', ...scope };"),
    },
    {
      name: "defaults that are merged",
      code: client("pleo.defaults.params = Object.assign({}, pleo.defaults.params, scope);"),
    },
    {
      name: "a serializer",
      code: client(
        "pleo.defaults.paramsSerializer = (params) => stringify({ ...params, ...scope });",
      ),
    },
    {
      name: "an interceptor that adds the company",
      code: signing(
        "(config) => this.sign(config)",
        "config.params = { company_id: this.company, ...config.params };",
      ),
    },
    {
      name: "an interceptor that copies more",
      code: signing("this.sign", "config.params = { ...config.params, ...this.scope };"),
    },
    {
      name: "an interceptor that sets names that are not known",
      code: signing(
        "this.sign",
        "for (const [name, value] of this.scope) config.params[name] = value;",
      ),
    },
    {
      name: "an interceptor that hands its options on",
      code: signing("this.sign", "addScope(config);"),
    },
    {
      name: "an interceptor that changes the address",
      code: signing("this.sign", "config.url = withScope(config.url);"),
    },
    {
      name: "an interceptor from elsewhere",
      code: signing("addScope", ""),
    },
    {
      name: "a hook that adds what it does not show",
      code: ofetch("onRequest({ options }) { options.query = { ...options.query, ...scope() }; }"),
    },
    {
      name: "a hook that makes another request",
      code: `
import ky from "ky";
const pleo = ky.create({ prefixUrl: "https://external.pleo.io", headers: { Authorization: ${BASIC} }, hooks: { beforeRequest: [(request) => new Request(withScope(request.url), request)] } });
export const tags = () => pleo.get("v0/tags").json();`,
    },
    {
      name: "Angular's interceptor",
      code: client(
        "export const add = (request, next) => next(request.clone({ setParams: { company_id: id } }));",
      ),
    },
  ],
  invalid: [
    {
      name: "another default",
      code: client("pleo.defaults.params = { page_size: 50 };"),
      errors: MISSING,
    },
    {
      name: "other defaults, one by one",
      code: client(
        "pleo.defaults.params = {}; pleo.defaults.params['locale'] = 'da'; pleo.defaults.params.page = 1;",
      ),
      errors: MISSING,
    },
    {
      name: "a constant of other defaults",
      code: client("const params = { locale: 'da' }; pleo.defaults.params = params;"),
      errors: MISSING,
    },
    ...["(config) => this.sign(config)", "this.sign", "this.sign.bind(this)"].map((use) => ({
      name: `an interceptor that says who asks: ${use}`,
      code: signing(use, "if (config.url?.startsWith('/v1')) config.headers.set('X-App', '1');"),
      errors: MISSING,
    })),
    {
      name: "an interceptor that adds another parameter",
      code: signing("this.sign", "config.params = { ...(config.params ?? {}), locale: 'da' };"),
      errors: MISSING,
    },
    {
      name: "an interceptor that adds another parameter to a copy",
      code: client(
        "pleo.interceptors.request.use((config) => ({ ...config, params: { ...config.params, locale: 'da' } }));",
      ),
      errors: MISSING,
    },
    {
      name: "an interceptor with a handler of errors",
      code: client(
        "pleo.interceptors.request.use((config) => { config.timeout = 1000; return config; }, (error) => Promise.reject(error));",
      ),
      errors: MISSING,
    },
    {
      name: "ky's hook",
      code: `
import ky from "ky";
const pleo = ky.create({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", ${BASIC}); }] } });
export const tags = () => pleo.get("v0/tags").json();`,
      errors: MISSING,
    },
    {
      name: "ofetch's hook",
      code: ofetch(
        "async onRequest({ options }) { options.headers.set('X-App', '1'); options.query = { ...options.query, locale: 'da' }; }",
      ),
      errors: MISSING,
    },
  ],
});

import { noKeyInUrl } from "../../../../eslint-plugin/rules/no-key-in-url.ts";
import { RuleTester } from "../../rule-tester.ts";

const KEY = "process.env.PLEO_API_KEY";
const AXIOS = `
import axios from "axios";
const http = axios.create({ baseURL: "https://external.pleo.io" });
`;

/** A class with an interceptor that is its method `sign`. */
function signing(use: string, body: string): string {
  return `
import axios from "axios";
export class Pleo {
  #key = ${KEY};
  constructor() { this.http = axios.create({ baseURL: "https://external.pleo.io" }); this.http.interceptors.request.use(${use}); }
  sign(config) {
    ${body}
    return config;
  }
}`;
}

const IN_URL = [{ messageId: "inUrl" as const }];

new RuleTester().run("no-key-in-url: hooks of clients, and base classes", noKeyInUrl, {
  valid: [
    {
      name: "hook that sets a header",
      code: signing(
        "(config) => this.sign(config)",
        'config.headers.Authorization = "Basic " + btoa(this.#key + ":");',
      ),
    },
    {
      name: "hook that sets another parameter",
      code: signing(
        "this.sign.bind(this)",
        'config.params = { ...config.params, locale: "da" }; config.auth = { username: this.#key, password: "" };',
      ),
    },
    {
      name: "what is called `use` and is no hook of requests",
      code: `
import { form } from "./form";
form.use((config) => { config.params = { key: ${KEY} }; return config; });
form.interceptors.response.use((config) => { config.params = { key: ${KEY} }; return config; });`,
    },
    {
      name: "a method called `sign` that no hook calls",
      code: `
import axios from "axios";
axios.interceptors.request.use((config) => config);
export class Signer { sign(form) { form.params = { key: ${KEY} }; return form; } }`,
    },
    {
      name: "the second parameter of a function that a hook calls with its first",
      code: `${AXIOS}
http.interceptors.request.use((config) => sign(config, {}));
function sign(config, job) { job.params = { key: ${KEY} }; return config; }`,
    },
    {
      name: "a data source that sets its header",
      code: `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource {
  baseURL = "https://external.pleo.io/";
  willSendRequest(path, request) { request.params.set("locale", "da"); request.headers["authorization"] = "Basic " + btoa(${KEY} + ":"); }
}`,
    },
    {
      name: "an Angular interceptor that sets a header",
      code: `
export class Interceptor { intercept(request, next) { return next.handle(request.clone({ setParams: { locale: "da" }, setHeaders: { Authorization: "Basic " + btoa(${KEY} + ":") } })); } }`,
    },
    {
      name: "an object with a query that copies something else",
      code: `${AXIOS}
http.interceptors.request.use((config) => { record({ ...job, params: { key: ${KEY} } }); return config; });`,
    },
    {
      name: "a base class whose other child has its token in the URL",
      code: `
class Api { constructor(token) { this.token = token } get(path) { return fetch(this.base + path + "?api_key=" + this.token); } }
class Other extends Api { base = "https://api.other.io"; constructor() { super(process.env.OTHER_TOKEN); } }
class Pleo extends Api { base = "https://external.pleo.io"; constructor() { super(${KEY}); } get(path) { return fetch(this.base + path, { headers: { Authorization: "Basic " + btoa(this.token + ":") } }); } }`,
    },
  ],
  invalid: [
    ...[
      "(config) => this.sign(config)",
      "this.sign",
      "this.sign.bind(this)",
      "async (config) => { await this.ready; return this.sign(config); }",
    ].map((use) => ({
      name: `interceptor: ${use}`,
      code: signing(use, "config.params = { ...config.params, api_key: this.#key };"),
      errors: [{ messageId: "inUrl" as const, line: 7 }],
    })),
    {
      name: "interceptor by name",
      code: `${AXIOS}
http.interceptors.request.use(sign);
function sign(config) { config.params.api_key = ${KEY}; return config; }`,
      errors: IN_URL,
    },
    {
      name: "interceptor by the name of an arrow, with a handler of errors",
      code: `${AXIOS}
const sign = async (config) => ({ ...config, params: { ...config.params, token: ${KEY} } });
http.interceptors.request.use(sign, (error) => Promise.reject(error));`,
      errors: IN_URL,
    },
    {
      name: "interceptor that sets a part by its name as text",
      code: `${AXIOS}
http.interceptors.request.use((config) => { config.params["api_key"] = ${KEY}; return config; });`,
      errors: IN_URL,
    },
    {
      name: "interceptor that appends to the query",
      code: `${AXIOS}
http.interceptors.request.use((config) => { config.params.append("key", ${KEY}); return config; });`,
      errors: IN_URL,
    },
    {
      name: "interceptor that assigns to the query",
      code: `${AXIOS}
http.interceptors.request.use((config) => { Object.assign(config.params, { key: ${KEY} }); return config; });`,
      errors: IN_URL,
    },
    {
      name: "interceptor that changes the address",
      code: `${AXIOS}
http.interceptors.request.use((config) => { config.url = \`\${config.url}?key=\${${KEY}}\`; return config; });`,
      errors: IN_URL,
    },
    {
      name: "ofetch, its options taken out",
      code: `
import { ofetch } from "ofetch";
export const pleo = ofetch.create({ baseURL: "https://external.pleo.io", async onRequest({ options }) { options.query = { ...options.query, api_key: ${KEY} }; } });`,
      errors: IN_URL,
    },
    {
      name: "ofetch, its options inside",
      code: `
import { ofetch } from "ofetch";
export const pleo = ofetch.create({ baseURL: "https://external.pleo.io", onRequest: (context) => { context.options.params = { api_key: ${KEY} }; } });`,
      errors: IN_URL,
    },
    {
      name: "got, when options are made",
      code: `
import got from "got";
export const pleo = got.extend({ prefixUrl: "https://external.pleo.io", hooks: { init: [(options) => { options.searchParams = { token: ${KEY} }; }] } });`,
      errors: IN_URL,
    },
    {
      name: "got, before a request",
      code: `
import got from "got";
function addKey(options) { options.searchParams = new URLSearchParams({ token: ${KEY} }); }
export const pleo = got.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [addKey] } });`,
      errors: IN_URL,
    },
    {
      name: "undici, changed in place",
      code: `
import { Client } from "undici";
export const pleo = new Client("https://external.pleo.io").compose((dispatch) => function sign(options, handler) { options.query = { token: ${KEY} }; return dispatch(options, handler); });`,
      errors: IN_URL,
    },
    {
      name: "undici, copied",
      code: `
import { Agent } from "undici";
export const pleo = new Agent().compose((dispatch) => (options, handler) => dispatch({ ...options, query: { ...options.query, token: ${KEY} } }, handler));`,
      errors: IN_URL,
    },
    {
      name: "a data source's parameters",
      code: `
import { RESTDataSource } from "apollo-datasource-rest";
export class Pleo extends RESTDataSource {
  constructor(private readonly pleoApiKey: string) { super(); this.baseURL = "https://external.pleo.io/"; }
  willSendRequest(request: RequestOptions) { request.params.set("api_key", this.pleoApiKey); }
}`,
      errors: IN_URL,
    },
    {
      name: "an Angular interceptor",
      code: `
export const interceptor: HttpInterceptorFn = (request, next) => next(request.clone({ setParams: { api_key: ${KEY} } }));`,
      errors: IN_URL,
    },
    {
      name: "a base class that asks with the token of its child",
      code: `
abstract class Api {
  protected abstract readonly base: string;
  protected abstract token(): Promise<string>;
  async get(path: string) { const url = new URL(path, this.base); url.searchParams.append("access_token", await this.token()); return fetch(url); }
}
export class Pleo extends Api { readonly base = "https://external.pleo.io"; async token() { return this.config.getOrThrow<string>("PLEO_API_KEY"); } }`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "a base class that is handed the key",
      code: `
class Api { constructor(token) { this.token = token } get(path) { return fetch(this.base + path + "?api_key=" + this.token); } }
class Pleo extends Api { base = "https://external.pleo.io"; }
export const pleo = new Pleo(${KEY});`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
  ],
});

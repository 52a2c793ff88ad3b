import { requireBasicAuth } from "../../../../eslint-plugin/rules/require-basic-auth.ts";
import { RuleTester } from "../../rule-tester.ts";

/** A base class for the clients of several vendors. */
const BASE = `
abstract class ApiClient {
  protected abstract readonly base: string;
  constructor(protected readonly token: string) {}
  protected headers() { return { Accept: "application/json", Authorization: \`Bearer \${this.token}\` }; }
  protected async get(path: string) { return fetch(this.base + path, { headers: this.headers() }); }
}`;
const OTHER = `
export class Harvest extends ApiClient { readonly base = "https://api.harvestapp.com"; constructor() { super(process.env.HARVEST_TOKEN!); } }`;
const BASIC = 'return { Authorization: `Basic ${btoa(this.token + ":")}` };';

/** A key behind `Bearer`, and the suggestion that puts it in its place. */
function scheme(code: string, line: number, [written, key]: readonly [string, string]) {
  const output = code.replace(written, `\`Basic \${btoa(\`\${${key}}:\`)}\``);
  const suggestions = [{ messageId: "useBasic" as const, output }];
  return { code, errors: [{ messageId: "scheme" as const, line, suggestions }] };
}

const TOKEN = ["`Bearer ${this.token}`", "this.token"] as const;
const ENV = ['"Bearer " + process.env.PLEO_API_KEY', "process.env.PLEO_API_KEY"] as const;

new RuleTester().run("require-basic-auth: base classes and hooks", requireBasicAuth, {
  valid: [
    {
      name: "another vendor's token, and Pleo's own headers",
      code: `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; constructor() { super(process.env.PLEO_API_KEY!); } protected override headers() { ${BASIC} } }`,
    },
    {
      name: "Pleo's own way to ask",
      code: `${BASE.replace("this.headers()", "{ Authorization: `Bearer ${this.token}` }")}${OTHER}
export class Pleo extends ApiClient {
  readonly base = "https://external.pleo.io";
  constructor() { super(process.env.PLEO_API_KEY!); }
  protected override headers() { ${BASIC} }
  protected override async get(path: string) { return fetch(this.base + path, { headers: this.headers() }); }
}`,
    },
    {
      name: "another vendor alone, in a file that knows Pleo's key as well",
      code: `${BASE}${OTHER}
export const pleo = { base: "https://external.pleo.io", key: process.env.PLEO_API_KEY };`,
    },
    {
      name: "an access token that the child exchanges",
      code: `${BASE}
export class PleoOauth extends ApiClient { readonly base = "https://external.pleo.io"; constructor() { super(process.env.PLEO_OAUTH_ACCESS_TOKEN!); } }`,
    },
    {
      name: "a data source with Basic",
      code: `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource { baseURL = "https://external.pleo.io/"; willSendRequest(path, request) { request.headers["authorization"] = "Basic " + btoa(process.env.PLEO_API_KEY + ":"); } }`,
    },
  ],
  invalid: [
    {
      name: "a child that hands its key up",
      ...scheme(
        `${BASE}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; constructor() { super(process.env.PLEO_API_KEY!); } }`,
        5,
        TOKEN,
      ),
    },
    {
      name: "a child that is made with its key",
      ...scheme(
        `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; static make() { return new Pleo(process.env.PLEO_API_KEY!); } }`,
        5,
        TOKEN,
      ),
    },
    {
      name: "a child that is made by itself",
      ...scheme(
        `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; static make() { return new this(process.env.PLEO_API_KEY!); } }`,
        5,
        TOKEN,
      ),
    },
    {
      name: "a child that adds to the headers of the base",
      ...scheme(
        `${BASE}${OTHER}
export class Pleo extends ApiClient { readonly base = "https://external.pleo.io"; constructor() { super(process.env.PLEO_API_KEY!); } protected override headers() { return { ...super.headers(), "X-App": "1" }; } }`,
        5,
        TOKEN,
      ),
    },
    {
      name: "a header for the key, beside a child of another vendor",
      code: `
class Api { constructor(token) { this.token = token } get(path) { return fetch(this.base + path, { headers: { "x-api-key": this.token } }); } }
export class Other extends Api { base = "https://api.other.io"; constructor() { super(process.env.OTHER); } }
export class Pleo extends Api { base = "https://external.pleo.io"; constructor() { super(process.env.PLEO_API_KEY); } }`,
      errors: [{ messageId: "header", line: 2 }],
    },
    {
      name: "a service that is injected into the base",
      ...scheme(
        `
abstract class VendorService {
  constructor(protected readonly http: HttpService, private readonly apiKey: string, private readonly baseUrl: string) {}
  get(path: string) { return this.http.get(\`\${this.baseUrl}\${path}\`, { headers: { Authorization: \`Bearer \${this.apiKey}\` } }); }
}
@Injectable()
export class PleoService extends VendorService {
  constructor(http: HttpService, config: ConfigService) { super(http, config.getOrThrow("PLEO_API_KEY"), "https://external.pleo.io"); }
}`,
        4,
        ["`Bearer ${this.apiKey}`", "this.apiKey"],
      ),
    },
    {
      name: "an interceptor of a class",
      ...scheme(
        `
import axios from "axios";
export class Pleo {
  http = axios.create({ baseURL: "https://external.pleo.io" });
  constructor() { this.http.interceptors.request.use(this.sign); }
  sign = (config) => { config.headers.set("Authorization", "Bearer " + process.env.PLEO_API_KEY); return config; };
}`,
        6,
        ENV,
      ),
    },
    {
      name: "a data source with Bearer",
      ...scheme(
        `
import { RESTDataSource } from "@apollo/datasource-rest";
export class Pleo extends RESTDataSource { baseURL = "https://external.pleo.io/"; willSendRequest(path, request) { request.headers["authorization"] = "Bearer " + process.env.PLEO_API_KEY; } }`,
        3,
        ENV,
      ),
    },
  ],
});

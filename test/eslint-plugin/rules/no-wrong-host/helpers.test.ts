import { noWrongHost } from "../../../../eslint-plugin/rules/no-wrong-host.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-wrong-host: told to helpers, and keyed later", noWrongHost, {
  valid: [
    {
      name: "base class sends bearer",
      code: `
class BaseClient { constructor(base, token) { this.base = base; this.token = token; }
  get(path) { return fetch(this.base + path, { headers: { Authorization: \`Bearer \${this.token}\` } }); } }
class PleoApi extends BaseClient { constructor() { super("https://external.pleo.io", process.env.PLEO_API_KEY); } }
export const p = new PleoApi();`,
    },
    {
      name: "base class company given",
      code: `
class BaseClient { constructor(key) { this.http = axios.create({ baseURL: "https://external.pleo.io", auth: { username: key, password: "" } }); } }
class PleoApi extends BaseClient { tags(id) { return this.http.get("/v0/tags", { params: { company_id: id } }); } }`,
    },
  ],
  invalid: [
    {
      name: "wrong host via const made by helper",
      code: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
export async function f(env: { PLEO_STAGING_API_KEY: string; PLEO_PROD_API_KEY: string }) {
  const auth = basic(env.PLEO_STAGING_API_KEY);
  await fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: auth } });
  const ok = basic(env.PLEO_PROD_API_KEY);
  await fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: ok } });
}`,
      errors: [
        {
          messageId: "environment",
          line: 5,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
export async function f(env: { PLEO_STAGING_API_KEY: string; PLEO_PROD_API_KEY: string }) {
  const auth = basic(env.PLEO_STAGING_API_KEY);
  await fetch("https://external.staging.pleo.io/v1/introspect", { headers: { Authorization: auth } });
  const ok = basic(env.PLEO_PROD_API_KEY);
  await fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: ok } });
}`,
            },
          ],
        },
      ],
    },
    {
      name: "wrong host told to a helper",
      code: `
async function check(url: string, key: string) { return fetch(url, { headers: { Authorization: \`Basic \${btoa(\`\${key}:\`)}\` } }); }
export const a = () => check("https://external.pleo.io/v1/introspect", process.env.PLEO_STAGING_API_KEY ?? "");
export const b = () => check("https://external.staging.pleo.io/v1/introspect", process.env.PLEO_STAGING_API_KEY ?? "");`,
      errors: [
        {
          messageId: "environment",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
async function check(url: string, key: string) { return fetch(url, { headers: { Authorization: \`Basic \${btoa(\`\${key}:\`)}\` } }); }
export const a = () => check("https://external.staging.pleo.io/v1/introspect", process.env.PLEO_STAGING_API_KEY ?? "");
export const b = () => check("https://external.staging.pleo.io/v1/introspect", process.env.PLEO_STAGING_API_KEY ?? "");`,
            },
          ],
        },
      ],
    },
    {
      name: "wrong host told to a helper, header ready",
      code: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
async function check(url: string, Authorization: string) { return fetch(url, { headers: { Authorization } }); }
export const a = () => check("https://openapi.pleo.io/v1/expenses", basic(process.env.PLEO_API_KEY ?? ""));`,
      errors: [
        {
          messageId: "elsewhere",
          line: 4,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
async function check(url: string, Authorization: string) { return fetch(url, { headers: { Authorization } }); }
export const a = () => check("https://external.pleo.io/v1/expenses", basic(process.env.PLEO_API_KEY ?? ""));`,
            },
          ],
        },
      ],
    },
    {
      name: "basic helper with object",
      code: `
const auth = (key: string) => ({ Authorization: \`Basic \${btoa(\`\${key}:\`)}\` });
export const a = () => fetch("https://openapi.pleo.io/v1/expenses", { headers: auth(process.env.PLEO_API_KEY ?? "") });`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const auth = (key: string) => ({ Authorization: \`Basic \${btoa(\`\${key}:\`)}\` });
export const a = () => fetch("https://external.pleo.io/v1/expenses", { headers: auth(process.env.PLEO_API_KEY ?? "") });`,
            },
          ],
        },
      ],
    },
    {
      name: "class holds host and key",
      code: `
class Client {
  constructor(private base: string, private key: string) {}
  get(path: string) { return fetch(this.base + path, { headers: { Authorization: \`Basic \${btoa(\`\${this.key}:\`)}\` } }); }
}
export const a = new Client("https://openapi.pleo.io", process.env.PLEO_API_KEY ?? "");`,
      errors: [
        {
          messageId: "elsewhere",
          line: 6,
          suggestions: [
            {
              messageId: "useHost",
              output: `
class Client {
  constructor(private base: string, private key: string) {}
  get(path: string) { return fetch(this.base + path, { headers: { Authorization: \`Basic \${btoa(\`\${this.key}:\`)}\` } }); }
}
export const a = new Client("https://external.pleo.io", process.env.PLEO_API_KEY ?? "");`,
            },
          ],
        },
      ],
    },
    {
      name: "swapped in a map",
      code: `
const HOSTS = { production: "https://external.pleo.io", staging: "https://external.staging.pleo.io" };
export const a = () => fetch(\`\${HOSTS.staging}/v1/introspect\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_PRODUCTION_API_KEY}:\`)}\` } });`,
      errors: [
        {
          messageId: "environment",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const HOSTS = { production: "https://external.pleo.io", staging: "https://external.pleo.io" };
export const a = () => fetch(\`\${HOSTS.staging}/v1/introspect\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_PRODUCTION_API_KEY}:\`)}\` } });`,
            },
          ],
        },
      ],
    },
    {
      name: "base class wrong host",
      code: `
class BaseClient { constructor(base, key) { this.http = axios.create({ baseURL: base, auth: { username: key, password: "" } }); } }
class PleoApi extends BaseClient { constructor() { super("https://openapi.pleo.io", process.env.PLEO_API_KEY); } }`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
class BaseClient { constructor(base, key) { this.http = axios.create({ baseURL: base, auth: { username: key, password: "" } }); } }
class PleoApi extends BaseClient { constructor() { super("https://external.pleo.io", process.env.PLEO_API_KEY); } }`,
            },
          ],
        },
      ],
    },
    {
      name: "interceptor on wrong host",
      code: `
const client = axios.create({ baseURL: "https://openapi.pleo.io" });
client.interceptors.request.use((config) => { config.headers.Authorization = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`; return config; });
export const tags = () => client.get("/v1/expenses");`,
      errors: [
        {
          messageId: "elsewhere",
          line: 2,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.headers.Authorization = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`; return config; });
export const tags = () => client.get("/v1/expenses");`,
            },
          ],
        },
      ],
    },
    {
      name: "defaults on wrong host",
      code: `
const client = axios.create({ baseURL: "https://openapi.pleo.io" });
client.defaults.auth = { username: process.env.PLEO_API_KEY, password: "" };
export const tags = () => client.get("/v1/expenses");`,
      errors: [
        {
          messageId: "elsewhere",
          line: 2,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.defaults.auth = { username: process.env.PLEO_API_KEY, password: "" };
export const tags = () => client.get("/v1/expenses");`,
            },
          ],
        },
      ],
    },
    {
      name: "wrong look-alike",
      code: `
export const f = () => fetch("https://external.pleo.com/v1/introspect", { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });`,
      errors: [
        {
          messageId: "foreign",
          line: 2,
          suggestions: [
            {
              messageId: "useHost",
              output: `
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });`,
            },
          ],
        },
      ],
    },
  ],
});

new RuleTester().run("no-wrong-host: pairs of hosts and keys", noWrongHost, {
  valid: [
    {
      name: "wrong host in map of keys",
      code: `
const keys = new Map([["https://openapi.pleo.io", process.env.PLEO_LEGACY_TOKEN]]);
export const f = new Map().set("https://openapi.pleo.io", process.env.PLEO_API_KEY);`,
    },
    {
      name: "header in a map of headers param",
      code: `
function call(path, headers) { return fetch(\`https://external.pleo.io\${path}\`, { headers }); }
const auth = (key) => ({ Authorization: \`Basic \${Buffer.from(\`\${key}:\`).toString("base64")}\` });
export const x = () => call("/v1/introspect", auth(process.env.PLEO_API_KEY));`,
    },
  ],
  invalid: [],
});

import { requireBasicAuth } from "../../../../eslint-plugin/rules/require-basic-auth.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("require-basic-auth: through helpers", requireBasicAuth, {
  valid: [
    {
      name: "helper makes whole header, passed as param",
      code: `
const basic = (key: string) => \`Basic \${btoa(\`\${key}:\`)}\`;
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", basic(process.env.PLEO_API_KEY ?? ""));`,
    },
    {
      name: "const from helper in header shorthand",
      code: `
const toBasic = (k) => "Basic " + Buffer.from(k + ":").toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
    },
    {
      name: "join with default parameter",
      code: `
function userInfo(user, password = "") { return [user, password].join(":"); }
export const h = { Authorization: \`Basic \${btoa(userInfo(process.env.PLEO_API_KEY))}\` };`,
    },
    {
      name: "template with default parameter",
      code: `
const pair = (user, password = "") => \`\${user}:\${password}\`;
export const h = { Authorization: \`Basic \${btoa(pair(process.env.PLEO_API_KEY))}\` };`,
    },
    {
      name: "concat helper, colon in second",
      code: `
const pair = (user) => user.concat(":");
export const h = { Authorization: \`Basic \${btoa(pair(process.env.PLEO_API_KEY))}\` };`,
    },
    {
      name: "class method makes the header",
      code: `
class Pleo {
  constructor(private readonly apiKey: string) {}
  private authorization() { return \`Basic \${Buffer.from(\`\${this.apiKey}:\`).toString("base64")}\`; }
  get(path: string) { return this.send(path, this.authorization()); }
  private send(path: string, authorization: string) { return fetch("https://external.pleo.io" + path, { headers: { authorization } }); }
}
export const pleo = new Pleo(process.env.PLEO_API_KEY ?? "");`,
    },
    {
      name: "key with colon const, then encoded",
      code: `
const credentials = \`\${process.env.PLEO_API_KEY}:\`;
const encoded = Buffer.from(credentials).toString("base64");
const Authorization = \`Basic \${encoded}\`;
export const r = () => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization } });`,
    },
    {
      name: "basic encodes with helper and a colon",
      code: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY + ":")}\` };`,
    },
    {
      name: "encodes with a helper that adds the colon",
      code: `
const encode = (text) => Buffer.from(\`\${text}:\`).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY)}\` };`,
    },
    {
      name: "ternary header",
      code: `
const key = process.env.PLEO_API_KEY;
export const h = (legacy) => ({ Authorization: legacy ? \`Bearer \${process.env.PLEO_LEGACY_TOKEN}\` : \`Basic \${btoa(\`\${key}:\`)}\` });`,
    },
    {
      name: "basic helper with object",
      code: `
const auth = (key: string) => ({ Authorization: \`Basic \${btoa(\`\${key}:\`)}\` });
export const a = () => fetch("https://openapi.pleo.io/v1/expenses", { headers: auth(process.env.PLEO_API_KEY ?? "") });`,
    },
    {
      name: "basic by two helpers of a class",
      code: `
class Auth { static encode(t) { return Buffer.from(t).toString("base64"); } static header(k) { return \`Basic \${Auth.encode(\`\${k}:\`)}\`; } }
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: Auth.header(process.env.PLEO_API_KEY) } });`,
    },
    {
      name: "header in a map of headers param",
      code: `
function call(path, headers) { return fetch(\`https://external.pleo.io\${path}\`, { headers }); }
const auth = (key) => ({ Authorization: \`Basic \${Buffer.from(\`\${key}:\`).toString("base64")}\` });
export const x = () => call("/v1/introspect", auth(process.env.PLEO_API_KEY));`,
    },
  ],
  invalid: [
    {
      name: "raw key passed as param named Authorization",
      code: `
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", process.env.PLEO_API_KEY ?? "");`,
      errors: [
        {
          messageId: "bare",
          line: 3,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
async function check(url: string, Authorization: string) {
  const res = await fetch(url, { headers: { Authorization: \`Basic \${btoa(\`\${Authorization}:\`)}\` } });
  return res.ok;
}
export const a = () => check("https://external.pleo.io/v1/introspect", process.env.PLEO_API_KEY ?? "");`,
            },
          ],
        },
      ],
    },
    {
      name: "helper forgets the colon",
      code: `
const toBasic = (k) => "Basic " + Buffer.from(k).toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
      errors: [
        {
          messageId: "colon",
          line: 2,
          suggestions: [
            {
              messageId: "addColon",
              output: `
const toBasic = (k) => "Basic " + Buffer.from(\`\${k}:\`).toString("base64");
export async function f() {
  const authorization = toBasic(process.env.PLEO_API_KEY);
  return fetch("https://external.pleo.io/v1/introspect", { headers: { authorization } });
}`,
            },
          ],
        },
      ],
    },
    {
      name: "pair helper passed to basic, without colon",
      code: `
const pair = (user) => user.trim();
const basic = (text) => \`Basic \${btoa(text)}\`;
export const h = { Authorization: basic(pair(process.env.PLEO_API_KEY)) };`,
      errors: [
        {
          messageId: "colon",
          line: 3,
          suggestions: [
            {
              messageId: "addColon",
              output: `
const pair = (user) => user.trim();
const basic = (text) => \`Basic \${btoa(\`\${text}:\`)}\`;
export const h = { Authorization: basic(pair(process.env.PLEO_API_KEY)) };`,
            },
          ],
        },
      ],
    },
    {
      name: "basic encodes with helper",
      code: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(process.env.PLEO_API_KEY)}\` };`,
      errors: [
        {
          messageId: "colon",
          line: 3,
          suggestions: [
            {
              messageId: "addColon",
              output: `
const encode = (text) => Buffer.from(text).toString("base64");
export const h = { Authorization: \`Basic \${encode(\`\${process.env.PLEO_API_KEY}:\`)}\` };`,
            },
          ],
        },
      ],
    },
  ],
});

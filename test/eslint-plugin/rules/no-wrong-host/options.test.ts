import { noWrongHost } from "../../../../eslint-plugin/rules/no-wrong-host.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-wrong-host: options that functions make", noWrongHost, {
  valid: [
    {
      name: "fetch options from fn auth bearer token legacy ok",
      code: `
const options = () => ({ headers: { Authorization: \`Bearer \${process.env.PLEO_TOKEN}\` } });
export const ping = () => fetch('https://openapi.pleo.io/v1/expenses', options());`,
    },
    {
      name: "fetch options from fn external ok",
      code: `
const options = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://external.pleo.io/v1/expenses', options());`,
    },
    {
      name: "key in the body of options",
      code: `
const options = () => ({ method: "POST", body: JSON.stringify({ key: process.env.PLEO_API_KEY }) });
export const save = () => fetch('https://vault.example.com/v1/keys', options());`,
    },
    {
      name: "options of fn with other key",
      code: `
const options = (key: string) => ({ headers: { Authorization: \`Basic \${btoa(key + ':')}\` } });
export const ping = () => fetch('https://external.pleo.io/v1/expenses', options(process.env.PLEO_API_KEY!));
export const pong = () => fetch('https://api.acme.com/v1/expenses', options(process.env.ACME_API_KEY!));`,
    },
    {
      name: "legacy token to staging legacy",
      code: `
export const p = () => fetch('https://openapi.staging.pleo.io/v1/expenses', { headers: { authorization: \`Bearer \${process.env.PLEO_OPENAPI_TOKEN}\` } });`,
    },
  ],
  invalid: [
    {
      name: "as a task pings",
      code: `
import { request } from 'undici';
import { cleanEnv, str } from 'envalid';
const { PLEO_API_KEY } = cleanEnv(process.env, { PLEO_API_KEY: str() });
function options() { const basic = Buffer.from(PLEO_API_KEY + ':').toString('base64'); return { method: 'GET' as const, headers: { authorization: \`Basic \${basic}\` } }; }
export async function ping(): Promise<boolean> {
  const { statusCode, body } = await request('https://openapi.staging.pleo.io/v1/expenses', options());
  return statusCode < 400; }`,
      errors: [
        {
          messageId: "elsewhere",
          line: 7,
          suggestions: [
            {
              messageId: "useHost",
              output: `
import { request } from 'undici';
import { cleanEnv, str } from 'envalid';
const { PLEO_API_KEY } = cleanEnv(process.env, { PLEO_API_KEY: str() });
function options() { const basic = Buffer.from(PLEO_API_KEY + ':').toString('base64'); return { method: 'GET' as const, headers: { authorization: \`Basic \${basic}\` } }; }
export async function ping(): Promise<boolean> {
  const { statusCode, body } = await request('https://external.staging.pleo.io/v1/expenses', options());
  return statusCode < 400; }`,
            },
          ],
        },
      ],
    },
    {
      name: "fetch options from fn",
      code: `
const options = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://openapi.pleo.io/v1/expenses', options());`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const options = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://external.pleo.io/v1/expenses', options());`,
            },
          ],
        },
      ],
    },
    {
      name: "options in const",
      code: `
const make = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const options = make();
export const ping = () => fetch('https://app.pleo.io/v1/expenses', options);`,
      errors: [
        {
          messageId: "elsewhere",
          line: 4,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const make = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const options = make();
export const ping = () => fetch('https://external.pleo.io/v1/expenses', options);`,
            },
          ],
        },
      ],
    },
    {
      name: "options spread",
      code: `
const make = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://auth.pleo.io/v1/expenses', { ...make(), method: "GET" });`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const make = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://external.pleo.io/v1/expenses', { ...make(), method: "GET" });`,
            },
          ],
        },
      ],
    },
    {
      name: "axios config of fn auth",
      code: `
import axios from "axios";
const config = () => ({ auth: { username: process.env.PLEO_API_KEY!, password: "" } });
export const ping = () => axios.get('https://openapi.pleo.io/v1/expenses', config());`,
      errors: [
        {
          messageId: "elsewhere",
          line: 4,
          suggestions: [
            {
              messageId: "useHost",
              output: `
import axios from "axios";
const config = () => ({ auth: { username: process.env.PLEO_API_KEY!, password: "" } });
export const ping = () => axios.get('https://external.pleo.io/v1/expenses', config());`,
            },
          ],
        },
      ],
    },
    {
      name: "options of fn foreign host",
      code: `
const options = () => ({ headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
export const ping = () => fetch('https://api.acme.com/v1/expenses', options());`,
      errors: [{ messageId: "foreign", line: 3 }],
    },
    {
      name: "options of fn with param",
      code: `
const options = (key: string) => ({ headers: { Authorization: \`Basic \${btoa(key + ':')}\` } });
export const ping = () => fetch('https://openapi.pleo.io/v1/expenses', options(process.env.PLEO_API_KEY!));`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const options = (key: string) => ({ headers: { Authorization: \`Basic \${btoa(key + ':')}\` } });
export const ping = () => fetch('https://external.pleo.io/v1/expenses', options(process.env.PLEO_API_KEY!));`,
            },
          ],
        },
      ],
    },
    {
      name: "method of class",
      code: `
class P { private init() { return { headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } }; }
 ping() { return fetch('https://openapi.staging.pleo.io/v1/expenses', this.init()); } }`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
class P { private init() { return { headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } }; }
 ping() { return fetch('https://external.staging.pleo.io/v1/expenses', this.init()); } }`,
            },
          ],
        },
      ],
    },
    {
      name: "envalid only",
      code: `
import { cleanEnv, str } from 'envalid';
const { PLEO_API_KEY } = cleanEnv(process.env, { PLEO_API_KEY: str() });
export const p = () => fetch('https://openapi.staging.pleo.io/v1/expenses', { headers: { authorization: \`Basic \${btoa(PLEO_API_KEY + ':')}\` } });`,
      errors: [
        {
          messageId: "elsewhere",
          line: 4,
          suggestions: [
            {
              messageId: "useHost",
              output: `
import { cleanEnv, str } from 'envalid';
const { PLEO_API_KEY } = cleanEnv(process.env, { PLEO_API_KEY: str() });
export const p = () => fetch('https://external.staging.pleo.io/v1/expenses', { headers: { authorization: \`Basic \${btoa(PLEO_API_KEY + ':')}\` } });`,
            },
          ],
        },
      ],
    },
    {
      name: "https get with options",
      code: `
const https = require("https");
const options = (path) => ({ hostname: "openapi.pleo.io", path, auth: \`\${process.env.PLEO_API_KEY}:\` });
https.get(options("/v1/expenses"), (r) => r.resume());`,
      errors: [
        {
          messageId: "elsewhere",
          line: 3,
          suggestions: [
            {
              messageId: "useHost",
              output: `
const https = require("https");
const options = (path) => ({ hostname: "external.pleo.io", path, auth: \`\${process.env.PLEO_API_KEY}:\` });
https.get(options("/v1/expenses"), (r) => r.resume());`,
            },
          ],
        },
      ],
    },
  ],
});

import { requireBasicAuth } from "../../../../eslint-plugin/rules/require-basic-auth.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("require-basic-auth: as clients are told", requireBasicAuth, {
  valid: [
    {
      name: "superagent basic good",
      code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth(key, "").then(console.info);
request.get("https://external.pleo.io/v2/employees").auth(key, "", { type: "basic" }).then(console.info);`,
    },
    {
      name: "superagent bearer elsewhere",
      code: `
const request = require("superagent");
const key = process.env.SLACK_TOKEN;
request.get("https://slack.com/api/x").auth(key, { type: "bearer" }).then(console.info);
export const pleo = process.env.PLEO_API_KEY;`,
    },
    {
      name: "request .auth basic",
      code: `
const request = require("request");
request.get("https://external.pleo.io/v2/employees").auth(process.env.PLEO_API_KEY, "", true);`,
    },
    {
      name: "request auth user pass good",
      code: `
const request = require("request");
request({ url: "https://external.pleo.io/v2/employees", auth: { user: process.env.PLEO_API_KEY, pass: "" } }, () => {});`,
    },
    {
      name: "needle user",
      code: `
const needle = require("needle");
needle.get("https://external.pleo.io/v2/employees", { username: process.env.PLEO_API_KEY, password: "" });`,
    },
    {
      name: "axios defaults good",
      code: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common.Authorization = \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\`;`,
    },
    {
      name: "ky hook good",
      code: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`); }] } });`,
    },
    {
      name: "octokit-like auth is key",
      code: `
import { PleoClient } from "@acme/pleo";
export const c = new PleoClient({ auth: process.env.PLEO_API_KEY });`,
    },
    {
      name: "http auth ok",
      code: `
const https = require("node:https");
https.get({ hostname: "external.pleo.io", path: "/v1/introspect", auth: \`\${process.env.PLEO_API_KEY}:\` });`,
    },
    {
      name: "wretch good",
      code: `
import wretch from "wretch";
export const api = wretch("https://external.pleo.io").auth(\`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`);`,
    },
    {
      name: "axios auth for internal bearer",
      code: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://gateway.acme.dev", headers: { Authorization: \`Bearer \${process.env.GATEWAY_TOKEN}\`, "x-pleo-company": process.env.PLEO_COMPANY_ID } });`,
    },
    {
      name: "bearer to own gateway, key of pleo",
      code: `
import request from "superagent";
export const c = () => request.get("https://gateway.acme.dev/pleo").auth(process.env.PLEO_GATEWAY_TOKEN, { type: "bearer" });`,
    },
  ],
  invalid: [
    {
      name: "superagent bearer",
      code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth(key, { type: "bearer" }).then(console.info);`,
      errors: [{ messageId: "scheme", line: 4 }],
    },
    {
      name: "superagent swapped",
      code: `
const request = require("superagent");
const key = process.env.PLEO_API_KEY;
request.get("https://external.pleo.io/v2/employees").auth("", key).then(console.info);`,
      errors: [{ messageId: "password", line: 4 }],
    },
    {
      name: "superagent agent with prefix",
      code: `
import superagent from "superagent";
const agent = superagent.agent().auth(process.env.PLEO_API_KEY, { type: "bearer" });
export const e = () => agent.get("https://external.pleo.io/v2/employees");`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "request auth bearer",
      code: `
const request = require("request");
request({ url: "https://external.pleo.io/v2/employees", auth: { bearer: process.env.PLEO_API_KEY } }, () => {});`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "request .auth bearer",
      code: `
const request = require("request");
request.get("https://external.pleo.io/v2/employees").auth(null, null, true, process.env.PLEO_API_KEY);`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "needle",
      code: `
const needle = require("needle");
needle("get", "https://external.pleo.io/v2/employees", { headers: { authorization: "Bearer " + process.env.PLEO_API_KEY } });`,
      errors: [
        {
          messageId: "scheme",
          line: 3,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
const needle = require("needle");
needle("get", "https://external.pleo.io/v2/employees", { headers: { authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });`,
            },
          ],
        },
      ],
    },
    {
      name: "got username swapped",
      code: `
import got from "got";
export const c = got.extend({ prefixUrl: "https://external.pleo.io", username: "", password: process.env.PLEO_API_KEY });`,
      errors: [
        {
          messageId: "password",
          line: 3,
          suggestions: [
            {
              messageId: "swap",
              output: `
import got from "got";
export const c = got.extend({ prefixUrl: "https://external.pleo.io", username: process.env.PLEO_API_KEY, password: "" });`,
            },
          ],
        },
      ],
    },
    {
      name: "axios auth swapped",
      code: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://external.pleo.io", auth: { username: "api", password: process.env.PLEO_API_KEY } });`,
      errors: [
        {
          messageId: "password",
          line: 3,
          suggestions: [
            {
              messageId: "swap",
              output: `
import axios from "axios";
export const c = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });`,
            },
          ],
        },
      ],
    },
    {
      name: "axios defaults",
      code: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common["Authorization"] = \`Bearer \${process.env.PLEO_API_KEY}\`;`,
      errors: [
        {
          messageId: "scheme",
          line: 4,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
import axios from "axios";
axios.defaults.baseURL = "https://external.pleo.io";
axios.defaults.headers.common["Authorization"] = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`;`,
            },
          ],
        },
      ],
    },
    {
      name: "axios defaults bearer of instance",
      code: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.defaults.headers.common.Authorization = "Bearer " + process.env.PLEO_API_KEY;`,
      errors: [
        {
          messageId: "scheme",
          line: 4,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
import axios from "axios";
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.defaults.headers.common.Authorization = \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`;`,
            },
          ],
        },
      ],
    },
    {
      name: "ky hook",
      code: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Bearer \${process.env.PLEO_API_KEY}\`); }] } });`,
      errors: [
        {
          messageId: "scheme",
          line: 3,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
import ky from "ky";
export const client = ky.extend({ prefixUrl: "https://external.pleo.io", hooks: { beforeRequest: [(request) => { request.headers.set("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`); }] } });`,
            },
          ],
        },
      ],
    },
    {
      name: "new Request",
      code: `
const headers = new Headers();
headers.append("Authorization", process.env.PLEO_API_KEY ?? "");
export const f = () => fetch(new Request("https://external.pleo.io/v1/introspect", { headers }));`,
      errors: [
        {
          messageId: "bare",
          line: 3,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
const headers = new Headers();
headers.append("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY ?? ""}:\`)}\`);
export const f = () => fetch(new Request("https://external.pleo.io/v1/introspect", { headers }));`,
            },
          ],
        },
      ],
    },
    {
      name: "Headers from pairs",
      code: `
const headers = new Headers([["authorization", \`token \${process.env.PLEO_API_KEY}\`]]);
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers });`,
      errors: [
        {
          messageId: "scheme",
          line: 2,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
const headers = new Headers([["authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`]]);
export const f = () => fetch("https://external.pleo.io/v1/introspect", { headers });`,
            },
          ],
        },
      ],
    },
    {
      name: "octokit-like",
      code: `
import { PleoClient } from "@acme/pleo";
export const c = new PleoClient({ auth: \`Bearer \${process.env.PLEO_API_KEY}\`, baseUrl: "https://external.pleo.io" });`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "http auth colon missing",
      code: `
const https = require("node:https");
https.get({ hostname: "external.pleo.io", path: "/v1/introspect", auth: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "colon", line: 3 }],
    },
    {
      name: "bearer-token option of some libraries",
      code: `
import { createClient } from "@hey-api/client-fetch";
export const c = createClient({ baseUrl: "https://external.pleo.io", auth: () => \`Bearer \${process.env.PLEO_API_KEY}\` });`,
      errors: [
        {
          messageId: "scheme",
          line: 3,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
import { createClient } from "@hey-api/client-fetch";
export const c = createClient({ baseUrl: "https://external.pleo.io", auth: () => \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` });`,
            },
          ],
        },
      ],
    },
    {
      name: "axios with bearerAuth chain",
      code: `
import request from "supertest-as-promised";
export const c = () => request("https://external.pleo.io").get("/v1/introspect").bearerAuth(process.env.PLEO_API_KEY);`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "wretch",
      code: `
import wretch from "wretch";
export const api = wretch("https://external.pleo.io").auth(\`Bearer \${process.env.PLEO_API_KEY}\`);`,
      errors: [{ messageId: "scheme", line: 3 }],
    },
    {
      name: "setHeader on request",
      code: `
const https = require("https");
const req = https.request("https://external.pleo.io/v1/introspect");
req.setHeader("Authorization", "Bearer " + process.env.PLEO_API_KEY);
req.end();`,
      errors: [
        {
          messageId: "scheme",
          line: 4,
          suggestions: [
            {
              messageId: "useBasic",
              output: `
const https = require("https");
const req = https.request("https://external.pleo.io/v1/introspect");
req.setHeader("Authorization", \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\`);
req.end();`,
            },
          ],
        },
      ],
    },
  ],
});

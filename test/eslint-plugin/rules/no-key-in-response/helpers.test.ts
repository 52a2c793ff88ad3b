import { noKeyInResponse } from "../../../../eslint-plugin/rules/no-key-in-response.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run(
  "no-key-in-response: helpers that answer with what they are given",
  noKeyInResponse,
  {
    valid: [
      {
        name: "response wrapper good",
        code: `
const json = (statusCode, payload) => ({ statusCode, body: JSON.stringify(payload) });
export const handler = async (event) => {
  const basic = btoa(\`\${process.env.PLEO_API_KEY}:\`);
  const res = await fetch("https://external.pleo.io/v1/introspect", { headers: { Authorization: \`Basic \${basic}\` } });
  return json(200, { ok: res.ok });
};`,
      },
    ],
    invalid: [
      {
        name: "response wrapper body as text",
        code: `
const json = (statusCode, payload) => ({ statusCode, body: JSON.stringify(payload) });
export const handler = async (event) => {
  const basic = btoa(\`\${process.env.PLEO_API_KEY}:\`);
  return json(200, { header: \`Basic \${basic}\` });
};`,
        errors: [{ messageId: "returned", line: 5 }],
      },
      {
        name: "response wrapper function declaration, block body",
        code: `
function reply(body, statusCode = 200) {
  const headers = { "content-type": "application/json" };
  return { statusCode, headers, body: JSON.stringify(body) };
}
export async function handler() {
  const result = { pleoApiKey: process.env.PLEO_API_KEY };
  return reply(result);
}`,
        errors: [{ messageId: "returned", line: 8 }],
      },
      {
        name: "response wrapper const result",
        code: `
function reply(body) { return { statusCode: 200, body: JSON.stringify(body) }; }
export async function handler() {
  const answer = reply({ key: process.env.PLEO_API_KEY });
  return answer;
}`,
        errors: [{ messageId: "returned", line: 4 }],
      },
      {
        name: "wrapper in object",
        code: `
const Http = { ok: (data) => ({ statusCode: 200, body: JSON.stringify(data) }), bad: (message) => ({ statusCode: 400, body: message }) };
export async function handler() {
  return Http.ok({ key: process.env.PLEO_API_KEY });
}`,
        errors: [{ messageId: "returned", line: 4 }],
      },
      {
        name: "wrapper with its own key",
        code: `
const json = (statusCode, payload) => ({ statusCode, body: JSON.stringify({ ...payload, key: process.env.PLEO_API_KEY }) });
export const handler = async () => json(200, { ok: true });`,
        errors: [{ messageId: "returned", line: 2 }],
      },
      {
        name: "wrapper of wrappers",
        code: `
const respond = (statusCode, payload) => ({ statusCode, body: JSON.stringify(payload) });
const ok = (payload) => respond(200, payload);
export const handler = async () => ok({ key: process.env.PLEO_API_KEY });`,
        errors: [{ messageId: "returned", line: 4 }],
      },
      {
        name: "express wrapper",
        code: `
const send = (res, payload) => res.status(200).json(payload);
app.get("/x", (req, res) => { send(res, { key: process.env.PLEO_API_KEY }); });`,
        errors: [{ messageId: "sent", line: 3 }],
      },
      {
        name: "fetch response wrapper",
        code: `
const json = (payload, init) => new Response(JSON.stringify(payload), { headers: { "content-type": "application/json" }, ...init });
export const GET = async () => json({ key: process.env.PLEO_API_KEY });`,
        errors: [{ messageId: "sent", line: 3 }],
      },
      {
        name: "fetch response wrapper in worker",
        code: `
function json(payload, status = 200) { return new Response(JSON.stringify(payload), { status }); }
export default { async fetch(request, env) {
  if (request.method !== "GET") return json({ error: "no" }, 405);
  return json({ auth: \`Basic \${btoa(env.PLEO_API_KEY + ":")}\` });
} };`,
        errors: [{ messageId: "sent", line: 5 }],
      },
    ],
  },
);

new RuleTester().run("no-key-in-response: helpers that choose nothing", noKeyInResponse, {
  valid: [
    {
      name: "helper is given last four",
      code: `
const json = (statusCode, payload) => ({ statusCode, body: JSON.stringify(payload) });
export const handler = async () => json(200, { last: process.env.PLEO_API_KEY.slice(-4) });`,
    },
    {
      name: "helper asks",
      code: `
const post = (payload) => fetch("https://vault.acme.dev", { method: "POST", body: JSON.stringify(payload) });
export const handler = async () => { await post({ key: process.env.PLEO_API_KEY }); return { statusCode: 204, body: "" }; };`,
    },
    {
      name: "res of a fetch",
      code: `
const read = (res, payload) => res.json(payload);
export const go = async (result) => read(result, { key: process.env.PLEO_API_KEY });`,
    },
  ],
  invalid: [
    {
      name: "one of two callers",
      code: `
const json = (statusCode, payload) => ({ statusCode, body: JSON.stringify(payload) });
export const good = async () => json(200, { ok: true });
export const bad = async () => json(200, { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "returned", line: 4 }],
    },
  ],
});

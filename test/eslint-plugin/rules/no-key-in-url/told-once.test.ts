import { noKeyInUrl } from "../../../../eslint-plugin/rules/no-key-in-url.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-url: one report for one address", noKeyInUrl, {
  valid: [],
  invalid: [
    {
      name: "case",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  const base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
  return ping(base, "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "in place argument",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  return ping(\`https://\${settings.pleoApiKey}:@external.pleo.io\`, "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "path argument",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  return ping("https://external.pleo.io", \`/v1/me?key=\${settings.pleoApiKey}\`); }`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "two levels",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
const get = (base, path) => ping(base, path);
async function f(settings) {
  const base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
  return get(base, "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "got",
      code: `
import got from "got";
const call = (root, path) => got(root + path);
async function f(settings) {
  const base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
  return call(base, "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 5 }],
    },
    {
      name: "class",
      code: `
class A { ping(base, path) { return axios.get(\`\${base}\${path}\`); }
  run(settings) { return this.ping(\`https://\${settings.pleoApiKey}:@external.pleo.io\`, "/v1"); } }`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "field",
      code: `
class A { constructor(settings) {
  this.base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`; }
  ping(path) { return fetch(\`\${this.base}\${path}\`); } }`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "options param",
      code: `
async function ping({ base, path }) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  const base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
  return ping({ base, path: "/v1/installations/me" }); }`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "query object",
      code: `
async function ping(base, query) { return fetch(\`\${base}?\${query}\`); }
async function f(settings) {
  return ping("https://external.pleo.io/v1/me", \`key=\${settings.pleoApiKey}\`); }`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "key given to helper",
      code: `
async function ping(base, key) { return fetch(\`\${base}?key=\${key}\`); }
async function f(settings) {
  return ping("https://external.pleo.io", settings.pleoApiKey); }`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "key in both",
      code: `
async function ping(base, key) { return fetch(\`\${base}/me?key=\${key}\`); }
async function f(settings) {
  const base = \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
  return ping(base, settings.pleoApiKey); }`,
      errors: [
        { messageId: "inUrl", line: 2 },
        { messageId: "inUrl", line: 4 },
      ],
    },
    {
      name: "path given key direct",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  return ping("https://external.pleo.io/keys/", settings.pleoApiKey); }`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "one call told, another direct",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  ping("https://external.pleo.io", \`/v1?key=\${settings.pleoApiKey}\`);
  return ping("https://external.pleo.io/keys/", settings.pleoApiKey); }`,
      errors: [
        { messageId: "inUrl", line: 2 },
        { messageId: "inUrl", line: 4 },
      ],
    },
    {
      name: "not readable base text",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
async function f(settings) {
  const base = prefix + settings.pleoApiKey + suffix;
  return ping(base, "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "returned base",
      code: `
async function ping(base, path) { return fetch(\`\${base}\${path}\`); }
const baseOf = (settings) => \`https://\${settings.pleoApiKey}:@external.pleo.io\`;
async function f(settings) { return ping(baseOf(settings), "/v1/installations/me"); }`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "text helper",
      code: `
async function ping(path) { return fetch(\`https://external.pleo.io\${path}\`); }
async function f(settings) {
  return ping(\`/v1/me?key=\${settings.pleoApiKey}\`); }`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "URL passed on in param",
      code: `
async function go(redirect) { return axios.get("https://a.example/x", { params: { redirect } }); }
async function f(settings) { go(\`https://\${settings.pleoApiKey}:@external.pleo.io\`); }`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "sum of const",
      code: `
const url = "https://external.pleo.io/v1?key=" + process.env.PLEO_API_KEY; fetch(\`\${url}&limit=3\`);`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
  ],
});

import { noKeyInUrl } from "../../../../eslint-plugin/rules/no-key-in-url.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-url: options that functions make", noKeyInUrl, {
  valid: [
    {
      name: "opts from function https.get",
      code: `
const https = require('node:https');
function options(path) { return { hostname: 'external.pleo.io', path, auth: \`\${process.env.PLEO_API_KEY}:\`, headers: { Accept: 'application/json' } }; }
function call(path) { const opts = options(path); return https.get(opts, (res) => res.resume()); }`,
    },
    {
      name: "options inline call",
      code: `
const https = require('node:https');
const options = (path) => ({ hostname: 'external.pleo.io', path, auth: \`\${process.env.PLEO_API_KEY}:\` });
const call = (path, cb) => https.request(options(path), cb);`,
    },
    {
      name: "options with headers method",
      code: `
import { request } from 'https';
class P { #key = process.env.PLEO_API_KEY;
 private options(path: string) { return { host: 'external.pleo.io', path, headers: { Authorization: 'Basic ' + Buffer.from(this.#key + ':').toString('base64') } }; }
 call(path: string) { return request(this.options(path), (r) => r.resume()); } }`,
    },
    {
      name: "http2",
      code: `
const http2 = require('node:http2');
const headers = (path) => ({ ':path': path, authorization: \`Basic \${Buffer.from(process.env.PLEO_API_KEY + ':').toString('base64')}\` });
const call = (path) => { const client = http2.connect('https://external.pleo.io'); return client.request(headers(path)); };`,
    },
    {
      name: "axios config from function",
      code: `
const axios = require('axios');
const config = (path) => ({ url: \`https://external.pleo.io\${path}\`, auth: { username: process.env.PLEO_API_KEY, password: '' } });
const call = (path) => axios(config(path));
const call2 = (path) => axios.request(config(path));`,
    },
    {
      name: "got options from function",
      code: `
const got = require('got');
const options = (path) => ({ url: \`https://external.pleo.io\${path}\`, username: process.env.PLEO_API_KEY, password: '' });
const call = (path) => got(options(path));`,
    },
    {
      name: "new Request from a function",
      code: `
const request = (path) => new Request(\`https://external.pleo.io\${path}\`, { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => fetch(request(path));`,
    },
    {
      name: "ofetch undici options unknown",
      code: `
import { request } from 'undici';
const at = (path) => ({ origin: 'https://external.pleo.io', path, method: 'GET', headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => request(at(path));`,
    },
    {
      name: "assigned object",
      code: `
const https = require('https');
const base = { hostname: 'external.pleo.io', auth: \`\${process.env.PLEO_API_KEY}:\` };
const call = (path, cb) => https.get(Object.assign({}, base, { path }), cb);`,
    },
    {
      name: "spread object",
      code: `
const https = require('https');
const base = { hostname: 'external.pleo.io', auth: \`\${process.env.PLEO_API_KEY}:\` };
const call = (path, cb) => https.get({ ...base, path }, cb);`,
    },
    {
      name: "url then options",
      code: `
const https = require('https');
const { urlToHttpOptions } = require('url');
const call = (path, cb) => https.get({ ...urlToHttpOptions(new URL(path, 'https://external.pleo.io')), auth: \`\${process.env.PLEO_API_KEY}:\` }, cb);`,
    },
    {
      name: "let opts",
      code: `
const https = require('https');
let opts = { hostname: 'external.pleo.io' };
opts.auth = \`\${process.env.PLEO_API_KEY}:\`;
opts.path = '/v1/companies';
https.get(opts, (r) => r.resume());`,
    },
    {
      name: "json body from function with settings",
      code: `
const settings = () => ({ method: 'POST', headers: { authorization: \`Basic \${btoa(process.env.PLEO_API_KEY + ':')}\` } });
const call = (path) => fetch(\`https://external.pleo.io\${path}\`, settings());`,
    },
    {
      name: "pleo target object",
      code: `
function target() { return { url: 'https://external.pleo.io/v1/companies', token: process.env.PLEO_API_KEY }; }
const call = () => { const t = target(); return fetch(t.url, { headers: { Authorization: \`Basic \${btoa(t.token + ':')}\` } }); };`,
    },
  ],
  invalid: [
    {
      name: "path in opts",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', path: \`/v1/companies?key=\${process.env.PLEO_API_KEY}\` }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 3 }],
    },
    {
      name: "path is the key",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', path: process.env.PLEO_API_KEY }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "search in opts",
      code: `
const https = require('https');
function options() { return { hostname: 'external.pleo.io', search: process.env.PLEO_API_KEY }; }
https.get(options(), (r) => r.resume());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "axios params of function",
      code: `
const axios = require('axios');
const config = () => ({ url: \`https://external.pleo.io/v1/companies\`, params: { key: process.env.PLEO_API_KEY } });
const call = () => axios(config());`,
      errors: [{ messageId: "inUrl", line: 4 }],
    },
    {
      name: "url from function",
      code: `
const address = () => 'https://external.pleo.io/v1/companies?key=' + process.env.PLEO_API_KEY;
const call = () => fetch(address());`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
    {
      name: "url func new URL",
      code: `
const address = () => { const u = new URL('https://external.pleo.io/v1/companies'); u.searchParams.set('key', process.env.PLEO_API_KEY); return u; };
const call = () => fetch(address());`,
      errors: [{ messageId: "inUrl", line: 2 }],
    },
  ],
});

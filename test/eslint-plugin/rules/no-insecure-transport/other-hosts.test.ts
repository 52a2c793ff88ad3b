import { noInsecureTransport } from "../../../../eslint-plugin/rules/no-insecure-transport.ts";
import { RuleTester } from "../../rule-tester.ts";

const LENIENT = "const agent = new https.Agent({ rejectUnauthorized: false });";
const TALKS = `fetch("https://external.pleo.io/v1/introspect");`;

/** A program that talks to Pleo, and has something lenient besides. */
function besides(...lines: readonly string[]): string {
  return [...lines, TALKS].join("\n");
}

new RuleTester().run("no-insecure-transport: what goes elsewhere", noInsecureTransport, {
  valid: [
    // Its name says whose address it is
    besides(LENIENT, "fetch(`${process.env.NAVISION_URL}/api/accounts`, { agent });"),
    besides(LENIENT, "fetch(env.ERP_BASE_URL + '/api', { agent });"),
    besides(LENIENT, "fetch(config.get('sap.url'), { agent });"),
    besides(LENIENT, "fetch(new URL('/api', settings.warehouse.baseUrl), { agent });"),
    besides(LENIENT, "const { LDAP_URL } = process.env; fetch(`${LDAP_URL}/x`, { agent });"),
    besides(LENIENT, "const BASE = process.env.ERP_URL; fetch(`${BASE}/x`, { agent });"),
    besides(LENIENT, "const base = process.env.ERP_URL ?? ''; fetch(`${base}/x`, { agent });"),
    besides(LENIENT, "https.get({ hostname: process.env.SAP_HOST, agent }, done);"),
    besides(
      "const erp = axios.create({ baseURL: process.env.ERP_URL, httpsAgent: new https.Agent({ rejectUnauthorized: false }) });",
      "erp.get('/accounts');",
    ),
    besides(
      "https.request({ host: process.env.PRINTER_HOST, path: '/', rejectUnauthorized: false });",
    ),
    // Everybody who calls with it says another host
    besides(
      LENIENT,
      "const ask = (url) => fetch(url, { agent });",
      "ask('https://erp.example/a'); ask(`${process.env.ERP_URL}/b`);",
    ),
    // A field of a class
    besides(
      "class Erp { agent = new https.Agent({ rejectUnauthorized: false });",
      "get(path) { return fetch(`https://erp.acme.dk${path}`, { agent: this.agent }); } }",
    ),
    // Closed again, which sends nothing
    besides(LENIENT, "fetch('https://erp.example', { agent }); agent.destroy();"),
  ],
  invalid: [
    // Anybody's address
    besides(LENIENT, "fetch(`${process.env.API_URL}/v1`, { agent });"),
    besides(LENIENT, "fetch(`${config.baseUrl}/v1`, { agent });"),
    besides(LENIENT, "const send = (url) => fetch(url, { agent });"),
    besides(LENIENT, "fetch(tenant.endpoint, { agent });"),
    besides(LENIENT, "fetch('/v1', { agent });"),
    // Pleo's
    besides(LENIENT, "fetch(`${process.env.PLEO_PROXY_URL}/v1`, { agent });"),
    besides(LENIENT, "fetch(`${erp.PLEO_URL}/v1`, { agent });"),
    besides(
      LENIENT,
      "fetch(`${process.env.ERP_URL}/v1`, { agent }); fetch('https://external.pleo.io/v1', { agent });",
    ),
    besides(
      LENIENT,
      "const ask = (url) => fetch(url, { agent });",
      "ask('https://erp.example/a'); ask('https://external.pleo.io/v1');",
    ),
    besides(
      LENIENT,
      "const base = process.env.ERP_URL ?? 'https://external.pleo.io'; fetch(`${base}/x`, { agent });",
    ),
    besides(
      "class Erp { agent = new https.Agent({ rejectUnauthorized: false });",
      "get(path) { return fetch(`https://external.pleo.io${path}`, { agent: this.agent }); } }",
    ),
    besides(
      "class Erp { agent = new https.Agent({ rejectUnauthorized: false });",
      "get(path) { fetch('https://erp.example', { agent: this.agent }); return send(path, this.agent); } }",
    ),
    // For all requests, or for whoever wants it
    besides(LENIENT, "fetch('https://erp.example', { agent }); setGlobalDispatcher(agent);"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); https.globalAgent = agent;"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); axios.defaults.httpsAgent = agent;"),
    besides(`export ${LENIENT}`, "fetch('https://erp.example', { agent });"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); export { agent };"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); export default agent;"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); const give = () => agent;"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); module.exports = { agent };"),
    besides(LENIENT, "fetch('https://erp.example', { agent }); send('/v1', agent);"),
  ].map((code) => ({ code, errors: [{ messageId: "unchecked" as const }] })),
});

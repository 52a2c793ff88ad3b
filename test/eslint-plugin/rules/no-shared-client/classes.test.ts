import { noSharedClient } from "../../../../eslint-plugin/rules/no-shared-client.ts";
import { RuleTester } from "../../rule-tester.ts";

const PLEO = "https://external.pleo.io";
const ENV = "process.env.PLEO_API_KEY";

function shared(name: string, tenant: string) {
  return [{ messageId: "shared" as const, data: { name, tenant } }];
}

new RuleTester().run("no-shared-client: kept by a class", noSharedClient, {
  valid: [
    `class P { pleo = new PleoClient(${ENV}); up() { return this.pleo.introspect(); } } function f(tenant) {}`,
    `class P { constructor(tenant, key) { this.tenant = tenant; this.pleo = new PleoClient(key); } tags() { return this.pleo.tags(this.tenant.companyId); } }`,
    `import axios from "axios"; class P { http = axios.create({ baseURL: "${PLEO}" }); tags(tenant) { return this.http.get("/v0/tags", { auth: { username: tenant.pleoApiKey } }); } }`,
    `class P { pleo = new PleoClient(${ENV}); tags(tenant) { return this.other.tags(tenant.companyId); } }`,
    `class P { pleo = new PleoClient(${ENV}); tags(tenant) { return this.pleo === tenant.pleo; } }`,
  ],
  invalid: [
    {
      code: `class P { pleo = new PleoClient(${ENV}); tags(tenant) { return this.pleo.tags(tenant.companyId); } }`,
      errors: shared("this.pleo", "tenant"),
    },
    {
      code: `class P { #pleo; constructor() { this.#pleo = new PleoClient({ apiKey: ${ENV} }); } async tags(tenantId) { return this.#pleo.tags(await companyOf(tenantId)); } }`,
      errors: shared("this.#pleo", "tenantId"),
    },
    {
      code: `class P { static pleo = createPleoClient(${ENV}); static tags(tenant) { return P.pleo.tags(tenant.companyId); } }`,
      errors: shared("P.pleo", "tenant"),
    },
    {
      code: `import axios from "axios"; class P { http = axios.create({ baseURL: "${PLEO}", auth: { username: ${ENV} } }); tags(tenant) { return this.http.get("/v0/tags", { params: { company_id: tenant.companyId } }); } }`,
      errors: shared("this.http", "tenant"),
    },
  ],
});

new RuleTester().run("no-shared-client: what a class makes of the program's key", noSharedClient, {
  valid: [
    {
      name: "key of the constructor",
      code: `
export class P {
  readonly #auth: string;
  constructor(tenant: Tenant) { this.#auth = \`Basic \${btoa(tenant.pleoApiKey + ":")}\`; }
  async entries(tenant: Tenant) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenant.companyId}\`, { headers: { Authorization: this.#auth } }); } }`,
    },
    {
      name: "key param of the constructor",
      code: `
export class P {
  readonly #auth: string;
  constructor(pleoApiKey: string) { this.#auth = \`Basic \${btoa(pleoApiKey + ":")}\`; }
  async entries(tenantId: string) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenantId}\`, { headers: { Authorization: this.#auth } }); } }`,
    },
    {
      name: "no tenant",
      code: `
export class P {
  private readonly key = process.env.PLEO_API_KEY;
  async entries(companyId: string) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${companyId}\`, { headers: { Authorization: \`Basic \${btoa(this.key + ":")}\` } }); } }`,
    },
    {
      name: "written by a method",
      code: `
export class P {
  private key = process.env.PLEO_API_KEY;
  async use(tenant: Tenant) { this.key = await vault.read(tenant.id); }
  async entries(tenant: Tenant) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenant.companyId}\`, { headers: { Authorization: \`Basic \${btoa(this.key + ":")}\` } }); } }`,
    },
    {
      name: "only stands in",
      code: `
export class P {
  private readonly key = process.env.PLEO_API_KEY;
  async entries(tenant: Tenant) {
    const key = tenant.pleoApiKey ?? this.key;
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenant.companyId}\`, { headers: { Authorization: \`Basic \${btoa(key + ":")}\` } }); } }`,
    },
    {
      name: "fingerprint only",
      code: `
export class P {
  private readonly key = process.env.PLEO_API_KEY;
  async entries(tenant: Tenant) {
    log.info(this.key.slice(-4)); if (!this.key) throw new Error("no key");
    return this.clients.of(tenant).entries(); } }`,
    },
    {
      name: "other vendor",
      code: `
export class P {
  private readonly key = process.env.ACME_API_KEY; pleo = "pleo";
  async entries(tenant: Tenant) {
    return fetch(\`https://api.acme.com/v0/tags?company_id=\${tenant.companyId}\`, { headers: { Authorization: \`Basic \${btoa(this.key + ":")}\` } }); } }`,
    },
  ],
  invalid: [
    {
      name: "nest",
      code: `
import { ConfigService } from '@nestjs/config';
@Injectable() export class P {
  private readonly authorization: string;
  constructor(config: ConfigService, private readonly tenants: Repository<Tenant>) {
    const key = config.getOrThrow<string>('PLEO_API_KEY');
    this.authorization = \`Basic \${Buffer.from(\`\${key}:\`).toString('base64')}\`; }
  async entries(tenantId: string) {
    const tenant = await this.tenants.findOneByOrFail({ id: tenantId });
    const headers = { Authorization: this.authorization };
    return fetch(\`https://external.pleo.io/v1/accounting-entries:search?company_id=\${tenant.pleoCompanyId}\`, { method: 'POST', headers, body: '{}' }); } }`,
      errors: [{ messageId: "shared", line: 10 }],
    },
    {
      name: "field of env",
      code: `
export class P {
  private readonly key = process.env.PLEO_API_KEY;
  async entries(tenant: Tenant) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenant.companyId}\`, { headers: { Authorization: \`Basic \${btoa(this.key + ":")}\` } }); } }`,
      errors: [{ messageId: "shared", line: 5 }],
    },
    {
      name: "headers method",
      code: `
export class P {
  readonly #auth = \`Basic \${btoa(process.env.PLEO_API_KEY + ":")}\`;
  #headers() { return { Authorization: this.#auth }; }
  async entries(tenant: Tenant) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${tenant.companyId}\`, { headers: this.#headers() }); } }`,
      errors: [{ messageId: "shared", line: 6 }],
    },
    {
      name: "client field",
      code: `
export class P {
  private readonly http = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });
  async entries(tenant: Tenant) {
    return this.http.get("/v0/tags", { params: { company_id: tenant.companyId } }); } }`,
      errors: [{ messageId: "shared", line: 5 }],
    },
  ],
});

import { noCompanyIdFromRequest } from "../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { marked } from "../marked.ts";
import { RuleTester } from "../rule-tester.ts";

const PLEO = "https://external.pleo.io";
const TAGS = `${PLEO}/v0/tag-groups?company_id=`;
const AUTH = "Authorization: `Basic ${btoa(`${process.env.PLEO_API_KEY}:`)}`";
const HEADERS = `{ headers: { ${AUTH} } }`;

/** A handler that asks Pleo about a company, after what else it does. */
function handler(company: string, before = ""): string {
  return `app.get("/", async (req, res) => { ${before} await fetch(\`${TAGS}\${${company}}\`, ${HEADERS}); });`;
}

/** Code that asks about a company that is a constant or a parameter called `id`. */
const ASKS = `fetch(\`${TAGS}\${id}\`, ${HEADERS})`;

function named(input: string) {
  return [{ messageId: "named" as const, data: { input } }];
}

new RuleTester().run("no-company-id-from-request: where it comes from", noCompanyIdFromRequest, {
  valid: [
    // Not the caller's
    handler("req.session.companyId"),
    handler("req.user.companyId"),
    handler("req.auth.company"),
    handler("req.tenant.companyId"),
    handler("req.url"),
    handler("res.locals.companyId"),
    handler("process.env.PLEO_COMPANY_ID"),
    handler("companyOf(req.user)"),
    handler("COMPANIES[req.query.country]"),
    handler("COMPANIES.get(req.query.country)"),
    `const req = { query: { id: "1" } }; fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS});`,
    `export async function sync(job) { const { id } = job.data; await ${ASKS}; }`,
    `export async function sync(id) { await ${ASKS}; }`,
    `app.get("/", async (c) => { const { id } = c.get("jwtPayload"); await ${ASKS}; });`,
    `app.get("/", async (c) => { const id = c.env.COMPANY; await ${ASKS}; });`,
    `app.use(async (ctx) => { const { id } = ctx.state.company; await ${ASKS}; });`,
    `exports.handler = async (event) => { const { id } = event.requestContext.authorizer; await ${ASKS}; };`,
    `class C { @Get() async tags(@CurrentCompany() id) { await ${ASKS}; } }`,
    `function ask({ params: { id } }) { return ${ASKS}; }`,
    `export function queryOf({ query: { id } }) { return ${ASKS}; }`,
    `list.query(async ({ output: { id } }) => ${ASKS});`,
    `const helper = { Question: { company: (parent, { id }) => ${ASKS} } };`,
    `async function ask(id) { await ${ASKS}; } app.get("/", (req) => ask(req.user.companyId));`,
    `async function f(form: Form) { const id = form.get("id"); await ${ASKS}; }`,
    // Not the company
    `app.get("/", async (req, res) => { await fetch(\`${PLEO}/v0/tag-groups/\${req.params.id}?company_id=1\`, ${HEADERS}); });`,
    `app.get("/", async (req, res) => { await fetch(\`${PLEO}/v0/tag-groups?company_id=1&limit=\${req.query.limit}\`, ${HEADERS}); });`,
    `app.get("/", async (req, res) => { await fetch(\`${PLEO}/v0/tag-groups?my_company_id=\${req.query.id}\`, ${HEADERS}); });`,
    `import axios from "axios"; app.get("/", (req) => axios.post("${PLEO}/v1/vendors:search", { name: req.body.companyName }, { params: { company_id: "1" }, headers: { ${AUTH} } }));`,
  ],
  invalid: [
    { code: handler("req.query.companyId"), errors: named("req.query.companyId") },
    { code: handler("req.params.id"), errors: named("req.params.id") },
    { code: handler("req.body.company.id"), errors: named("req.body.company.id") },
    { code: handler('req.headers["x-company"]'), errors: named('req.headers["x-company"]') },
    { code: handler('req.get("x-company")'), errors: named('req.get("x-company")') },
    { code: handler("req.query[name]"), errors: named("req.query[name]") },
    { code: handler("(req.query.id as string)!"), errors: named("req.query.id") },
    { code: handler("req.query?.id"), errors: [{ messageId: "named" }] },
    { code: handler("encodeURIComponent(req.query.id)"), errors: named("req.query.id") },
    { code: handler("String(req.query.id).trim()"), errors: named("req.query.id") },
    { code: handler("req.query.id ?? stored.companyId"), errors: named("req.query.id") },
    { code: handler("stored.companyId || req.query.id"), errors: named("req.query.id") },
    { code: handler("some ? req.query.id : stored.id"), errors: named("req.query.id") },
    { code: handler("id", "const { id } = req.query;"), errors: named("req.query") },
    {
      code: handler("id", "const { companyId: id = '1' } = req.query;"),
      errors: named("req.query"),
    },
    { code: handler("id", "const { query: { id } } = req;"), errors: [{ messageId: "named" }] },
    { code: handler("id", "let id; id = req.query.id;"), errors: named("req.query.id") },
    {
      code: handler("input.id", "const input = { id: req.query.id };"),
      errors: named("req.query.id"),
    },
    { code: handler("id", "const { id } = Query.parse(req.query);"), errors: named("req.query") },
    {
      code: handler("data.id", "const { data } = Query.safeParse(req.query);"),
      errors: named("req.query"),
    },
    {
      code: `export async function POST(request) { const { id } = await request.json(); await ${ASKS}; }`,
      errors: named("request.json()"),
    },
    {
      code: `export async function GET(request) { const id = request.nextUrl.searchParams.get("id"); await ${ASKS}; }`,
      errors: named('request.nextUrl.searchParams.get("id")'),
    },
    {
      code: `export async function GET(request) { const id = new URL(request.url).searchParams.get("id"); await ${ASKS}; }`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `export async function GET(_request, { params }) { const { id } = await params; await ${ASKS}; }`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `export default async function Page({ params: { id } }) { await ${ASKS}; }`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `export const loader = async ({ request, params: { id } }) => ${ASKS};`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `export const action = async ({ request }) => { const id = (await request.formData()).get("id"); await ${ASKS}; };`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `app.get("/:id", async (c) => { const id = c.req.param("id"); await ${ASKS}; });`,
      errors: named('c.req.param("id")'),
    },
    {
      code: `app.get("/", async (ctx) => { const { id } = ctx.request.body; await ${ASKS}; });`,
      errors: named("ctx.request.body"),
    },
    {
      code: `app.get("/", async (ctx) => { const { id } = ctx.query; await ${ASKS}; });`,
      errors: named("ctx.query"),
    },
    {
      code: `exports.handler = async (event) => { const { id } = JSON.parse(event.body); await ${ASKS}; };`,
      errors: named("event.body"),
    },
    {
      code: `exports.handler = async (event) => { const id = event.pathParameters.id; await ${ASKS}; };`,
      errors: named("event.pathParameters.id"),
    },
    {
      code: `defineEventHandler(async (event) => { const { id } = getQuery(event); await ${ASKS}; });`,
      errors: named("getQuery(event)"),
    },
    {
      code: `export async function save(form: FormData) { const id = form.get("id"); await ${ASKS}; }`,
      errors: named('form.get("id")'),
    },
    {
      code: `class C { @Get() async tags(@Param("id") id) { await ${ASKS}; } }`,
      errors: named("id"),
    },
    {
      code: `t.procedure.query(async ({ input: { id } }) => ${ASKS});`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `const resolvers = { Query: { company: (parent, { id }) => ${ASKS} } };`,
      errors: [{ messageId: "named" }],
    },
    {
      code: `export function f(incoming: NextApiRequest) { const { id } = incoming.query; return ${ASKS}; }`,
      errors: named("incoming.query"),
    },
    {
      code: `async function ask(id) { await ${ASKS}; } app.get("/", (req) => ask(req.query.id));`,
      errors: [{ messageId: "named", line: 1, column: 91, data: { input: "req.query.id" } }],
    },
  ],
});

/** Where a request has its company: each of these is the query's `id` of a caller. */
const PLACES: readonly string[] = [
  `fetch(\`${PLEO}/v1/companies/\${req.query.id}\`, ${HEADERS})`,
  `fetch(\`${PLEO}/v1/companies/\${req.query.id}/vendors\`, ${HEADERS})`,
  `fetch(\`${PLEO}/v0/tag-groups?limit=1&company_id=\${req.query.id}\`, ${HEADERS})`,
  `fetch(\`${PLEO}/v0/tag-groups?\${new URLSearchParams({ company_id: req.query.id })}\`, ${HEADERS})`,
  `fetch("${PLEO}/v1/chart-of-accounts", { method: "POST", headers: { ${AUTH} }, body: JSON.stringify({ companyId: req.query.id }) })`,
  `axios.get("${PLEO}/v0/tag-groups", { params: { company_id: req.query.id }, headers: { ${AUTH} } })`,
  `axios.get("${PLEO}/v0/tag-groups", { params: { organization_id: req.query.id }, auth: { username: process.env.PLEO_API_KEY } })`,
  `fetch(\`${PLEO}/v0/tag-groups?companyId=\${req.query.id}\`, { headers: headersFor(process.env.PLEO_API_KEY) })`,
  `fetch(\`\${baseUrl}/v0/tag-groups?company_id=\${req.query.id}\`, ${HEADERS})`,
];

new RuleTester().run("no-company-id-from-request: how it is sent", noCompanyIdFromRequest, {
  valid: [
    // Somebody else is asked
    ...[
      "https://backend.example.com",
      "https://app.pleo.io",
      "https://external.pleo.io.evil.example",
    ].map(
      (origin) =>
        `app.get("/", (req) => fetch(\`${origin}/v1/companies/\${req.query.id}\`, ${HEADERS}));`,
    ),
    // A request that is about to be sent
    `export function send(request: PleoRequest) { return fetch(\`${TAGS}\${request.query.id}\`, ${HEADERS}); }`,
    // Whose key it is
    `app.get("/", (req) => fetch(\`${TAGS}\${req.query.id}\`));`,
    `app.get("/", (req) => fetch(\`${TAGS}\${req.query.id}\`, { headers: { Authorization: req.headers.authorization } }));`,
    `app.get("/", (req) => fetch(\`${TAGS}\${req.query.id}\`, { headers: { Authorization: \`Basic \${btoa(req.body.pleoApiKey + ":")}\` } }));`,
    `app.get("/", (req) => { const { pleoApiKey, id } = req.body; return fetch(\`${TAGS}\${id}\`, { headers: { Authorization: \`Basic \${btoa(pleoApiKey + ":")}\` } }); });`,
    `app.get("/", (req) => fetch(\`${TAGS}\${req.query.id}\`, { headers: { Authorization: \`Bearer \${process.env.STRIPE_KEY}\` } }));`,
  ],
  invalid: [
    ...PLACES.map((ask) => `import axios from "axios"; app.get("/", (req) => ${ask});`),
    `export function send(req: NextApiRequest) { return fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS}); }`,
  ].map((code) => ({ code, errors: named("req.query.id") })),
});

new RuleTester().run("no-company-id-from-request: whether it is checked", noCompanyIdFromRequest, {
  valid: [
    handler("req.query.id", "if (req.query.id !== stored.companyId) return;"),
    handler("req.query.id", "if (req.query?.id !== stored.companyId) return;"),
    handler("req.query.id", "if (!IDS.includes(req.query.id)) return;"),
    handler("req.query.id", "if (!(req.query.id in COMPANIES)) return;"),
    handler("req.query.id", "if (COMPANIES[req.query.id] === undefined) return;"),
    handler("req.query.id", "if (!mine.some((each) => each.id === req.query.id)) return;"),
    handler("req.query.id", 'if (req.query.id !== "11111111-1111-4111-8111-111111111111") return;'),
    handler("req.query.id", "switch (req.query.id) { case A: break; default: return; }"),
    handler("req.query.id", "await assertMember(req.user, req.query.id);"),
    handler(
      "req.query.id",
      "await members.findFirst({ where: { company: req.query.id, user: req.user.id } });",
    ),
    handler("id", "const id = String(req.query.id); if (!mine.has(id)) return;"),
    handler("id", "const { id } = req.query; await check(`company/${id}`);"),
    handler(
      "id",
      "const { id } = req.query; const name = `PLEO_KEY_${id}`; use(process.env[name]);",
    ),
    handler("req.query.id", "await requireMembership(req);"),
    handler("req.body.companyId", "verifySignature(req);"),
    handler("req.body.companyId", 'verify(req.rawBody, req.headers["x-pleo-signature"]);'),
    handler("req.body.companyId").replace('"/"', '"/webhooks/pleo"'),
    handler("id", "const { id } = jwt.verify(req.headers.authorization, secret);"),
    `app.get("/", requireCompanyAccess, async (req) => { await fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS}); });`,
    `app.get("/", guards.tenant("read"), async (req) => { await fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS}); });`,
    `app.use("/:id", requireMembership); ${handler("req.query.id")}`,
    `class C { @UseGuards(CompanyGuard) @Get() async tags(@Param("id") id) { await ${ASKS}; } }`,
    `@UseGuards(new MemberGuard()) class C { @Get() async tags(@Param("id") id) { await ${ASKS}; } }`,
    `app.get("/", (req) => fetch(\`${TAGS}\${req.query.id}\`, { headers: headersFor(process.env.PLEO_API_KEY, req.query.id) }));`,
    `async function ask(id) { assertMember(id); await ${ASKS}; } app.get("/", (req) => ask(req.query.id));`,
    `async function ask(id) { await ${ASKS}; } app.get("/", (req) => { assertMember(req.query.id); return ask(req.query.id); });`,
  ],
  invalid: [
    // Only whether it is there, and what form it has
    handler("req.query.id", "if (req.query.id === undefined) return;"),
    handler("req.query.id", "if (req.query.id == null || req.query.id === '') return;"),
    handler("req.query.id", 'if (req.query.id === "all") return;'),
    handler("req.query.id", 'if (typeof req.query.id !== "string") return;'),
    handler("req.query.id", "if (!req.query.id) return;"),
    handler("req.query.id", "if (!isUuid(req.query.id)) return;"),
    handler("req.query.id", "if (req.query.id.length < 36) return;"),
    handler("req.query.id", "logger.info({ company: req.query.id });"),
    // Something else is checked
    handler("req.query.id", "if (req.query.vendor !== stored.vendor) return;"),
    handler("req.query.id", "await requireLogin(req);"),
    `app.get("/", requireLogin, async (req) => { await fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS}); });`,
    `app.use(helmet()); ${handler("req.query.id")}`,
    `class C { @UseGuards(AuthGuard) @Get() async tags(@Param("id") id) { await ${ASKS}; } }`,
    // Too late
    `app.get("/", async (req, res) => { await fetch(\`${TAGS}\${req.query.id}\`, ${HEADERS}); audit(req.query.id); });`,
  ].map((code) => ({ code, errors: [{ messageId: "named" as const }] })),
});

const CLIENT = `const http = axios.create({ baseURL: "${PLEO}", auth: { username: process.env.PLEO_API_KEY } });`;
const ASK_PATH = `const ask = (path) => fetch(\`${PLEO}\${path}\`, ${HEADERS});`;
const ASK_PARAMS = `import axios from "axios"; ${CLIENT} const ask = (path, params) => http.get(path, { params });`;
const SERVICE = `class Tags { async of(id) { return ${ASKS}; } }`;

/** Marks are around what has to be reported. */
function namedAt(text: string, input: string) {
  const { code, line, column } = marked(text);
  return { code, errors: [{ messageId: "named" as const, line, column, data: { input } }] };
}

new RuleTester().run("no-company-id-from-request: through methods", noCompanyIdFromRequest, {
  valid: [
    `${SERVICE} const tags = new Tags(); app.get("/", (req) => tags.of(req.user.companyId));`,
    `${SERVICE} const tags = new Other(); app.get("/", (req) => tags.of(req.query.id));`,
    `${SERVICE} const tags = new Tags(); app.get("/", (req) => tags.list(req.query.id));`,
    `${SERVICE} function f(tags: Tags, job) { return tags.of(job.data.id); }`,
    `class Tags { async of(id, user) { if (id !== user.companyId) throw 1; return ${ASKS}; } } const tags = new Tags(); app.get("/", (req) => tags.of(req.query.id, req.user));`,
    `${SERVICE} const tags = new Tags(); app.get("/", async (req) => { await assertMember(req.query.id); return tags.of(req.query.id); });`,
    `class Tags { constructor(private readonly id: string) {} of() { const { id } = this; return fetch(\`${TAGS}\${this.id}\`, ${HEADERS}); } } app.get("/", (req) => new Tags(req.user.companyId).of());`,
    `const api = { of: (id) => ${ASKS} }; app.get("/", (req) => api.of(req.session.companyId));`,
  ],
  invalid: [
    namedAt(
      `class Tags { async of(id) { return fetch(\`${TAGS}\${«id»}\`, ${HEADERS}); } } const tags = new Tags(); app.get("/", (req) => tags.of(req.query.id));`,
      "req.query.id",
    ),
    ...[
      `${SERVICE} class C { tags = new Tags(); @Get() list(@Query("id") id) { return this.tags.of(id); } }`,
      `${SERVICE} class C { private readonly tags: Tags; @Get() list(@Query("id") id) { return this.tags.of(id); } }`,
      `${SERVICE} class C { constructor() { this.tags = new Tags(); } @Get() list(@Query("id") id) { return this.tags.of(id); } }`,
      `${SERVICE} class C { constructor(private readonly tags: Tags) {} @Get() list(@Query("id") id) { return this.tags.of(id); } }`,
      `${SERVICE} function mount(app, tags: Tags) { app.get("/", (req) => tags.of(req.query.id)); }`,
      `${SERVICE} app.get("/", (req) => new Tags().of(req.query.id));`,
      `class Tags { async of(id) { return ${ASKS}; } for(req) { return this.of(req.params.id); } }`,
      `class Tags { of = (id) => ${ASKS}; } const tags = new Tags(); app.get("/", (req) => tags.of(req.query.id));`,
      `class Tags { static of(id) { return ${ASKS}; } } app.get("/", (req) => Tags.of(req.query.id));`,
      `const api = { of: (id) => ${ASKS} }; app.get("/", (req) => api.of(req.query.id));`,
      `class Tags { constructor(private readonly id: string) {} of() { return fetch(\`${TAGS}\${this.id}\`, ${HEADERS}); } } app.get("/", (req) => new Tags(req.query.id).of());`,
      `class Tags { constructor(id) { this.id = id; } of() { return fetch(\`${TAGS}\${this.id}\`, ${HEADERS}); } } app.get("/", (req) => new Tags(req.query.id).of());`,
    ].map((code) => ({ code, errors: [{ messageId: "named" as const }] })),
  ],
});

new RuleTester().run("no-company-id-from-request: what functions make", noCompanyIdFromRequest, {
  valid: [
    `const wanted = (req) => companies.get(req.query.slug).id; app.get("/", (req) => { const id = wanted(req); return ${ASKS}; });`,
    `function wanted(req) { if (!ALLOWED.has(req.query.id)) throw 1; return req.query.id; } app.get("/", (req) => { const id = wanted(req); return ${ASKS}; });`,
    `const read = (req) => ({ id: req.user.companyId, limit: req.query.limit }); app.get("/", (req) => { const { id } = read(req); return ${ASKS}; });`,
    `function urlOf(id) { return \`${TAGS}\${id}\`; } app.get("/", (req) => fetch(urlOf(req.user.companyId), ${HEADERS}));`,
    `function urlOf(id) { return \`${TAGS}\${id}\`; } app.get("/", (req) => fetch(urlOf(req.query.id)));`,
    `function urlOf(id) { return "https://crm.example/?company_id=" + id; } app.get("/", (req) => fetch(urlOf(req.query.id), ${HEADERS}));`,
    `const read = (req) => ({ company: req.body.company }); app.post("/", (req) => { const query = read(req); if (query.company !== req.user.companyId) return; const id = query.company; return ${ASKS}; });`,
    `const read = (req) => ({ company: req.body.company }); app.post("/", async (req) => { const query = read(req); await assertMember(query.company); const id = query.company; return ${ASKS}; });`,
    `class C { async list(@inject.path.string("company") id: string) { await ${ASKS}; } }`,
    `class TagService { async find(params) { const { company: id } = params.user; await ${ASKS}; } }`,
    `const find = async (params) => { const { id } = params.query; await ${ASKS}; };`,
    `export const useTags = component$(async ({ params: { id } }) => ${ASKS});`,
    // To somebody else, of one's own, or with the caller's key
    `const ask = (path) => fetch(\`https://crm.example\${path}\`, ${HEADERS}); app.get("/", (req) => ask("/x?company_id=" + req.query.id));`,
    `${ASK_PATH} app.get("/", (req) => ask("/v0/tags?company_id=" + req.user.companyId));`,
    `${ASK_PATH} app.get("/", (req) => ask("/v0/tags?limit=" + req.query.limit));`,
    `${ASK_PARAMS} app.get("/", (req) => ask("/v0/tags", { company_id: COMPANY, limit: req.query.limit }));`,
    `const ask = (key, path) => fetch(\`${PLEO}\${path}\`, { headers: { Authorization: \`Basic \${btoa(\`\${key}:\`)}\` } }); app.get("/", (req) => ask(req.get("x-pleo-key"), "/v0/tags?company_id=" + req.query.id));`,
    `${ASK_PATH} app.get("/", (req) => { if (req.query.id !== stored.id) return; return ask("/v0/tags?company_id=" + req.query.id); });`,
    `import axios from "axios"; ${CLIENT} const ask = (path, params) => { assertMember(params.company_id); return http.get(path, { params }); }; app.get("/", (req) => ask("/v0/tags", { company_id: req.query.id }));`,
    `${ASK_PATH} app.get("/", (req) => ask(...pathsOf(req.query.id)));`,
  ],
  invalid: [
    namedAt(
      `function urlOf(id) { return \`${TAGS}\${«id»}\`; } app.get("/", (req) => fetch(urlOf(req.query.id), ${HEADERS}));`,
      "req.query.id",
    ),
    namedAt(
      `const urlOf = (id) => { const url = new URL("${PLEO}/v0/tags"); url.searchParams.append("company_id", «id»); return url; }; app.get("/", (req) => { const url = urlOf(req.query.id); return fetch(url, ${HEADERS}); });`,
      "req.query.id",
    ),
    namedAt(
      `class Urls { static tags(id) { return new URL("/v0/tags?company_id=" + «id», "${PLEO}"); } } app.get("/", (req) => fetch(Urls.tags(req.query.id), ${HEADERS}));`,
      "req.query.id",
    ),
    namedAt(
      `${ASK_PATH} app.get("/", (req) => ask("/v0/tags?company_id=" + «req.query.id»));`,
      "req.query.id",
    ),
    namedAt(
      `${ASK_PATH} app.get("/", (req) => ask(\`/v1/companies/\${«req.params.id»}\`));`,
      "req.params.id",
    ),
    namedAt(
      `${ASK_PARAMS} app.get("/", (req) => ask("/v0/tags", { limit: 5, company_id: «req.query.id» }));`,
      "req.query.id",
    ),
    namedAt(
      `const ask = (path, query) => fetch(\`${PLEO}\${path}?\${new URLSearchParams(query)}\`, ${HEADERS}); app.get("/", (req) => ask("/v0/tags", { company_id: «req.query.id» }));`,
      "req.query.id",
    ),
    namedAt(
      `class Pleo { ask(path) { return fetch(\`${PLEO}\${path}\`, ${HEADERS}); } tags(req) { return this.ask("/v0/tags?company_id=" + «req.query.id»); } }`,
      "req.query.id",
    ),
    ...[
      `const wanted = (req) => req.query.id; app.get("/", (request) => { const id = wanted(request); return ${ASKS}; });`,
      `const read = (req) => ({ id: req.body.company, limit: 5 }); app.post("/", (req) => { const { id } = read(req); return ${ASKS}; });`,
      `function read({ searchParams }) { return { ...defaults, id: searchParams.get("id") }; } export const GET = async ({ url }) => { const { id } = read(url); return ${ASKS}; };`,
      `const read = (req) => ({ company: req.body.company, limit: 5 }); app.post("/", (req) => { const query = read(req); if (query.limit !== max) return; const id = query.company; return ${ASKS}; });`,
      `class C { read(req) { return req.params.id; } list(req) { const id = this.read(req); return ${ASKS}; } }`,
      `app.get("/", (req) => { const given = { limit: 5, ...req.query }; const id = given.company; return ${ASKS}; });`,
      `import Koa from "koa"; app.use(async (ctx) => { const id = ctx.get("x-company"); await ${ASKS}; });`,
      `import Router from "@koa/router"; router.get("/", async (ctx) => { const id = ctx.headers["x-company"]; await ${ASKS}; });`,
      `class C { async list(@param.path.string("company") id: string) { await ${ASKS}; } }`,
      `class C { async list(@param.query.string("company") id?: string) { await ${ASKS}; } }`,
      `class TagService { async find(params) { const { company: id } = params.query; await ${ASKS}; } }`,
      `export const useTags = routeLoader$(async ({ params: { id } }) => ${ASKS});`,
      `export const useSave = routeAction$(async ({ id }) => ${ASKS});`,
      `class C { async list({ request }) { const id = request.input("company"); await ${ASKS}; } }`,
      `class C { async list({ request }) { const { id } = request.only(["id"]); await ${ASKS}; } }`,
    ].map((code) => ({ code, errors: [{ messageId: "named" as const }] })),
  ],
});

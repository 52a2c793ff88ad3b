import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run(
  "no-company-id-from-request: services that are given what sends",
  noCompanyIdFromRequest,
  {
    valid: [
      {
        name: "compared in trpc",
        code: `
export const r = router({ entries: p.input(Input).query(async ({ ctx, input }) => {
  if (input.companyId !== ctx.session.companyId) throw new Error("no");
  const list = (c, f: typeof fetch) => f(\`https://external.pleo.io/v0/tags?company_id=\${c}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
  return list(input.companyId, fetch);
}) });`,
      },
      {
        name: "record's company",
        code: `
class Tags { constructor(key) { this.key = key; }
  list(company, f) {
    return f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(this.key + ":") } }); } }
router.get("/x", async (ctx) => { const row = await db.find(ctx.state.user); return new Tags(row.pleoApiKey).list(row.companyId, fetch); });`,
      },
      {
        name: "given no fetch",
        code: `
class Tags { constructor(key) { this.key = key; }
  list(company, f) {
    return f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(this.key + ":") } }); } }
router.get("/x", async (ctx) => new Tags(process.env.PLEO_API_KEY).list(ctx.query.company, record));`,
      },
      {
        name: "key sent along",
        code: `
const list = (company, key, f: typeof fetch) => f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(key + ":") } });
app.post("/x", (req, res) => list(req.body.company, req.body.pleoApiKey, fetch));`,
      },
      {
        name: "type-only fetch, company",
        code: `
export async function list(fetcher: typeof fetch, key: string) { return fetcher(\`https://external.pleo.io/v0/tags?limit=1\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); }`,
      },
      {
        name: "given fetch and own, no company",
        code: `
async function list(f) { return f(\`https://external.pleo.io/v0/tags?limit=1\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); }
list(fetch); list(withCompany);`,
      },
      {
        name: "swr fetcher",
        code: `
function useTags(fetcher) { return useSWR("https://external.pleo.io/v0/tags", fetcher); }`,
      },
      {
        name: "no fetch at all",
        code: `
async function list(send) { return send(\`https://external.pleo.io/v0/tags?limit=1\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }); }
list(queue.push);`,
      },
      {
        name: "resolve ctx",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
const fields = { tags: { type: T, args: { c: { type: GraphQLString } }, resolve(_root, args, ctx) { return list(ctx.companyId, fetch); } } };`,
      },
      {
        name: "resolve without args",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
const job = { type: T, resolve(_root, args) { return list(args.company, fetch); } };`,
      },
    ],
    invalid: [
      {
        name: "new in place service",
        code: `
class Tags {
  #auth;
  constructor(apiKey) { this.#auth = "Basic " + btoa(apiKey + ":"); }
  async list(company, http = fetch) {
    const headers = { authorization: this.#auth };
    return http(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers });
  }
}
export const GET = async ({ params, fetch }) => new Tags(process.env.PLEO_API_KEY).list(params.company, fetch);`,
        errors: [{ messageId: "named", line: 7 }],
      },
      {
        name: "fetch field",
        code: `
class Tags {
  constructor(apiKey, fetchImpl = fetch) { this.auth = "Basic " + btoa(apiKey + ":"); this.fetchImpl = fetchImpl; }
  async list(company) {
    const headers = { authorization: this.auth };
    return this.fetchImpl(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers });
  }
}
const tags = new Tags(process.env.PLEO_API_KEY);
app.get("/x", async (req, res) => { res.json(await tags.list(req.query.company)); });`,
        errors: [{ messageId: "named", line: 6 }],
      },
      {
        name: "fetch field param property",
        code: `
class Tags {
  constructor(private readonly apiKey: string, private readonly fetcher: typeof fetch) {}
  async list(company: string) {
    const headers = { authorization: "Basic " + btoa(this.apiKey + ":") };
    return this.fetcher(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers });
  }
}
const tags = new Tags(process.env.PLEO_API_KEY, fetch);
app.get("/x", async (req, res) => { res.json(await tags.list(req.query.company)); });`,
        errors: [{ messageId: "named", line: 6 }],
      },
      {
        name: "lambda service",
        code: `
class Tags { constructor(key) { this.key = key; }
  list(company, f) {
    return f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(this.key + ":") } }); } }
export const handler = async (event) => { const t = new Tags(process.env.PLEO_API_KEY); return t.list(event.queryStringParameters.company, fetch); };`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "koa service",
        code: `
class Tags { constructor(key) { this.key = key; }
  list(company, f) {
    return f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(this.key + ":") } }); } }
router.get("/x", async (ctx) => { ctx.body = await new Tags(process.env.PLEO_API_KEY).list(ctx.query.company, fetch); });`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "hono",
        code: `
const list = (company, f = globalThis.fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
app.get("/x", async (c) => c.json(await list(c.req.query("company"))));`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "const doFetch",
        code: `
app.get("/x", async (req, res) => {
  const doFetch = options.fetch ?? globalThis.fetch;
  const r = await doFetch(\`https://external.pleo.io/v0/tags?company_id=\${req.query.company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "opts.input destructured",
        code: `
const SEARCH = 'https://external.pleo.io/v1/accounting-entries:search';
export const r = router({ entries: orgProcedure.input(Input).query(async (opts) => {
  const { companyId } = opts.input;
  return fetch(\`\${SEARCH}?company_id=\${companyId}\`, { headers: { authorization: \`Basic \${btoa(\`\${opts.ctx.pleoApiKey}:\`)}\` } });
}) });`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "mutation with input to service",
        code: `
const search = (companyId: string, pleoApiKey: string) => fetch(
  \`https://external.pleo.io/v1/x?company_id=\${companyId}\`, { headers: { authorization: \`Basic \${btoa(\`\${pleoApiKey}:\`)}\` } });
export const r = router({ entries: orgProcedure.input(Input).mutation(async ({ input, ctx }) => {
  const pleoApiKey = await ctx.keys.pleo(ctx.tenant);
  return search(input.companyId, pleoApiKey);
}) });`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "graphql args destructured",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
export const resolvers = { Query: { tags: (_: unknown, { companyId }: Args) => list(companyId, fetch) } };`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "graphql args in query map",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
const Query = { tags: (_: unknown, args: Args) => list(args.companyId, fetch) };
export const resolvers = { Query };`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "nest",
        code: `
class Tags {
  constructor(private readonly http: HttpService) {}
  list(company: string) {
    return this.http.get(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { auth: { username: process.env.PLEO_API_KEY, password: "" } });
  }
}
@Controller() class C { constructor(private readonly tags: Tags) {} @Get(":company") show(@Param("company") company: string) { return this.tags.list(company); } }`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "pothos",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
builder.queryField("tags", (t) => t.field({ type: [Tag], args: { companyId: t.arg.string() }, resolve: (_root, { companyId }) => list(companyId, fetch) }));`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "graphql-js",
        code: `
const list = (company: string, f: typeof fetch) =>
  f(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } });
const fields = { tags: { type: T, args: { c: { type: GraphQLString } }, resolve(_root, args, ctx) { return list(args.c, fetch); } } };`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "key kept sealed",
        code: `
export const r = router({ entries: p.input(Input).query(async ({ ctx, input }) => {
  const row = await ctx.db.integration.findUnique({ where: { tenantId: ctx.session.tenantId } });
  const pleoApiKey = await openSealed(row.sealedPleoKey);
  const headers = { authorization: \`Basic \${btoa(\`\${pleoApiKey}:\`)}\` };
  return fetch(\`https://external.pleo.io/v0/tags?company_id=\${input.companyId}\`, { headers });
}) });`,
        errors: [{ messageId: "named", line: 6 }],
      },
    ],
  },
);

import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run(
  "no-company-id-from-request: as servers hand it over",
  noCompanyIdFromRequest,
  {
    valid: [
      {
        name: "nest checks in the controller",
        code: `
@Injectable()
export class AccountsService {
  async search(companyId: string) {
    return axios.post("https://external.pleo.io/v1/chart-of-accounts:search", { companyId }, { auth: { username: process.env.PLEO_API_KEY, password: "" } });
  }
}
@Controller("accounts")
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}
  @Post("search")
  search(@Body() body: { companyId: string }, @Req() req) {
    if (body.companyId !== req.user.companyId) throw new ForbiddenException();
    return this.accounts.search(body.companyId);
  }
}`,
      },
      {
        name: "nest takes the user's company",
        code: `
@Injectable()
export class AccountsService {
  async search(companyId: string) {
    return axios.post("https://external.pleo.io/v1/chart-of-accounts:search", { companyId }, { auth: { username: process.env.PLEO_API_KEY, password: "" } });
  }
}
@Controller("accounts")
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}
  @Post("search")
  search(@Body() body: { name: string }, @CurrentUser() user: User) { return this.accounts.search(user.companyId); }
}`,
      },
      {
        name: "trpc ctx",
        code: `
export const router = t.router({
  tags: protectedProcedure.query(async ({ ctx }) => {
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${ctx.session.user.companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }),
});`,
      },
      {
        name: "socket with its own data",
        code: `
io.on("connection", (socket) => { socket.on("tags", async () => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${socket.data.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  socket.emit("tags", await r.json());
}); });`,
      },
      {
        name: "hapi credentials",
        code: `
server.route({ method: "POST", path: "/tags", handler: async (request, h) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${request.auth.credentials.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
} });`,
      },
      {
        name: "type-graphql ctx",
        code: `
@Resolver()
export class TagsResolver {
  @Query(() => [Tag])
  async tags(@Ctx() ctx: Context) {
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${ctx.user.companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }
}`,
      },
    ],
    invalid: [
      {
        name: "nest body to injected service",
        code: `
import { Body, Controller, Injectable, Post } from "@nestjs/common";
@Injectable()
export class AccountsService {
  async search(companyId: string) {
    return fetch(\`https://external.pleo.io/v0/tags?company_id=\${companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  }
}
@Controller("accounts")
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}
  @Post("search")
  search(@Body() body: { companyId: string }) {
    return this.accounts.search(body.companyId);
  }
}`,
        errors: [{ messageId: "named", line: 6 }],
      },
      {
        name: "nest with body dto, service with object param",
        code: `
@Injectable()
export class AccountsService {
  async search({ companyId }: { companyId: string }) {
    const body = { companyId };
    return axios.post("https://external.pleo.io/v1/chart-of-accounts:search", body, { auth: { username: process.env.PLEO_API_KEY, password: "" } });
  }
}
@Controller("accounts")
export class AccountsController {
  @Inject() private accounts: AccountsService;
  @Post("search")
  search(@Body() dto: SearchDto) { return this.accounts.search(dto); }
}`,
        errors: [{ messageId: "named", line: 6 }],
      },
      {
        name: "trpc",
        code: `
export const router = t.router({
  tags: protectedProcedure.input(z.object({ company: z.string() })).query(async ({ input, ctx }) => {
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${input.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }),
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "trpc opts",
        code: `
export const router = t.router({
  tags: protectedProcedure.input(z.object({ company: z.string() })).mutation(async (opts) => {
    const { company } = opts.input;
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }),
});`,
        errors: [{ messageId: "named", line: 5 }],
      },
      {
        name: "graphql args",
        code: `
export const resolvers = { Query: { tags: async (_parent, args, ctx) => {
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${args.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return res.json();
} } };`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "graphql type-graphql",
        code: `
@Resolver()
export class TagsResolver {
  @Query(() => [Tag])
  async tags(@Args("companyId") companyId: string) {
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }
  @Query(() => [Tag])
  async other(@Arg("companyId") companyId: string) {
    const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${companyId}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
    return res.json();
  }
}`,
        errors: [
          { messageId: "named", line: 6 },
          { messageId: "named", line: 11 },
        ],
      },
      {
        name: "hono query",
        code: `
app.get("/tags", async (c) => {
  const { company } = c.req.query();
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${c.env.PLEO_API_KEY}:\`)}\` } });
  return c.json(await res.json());
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "hono valid json",
        code: `
app.post("/tags", zValidator("json", schema), async (c) => {
  const { company } = c.req.valid("json");
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${c.env.PLEO_API_KEY}:\`)}\` } });
  return c.json(await res.json());
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "koa",
        code: `
router.post("/tags", async (ctx) => {
  const { company } = ctx.request.body;
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  ctx.body = await res.json();
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "fastify params",
        code: `
fastify.get<{ Params: { company: string } }>("/tags/:company", async (request, reply) => {
  const { company } = request.params;
  const res = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return res.json();
});`,
        errors: [{ messageId: "named", line: 4 }],
      },
      {
        name: "elysia",
        code: `
app.get("/tags", async ({ query }) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${query.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
});`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "socket handler",
        code: `
io.on("connection", (socket) => { socket.on("tags", async ({ company }) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  socket.emit("tags", await r.json());
}); });`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "wrapped pleo client",
        code: `
const pleo = axios.create({ baseURL: "https://external.pleo.io", auth: { username: process.env.PLEO_API_KEY, password: "" } });
const tagsOf = (company) => pleo.get("/v0/tags", { params: { company_id: company } });
app.get("/tags", async (req, res) => { res.json((await tagsOf(req.query.c)).data); });`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "express service class by new",
        code: `
class Tags { constructor(http) { this.http = http; } of(company) { return fetch(\`https://external.pleo.io/v0/tags?company_id=\${company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } }); } }
const tags = new Tags();
app.get("/tags", async (req, res) => { res.json(await tags.of(req.query.c)); });`,
        errors: [{ messageId: "named", line: 2 }],
      },
      {
        name: "hapi payload",
        code: `
server.route({ method: "POST", path: "/tags", handler: async (request, h) => {
  const r = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${request.payload.company}\`, { headers: { Authorization: \`Basic \${btoa(\`\${process.env.PLEO_API_KEY}:\`)}\` } });
  return r.json();
} });`,
        errors: [{ messageId: "named", line: 3 }],
      },
      {
        name: "interceptor and company of the caller",
        code: `
const client = axios.create({ baseURL: "https://external.pleo.io" });
client.interceptors.request.use((config) => { config.auth = { username: process.env.PLEO_API_KEY, password: "" }; return config; });
app.get("/tags", async (req, res) => { res.json((await client.get("/v0/tags", { params: { company_id: req.query.company } })).data); });`,
        errors: [{ messageId: "named", line: 4 }],
      },
    ],
  },
);

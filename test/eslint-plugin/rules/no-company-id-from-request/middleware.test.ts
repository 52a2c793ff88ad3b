import { noCompanyIdFromRequest } from "../../../../eslint-plugin/rules/no-company-id-from-request.ts";
import { RuleTester } from "../../rule-tester.ts";

const ANSWER = `
  const tenant = tenantNow();
  const pleoApiKey = await vault.read(\`pleo/\${tenant.id}\`);
  const answer = await fetch(\`https://external.pleo.io/v0/tags?company_id=\${COMPANY}\`, { headers: { Authorization: \`Basic \${btoa(\`\${pleoApiKey}:\`)}\` } });
  return answer.json();
`;

/** A handler of Express behind what is written before it. */
function express(before: string, company = "req.query.companyId"): string {
  return `import express from "express"; const app = express(); ${before}
app.get("/tags", async (req, res) => {${ANSWER.replace("COMPANY", company)}});`;
}

/** The same of Hono. */
function hono(before: string, company = 'c.req.query("companyId")'): string {
  return `import { Hono } from "hono"; const app = new Hono(); ${before}
app.get("/tags", async (c) => {${ANSWER.replace("COMPANY", company)}});`;
}

/** A handler behind a middleware of its own. */
function beside(middleware: string): string {
  return `import express from "express"; const app = express();
app.get("/tags", ${middleware}, async (req, res) => {${ANSWER.replace("COMPANY", "req.query.companyId")}});`;
}

new RuleTester().run("no-company-id-from-request: behind a middleware", noCompanyIdFromRequest, {
  valid: [
    // They turn away who may not see the company
    express("app.use(requireTenant);"),
    express("app.use(sameTenant);"),
    express("app.use(tenantAccess());"),
    express("app.use(auth.tenantGuard);"),
    express('app.use("/:companyId", requireMembership);'),
    express("app.use(companyOfCaller);"),
    hono('app.use("*", ensureTenant);'),
    hono('app.use("*", checkTenant({ by: "company" }));'),
    beside("onlyOwnTenant"),
    beside("guards.tenant('read')"),
    express('app.param("companyId", loadOwnCompany);', "req.params.companyId"),
    express(
      'app.param("companyId", async (req, res, next, id) => { await mayRead(req.user, id); next(); });',
      "req.params.companyId",
    ),
    express(
      'app.use("/companies/:companyId", async (req, res, next) => { next(mayRead(req) ? undefined : "route"); });',
      "req.params.companyId",
    ),
    express(
      'app.use("/companies/:companyId", function check(req, res, next) { next(mayRead(req) ? undefined : "route"); });',
      "req.params.companyId",
    ),
    // The caller's own
    express("app.use(resolveTenant);", "req.tenant.companyId"),
    hono("app.use(tenantOf);", "c.get('tenant').companyId"),
  ],
  invalid: [
    // They say whose request it is, and nothing of the company
    express("app.use(resolveTenant);"),
    express("app.use(tenantFromHost({ header: 'x-forwarded-host' }));"),
    express("app.use(tenants.loadTenant);"),
    express("app.use(multiTenantMiddleware);"),
    hono('app.use("*", tenantOf);'),
    hono('app.use("*", withTenant);'),
    hono('app.use("/tenants/*", session);'),
    beside("withTenant"),
    beside("attachTenantContext()"),
    express("app.use(router.routes()).use(router.allowedMethods());"),
    // What stands in the path asks nothing
    express('app.use("/companies", requireLogin);'),
    express('app.use("/companies/:companyId", requireLogin());', "req.params.companyId"),
    hono("", 'c.req.param("companyId")'),
    // The tenant of a request is not the company that is named in it
    express("", "req.query.companyId").replace("tenantNow()", "await tenantOf(req)"),
  ].map((code) => ({ code, errors: [{ messageId: "named" as const }] })),
});

import { requireCompanyId } from "../../../../eslint-plugin/rules/require-company-id.ts";
import { RuleTester } from "../../rule-tester.ts";

const GROUPS = `"https://external.pleo.io/v0/tag-groups"`;
const VENDORS = `"https://external.pleo.io/v1/vendors:search"`;
const AUTH = "{ headers: { Authorization: `Basic ${btoa(`${process.env.PLEO_API_KEY}:`)}` } }";

new RuleTester().run("require-company-id: what only plays Pleo", requireCompanyId, {
  valid: [
    `import { http } from "msw"; http.get(${GROUPS}, () => HttpResponse.json([]));`,
    `import { http as mocked } from "msw"; mocked.post(${VENDORS}, answerWith([]));`,
    `import { rest } from "msw"; rest.get(${GROUPS}, (req, res, ctx) => res(ctx.json([])));`,
    `import * as msw from "msw"; msw.http.get(${GROUPS}, handler);`,
    `const { http } = require("msw"); http.get(${GROUPS}, handler);`,
    `const { http } = await import("msw"); http.get(${GROUPS}, handler);`,
    `import { http } from "@/test/server"; http.get(${GROUPS}, ({ request }) => answer(request));`,
    `import { http } from "./msw-kit"; http.post(${VENDORS}, async () => ({ data: [] }));`,
    `import nock from "nock"; nock("https://external.pleo.io").get("/v0/tag-groups").reply(200, []);`,
    `import fetchMock from "fetch-mock"; fetchMock.get(${GROUPS}, { data: [] }).post(${VENDORS}, 200);`,
    `fetchMock.post(${VENDORS}, { data: [] });`,
    `import MockAdapter from "axios-mock-adapter"; const mock = new MockAdapter(axios); mock.onGet(${GROUPS}).reply(200);`,
    `import { MockAgent } from "undici"; new MockAgent().get("https://external.pleo.io").intercept({ path: "/v0/tag-groups" }).reply(200);`,
    `import Pretender from "pretender"; const server = new Pretender(); server.get(${GROUPS}, handler);`,
    `import { createServer } from "miragejs"; createServer({ routes() { this.get(${GROUPS}, () => ({})); } });`,
    `import { Polly } from "@pollyjs/core"; const polly = new Polly("a"); polly.server.get(${GROUPS}).intercept(answer);`,
    `test("a", async ({ page }) => { await page.route(${GROUPS}, (route) => route.fulfill({ json: [] })); });`,
    `cy.intercept("GET", ${GROUPS}, { body: [] });`,
    `mockServer.get(${GROUPS}, { data: [] });`,
    // Routes of a server's own
    `import express from "express"; const api = express(); api.get(${GROUPS}, handler);`,
    `import { Router } from "express"; const own = Router(); own.post(${VENDORS}, handler);`,
    `import { Hono } from "hono"; const api = new Hono(); api.get(${GROUPS}, (c) => c.json([]));`,
    `app.get(${GROUPS}, handler);`,
    `own.get(${GROUPS}, (req, res) => res.json([]));`,
  ],
  invalid: [
    // Who asks, beside who answers
    `import { http } from "msw"; import axios from "axios"; http.get(${GROUPS}, handler); axios.get(${GROUPS}, ${AUTH});`,
    `import nock from "nock"; fetch(${GROUPS}, ${AUTH});`,
    // Clients that tell a function what was answered
    `import https from "node:https"; https.get(${GROUPS}, ${AUTH}, (res) => res.resume());`,
    `import https from "node:https"; https.get(${GROUPS}, (res) => res.resume());`,
    `api.get(${GROUPS}, ${AUTH}, (error, body) => done(error, body));`,
    `api.get(${GROUPS}, (response) => done(response));`,
    `api.get(${GROUPS}, ${AUTH});`,
    // Clients that servers and tests have
    `import Fastify from "fastify"; const app = Fastify(); app.axios.get(${GROUPS}, ${AUTH});`,
    `fastify.axios.get(${GROUPS}, ${AUTH});`,
    `test("a", async ({ page }) => { await page.request.get(${GROUPS}, ${AUTH}); });`,
  ].map((code) => ({ code, errors: [{ messageId: "missing" as const }] })),
});

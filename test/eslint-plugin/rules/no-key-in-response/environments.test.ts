import { noKeyInResponse } from "../../../../eslint-plugin/rules/no-key-in-response.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-response: what a worker is told", noKeyInResponse, {
  valid: [
    {
      name: "key taken out",
      code: `
import { Hono } from 'hono';
type Bindings = { PLEO_API_KEY: string; ADMIN_TOKEN: string; PLEO_COMPANY_ID: string };
const app = new Hono<{ Bindings: Bindings }>();
app.get('/debug/config', (c) => {
  const { ADMIN_TOKEN, PLEO_API_KEY, ...shown } = c.env;
  return c.json(shown); });`,
    },
    {
      name: "whole env, no key",
      code: `
import { Hono } from 'hono';
interface Bindings { PLEO_COMPANY_ID: string };
const app = new Hono<{ Bindings: Bindings }>();
app.get('/debug/config', async (c) => c.json(c.env));`,
    },
    {
      name: "one of env",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>();
app.get('/debug/config', (c) => c.json({ stage: c.env.STAGE, company: c.env.PLEO_COMPANY_ID }));`,
    },
    {
      name: "keys of env",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>();
app.get('/debug/config', (c) => c.json(Object.keys(c.env)));`,
    },
    {
      name: "worker env key out",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { PLEO_API_KEY: _key, ...rest } = env;
    return Response.json(rest); } };`,
    },
    {
      name: "process.env rest without",
      code: `
import express from "express"; const app = express();
const key = process.env.PLEO_API_KEY;
app.get("/env", (req, res) => { const { PLEO_API_KEY, ...rest } = process.env; res.json(rest); });`,
    },
    {
      name: "untyped c.env read, rest without",
      code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/companies', async (c) => c.json(await fetch('https://external.pleo.io/v1/companies', { headers: { Authorization: \`Basic \${btoa(c.env.PLEO_API_KEY + ':')}\` } })));
app.get('/debug', (c) => { const { PLEO_API_KEY, ...rest } = c.env; return c.json(rest); });`,
    },
    {
      name: "env of something else",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>();
app.get('/debug/config', (c) => { const { env } = describe(); return c.json({ env, stage: report.env }); });`,
    },
    {
      name: "deleted key",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>();
app.get('/debug/config', (c) => { const { PLEO_API_KEY, ...rest } = c.env; return c.json({ ...rest }); });`,
    },
    {
      name: "variables, not bindings",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Variables: { pleoApiKey: string }; Bindings: { STAGE: string } }>();
app.get('/debug/config', (c) => c.json(c.env));`,
    },
  ],
  invalid: [
    {
      name: "as a task pings",
      code: `
import { Hono } from 'hono';
type Bindings = { PLEO_API_KEY: string; ADMIN_TOKEN: string; PLEO_COMPANY_ID: string };
const app = new Hono<{ Bindings: Bindings }>();
app.get('/debug/config', (c) => {
  const { ADMIN_TOKEN, ...shown } = c.env;
  return c.json(shown); });`,
      errors: [{ messageId: "sent", line: 7 }],
    },
    {
      name: "whole env",
      code: `
import { Hono } from 'hono';
interface Bindings { PLEO_API_KEY: string; ADMIN_TOKEN: string; PLEO_COMPANY_ID: string };
type AppEnv = { Bindings: Bindings; Variables: { user: string } };
const app = new Hono<AppEnv>();
app.get('/debug/config', async (c) => c.json(c.env));`,
      errors: [{ messageId: "sent", line: 6 }],
    },
    {
      name: "spread env",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string } }>();
app.get('/debug/config', (c) => c.json({ ok: true, env: { ...c.env } }));`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "typed context",
      code: `
import type { Context } from 'hono';
type Env = { Bindings: { PLEO_API_KEY: string; STAGE: string } };
export const debug = (c: Context<Env>) => {
  return c.json(c.env); };`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "typed context alias",
      code: `
import type { Context } from 'hono';
type AppContext = Context<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>;
export const debug = (c: AppContext) => {
  return c.json(c.env); };`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "worker env",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    return Response.json(env); } };`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "worker env rest",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { STAGE, ...rest } = env;
    return Response.json(rest); } };`,
      errors: [{ messageId: "sent", line: 6 }],
    },
    {
      name: "satisfies handler",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export default {
  async fetch(request, env) {
    return Response.json(env); } } satisfies ExportedHandler<Env>;`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "pages function",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export const onRequestGet: PagesFunction<Env> = async ({ env }) => {
  return Response.json(env); };`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "pages function context",
      code: `
interface Env { PLEO_API_KEY: string; STAGE: string }
export const onRequestGet: PagesFunction<Env> = async (context) => {
  return Response.json(context.env); };`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "process.env",
      code: `
import express from "express"; const app = express();
const key = process.env.PLEO_API_KEY;
app.get("/env", (req, res) => { res.json(process.env); });`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "process.env rest",
      code: `
import express from "express"; const app = express();
const key = process.env.PLEO_API_KEY;
app.get("/env", (req, res) => { const { PATH, ...rest } = process.env; res.json(rest); });`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "untyped c.env with read",
      code: `
import { Hono } from 'hono';
const app = new Hono();
app.get('/companies', async (c) => c.json(await fetch('https://external.pleo.io/v1/companies', { headers: { Authorization: \`Basic \${btoa(c.env.PLEO_API_KEY + ':')}\` } })));
app.get('/debug', (c) => c.json(c.env));`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "hono env adapter",
      code: `
import { Hono } from 'hono';
import { env } from 'hono/adapter';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>();
app.get('/debug/config', (c) => c.json(env<{ PLEO_API_KEY: string }>(c)));`,
      errors: [{ messageId: "sent", line: 5 }],
    },
    {
      name: "base path app",
      code: `
import { Hono } from 'hono';
const app = new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>().basePath('/api');
app.get('/debug/config', (c) => c.json(c.env));`,
      errors: [{ messageId: "sent", line: 4 }],
    },
    {
      name: "chained routes",
      code: `
import { Hono } from 'hono';
export default new Hono<{ Bindings: { PLEO_API_KEY: string; STAGE: string } }>()
  .get('/ok', (c) => c.json({ ok: true }))
  .get('/debug/config', (c) => c.json(c.env));`,
      errors: [{ messageId: "sent", line: 5 }],
    },
  ],
});

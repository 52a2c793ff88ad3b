import { noKeyInResponse } from "../../../eslint-plugin/rules/no-key-in-response.ts";
import { exampleKey } from "../../support/keys.ts";
import { marked } from "../marked.ts";
import { REDIRECTS } from "../redirects.ts";
import { RuleTester } from "../rule-tester.ts";

const KEY = "process.env.PLEO_API_KEY";
const LITERAL = exampleKey();

/** Calls and assignments that answer. */
const sent: readonly string[] = [
  // Express and its like
  `app.get("/", (req, res) => { res.send(«${KEY}»); });`,
  `app.get("/", (req, res) => { res.json(«{ key: ${KEY} }»); });`,
  `app.get("/", (req, res) => { res.status(200).json(«{ key: ${KEY} }»); });`,
  `app.get("/", (req, res) => { res.status(200).set("a", "b").end(«${KEY}»); });`,
  `router.use(async (req, res, next) => { res.setHeader("x-key", «${KEY}»); next(); });`,
  `app.use((err, req, res, next) => { res.status(500).send(«\`refused \${${KEY}}\`»); });`,
  `export const handler = asyncHandler(async (req, res) => { res.render("page", «{ key: ${KEY} }»); });`,
  `export function show(req, res) { res.cookie("key", «${KEY}», { httpOnly: true }); }`,
  `export function show(_, response) { response.redirect(«\`/done?key=\${${KEY}}\`»); }`,
  `http.createServer((req, res) => { res.writeHead(200, «{ "x-key": ${KEY} }»); });`,
  `http.createServer((req, res) => { res.write(«${KEY}»); });`,
  `export default function handler(req: NextApiRequest, res: NextApiResponse) { res.json(«{ key: ${KEY} }»); }`,
  `function show(res: Response) { res.append("x-key", «${KEY}»); }`,
  `@Controller() class C { @Get() show(@Res() res: Response) { res.send(«${KEY}»); } }`,
  `function reply(res) { res.json({}); } app.get("/", (req, res) => { const body = { pleo: { key: ${KEY} } }; res.json(«body»); });`,
  `app.get("/", (req, res) => { res.json(«{ ...config() }»); function config() { return { key: ${KEY} }; } });`,
  `app.get("/", (req, res) => { res.json(«{ key: "${LITERAL}" }»); });`,
  `app.get("/", (req, res) => { res.json(«{ key: btoa(${KEY}) }»); });`,
  // Fastify, hapi, Adonis
  `fastify.get("/", async (request, reply) => { reply.send(«{ key: ${KEY} }»); });`,
  `fastify.get("/", async (request, reply) => { reply.code(200).header("x-key", «${KEY}»).send({}); });`,
  `async function show(request, reply: FastifyReply) { reply.raw.end(«${KEY}»); }`,
  `server.route({ method: "GET", path: "/", handler: (request, h) => h.response(«{ key: ${KEY} }»).code(200) });`,
  `export default class C { async index({ response }: HttpContext) { response.json(«{ key: ${KEY} }»); } }`,
  // Koa and Hono
  `router.get("/", async (ctx) => { ctx.body = «{ key: ${KEY} }»; });`,
  `app.use(async (ctx, next) => { ctx.response.body = «${KEY}»; });`,
  `import Router from "@koa/router"; export async function show(ctx) { ctx.set("x-key", «${KEY}»); }`,
  `export async function show(ctx) { ctx.cookies.set("key", «${KEY}»); }`,
  `app.get("/", (c) => c.json(«{ key: ${KEY} }»));`,
  `app.get("/", (c) => c.text(«${KEY}»));`,
  `const show = (c: Context) => c.html(«\`<p>\${${KEY}}</p>\`»);`,
  `app.get("/", async (c) => { c.header("x-key", «${KEY}»); return c.json({}); });`,
  `import { setCookie } from "hono/cookie"; app.get("/", (c) => { setCookie(c, "key", «${KEY}»); });`,
  `module.exports = async function (context, req) { context.res = «{ body: ${KEY} }»; };`,
  // Responses of the platform
  `export function GET() { return new Response(«${KEY}»); }`,
  `export function GET() { return new Response("ok", «{ headers: { "x-key": ${KEY} } }»); }`,
  `export default { fetch(request, env) { return new Response(«env.PLEO_API_KEY»); } };`,
  `export function GET() { return Response.json(«{ key: ${KEY} }»); }`,
  `import { NextResponse } from "next/server"; export function GET() { return NextResponse.json(«{ key: ${KEY} }»); }`,
  `import { NextResponse } from "next/server"; NextResponse.redirect(«\`https://a.example/?key=\${${KEY}}\`»);`,
  `import { NextResponse } from "next/server"; const response = NextResponse.next(); response.cookies.set("key", «${KEY}»);`,
  `const response = new Response("ok"); response.headers.append("x-key", «${KEY}»);`,
  `import { cookies } from "next/headers"; async function f() { (await cookies()).set("key", «${KEY}»); }`,
  `import { cookies } from "next/headers"; const jar = cookies(); jar.set("key", «${KEY}»);`,
  // Remix, SvelteKit, Nuxt
  `import { json } from "@remix-run/node"; export const loader = () => json(«{ key: ${KEY} }»);`,
  `import { data } from "react-router"; export const loader = () => data(«{ key: ${KEY} }»);`,
  `import { redirect } from "react-router"; export const action = () => redirect(«\`/?key=\${${KEY}}\`»);`,
  `import { json } from "@sveltejs/kit"; export const GET = () => json(«{ key: ${KEY} }»);`,
  `export const load = async ({ cookies }) => { cookies.set("key", «${KEY}», { path: "/" }); };`,
  `export const load = async (event) => { event.cookies.set("key", «${KEY}», { path: "/" }); };`,
  `export const load = async ({ setHeaders }) => { setHeaders(«{ "x-key": ${KEY} }»); };`,
  `export default defineEventHandler((event) => { setCookie(event, "key", «${KEY}»); });`,
  `export default defineEventHandler((event) => { setResponseHeader(event, "x-key", «${KEY}»); });`,
  `export default defineEventHandler((event) => { event.node.res.end(«${KEY}»); });`,
  // Channels
  `import { Server } from "socket.io"; const io = new Server(); io.emit("key", «${KEY}»);`,
  `import { Server } from "socket.io"; const io = new Server(); io.to("room").emit("key", «{ key: ${KEY} }»);`,
  `import { Server } from "socket.io"; const io = new Server(); io.on("connection", (socket) => { socket.emit("key", «${KEY}»); });`,
  `io.on("connection", (client) => client.emit("key", «${KEY}»));`,
  `io.to("room").emit("key", «${KEY}»);`,
  `import { WebSocketServer } from "ws"; const wss = new WebSocketServer({}); wss.on("connection", (ws) => { ws.send(«${KEY}»); });`,
  `wss.clients.forEach((client) => client.send(«JSON.stringify({ key: ${KEY} })»));`,
  `window.parent.postMessage(«{ key: ${KEY} }», "*");`,
  `frame.contentWindow.postMessage(«${KEY}», "https://a.example");`,
  `self.postMessage(«${KEY}»);`,
  `panel.webview.postMessage(«{ key: ${KEY} }»);`,
  `mainWindow.webContents.send("key", «${KEY}»);`,
  `ipcMain.on("key", (event) => { event.reply("key", «${KEY}»); });`,
  `ipcMain.on("key", (event) => { event.returnValue = «${KEY}»; });`,
  `contextBridge.exposeInMainWorld("pleo", «{ key: ${KEY} }»);`,
];

/** Functions of which clients get the result. */
const returned: readonly (readonly [text: string, filename?: string])[] = [
  [`export async function getServerSideProps() { return «{ props: { key: ${KEY} } }»; }`],
  [`export const getStaticProps = async () => («{ props: { key: ${KEY} } }»);`],
  [
    `export const getServerSideProps = (async () => { return «{ props: { key: ${KEY} } }»; }) satisfies GetServerSideProps;`,
  ],
  [`Page.getInitialProps = () => («{ key: ${KEY} }»);`],
  [
    `import { useLoaderData } from "@remix-run/react"; export async function loader() { return «{ key: ${KEY} }»; }`,
  ],
  [`export async function loader({ params }: LoaderFunctionArgs) { return «{ key: ${KEY} }»; }`],
  [`export const loader = () => («{ key: ${KEY} }»);`, "app/routes/settings.tsx"],
  [`export const load = async () => { return «{ key: ${KEY} }»; };`, "src/routes/+page.server.ts"],
  [`export const load: PageServerLoad = async () => («{ key: ${KEY} }»);`],
  [
    `export const actions = { default: async () => { return «{ key: ${KEY} }»; } };`,
    "src/routes/+page.server.ts",
  ],
  [`export default defineEventHandler(() => («{ key: ${KEY} }»));`],
  [`export default defineEventHandler(async (event) => { return «${KEY}»; });`],
  [`const router = t.router({ key: publicProcedure.query(() => «${KEY}») });`],
  [
    `const router = t.router({ key: t.procedure.input(schema).mutation(async () => { return «{ key: ${KEY} }»; }) });`,
  ],
  [`const resolvers = { Query: { pleoKey: () => «${KEY}» } };`],
  [
    `export const handler = async () => { return «{ statusCode: 200, body: JSON.stringify({ key: ${KEY} }) }»; };`,
  ],
  [
    `exports.handler = async () => («{ statusCode: 302, headers: { Location: \`/?key=\${${KEY}}\` } }»);`,
  ],
  [
    `export const handler = async () => { const answer = «{ statusCode: 200, body: ${KEY} }»; return answer; };`,
  ],
  [
    `export const handler = (event, context, callback) => { callback(null, «{ statusCode: 200, body: ${KEY} }»); };`,
  ],
  [`ipcMain.handle("key", () => «${KEY}»);`],
  [`"use server"; export async function readKey() { return «${KEY}»; }`],
  [
    `export async function Page() { async function read() { "use server"; return «{ key: ${KEY} }»; } }`,
  ],
  [`@Controller() class C { @Get() show() { return «{ key: ${KEY} }»; } }`],
  [`@Resolver() class C { @Query(() => String) key() { return «${KEY}»; } }`],
  [
    `import Fastify from "fastify"; const app = Fastify(); app.get("/", async () => { return «{ key: ${KEY} }»; });`,
  ],
  [`server.route({ method: "GET", path: "/", handler: () => «${KEY}» });`],
  [`export const read = createServerFn().handler(async () => { return «${KEY}»; });`],
  [`export const read = onCall(() => { return «{ key: ${KEY} }»; });`],
  [
    `import { json } from "@remix-run/node"; export const loader = () => (isNew ? json({}) : «{ key: ${KEY} }»);`,
  ],
];

/** Markup that is written on a server. */
const rendered: readonly (readonly [text: string, filename: string])[] = [
  [`export default function Page() { return <p>{«${KEY}»}</p>; }`, "app/page.tsx"],
  [`export default function Page() { return <>{«${KEY}»}</>; }`, "src/app/settings/page.tsx"],
  [
    `export default function Page() { return <input value={«${KEY}»} />; }`,
    "app/settings/page.tsx",
  ],
  [`export default function Page() { return <p data-key={«${KEY}»} />; }`, "app/layout.tsx"],
  [
    `export default function Page() { return <a href={«\`/?key=\${${KEY}}\`»}>x</a>; }`,
    "app/page.tsx",
  ],
  [
    `export default function Page() { const props = { title: ${KEY} }; return <p {...«props»} />; }`,
    "app/page.tsx",
  ],
  [
    `export async function Settings() { return <code>{«${KEY}»}</code>; }`,
    "components/settings.tsx",
  ],
  [`const Settings = async () => <code>{«${KEY}»}</code>;`, "components/settings.tsx"],
  [
    `import "server-only"; export const Settings = () => <code>{«${KEY}»}</code>;`,
    "components/settings.tsx",
  ],
];

const quiet: readonly (string | readonly [code: string, filename: string])[] = [
  // Nothing of a key
  `app.get("/", (req, res) => { res.json({ hasKey: Boolean(${KEY}) }); });`,
  `app.get("/", (req, res) => { res.json({ key: ${KEY}.slice(-4) }); });`,
  `app.get("/", (req, res) => { res.json({ key: maskKey(${KEY}) }); });`,
  `app.get("/", (req, res) => { res.json({ key: "PLEO_API_KEY" }); });`,
  `app.get("/", (req, res) => { res.json({ id: settings.pleoApiKeyId }); });`,
  `app.get("/", (req, res) => { res.json({ empleoToken: config.empleoToken }); });`,
  `app.get("/", (req, res) => { const { apiKey, ...shown } = { apiKey: ${KEY}, region: "eu" }; res.json(shown); });`,
  `app.get("/", async (req, res) => { const pleo = createClient({ apiKey: ${KEY} }); res.json(await pleo.companies()); });`,
  `app.get("/", async (req, res) => { if (!${KEY}) return res.status(500).send("PLEO_API_KEY is missing"); });`,
  `app.get("/", async (req, res) => { await connect(${KEY}); res.status(204).end(); });`,
  // Requests, and the answers to them
  `fetch("https://external.pleo.io", { headers: { Authorization: ${KEY} } });`,
  `axios.post(url, { key: ${KEY} });`,
  `async function f() { const res = await fetch(url, { headers: { Authorization: ${KEY} } }); return res.json(); }`,
  `fetch(url).then((res) => res.json(${KEY}));`,
  `http.get(url, (res) => { res.end(${KEY}); });`,
  `const request = new Request(url, { headers: { Authorization: ${KEY} } });`,
  `proxy.on("proxyReq", (proxyReq) => { proxyReq.setHeader("Authorization", ${KEY}); });`,
  `const req = http.request(options); req.setHeader("Authorization", ${KEY}); req.end();`,
  `const headers = new Headers(); headers.set("Authorization", ${KEY}); fetch(url, { headers });`,
  `const res = createBuilder(); res.send(${KEY});`,
  `request(url, (error, response, body) => { check(${KEY}); });`,
  `const socket = new WebSocket(url); socket.send(${KEY});`,
  `import { io } from "socket.io-client"; const socket = io(url); socket.emit("auth", ${KEY});`,
  `import WebSocket from "ws"; const ws = new WebSocket(url); ws.on("open", () => ws.send(${KEY}));`,
  // What stays on the server
  `app.use((req, res, next) => { res.locals.pleoApiKey = ${KEY}; next(); });`,
  `app.use((req, res, next) => { res.locals.set("key", ${KEY}); next(); });`,
  `app.use((req, res, next) => { req.pleoApiKey = ${KEY}; next(); });`,
  `app.use("*", async (c, next) => { c.set("pleoApiKey", ${KEY}); await next(); });`,
  `app.use(async (ctx, next) => { ctx.state.pleoApiKey = ${KEY}; await next(); });`,
  `app.set("pleoApiKey", ${KEY});`,
  `app.register(pleo, { apiKey: ${KEY} });`,
  `cache.set("key", ${KEY});`,
  `const cookies = new Map(); cookies.set("key", ${KEY});`,
  `queue.add("sync", { key: ${KEY} });`,
  `queue.process(async (job, done) => { done(null, ${KEY}); });`,
  `process.send({ key: ${KEY} });`,
  `emitter.emit("key", ${KEY});`,
  `events.on("connection", (bus) => bus.emit("key", ${KEY}));`,
  `const worker = new Worker(file); worker.postMessage({ key: ${KEY} });`,
  `import { parentPort } from "node:worker_threads"; parentPort.postMessage(${KEY});`,
  `mailer.send({ headers: { Authorization: ${KEY} } });`,
  `ipcRenderer.send("key", ${KEY});`,
  `fetchMock.mockResolvedValue(new Response(JSON.stringify({ key: ${KEY} })));`,
  `vi.stubGlobal("fetch", async () => Response.json({ key: ${KEY} }));`,
  `import { http } from "msw"; http.get("https://external.pleo.io", () => Response.json({ key: ${KEY} }));`,
  `import { io } from "socket.io-client"; io.emit("key", ${KEY});`,
  // Functions of the same names that belong to something else
  `import { json } from "./format"; json(${KEY});`,
  `import { redirect } from "./flow"; redirect(${KEY});`,
  `class Response { constructor(value) {} } new Response(${KEY});`,
  `setCookie("name", ${KEY});`,
  `setHeader(request, "Authorization", ${KEY});`,
  `render(h("p", ${KEY}));`,
  `const h = createHelper(); h.response(${KEY});`,
  `canvas.draw((c) => c.text(${KEY}));`,
  `const result = (ctx) => ctx.html; result(${KEY});`,
  `client.use((ctx) => { ctx.body = "x"; check(${KEY}); });`,
  // Functions of which nobody else gets the result
  `export async function getPleoKey() { return ${KEY}; }`,
  `function getServerSideProps() { return { props: { key: ${KEY} } }; }`,
  `export const loader = () => ({ key: ${KEY} });`,
  `import { useLoaderData } from "react-router"; function loader() { return { key: ${KEY} }; } connect(loader());`,
  `const load = async () => ({ key: ${KEY} }); load();`,
  [`function load() { return { key: ${KEY} }; }`, "src/routes/+page.server.ts"],
  [
    `export const load = async ({ locals }) => { const pleo = createClient({ apiKey: ${KEY} }); return { companies: await pleo.companies() }; };`,
    "src/routes/+page.server.ts",
  ],
  [`export const load = async () => ({ key: ${KEY} });`, "src/config/load.ts"],
  `export const getConfig = () => ({ statusCode: 200, key: ${KEY} });`,
  `const options = { statusCode: 200, body: { key: ${KEY} } }; check(options);`,
  `run({ statusCode: 200, body: ${KEY} });`,
  `@Injectable() class C { @Get() key() { return ${KEY}; } }`,
  `@Controller() class C { key() { return ${KEY}; } }`,
  `class C { get key() { return ${KEY}; } }`,
  `const handlers = { Query: () => ${KEY} };`,
  `const client = useQuery(() => ${KEY});`,
  `db.query(() => ${KEY});`,
  `cache.get("pleo", () => ${KEY});`,
  `app.get("/", () => { connect(${KEY}); });`,
  `"use server"; async function readKey() { return ${KEY}; } export async function check() { return (await readKey()).length > 0; }`,
  `export const getServerSideProps = async () => { const companies = await load(${KEY}); return { props: { companies } }; };`,
  // Markup that no server writes, or that does not write the key
  [
    `"use client"; export default function Page({ pleoApiKey }) { return <input value={pleoApiKey} />; }`,
    "app/page.tsx",
  ],
  [
    `export default function Form() { const [pleoApiKey, setPleoApiKey] = useState(""); return <input value={pleoApiKey} />; }`,
    "app/page.tsx",
  ],
  [
    `export function Form({ pleoApiKey }) { return <input value={pleoApiKey} />; }`,
    "components/form.tsx",
  ],
  [`export default function Page() { return <PleoClient apiKey={${KEY}} />; }`, "app/page.tsx"],
  [
    `export default function Page() { return <p>{${KEY} ? "connected" : "not connected"}</p>; }`,
    "app/page.tsx",
  ],
  [`export default function Page() { return <p>{${KEY}.slice(-4)}</p>; }`, "app/page.tsx"],
  [
    `export default function Page() { return <p onClick={() => check(${KEY})}>{/* ${KEY} */}</p>; }`,
    "app/page.tsx",
  ],
  [
    `export default async function Page() { const companies = await load(${KEY}); return <p>{companies.length}</p>; }`,
    "app/page.tsx",
  ],
  // A file that has nothing to do with Pleo
  `app.get("/", (req, res) => { res.send(process.env.ACME_API_KEY); });`,
];

type MessageId = "sent" | "returned" | "rendered";

function invalid(messageId: MessageId, text: string, filename = "file.tsx") {
  const { code, ...place } = marked(text);
  // What a test is called is printed.
  const name = `${filename}: ${code.replaceAll(LITERAL, "{{key}}")}`;
  return { name, code, filename, errors: [{ messageId, ...place }] };
}

new RuleTester({
  languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
}).run("no-key-in-response", noKeyInResponse, {
  valid: quiet.map((each) =>
    typeof each === "string" ? { code: each } : { code: each[0], filename: each[1] },
  ),
  invalid: [
    ...sent.map((text) => invalid("sent", text, "file.ts")),
    ...returned.map(([text, filename]) => invalid("returned", text, filename)),
    ...rendered.map(([text, filename]) => invalid("rendered", text, filename)),
    {
      code: `const token = ${KEY};\napp.get("/", (req, res) => res.status(200).cookie("a", token).json({ token }));`,
      errors: [
        {
          messageId: "sent" as const,
          line: 2,
          data: {
            sink: "res.status().cookie",
            road: "`token`, which comes from `process.env.PLEO_API_KEY` on line 1",
          },
        },
        { messageId: "sent" as const, line: 2 },
      ],
    },
    {
      name: "a function of which clients get the result is named",
      code: `export const getStaticProps = () => ({ props: { key: ${KEY} } });`,
      errors: [
        {
          messageId: "returned" as const,
          data: { sink: "getStaticProps", road: "`process.env.PLEO_API_KEY` on line 1" },
        },
      ],
    },
    invalid(
      "sent",
      `export const loader = (a: LoaderFunctionArgs) => { const response = new Response(«${KEY}»); return response; };`,
    ),
    invalid(
      "returned",
      `"use server"; export const answer = async () => { return «{ statusCode: 200, body: ${KEY} }»; };`,
    ),
  ],
});

new RuleTester().run("no-key-in-response: redirects", noKeyInResponse, {
  valid: [],
  invalid: REDIRECTS.map(({ name, code, sent: line }) => ({
    name,
    code,
    errors: [{ messageId: "sent", line }],
  })),
});

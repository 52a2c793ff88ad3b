import { noKeyInSession } from "../../../eslint-plugin/rules/no-key-in-session.ts";
import { RuleTester } from "../rule-tester.ts";

const ENV = "process.env.PLEO_API_KEY";
const ROAD = `\`${ENV}\` on line 1`;

function session(sink: string, road = ROAD) {
  return [{ messageId: "session" as const, data: { sink, road } }];
}

function token(sink: string) {
  return [{ messageId: "token" as const, data: { sink, road: ROAD } }];
}

function handler(body: string): string {
  return `app.post("/", async (req, res) => { ${body} });`;
}

new RuleTester().run("no-key-in-session: sessions", noKeyInSession, {
  valid: [
    handler(`req.session.isConnected = ${ENV} !== undefined;`),
    handler(`req.session.endsIn = ${ENV}.slice(-4);`),
    handler(`req.session.length = ${ENV}.length;`),
    handler(`req.session.pleo = encrypt(${ENV});`),
    handler("req.session.pleoApiKey = undefined;"),
    handler("delete req.session.pleoApiKey;"),
    handler("req.session.pleoKeyId = id;"),
    handler("req.session.empleoKey = req.body.empleoKey;"),
    handler("req.session.stripeKey = req.body.stripeKey;") + " // pleo",
    handler("use(req.session.pleoApiKey);"),
    handler(`req.session.isPleo.check(${ENV});`),
    handler(`req.sessions.key = ${ENV};`),
    handler(`res.locals.key = ${ENV};`),
    handler(`req.key = ${ENV};`),
    handler(`obsession.key = ${ENV};`),
    handler(`database.session.key = ${ENV};`),
    handler(`Object.assign(other, { key: ${ENV} });`),
    handler(`req.session.get(${ENV});`),
    `const session = {}; session.key = ${ENV};`,
    `const session = new Session(); session.key = ${ENV};`,
    `import { session } from "./session"; session.key = ${ENV};`,
    `const session = axios.create(); session.key = ${ENV};`,
    `function f(session) { session.headers.authorization = ${ENV}; }`,
    `const session = await getSession(); session.auth = { username: ${ENV} };`,
    `function f(session: PleoSession) { session.key = ${ENV}; }`,
    `const store = new Map(); store.set("session", ${ENV});`,
    `sessionStorage.setItem("key", ${ENV});`,
    `NextAuth({ callbacks: { jwt({ token }) { token.isPleo = Boolean(${ENV}); return token; } } });`,
    `NextAuth({ callbacks: { signIn({ user }) { user.key = ${ENV}; return true; } } });`,
    `const handlers = { jwt({ token }) { token.key = ${ENV}; } };`,
    `function f({ token }) { token.key = ${ENV}; }`,
  ],
  invalid: [
    { code: handler(`req.session.key = ${ENV};`), errors: session("req.session.key") },
    { code: handler(`req.session["key"] = ${ENV};`), errors: session('req.session["key"]') },
    {
      code: handler(`req.session.user.pleo.key = ${ENV};`),
      errors: session("req.session.user.pleo.key"),
    },
    { code: handler(`req.session = { key: ${ENV} };`), errors: session("req.session") },
    {
      code: handler(`req.session.pleo = { key: ${ENV}, id: 1 };`),
      errors: session("req.session.pleo"),
    },
    {
      code: handler(`req.session.key = \`Basic \${btoa(${ENV} + ":")}\`;`),
      errors: session("req.session.key"),
    },
    { code: handler(`req.session.key ??= ${ENV};`), errors: session("req.session.key") },
    {
      code: handler(`req.session.headers = { authorization: ${ENV} };`),
      errors: session("req.session.headers"),
    },
    {
      code: handler("req.session.key = req.body.pleoApiKey;"),
      errors: session("req.session.key", "`req.body.pleoApiKey` on line 1"),
    },
    {
      code: handler(`const key = ${ENV}; req.session.key = key;`),
      errors: [
        {
          messageId: "session",
          line: 1,
          column: 93,
          data: { sink: "req.session.key", road: `\`key\`, which comes from ${ROAD}` },
        },
      ],
    },
    {
      code: handler(`Object.assign(req.session, { key: ${ENV} });`),
      errors: session("Object.assign"),
    },
    { code: handler(`req.session.set("key", ${ENV});`), errors: session("req.session.set") },
    { code: handler(`req.session.flash("key", ${ENV});`), errors: session("req.session.flash") },
    { code: handler(`req.yar.set("key", ${ENV});`), errors: session("req.yar.set") },
    {
      code: handler(`const { session } = req; session.key = ${ENV};`),
      errors: session("session.key"),
    },
    {
      code: handler(`const session = req.session; session.key = ${ENV};`),
      errors: session("session.key"),
    },
    {
      code: `app.use(async (ctx) => { ctx.session.key = ${ENV}; });`,
      errors: session("ctx.session.key"),
    },
    { code: `function f(session) { session.key = ${ENV}; }`, errors: session("session.key") },
    {
      code: `function f(session: Session) { session.key = ${ENV}; }`,
      errors: session("session.key"),
    },
    {
      code: `const session = await getIronSession(a, b); session.key = ${ENV};`,
      errors: session("session.key"),
    },
    {
      code: `const userSession = await getSession(a); userSession.set("key", ${ENV});`,
      errors: session("userSession.set"),
    },
    {
      code: `const session = await useSession(event); await session.update({ key: ${ENV} });`,
      errors: session("session.update"),
    },
    {
      code: `io.on("connection", (socket) => { socket.session.key = ${ENV}; });`,
      errors: session("socket.session.key"),
    },
    {
      code: `NextAuth({ callbacks: { async jwt({ token }) { token.key = ${ENV}; return token; } } });`,
      errors: session("token.key"),
    },
    {
      code: `NextAuth({ callbacks: { session: ({ session }) => { session.user.key = ${ENV}; return session; } } });`,
      errors: session("session.user.key"),
    },
    {
      code: `NextAuth({ callbacks: { session: ({ session }) => ({ ...session, key: ${ENV} }) } });`,
      errors: session("callbacks"),
    },
    {
      code: `const callbacks = { jwt: ({ token }) => (token ? { ...token, key: ${ENV} } : null) };`,
      errors: session("callbacks"),
    },
  ],
});

new RuleTester().run("no-key-in-session: tokens", noKeyInSession, {
  valid: [
    `import jwt from "jsonwebtoken"; jwt.sign({ sub: 1 }, ${ENV});`,
    `import jwt from "jsonwebtoken"; jwt.verify(${ENV}, secret);`,
    `import jwt from "jsonwebtoken"; jwt.sign({ hasKey: Boolean(${ENV}) }, secret);`,
    `import jwt from "jsonwebtoken"; jwt.sign({ key: sha256(${ENV}) }, secret);`,
    `signer.sign({ key: ${ENV} });`,
    `crypto.sign("sha256", ${ENV}, key);`,
    `sign({ key: ${ENV} }, secret);`,
    `import { sign } from "./sign"; sign({ key: ${ENV} });`,
    `import { SignJWT } from "./tokens"; new SignJWT({ key: ${ENV} });`,
    `import { jwtVerify } from "jose"; jwtVerify(${ENV}, secret);`,
  ],
  invalid: [
    {
      code: `import jwt from "jsonwebtoken"; jwt.sign({ key: ${ENV} }, secret);`,
      errors: token("jwt.sign"),
    },
    {
      code: `import { sign } from "jsonwebtoken"; sign({ key: ${ENV} }, secret);`,
      errors: token("sign"),
    },
    {
      code: `const { sign: make } = require("jsonwebtoken"); make(${ENV}, secret);`,
      errors: token("make"),
    },
    {
      code: `import { sign } from "hono/jwt"; sign({ key: ${ENV} }, secret);`,
      errors: token("sign"),
    },
    {
      code: `import { SignJWT } from "jose"; new SignJWT({ key: ${ENV} });`,
      errors: token("new SignJWT"),
    },
    {
      code: `import * as jose from "jose"; new jose.EncryptJWT({ key: ${ENV} });`,
      errors: token("new jose.EncryptJWT"),
    },
    {
      code: `import { V4 } from "paseto"; V4.encrypt({ key: ${ENV} }, secret);`,
      errors: token("V4.encrypt"),
    },
    {
      code: `import { sealData } from "iron-session"; sealData({ key: ${ENV} }, o);`,
      errors: token("sealData"),
    },
    {
      code: `import jwt from "jwt-simple"; jwt.encode({ key: ${ENV} }, secret);`,
      errors: token("jwt.encode"),
    },
    {
      code: `import { createSigner } from "fast-jwt"; const s = createSigner({ key }); s({ key: ${ENV} });`,
      errors: token("s"),
    },
    { code: `fastify.jwt.sign({ key: ${ENV} });`, errors: token("fastify.jwt.sign") },
    { code: `reply.jwtSign({ key: ${ENV} });`, errors: token("reply.jwtSign") },
    {
      code: `class A { f() { return this.jwtService.signAsync({ key: ${ENV} }); } }`,
      errors: token("this.jwtService.signAsync"),
    },
  ],
});

new RuleTester().run("no-key-in-session: cookies", noKeyInSession, {
  valid: [
    `import { serialize } from "cookie"; serialize("pleo_api_key", "", { maxAge: 0 });`,
    `import { serialize } from "./form"; serialize("key", ${ENV});`,
    `const headers = new Headers(); headers.append("Authorization", ${ENV});`,
    // Of these another rule speaks
    handler(`res.cookie("key", ${ENV});`),
    handler(`res.setHeader("Set-Cookie", ${ENV});`),
    handler(`res.append("Set-Cookie", ${ENV});`),
    `import { cookies } from "next/headers"; (await cookies()).set("key", ${ENV});`,
    `app.get("/", async (c) => { setCookie(c, "key", ${ENV}); });`,
    `import Cookies from "js-cookie"; Cookies.set("key", ${ENV});`,
    `document.cookie = \`key=\${${ENV}}\`;`,
  ],
  invalid: [
    [`import { serialize } from "cookie"; serialize("key", ${ENV});`, "serialize"],
    [`import * as cookie from "cookie"; cookie.serialize("key", ${ENV});`, "cookie.serialize"],
    [`const jar = createCookie("pleo"); jar.serialize({ key: ${ENV} });`, "jar.serialize"],
    [`function f(headers) { headers.append("Set-Cookie", \`key=\${${ENV}}\`); }`, "headers.append"],
    [
      `import Cookies from "cookies"; const jar = new Cookies(a, b); jar.set("key", ${ENV});`,
      "jar.set",
    ],
  ].map(([code = "", sink = ""]) => ({
    code,
    errors: [{ messageId: "cookie" as const, data: { sink, road: ROAD } }],
  })),
});

new RuleTester().run("no-key-in-session: what libraries keep", noKeyInSession, {
  valid: [
    `passport.serializeUser((user, done) => done(null, user.id)); use(${ENV});`,
    `passport.serializeUser((user, done) => done(new Error("none"), ${ENV}));`,
    `passport.deserializeUser((id, done) => done(null, { key: ${ENV} }));`,
    `pool.acquire((user, done) => done(null, ${ENV})); passport.serializeUser(keep);`,
    `passport.serializeUser((user, done) => other(null, ${ENV}));`,
    `class S { serialize(user, done) { done(null, ${ENV}); } } const serializeUser = 1;`,
    `fastifyPassport.registerUserDeserializer(async (id) => ({ id, key: ${ENV} })); use(session);`,
    `fastifyPassport.registerUserSerializer(async (user) => ({ id: user.id, has: Boolean(${ENV}) }));`,
    `function setUserSession(event, data) { vault.put(encrypt(data)); } setUserSession(event, { key: ${ENV} });`,
    `import { setUserSession } from "./vault"; setUserSession(event, { key: ${ENV} });`,
    `setUserSession(event, { user: { id: 1 } }); use(${ENV});`,
    `updateSession(event, { password: ${ENV} }, { user: 1 });`,
    `app.get("/", (c) => { const session = c.get("vault"); session.set("key", ${ENV}); });`,
    `async function f() { const session = await useSession(event); await session.update((old) => ({ ...old, has: ${ENV} !== undefined })); }`,
    `import { create } from "./djwt-free"; create({}, { key: ${ENV} }, secret); use(token);`,
    `import { create } from "djwt"; create({ alg: "HS512" }, { sub: 1 }, ${ENV});`,
  ],
  invalid: [
    [`passport.serializeUser((user, done) => done(null, { key: ${ENV} }));`, "done"],
    [
      `passport.serializeUser(function (user, cb) { process.nextTick(() => { cb(null, { id: user.id, key: ${ENV} }); }); });`,
      "cb",
    ],
    [`auth.serializeUser(async (req, user, done) => { done(undefined, ${ENV}); });`, "done"],
    [
      `class S extends PassportSerializer { serializeUser(user, done) { done(null, { key: ${ENV} }); } }`,
      "done",
    ],
    [
      `fastifyPassport.registerUserSerializer(async (user) => ({ id: user.id, key: ${ENV} }));`,
      "registerUserSerializer",
    ],
    [`setUserSession(event, { user: { id: 1 }, secure: { key: ${ENV} } });`, "setUserSession"],
    [
      `import { updateSession } from "h3"; updateSession(event, options, { key: ${ENV} });`,
      "updateSession",
    ],
    [`replaceUserSession(event, { key: ${ENV} });`, "replaceUserSession"],
    [
      `async function f(event) { const session = await useSession(event); await session.update((old) => ({ ...old, key: ${ENV} })); }`,
      "session.update",
    ],
    [
      `async function f(event) { const session = await useSession(event); await session.update(() => { return { key: ${ENV} }; }); }`,
      "session.update",
    ],
    [
      `app.post("/", (c) => { const session = c.get("session"); session.set("key", ${ENV}); });`,
      "session.set",
    ],
    [
      `app.post("/", (request) => { request.cookieAuth.set({ key: ${ENV} }); });`,
      "request.cookieAuth.set",
    ],
  ].map(([code = "", sink = ""]) => ({ code, errors: session(sink) })),
});

new RuleTester().run("no-key-in-session: tokens of Deno's", noKeyInSession, {
  valid: [],
  invalid: [
    [`import { create } from "djwt"; create({ alg: "HS512" }, { key: ${ENV} }, secret);`, "create"],
    [
      `import { create } from "https://deno.land/x/djwt@v3.0.2/mod.ts"; create({}, { key: ${ENV} }, secret);`,
      "create",
    ],
    [
      `import * as djwt from "jsr:@zaubrik/djwt"; djwt.create({}, { key: ${ENV} }, secret);`,
      "djwt.create",
    ],
  ].map(([code = "", sink = ""]) => ({ code, errors: token(sink) })),
});

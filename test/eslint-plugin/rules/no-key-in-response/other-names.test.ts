import { noKeyInResponse } from "../../../../eslint-plugin/rules/no-key-in-response.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-response: handlers in any language", noKeyInResponse, {
  valid: [
    {
      name: "request is no response",
      code: `
const app = require("express")();
app.get("/a", (pyynto, vastaus) => { pyynto.set("a", process.env.PLEO_API_KEY); });`,
    },
    {
      name: "locals",
      code: `
const app = require("express")();
app.get("/a", (pyynto, vastaus) => { vastaus.locals.set("a", process.env.PLEO_API_KEY); vastaus.locals.key = process.env.PLEO_API_KEY; });`,
    },
    {
      name: "no app of a server",
      code: `
import queue from "./queue"; queue.get("a", (job, store) => { store.set("key", process.env.PLEO_API_KEY); });`,
    },
    {
      name: "map.forEach",
      code: `
const app = require("express")(); list.forEach((a, store) => { store.set("key", process.env.PLEO_API_KEY); });`,
    },
    {
      name: "client -> 1 param",
      code: `
import https from "https"; https.get("https://external.pleo.io/v1/me", { headers: { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") } }, (svar) => { svar.on("data", f); });`,
    },
    {
      name: "client that sends",
      code: `
const app = require("express")();
app.get("/a", (pyynto, vastaus) => { const svar = agent.request(); svar.set("authorization", process.env.PLEO_API_KEY); vastaus.send(200, "ok"); });`,
    },
    {
      name: "ws connection",
      code: `
import http from "http"; const server = http.createServer();
server.on("connection", (socket, info) => { info.set("k", process.env.PLEO_API_KEY); });`,
    },
    {
      name: "express param",
      code: `
const app = require("express")();
app.param("id", (a, b, c, id) => { b.set("x", process.env.PLEO_API_KEY) });`,
    },
    {
      name: "masked",
      code: `
const app = require("express")();
app.get("/a", (pyynto, vastaus) => { vastaus.send(200, { key: process.env.PLEO_API_KEY.slice(-4), has: Boolean(process.env.PLEO_API_KEY) }); });`,
    },
    {
      name: "seneca",
      code: `
seneca.add("role:pleo", (msg, reply) => { reply({ key: process.env.PLEO_API_KEY }); });`,
    },
  ],
  invalid: [
    {
      name: "restify",
      code: `
var r = require("restify"); var s = r.createServer({});
s.get("/a", function (pyynto, vastaus, seuraava) { vastaus.send(200, { key: process.env.PLEO_API_KEY }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "express inner callback",
      code: `
const app = require("express")();
app.get("/a", (a, b) => { db.find(1, (e, row) => { b.status(200).json({ key: row.pleoApiKey }); }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "express router import",
      code: `
import { Router } from "express"; const r = Router();
r.route("/a").get((forespørsel, svar) => { svar.json({ key: process.env.PLEO_API_KEY }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "named handler",
      code: `
import express from "express"; const app = express(); app.get("/a", auth, vis);
function vis(forespørsel, svar) { svar.send({ key: process.env.PLEO_API_KEY }); }`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "wrapped handler",
      code: `
import express from "express"; const app = express();
app.get("/a", asyncHandler(async (forespørsel, svar) => { svar.send({ key: process.env.PLEO_API_KEY }); }));`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "list",
      code: `
import express from "express"; const app = express();
app.get("/a", [auth, (forespørsel, svar) => { svar.send({ key: process.env.PLEO_API_KEY }); }]);`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "error handler",
      code: `
import express from "express"; const app = express();
app.use((fejl, anmodning, svar, næste) => { svar.status(500).json({ key: process.env.PLEO_API_KEY }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "node http",
      code: `
import { createServer } from "node:http";
createServer((forespørsel, svar) => { svar.end(process.env.PLEO_API_KEY); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "node http on request",
      code: `
import http from "node:http"; const server = http.createServer();
server.on("request", (forespørsel, svar) => { svar.writeHead(200, { authorization: "Basic " + btoa(process.env.PLEO_API_KEY + ":") }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "typed",
      code: `
export function routes(app: FastifyInstance) { app.get("/a", async (anfrage, antwort) => { antwort.headers({ authorization: process.env.PLEO_API_KEY }); }); }`,
      errors: [{ messageId: "sent", line: 2 }],
    },
    {
      name: "polka",
      code: `
import polka from "polka"; polka().get("/a", (zapytanie, odpowiedz) => { odpowiedz.end(process.env.PLEO_API_KEY); });`,
      errors: [{ messageId: "sent", line: 2 }],
    },
    {
      name: "koa",
      code: `
import Koa from "koa"; const app = new Koa();
app.use(async (kontekst) => { kontekst.body = { key: process.env.PLEO_API_KEY }; });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "hono",
      code: `
import { Hono } from "hono"; const app = new Hono();
app.get("/a", (kontekst) => kontekst.json({ key: process.env.PLEO_API_KEY }));`,
      errors: [{ messageId: "sent", line: 3 }],
    },
    {
      name: "hapi reply",
      code: `
server.route({ method: "GET", path: "/a", handler: function (request, reply) { reply({ key: process.env.PLEO_API_KEY }).code(200); } });`,
      errors: [{ messageId: "sent", line: 2 }],
    },
    {
      name: "firebase",
      code: `
import { onRequest } from "firebase-functions/v2/https";
export const f = onRequest(async (forespørsel, svar) => { svar.send({ key: process.env.PLEO_API_KEY }); });`,
      errors: [{ messageId: "sent", line: 3 }],
    },
  ],
});

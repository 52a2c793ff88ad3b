import { noKeyInError } from "../../../../eslint-plugin/rules/no-key-in-error.ts";
import { RuleTester } from "../../rule-tester.ts";

new RuleTester().run("no-key-in-error: errors that are filled and handed on", noKeyInError, {
  valid: [
    {
      name: "assign to options",
      code: `
import _ from "lodash"; const options = {}; _.assign(options, { key: process.env.PLEO_API_KEY });`,
    },
    {
      name: "merge new with err",
      code: `
import _ from "lodash"; function f(err) { const o = _.merge({ key: process.env.PLEO_API_KEY }, err); }`,
    },
    {
      name: "lodash get",
      code: `
import _ from "lodash"; const err = new Error("a"); _.get(err, "a", process.env.PLEO_API_KEY);`,
    },
    {
      name: "own assign",
      code: `
import { assign } from "./assign"; const err = new Error("a"); assign(err, { key: process.env.PLEO_API_KEY });`,
    },
    {
      name: "xstate assign",
      code: `
import { assign } from "xstate"; const err = new Error("a"); assign(err, { key: process.env.PLEO_API_KEY });`,
    },
    {
      name: "masked",
      code: `
import _ from "lodash"; const err = new Error("a"); _.assign(err, { key: mask(process.env.PLEO_API_KEY) });`,
    },
    {
      name: "cb result",
      code: `
function f(cb) { if (bad) return cb(new Error("no")); cb(null, process.env.PLEO_API_KEY); }`,
    },
    {
      name: "plain callback",
      code: `
function getKey(cb) { cb(process.env.PLEO_API_KEY); }`,
    },
    {
      name: "setter",
      code: `
function f(setKey) { setKey(null); setKey(process.env.PLEO_API_KEY); }`,
    },
    {
      name: "two results",
      code: `
function f(cb) { cb(null); cb(undefined, x); cb(process.env.PLEO_API_KEY, 2); }`,
    },
    {
      name: "next of vue",
      code: `
router.beforeEach((to, from, next) => next({ path: "/", query: { k: process.env.PLEO_API_KEY } }));`,
    },
    {
      name: "next of redux",
      code: `
const m = (store) => (next) => (action) => next({ type: "a", key: process.env.PLEO_API_KEY });`,
    },
    {
      name: "next of koa",
      code: `
app.use((ctx, next) => next({ key: process.env.PLEO_API_KEY }));`,
    },
    {
      name: "emit other",
      code: `
emitter.emit("ready", { key: process.env.PLEO_API_KEY });`,
    },
    {
      name: "logger",
      code: `
logger.error(\`no \${process.env.PLEO_API_KEY}\`);`,
    },
  ],
  invalid: [
    {
      name: "lodash assign",
      code: `
const assign = require('lodash/assign'); function f(cb) { const key = process.env.PLEO_API_KEY; cb(assign(new Error("x"), { key })); }`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "lodash _.merge",
      code: `
import _ from "lodash"; const e = new Error("x"); _.merge(e, { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "_.set",
      code: `
import _ from "lodash"; try { f() } catch (e) { _.set(e, "config.key", process.env.PLEO_API_KEY); throw e; }`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "defaults",
      code: `
import defaults from "lodash.defaults"; const err = new Error("a"); defaults(err, { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "extend",
      code: `
var extend = require("extend"); const err = new Error("a"); extend(true, err, { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "object-assign",
      code: `
var a = require("object-assign"); throw a(new Error("a"), { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "$.extend",
      code: `
$.extend(true, new Error("a"), { key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "defineProps",
      code: `
const err = new Error("a"); Object.defineProperties(err, { key: { value: process.env.PLEO_API_KEY } });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "Reflect.set",
      code: `
const err = new Error("a"); Reflect.set(err, "key", process.env.PLEO_API_KEY);`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "cb text",
      code: `
function f(cb) { if (bad) return cb(\`bad key \${process.env.PLEO_API_KEY}\`); cb(null, res.body); }`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "cb object",
      code: `
function f(done) { if (bad) return done({ message: "x", key: process.env.PLEO_API_KEY }); done(null, {}); }`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "next",
      code: `
app.use((req, res, next) => next({ status: 500, key: process.env.PLEO_API_KEY }));`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "emit error",
      code: `
this.emit("error", \`bad \${process.env.PLEO_API_KEY}\`);`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "emit error object",
      code: `
emitter.emit("error", { message: "no", key: process.env.PLEO_API_KEY });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "emit new Error once",
      code: `
emitter.emit("error", new Error(process.env.PLEO_API_KEY));`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "done.fail",
      code: `
it("a", (done) => { done.fail("key " + process.env.PLEO_API_KEY); });`,
      errors: [{ messageId: "held", line: 2 }],
    },
    {
      name: "controller",
      code: `
new ReadableStream({ start(controller) { controller.error(\`no \${process.env.PLEO_API_KEY}\`); } });`,
      errors: [{ messageId: "held", line: 2 }],
    },
  ],
});

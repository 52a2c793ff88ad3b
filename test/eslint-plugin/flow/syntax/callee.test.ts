import { describe, expect, test } from "vitest";
import { calleeOf, originOf } from "../../../../eslint-plugin/flow/syntax/callee.ts";
import type { Callee } from "../../../../eslint-plugin/flow/syntax/callee.ts";
import { PARSERS } from "../../lint.ts";
import type { ParserName } from "../../lint.ts";
import { callsOf, nodesOf, parse } from "../../parse.ts";

/** The call that holds the text `TARGET` as an argument. */
function targetOf(code: string, parser?: ParserName): Callee {
  const sourceCode = parse(code, parser);
  const target = callsOf(sourceCode).find((call) =>
    call.arguments.some((argument) => sourceCode.getText(argument).includes("TARGET")),
  );
  if (target === undefined) throw new Error("no call has the target");
  return calleeOf(sourceCode, target);
}

/** In one line: `module:path` where it is imported, `global names` or the plain names, and what made it. */
function shown({ names, isGlobal, module, path, madeBy, isNew }: Callee): string {
  const name = module === undefined ? names.join(".") : `${module}:${path.join(".")}`;
  const made = madeBy === undefined ? "" : ` made by ${shown(madeBy.callee)}`;
  return `${isGlobal ? "global " : ""}${isNew ? "new " : ""}${name}${made}`;
}

const parsers = Object.keys(PARSERS) as ParserName[];

describe.each(parsers)("with %s", (parser) => {
  test.each([
    // What nobody declares
    ["fetch(TARGET)", "global fetch"],
    ["console.log(TARGET)", "global console.log"],
    ["console['log'](TARGET)", "global console.log"],
    ["console[`log`](TARGET)", "global console.log"],
    ["console[level](TARGET)", "global console.*"],
    ["console?.log?.(TARGET)", "global console.log"],
    ["window.fetch(TARGET)", "global fetch"],
    ["globalThis.window.fetch(TARGET)", "global window.fetch"],
    ["new Request(TARGET)", "global new Request"],
    ["(0, axios.get)(TARGET)", "global axios.get"],
    ["(logger ?? console).info(TARGET)", "global logger.info"],
    // What the file declares
    ["function fetch() {} fetch(TARGET)", "fetch"],
    ["function f(console) { console.log(TARGET) }", "console.log"],
    ["function f(window) { window.fetch(TARGET) }", "window.fetch"],
    // Imports
    ["import axios from 'axios'; axios.get(TARGET)", "axios:get"],
    ["import axios from 'axios'; axios(TARGET)", "axios:"],
    ["import * as a from 'axios'; a.get(TARGET)", "axios:get"],
    ["import * as a from 'axios'; a.default.get(TARGET)", "axios:get"],
    ["import { get as g } from 'axios'; g(TARGET)", "axios:get"],
    ["import { default as a } from 'axios'; a.get(TARGET)", "axios:get"],
    ["import http from 'node:http'; http.get(TARGET)", "http:get"],
    ["import a from 'npm:axios@1.2.3'; a.get(TARGET)", "axios:get"],
    ["import a from 'npm:@nestjs/axios@3'; a.get(TARGET)", "@nestjs/axios:get"],
    ["const axios = require('axios'); axios.get(TARGET)", "axios:get"],
    ["const axios = require('axios').default; axios.get(TARGET)", "axios:get"],
    ["const { info } = require('winston'); info(TARGET)", "winston:info"],
    ["const { info: i = x } = require('winston'); i(TARGET)", "winston:info"],
    ["require('axios').get(TARGET)", "axios:get"],
    ["async () => (await import('axios')).default.get(TARGET)", "axios:get"],
    ["async () => { const a = await import('axios'); a.default.get(TARGET) }", "axios:get"],
    ["function f(require) { require('axios').get(TARGET) }", "axios:get"],
    // Aliases
    ["const log = console.log; log(TARGET)", "global console.log"],
    ["const log = console.log.bind(console); log(TARGET)", "global console.log"],
    ["const { log } = console; log(TARGET)", "global console.log"],
    ["const { log: print = noop } = console; print(TARGET)", "global console.log"],
    ["const { a: { log } } = deep; log(TARGET)", "global deep.a.log"],
    ["const { ...rest } = console; rest.log(TARGET)", "rest.log"],
    ["let log = console.log; log(TARGET)", "global console.log"],
    ["let log = console.log; log = noop; log(TARGET)", "log"],
    ["let { log } = console; log = noop; log(TARGET)", "log"],
    ["const a = console, b = a, c = b.log; c(TARGET)", "global console.log"],
    ["function f(logger) { const log = logger.info; log(TARGET) }", "logger.info"],
    // Seen through
    ["console.log.call(console, TARGET)", "global console.log"],
    ["console.log.apply(null, [TARGET])", "global console.log"],
    ["log.call(this, TARGET)", "global log"],
    ["client.call(TARGET)", "global client.call"],
    ["client.call('operation', TARGET)", "global client.call"],
    ["new client.call(client, TARGET)", "global new client.call"],
    // Made by
    [
      "import a from 'axios'; const api = a.create({}); api.get(TARGET)",
      "api.get made by axios:create",
    ],
    ["import a from 'axios'; a.create({}).get(TARGET)", "().get made by axios:create"],
    [
      "import p from 'pino'; const a = p(); const b = a.child({}); b.info(TARGET)",
      "b.info made by a.child made by pino:",
    ],
    ["const log = new Logger('x'); log.info(TARGET)", "log.info made by global new Logger"],
    ["new Logger('x').info(TARGET)", "().info made by global new Logger"],
    ["const { get } = axios.create({}); get(TARGET)", "().get made by global axios.create"],
    ["let api = axios.create(); api = other; api.get(TARGET)", "api.get"],
    // `this`
    ["class A { f() { this.http.get(TARGET) } }", "this.http.get"],
    [
      "class A { http = axios.create(); f() { this.http.get(TARGET) } }",
      "this.http.get made by global axios.create",
    ],
    [
      "class A { #http = axios.create(); f = () => { this.#http.get(TARGET) } }",
      "this.#http.get made by global axios.create",
    ],
    [
      "class A { constructor() { this.http = axios.create(); } f() { this.http.get(TARGET) } }",
      "this.http.get made by global axios.create",
    ],
    ["class A { log = console.log; f() { this.log(TARGET) } }", "global console.log"],
    [
      "class A { constructor(client) { this.http = client } f() { this.http.get(TARGET) } }",
      "this.http.get",
    ],
    ["class A { a = axios.create(); f() { function g() { this.a(TARGET) } } }", "this.a"],
    ["class A extends B { f() { super.log(TARGET) } }", "super.log"],
    ["const self = this; self.log(TARGET)", "this.log"],
    // No name at all
    ["(() => {})(TARGET)", "*"],
    ["`a`.concat(TARGET)", "*.concat"],
    ["(a ? b : c).log(TARGET)", "*.log"],
  ])("%s calls %s", (code, expected) => {
    expect(shown(targetOf(code, parser))).toBe(expected);
  });

  test.each([
    "import(x)(TARGET)",
    "require(...x).y(TARGET)",
    "new (class {})(TARGET)",
    "a``(TARGET)",
  ])("%s is no trouble", (code) => {
    expect(() => targetOf(code, parser)).not.toThrow();
  });
});

test.each([
  [
    "class A { constructor(private http: HttpClient) {} f() { this.http.get(TARGET) } }",
    "HttpClient",
  ],
  ["class A { http?: a.HttpClient<T>; f() { this.http!.get(TARGET) } }", "HttpClient"],
  [
    "class A { http; constructor(h: Http) { this.http = h } f() { this.http.get(TARGET) } }",
    "Http",
  ],
  ["function f(http: undefined | HttpClient) { http?.get(TARGET) }", "HttpClient"],
  ["const http: HttpClient = make(); http.get(TARGET)", "HttpClient"],
  ["const http: string = make(); http.get(TARGET)", undefined],
  ["function f(h: Http) { const copy = h; copy.get(TARGET) }", "Http"],
])("the type in %s is %s", (code, expected) => {
  expect(targetOf(code).typeName).toBe(expected);
});

test("TypeScript's own imports and casts are seen through", () => {
  expect(shown(targetOf("import a = require('axios'); a.get(TARGET)"))).toBe("axios:get");
  expect(shown(targetOf("import a = b.c; a.get(TARGET)"))).toBe("a.get");
  expect(shown(targetOf("((console as any)!.log satisfies X)(TARGET)"))).toBe("global console.log");
});

test("what was made is told from what comes after it", () => {
  expect(targetOf("const a = b(); a.c.d(TARGET)")).toMatchObject({ madeNames: 1 });
  expect(targetOf("class A { a = b(); f() { this.a.c(TARGET) } }")).toMatchObject({ madeNames: 2 });
});

test.each([
  ["f(1, TARGET)", ["1", "TARGET"]],
  ["f.call(null, 1, TARGET)", ["1", "TARGET"]],
  ["f.apply(undefined, [1, , TARGET])", ["1", "TARGET"]],
  ["a.f.call(a, TARGET)", ["TARGET"]],
  ["a.call(b, TARGET)", ["b", "TARGET"]],
])("the arguments in %s are %j", (code, expected) => {
  expect(targetOf(code).args.map((node) => code.slice(...node.range))).toEqual(expected);
});

test("any expression has an origin", () => {
  const sourceCode = parse("const s = window.localStorage; s.x = 1;");
  const member = nodesOf(sourceCode).findLast((node) => sourceCode.getText(node) === "s.x");
  if (member === undefined) throw new Error("no member");
  expect(originOf(sourceCode, member).names).toEqual(["localStorage", "x"]);
});

describe("without end", () => {
  test("aliases in a circle come to an end", () => {
    expect(targetOf("const a = b.x, b = a.y; a(TARGET)").names.length).toBeLessThan(20);
    expect(() =>
      targetOf("class A { a = this.b; b = this.a; f() { this.a(TARGET) } }"),
    ).not.toThrow();
    expect(() => targetOf("const a = a.b(); a.b(TARGET)")).not.toThrow();
  });

  test("long chains do not fill the stack", () => {
    expect(targetOf(`a${".b".repeat(500)}(TARGET)`).names).toHaveLength(501);
    expect(targetOf(`a${".b()".repeat(300)}.b(TARGET)`).names).toEqual(["()", "b"]);
  });
});

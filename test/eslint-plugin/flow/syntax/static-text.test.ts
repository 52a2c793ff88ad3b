import { describe, expect, test } from "vitest";
import { staticTextOf, staticTextsOf } from "../../../../eslint-plugin/flow/syntax/static-text.ts";
import type { StaticText } from "../../../../eslint-plugin/flow/syntax/static-text.ts";
import { PARSERS } from "../../lint.ts";
import type { ParserName } from "../../lint.ts";
import { callsOf, parse } from "../../parse.ts";

/** What is given to `TEXT(…)`, a part that is not known in angle brackets. */
function read(code: string, parser?: ParserName): { readonly one: string; readonly all: string } {
  const sourceCode = parse(code, parser);
  const call = callsOf(sourceCode).find(({ callee }) => sourceCode.getText(callee) === "TEXT");
  const [expression] = call?.arguments ?? [];
  if (expression === undefined) throw new Error("nothing to read");
  const shown = (text: StaticText): string =>
    text
      .map((part) => (typeof part === "string" ? part : `<${sourceCode.getText(part)}>`))
      .join("");
  return {
    one: shown(staticTextOf(sourceCode, expression)),
    all: staticTextsOf(sourceCode, expression).map(shown).join(" or "),
  };
}

const parsers = Object.keys(PARSERS) as ParserName[];

describe.each(parsers)("with %s", (parser) => {
  test.each([
    ["TEXT('a')", "a"],
    ["TEXT(1)", "1"],
    ["TEXT(true)", "<true>"],
    ["TEXT(null)", "<null>"],
    ["TEXT(/a/)", "</a/>"],
    ["TEXT(`a${b}c`)", "a<b>c"],
    ["TEXT('a' + b + 'c')", "a<b>c"],
    ["TEXT(a - b)", "<a - b>"],
    ["TEXT(tag`a`)", "<tag`a`>"],
    // Names
    ["const a = 'b'; TEXT(a)", "b"],
    ["const a = 'b', c = a + a; TEXT(`${c}!`)", "bb!"],
    ["let a = 'b'; a = 'c'; TEXT(a)", "<a>"],
    ["const a = b(); TEXT(a)", "<a>"],
    ["const a = process.env.B; TEXT(`x${a}`)", "x<a>"],
    ["const a = { b: { c: 'd' } }; TEXT(a.b.c)", "d"],
    ["const a = { b: 'c' }; TEXT(a['b'])", "c"],
    ["const a = { b: 'c' }; TEXT(a.d)", "<a.d>"],
    ["const a = { b: 'c', ...d }; TEXT(a.b)", "<a.b>"],
    ["const a = { ...d, b: 'c' }; TEXT(a.b)", "c"],
    ["const a = Object.freeze({ b: 'c' }); TEXT(a.b)", "c"],
    ["const a = ['b', 'c']; TEXT(a[1])", "c"],
    ["class A { b = 'c'; f() { TEXT(this.b) } }", "c"],
    ["class A { static b = 'c'; } TEXT(A.b)", "c"],
    ["class A { b = 'c'; } TEXT(A.b)", "<A.b>"],
    // Defaults
    ["TEXT(a ?? 'https://b')", "https://b"],
    ["TEXT(a || b || 'https://c')", "https://c"],
    ["TEXT(a ?? (b ?? 'https://c'))", "https://c"],
    ["TEXT(a ?? '')", "<a ?? ''>"],
    ["TEXT(a ?? 'unset')", "<a ?? 'unset'>"],
    ["TEXT(a && 'https://b')", "<a && 'https://b'>"],
    ["const a = 'b'; TEXT(a ?? 'https://c')", "b"],
    // Calls
    ["TEXT(String('a'))", "a"],
    ["TEXT(String(a))", "<a>"],
    ["function String() {} TEXT(String('a'))", "<String('a')>"],
    ["TEXT(encodeURIComponent('a b'))", "a%20b"],
    ["TEXT(encodeURIComponent('\\ud800'))", "\ud800"],
    ["TEXT(encodeURIComponent(a))", "<a>"],
    ["TEXT(' a'.trim())", " a"],
    ["TEXT(a.trim())", "<a.trim()>"],
    ["TEXT('a/'.replace(/\\/$/, ''))", "a/"],
    ["TEXT('ab'.replace(/a/, ''))", "<'ab'.replace(/a/, '')>"],
    ["TEXT('a'.concat(b, 'c'))", "a<b>c"],
    ["TEXT(['a', b].join('/'))", "a/<b>"],
    ["TEXT(['a', b].join())", "<['a', b].join()>"],
    ["TEXT(['a', b].join('123456789'))", "<['a', b].join('123456789')>"],
    // Addresses
    ["TEXT(new URL('https://a/b').href)", "https://a/b"],
    ["TEXT(new URL('/c', 'https://a/b'))", "https://a/c"],
    ["TEXT(new URL('c', 'https://a/b'))", "https://a/c"],
    ["TEXT(new URL('c', 'https://a/b/'))", "https://a/b/c"],
    ["TEXT(new URL('c', 'https://a'))", "https://a/c"],
    ["TEXT(new URL('https://d/c', 'https://a/b'))", "https://d/c"],
    ["TEXT(new URL('/c', base))", "<base>/c"],
    ["TEXT(new URL(path, 'https://a'))", "https://a/<path>"],
    ["TEXT(new Other('/c', 'https://a'))", "<new Other('/c', 'https://a')>"],
  ])("%s is %s", (code, expected) => {
    expect(read(code, parser).one).toBe(expected);
  });

  test.each([
    ["TEXT(a ? 'b' : 'c')", "b or c"],
    ["const x = a ? 'b' : 'c'; TEXT(`${x}!`)", "b! or c!"],
    ["TEXT((a ? 'b' : 'c') + (d ? 'e' : 'f'))", "be or bf or ce or cf"],
    ["const x = { p: 'b', s: 'c' }; TEXT(x[a])", "b or c"],
    ["const x = { p: 'b', ...s }; TEXT(x[a])", "<x[a]>"],
    ["TEXT(a ? b : 'c')", "<b> or c"],
    [`const x = { ${"abcdefghi".replace(/./g, "$&: '$&',")} }; TEXT(x[a])`, "<x[a]>"],
  ])("%s may be %s", (code, expected) => {
    expect(read(code, parser).all).toBe(expected);
  });
});

test("what TypeScript adds is seen through", () => {
  expect(read("enum A { b = 'c' } TEXT(A.b)").one).toBe("c");
  expect(read("const a = { b: 'c' } as const; TEXT((a.b as string)!)").one).toBe("c");
});

test("circles come to an end", () => {
  expect(() => read("const a = b + 'x', b = a + 'y'; TEXT(a)")).not.toThrow();
  expect(() => read("const a = new URL(b, b), b = new URL(a, a); TEXT(a)")).not.toThrow();
  expect(() => read("const a = c ? b : b, b = c ? a : a; TEXT(a)")).not.toThrow();
});

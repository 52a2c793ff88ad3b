import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCharacter } from "../support/arbitrary-texts.ts";
import { createGlance } from "../../eslint-plugin/secretlint/glance.ts";
import type { Trace } from "../../eslint-plugin/secretlint/glance.ts";
import { KEY_TRACES } from "../../eslint-plugin/secretlint/readings.ts";
import { createSecretNames } from "../../eslint-plugin/secretlint/secret-names.ts";
import { TOKEN_TRACE } from "../../eslint-plugin/secretlint/tokens.ts";

const traces = [...KEY_TRACES, ...createSecretNames(["expenses.token"]).traces, TOKEN_TRACE];

/** What the expressions are about, and what keeps them from matching. */
const PIECES = [
  ..."pl a_ s_ plp_ pls plx eo pleo ple Pleo PLEO P A x 0 0123456789abcdef \" ' ` = % \\ & ^ \t".split(
    " ",
  ),
  ..."cG xz X Gxh Bs Y F8 V9 wbG wbH B f MF 5 5F =5F e ey J eyJ abcdefgh 12345678".split(" "),
  ..."\\x5f \\x \\u005F \\u{5f} \\U0000005f \\137 \\1 &#95; &#x5F; &# 95; &lowbar; &UnderBar; &l".split(
    " ",
  ),
  ..."expenses.token expenses expensesXtoken".split(" "),
];

/** All that an expression matches, with what it wants to see in front of it, and where its mark is in that. */
function wholePattern({ pattern, mark }: Trace): {
  readonly before: string;
  readonly from: string;
} {
  const before = /\(\?<=(.*?)\)/.exec(pattern)?.[1] ?? mark;
  return {
    before: before.slice(0, -mark.length),
    from: pattern.replace(/\(\?<[!=].*?\)/g, ""),
  };
}

describe("a trace", () => {
  test.each(traces)("$pattern is seen behind its mark $mark", (trace) => {
    const { before, from } = wholePattern(trace);
    const [isThere, glance] = [new RegExp(trace.pattern), createGlance([trace])];
    let seen = 0;
    fc.assert(
      fc.property(
        fc.stringMatching(new RegExp(`^${before}(?:${from})$`)),
        fc.constantFrom("", " ", "a", "A", "\u0161"),
        (match, beside) => {
          const text = `${beside}${match}${beside}`;
          expect(glance(text)).toBe(isThere.test(text));
          if (glance(text)) seen++;
        },
      ),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test("is seen among all others wherever one of their expressions sees it", () => {
    const glance = createGlance(traces);
    const expressions = traces.map(({ pattern }) => new RegExp(pattern));
    const piece = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ maxLength: 3, unit: anyCharacter() }),
    );
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join("");
        const isThere = expressions.some((expression) => expression.test(text));
        expect(glance(text)).toBe(isThere);
        seen[`${isThere}`]++;
      }),
      { numRuns: 20_000 },
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500);
  });
});

describe("a glance", () => {
  const glance = createGlance([
    { pattern: "ab(?<!xab)", mark: "ab" },
    { pattern: "cd?e", mark: "c", signs: [{ on: 1, oneOf: "de" }] },
    { pattern: "[f]h(?<=-.h)i", mark: "f", signs: [{ on: 2, oneOf: "i" }] },
    {
      pattern: "fop",
      mark: "f",
      signs: [
        { on: 1, oneOf: "o" },
        { on: 2, oneOf: "p" },
      ],
    },
    { pattern: "fg", mark: "f", signs: [{ on: 1, oneOf: "g" }] },
    { pattern: "k(?<=jk)(?<!xjk)", mark: "k", signs: [{ on: -1, oneOf: "j" }] },
    { pattern: "m\u0161", mark: "m", signs: [{ on: 1, oneOf: "\u0161" }] },
  ]);

  test.each([
    ["ab", true],
    ["xab", false],
    ["xab ab", true],
    ["ce", true],
    ["cde", true],
    ["cdde", false],
    ["-fhi", true],
    ["fhi -fh -fhi", true],
    ["fhi", false],
    ["-fh -gh", false],
    ["fg", true],
    ["f g fh fi", false],
    ["fop", true],
    ["fo fp foo fip", false],
    ["jk", true],
    ["xjk", false],
    ["xjk jk", true],
    ["j k", false],
    ["k", false],
    ["m\u0161", true],
    ["m\u0061", false],
    ["m", false],
    ["", false],
  ])("at %j: %s", (text, isThere) => {
    expect(glance(text)).toBe(isThere);
    expect(glance(text)).toBe(isThere);
  });

  test.each([
    [[], "", false],
    [[], "ab", false],
    [[{ pattern: "ab", mark: "a" }], "ab", true],
    [[{ pattern: "ab", mark: "a" }], "ba", false],
    [[{ pattern: "", mark: "" }], "ab", true],
    [
      [
        { pattern: "ab", mark: "a" },
        { pattern: "ac", mark: "a", signs: [{ on: 1, oneOf: "c" }] },
      ],
      "ad ab",
      true,
    ],
  ])("for %j at %j: %s", (given, text, isThere) => {
    expect(createGlance(given)(text)).toBe(isThere);
  });
});

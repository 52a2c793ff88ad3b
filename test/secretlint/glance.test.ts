import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGlance } from "../../eslint-plugin/secretlint/glance.ts";
import { KEY_TRACES } from "../../eslint-plugin/secretlint/readings.ts";
import { createSecretNames } from "../../eslint-plugin/secretlint/secret-names.ts";
import { TOKEN_TRACE } from "../../eslint-plugin/secretlint/tokens.ts";

const traces = [...KEY_TRACES, ...createSecretNames(["expenses.token"]).traces, TOKEN_TRACE];
const marked = traces.flatMap(({ pattern, marks, needs = [] }) =>
  marks === undefined ? [] : [{ pattern, marks, needs }],
);

describe("a trace", () => {
  test("has marks in most cases, and in some none", () => {
    expect(marked.length).toBeGreaterThan(8);
    expect(marked.length).toBeLessThan(traces.length);
  });

  test.each(marked)(
    "$pattern begins with one of its marks, $marks",
    ({ pattern, marks, needs }) => {
      // What has to stand before a trace is no part of it.
      const whole = new RegExp(`^(?:${pattern.replace(/\(\?<[!=][^)]*\)/g, "")})$`);
      fc.assert(
        fc.property(fc.stringMatching(whole), (text) => {
          const mark = marks.find((start) => text.startsWith(start)) ?? expect.fail(text);
          expect(needs.length === 0 || needs.some((need) => mark.includes(need))).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe("a glance", () => {
  const glance = createGlance([
    { pattern: "ab(?<!xab)" },
    { pattern: "cd?e" },
    { pattern: "[fg]h(?<=-.h)i", marks: ["fh", "gh"] },
    { pattern: "jk(?<!xjk)", marks: ["jk"], needs: ["k"] },
  ]);

  test.each([
    ["ab", true],
    ["xab", false],
    ["xab ab", true],
    ["ce", true],
    ["cde", true],
    ["cdde", false],
    ["-fhi", true],
    ["fhi -fh -ghi", true],
    ["fhi", false],
    ["-fh -gh", false],
    ["jk", true],
    ["xjk", false],
    ["xjk jk", true],
    ["j k", false],
    ["", false],
  ])("at %j: %s", (text, isThere) => {
    expect(glance(text)).toBe(isThere);
    expect(glance(text)).toBe(isThere);
  });

  test.each([
    [[], "", false],
    [[], "ab", false],
    [[{ pattern: "ab", marks: ["a"] }], "ab", true],
    [[{ pattern: "ab", marks: ["a"] }], "ba", false],
    [[{ pattern: "ab" }], "ab", true],
  ])("for %j at %j: %s", (given, text, isThere) => {
    expect(createGlance(given)(text)).toBe(isThere);
  });
});

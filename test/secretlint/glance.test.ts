import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGlance } from "../../eslint-plugin/secretlint/glance.ts";
import { KEY_TRACES } from "../../eslint-plugin/secretlint/readings.ts";
import { createSecretNames } from "../../eslint-plugin/secretlint/secret-names.ts";
import { TOKEN_TRACE } from "../../eslint-plugin/secretlint/tokens.ts";

const traces = [...KEY_TRACES, ...createSecretNames(["expenses.token"]).traces, TOKEN_TRACE];
const demanding = traces.flatMap(({ pattern, needs }) =>
  needs === undefined ? [] : [[pattern, needs] as const],
);

describe("a trace", () => {
  test("needs something in most cases, and in some nothing", () => {
    expect(demanding.length).toBeGreaterThan(8);
    expect(demanding.length).toBeLessThan(traces.length);
  });

  test.each(demanding)("%j needs nothing that it may be without: %j", (pattern, needs) => {
    // What stands before a trace is no part of it.
    const whole = new RegExp(`^(?:${pattern.replace(/\(\?<![^)]*\)/g, "")})$`);
    fc.assert(
      fc.property(fc.stringMatching(whole), (text) => {
        expect(needs.some((need) => text.includes(need))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a glance", () => {
  const glance = createGlance([
    { pattern: "(?<!x)ab" },
    { pattern: "cd?e" },
    { pattern: "f[gh]i", needs: ["fg", "hi"] },
    { pattern: "jk", needs: ["jk"] },
  ]);

  test.each([
    ["ab", true],
    ["xab", false],
    ["xab ab", true],
    ["ce", true],
    ["cde", true],
    ["cdde", false],
    ["fgi", true],
    ["fhi", true],
    ["fg hi", false],
    ["jk", true],
    ["j k", false],
    ["", false],
  ])("at %j: %s", (text, isThere) => {
    expect(glance(text)).toBe(isThere);
    expect(glance(text)).toBe(isThere);
  });
});

import { describe, expect, test } from "vitest";
import { cpuTimeOf, growthOf } from "../../../support/cpu-time.ts";
import { lintRaw } from "../../lint.ts";
import { lintMangled } from "../../lint-mangled.ts";

const RULE = "no-key-in-public-env";

describe("in a script, whatever it is,", () => {
  const programs = [
    `import { PUBLIC_PLEO_API_KEY as a, b } from "$env/static/public"; const { VITE_PLEO_API_KEY = 1, ...rest } = import.meta.env;`,
    `export default { define: { "process.env": { PLEO_API_KEY: process.env.PLEO_API_KEY }, ...a }, envPrefix: ["PLEO_", , b] };`,
    `const a = { define: a, ["env"]: { ...a } }; new webpack.EnvironmentPlugin(["PLEO_API_KEY", , ...b], { PLEO_API_KEY });`,
    `export async function loader() { if (!process.env?.["VITE_PLEO_API_KEY"]) throw 1; return { ENV: { PLEO_API_KEY: getEnv("VITE_PLEO_API_KEY") } }; }`,
    `window.ENV = { pleo: { apiKey: key } }; delete process.env.VITE_PLEO_API_KEY; f(useRuntimeConfig().public.pleoApiKey.length);`,
    `const ENV = ({ VITE_PLEO_API_KEY: k }) => ({ ENV: { PLEO_API_KEY: k } }); class A { #env = { VITE_PLEO_API_KEY: this.#env }; }`,
  ];

  test.each(["espree", "typescript-eslint"] as const)("nothing throws (%s)", (parser) => {
    expect(lintMangled(programs, { rule: RULE, parser })).toBeGreaterThan(20);
  });

  test.each(["espree", "typescript-eslint"] as const)(
    "both parsers show the same (%s)",
    (parser) => {
      const found = programs.map((code) => lintRaw(code, { rule: RULE, parser }).length);
      expect(found).toEqual([2, 2, 2, 2, 2, 2]);
    },
  );

  test("constants that hold each other come to an end", () => {
    const names = Array.from({ length: 8 }, (_, index) => `a${index}`);
    const all = names.map((name) => name).join(", ");
    const code = names.map((name) => `const ${name} = { pleo: 1, ${all} };`).join("\n");
    const program = `${code} export default { define: a0 };`;
    const time = cpuTimeOf(() => lintRaw(program, { rule: RULE, parser: "espree" }));
    expect(time).toBeLessThan(2_000);
  });

  test("a long program takes time in proportion", () => {
    const read = "process.env.VITE_PLEO_API_KEY";
    const programsOf: readonly ((count: number) => string)[] = [
      (count) => `f(${read} || a); `.repeat(count),
      (count) => `f(${Array(count).fill(read).join(" || ")});`,
    ];
    for (const programOf of programsOf) {
      const prepare = (count: number) => {
        const code = programOf(count);
        return () => {
          expect(lintRaw(code, { rule: RULE, parser: "espree" })).toHaveLength(count);
        };
      };
      // A square would be 16.
      expect(growthOf(prepare, 250, 1_000)).toBeLessThan(8);
    }
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { expect, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { exampleKey } from "../support/keys.ts";

const KEY = exampleKey();

test.each([
  [
    "a host",
    `fetch("https://${KEY}.pleo.io/v1/x", { headers: { Authorization: process.env.PLEO_API_KEY } })`,
  ],
  ["a user of a URL", `fetch("http://${KEY}:@external.pleo.io/v1/x?company_id=1")`],
  [
    "a variable",
    `const pleoApiKey_${KEY} = process.env.PLEO_API_KEY; console.log(pleoApiKey_${KEY})`,
  ],
  [
    "a variable of the environment",
    `console.log(process.env.PLEO_API_KEY_${KEY}, process.env["PLEO_API_KEY_${KEY}"], pleoApiKey)`,
  ],
  [
    "a property",
    `console.log(config.pleo["${KEY}"].apiKey, { "${KEY}": process.env.PLEO_API_KEY })`,
  ],
  [
    "a name of a query",
    `fetch("https://external.pleo.io/v1/x?${KEY}=" + process.env.PLEO_API_KEY)`,
  ],
  ["a name in a storage", `localStorage.setItem("${KEY}", process.env.PLEO_API_KEY)`],
])("a key that is part of %s is in no message, suggestion or fix", (_name, code) => {
  const plugin = { rules } as unknown as ESLint.Plugin;
  const all = Object.keys(rules).map((name) => [`pleo/${name}`, "error"] as const);
  const messages = new Linter().verify(code, [
    { plugins: { pleo: plugin }, rules: Object.fromEntries(all) },
  ]);
  expect(messages.length).toBeGreaterThan(0);
  expect(JSON.stringify(messages)).not.toContain(KEY.slice(4, 20));
});

test("no rule reports in another way", () => {
  for (const folder of ["rules", "public-env", "sinks", "client", "flow"]) {
    for (const file of readdirSync(`eslint-plugin/${folder}`)) {
      const text = readFileSync(`eslint-plugin/${folder}/${file}`, "utf8");
      expect(text.includes("context.report("), `${folder}/${file}`).toBe(false);
    }
  }
});

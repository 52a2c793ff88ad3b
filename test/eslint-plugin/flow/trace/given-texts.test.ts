import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(code).map((keys) => keys.length > 0);
}

const BOTH = 'sink(read("PLEO_API_KEY")); sink(read("API_URL"));';

describe("a function that reads a variable by its name", () => {
  test.each<[string, string]>([
    ["is an arrow", `const read = (name) => process.env[name]; ${BOTH}`],
    [
      "checks it",
      `function read(name) { const value = process.env[name]; if (!value) throw new Error(\`\${name} is missing\`); return value; } ${BOTH}`,
    ],
    [
      "has a fallback",
      `const read = (name, fallback = "") => process.env[name] ?? fallback; ${BOTH}`,
    ],
    [
      "waits",
      `const read = async (name) => process.env[name]; ${BOTH.replaceAll("sink(", "sink(await ")}`,
    ],
    [
      "is told by an object",
      `const read = ({ name }) => process.env[name]; ${BOTH.replace(/read\((".*?")\)/g, "read({ name: $1 })")}`,
    ],
    [
      "asks another one",
      `const own = (key) => process.env[key]; const read = (name) => own(name); ${BOTH}`,
    ],
    [
      "has the environment under a name",
      `const env = process.env; const read = (name) => env[name]; ${BOTH}`,
    ],
    ["is given the environment", `const read = (name, env = process.env) => env[name]; ${BOTH}`],
    ["asks Vite", `const read = (name) => import.meta.env[name]; ${BOTH}`],
    ["asks Deno", `const read = (name) => Deno.env.get(name) ?? ""; ${BOTH}`],
    ["asks a configuration", `const read = (name) => config.get(name); ${BOTH}`],
    [
      "is a method",
      `class Env { read(name) { return process.env[name]; } } const env = new Env(); ${BOTH.replaceAll("read(", "env.read(")}`,
    ],
    [
      "tidies up the name",
      `const read = (name) => process.env[name.trim().toUpperCase()]; ${BOTH}`,
    ],
    [
      "completes the name",
      'const read = (name) => process.env[`PLEO_${name}`]; sink(read("API_KEY")); sink(read("API_URL"));',
    ],
    [
      "adds to the name",
      'const read = (vendor) => process.env[vendor.toUpperCase() + "_API_KEY"]; sink(read("pleo")); sink(read("stripe")); // PLEO_API_KEY',
    ],
  ])("%s", (_name, code) => {
    expect(carries(code)).toEqual([true, false]);
  });
});

describe("a list of names", () => {
  test.each<[string, string, readonly boolean[]]>([
    [
      "that a function reads",
      'const all = (names) => names.map((name) => process.env[name]); const [url, key] = all(["API_URL", "PLEO_API_KEY"]); sink(key); sink(url);',
      [true, false],
    ],
    [
      "that is spread",
      'const all = (...names) => names.map((name) => process.env[name]); const [key, url] = all("PLEO_API_KEY", "API_URL"); sink(key); sink(url);',
      [true, false],
    ],
    [
      "without Pleo's",
      'const all = (...names) => names.map((name) => process.env[name]); sink(all("PORT", "API_URL")); use(process.env.PLEO_API_KEY);',
      [false],
    ],
    [
      "of which any is taken",
      'const all = (...names) => names.map((name) => process.env[name]); sink(all("PORT", "PLEO_API_KEY")[index]);',
      [true],
    ],
    [
      "in an object",
      'const NAMES = { pleo: "PLEO_API_KEY", api: "API_URL" }; sink(process.env[NAMES.pleo]); sink(process.env[NAMES.api]);',
      [true, false],
    ],
    [
      "in an object, by a name",
      'const NAMES = { pleo: "PLEO_API_KEY", api: "API_URL" } as const; const read = (which) => process.env[NAMES[which]]; sink(read("pleo")); sink(read("api")); sink(read(which));',
      [true, false, true],
    ],
    [
      "of which one is chosen",
      'sink(process.env[isTest ? "TEST_URL" : "API_URL"]); sink(process.env[isTest ? "TEST_URL" : "PLEO_API_KEY"]);',
      [false, true],
    ],
  ])("%s", (_name, code, expected) => {
    expect(carries(code)).toEqual(expected);
  });
});

describe("where a name is not written in the file", () => {
  test.each([
    'const read = (name) => process.env[name]; sink(read(given)); use("PLEO_API_KEY");',
    'const read = (name) => process.env[name]; sink(read(...given)); use("PLEO_API_KEY");',
    'const read = (name) => process.env[`${prefix}_${name}`]; sink(read("KEY")); use("PLEO_API_KEY");',
    'function read(name) { name = aliases[name]; return process.env[name]; } sink(read("KEY")); use("PLEO_API_KEY");',
    'const read = (names) => process.env[names.other]; sink(read({ one: "PORT" })); use("PLEO_API_KEY");',
    'sink(process.env[name]); use("PLEO_API_KEY");',
  ])("it may be any: %s", (code) => {
    expect(carries(code)).toEqual([true]);
  });
});

test("a key of an object is the one that is asked for", () => {
  const keys = "const KEYS = { pleo: process.env.PLEO_API_KEY, erp: process.env.ERP_KEY };";
  const read = "const keyFor = (name) => KEYS[name];";
  expect(
    carries(`${keys} ${read} sink(keyFor("pleo")); sink(keyFor("erp")); sink(keyFor(name));`),
  ).toEqual([true, false, true]);
});

test("names that call each other in circles end", () => {
  expect(
    carries(
      'const read = (name) => (name ? read(NAMES[name]) : process.env[name]); const NAMES = { a: NAMES }; sink(read("a")); use("PLEO_API_KEY")',
    ),
  ).toHaveLength(1);
});

import { readdirSync, readFileSync } from "node:fs";
import { Linter } from "eslint";
import type { ESLint } from "eslint";
import { expect, test } from "vitest";
import { rules } from "../../eslint-plugin/rules.ts";
import { exampleKey } from "../support/keys.ts";

const KEY = exampleKey();
const [START, REST] = [KEY.slice(0, 4), KEY.slice(4)];
const ESCAPED = `\\x70${KEY.slice(1)}`;
/** Any six characters of the key, plain and in base64, and however a host's letters are written. */
const PIECES = [KEY.slice(4), btoa(`${KEY}:`).slice(6, -8)].flatMap((text) =>
  Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6).toLowerCase()),
);
const HEADERS = "https://external.pleo.io/v1/vendors?company_id=1";

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
  [
    "the names of a chain",
    `console.log(pleo["pls"]["${REST.slice(0, -7)}"]["${REST.slice(-6)}"].apiKey)`,
  ],
  ["two names of a chain", `console.log(pleo["${KEY.slice(0, -7)}"]["${KEY.slice(-6)}"].apiKey)`],
  ["a name in a storage", `localStorage.setItem("${KEY}", process.env.PLEO_API_KEY)`],
  [
    "a sum in a Bearer header",
    `fetch("${HEADERS}", { headers: { Authorization: \`Bearer \${process.env.PLEO_API_KEY ?? "${START}" + "${REST}"}\` } })`,
  ],
  [
    "a joined list in a Bearer header",
    `fetch("${HEADERS}", { headers: { Authorization: \`Bearer \${process.env.PLEO_API_KEY ?? ["pls", "${REST.slice(0, -7)}", "${REST.slice(-6)}"].join("_")}\` } })`,
  ],
  [
    "a Basic header without a colon, escaped",
    `fetch("${HEADERS}", { headers: { Authorization: \`Basic \${btoa(process.env.PLEO_API_KEY ?? "${ESCAPED}")}\` } })`,
  ],
  [
    "a bare header, escaped",
    `fetch("${HEADERS}", { headers: { Authorization: process.env.PLEO_API_KEY ?? "${ESCAPED}" } })`,
  ],
  [
    "a password, as a sum",
    `axios.get("${HEADERS}", { auth: { username: "", password: process.env.PLEO_API_KEY ?? "${START}" + "${REST}" } })`,
  ],
  [
    "a comment between two edits",
    `axios.get("${HEADERS}", { auth: { username: "", /* was ${KEY} */ password: process.env.PLEO_API_KEY } })`,
  ],
  [
    "a query after the one that goes",
    `fetch(\`https://external.pleo.io/v1/vendors?api_key=\${process.env.PLEO_API_KEY}&old=${KEY}\`)`,
  ],
  [
    "a comment within a query",
    `fetch(\`https://external.pleo.io/v1/vendors?api_key=\${process.env./* ${KEY} */PLEO_API_KEY}\`)`,
  ],
  [
    "a member in a query",
    `fetch(\`https://external.pleo.io/v1/vendors?api_key=\${pleo.${KEY}.apiKey}\`)`,
  ],
  [
    "an import's new name",
    `import { PUBLIC_PLEO_API_KEY as ${KEY} } from "$env/static/public"; use(${KEY})`,
  ],
])("a key that is part of %s is in no message, suggestion or fix", (_name, code) => {
  const plugin = { rules } as unknown as ESLint.Plugin;
  const all = Object.keys(rules).map((name) => [`pleo/${name}`, "error"] as const);
  const messages = new Linter().verify(code, [
    { plugins: { pleo: plugin }, rules: Object.fromEntries(all) },
  ]);
  expect(messages.length).toBeGreaterThan(0);
  const shown = JSON.stringify(messages).toLowerCase();
  for (const piece of PIECES) expect(shown).not.toContain(piece);
});

test("no rule reports in another way", () => {
  const files = readdirSync("eslint-plugin", { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts"));
  const reporting = sources.filter((file) =>
    readFileSync(`eslint-plugin/${file}`, "utf8").includes("context.report("),
  );
  // The scanner for secretlint has a way of its own, since it reports nothing but its own words.
  expect(reporting.toSorted()).toEqual(["secretlint/index.ts", "tell.ts"]);
});

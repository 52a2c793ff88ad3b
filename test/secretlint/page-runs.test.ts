import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { exampleKey } from "../support/keys.ts";

/** What the page says of secretlint's own ways, in secretlint's own command. */

const require = createRequire(import.meta.url);
const SECRETLINT = path.join(
  path.dirname(require.resolve("secretlint/package.json")),
  "bin/secretlint.js",
);
const RULES = [{ id: path.resolve("eslint-plugin/secretlint/index.ts") }];

const parent = mkdtempSync(path.join(tmpdir(), "secretlint-page-"));
let projects = 0;
afterAll(() => {
  rmSync(parent, { recursive: true, force: true });
});

interface Run {
  readonly status: number | null;
  readonly output: string;
}

type Files = Readonly<Record<string, string | Buffer>>;

function run(files: Files, ...args: readonly string[]): Run {
  return runAlone({ ".secretlintrc.json": JSON.stringify({ rules: RULES }), ...files }, ...args);
}

/** In a project that has nothing but these files. */
function runAlone(files: Files, ...args: readonly string[]): Run {
  const folder = path.join(parent, String(++projects));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const env = { ...process.env, NODE_OPTIONS: "", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [SECRETLINT, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
  });
  return { status, output: stdout + stderr };
}

const KEY = exampleKey();
const LINE = `PLEO_API_KEY=${KEY}\n`;
const STARS = "*".repeat(KEY.length);

test("in stars are names that make a key public, too", () => {
  const name = "VITE_PLEO_API_KEY";
  const { output } = run({ "a.env": `${name}=${KEY}\n` }, "--format=mask-result", "a.env");
  expect(output.trim()).toBe(`${"*".repeat(name.length)}=${STARS}`);
});

test("after a byte order mark one character is left", () => {
  const { output } = run({ "a.env": `\ufeff${LINE}` }, "--format=mask-result", "a.env");
  const [, masked = ""] = /PLEO_API_KEY([^\r\n]*)/.exec(output) ?? [];
  expect(masked).toBe(`${STARS}${KEY.slice(-1)}`);
});

test("a file in UTF-16 is refused, and not shown", () => {
  const bytes = Buffer.from(`\ufeff${LINE}`, "utf16le");
  const { status, output } = run({ "a.env": bytes }, "--format=mask-result", "a.env");
  expect(status).toBe(2);
  expect(output).toContain("Binary file is not supported");
  expect(output).not.toContain(KEY);
});

test("files are left out by a file that says so", () => {
  const files = { "a.env": LINE, "b.txt": "Nothing.\n" };
  expect(run(files, "**/*.*").status).toBe(1);
  expect(run({ ...files, ".secretlintignore": "*.env\n" }, "**/*.*").status).toBe(0);
  const other = { ...files, ".other": "*.env\n" };
  expect(run(other, "**/*.*").status).toBe(1);
  expect(run(other, "--secretlintignore=.other", "**/*.*").status).toBe(0);
});

test("a configuration that is a module exports its rules by name", () => {
  const rules = JSON.stringify(RULES);
  const runWith = (config: string): Run => {
    const files = { "a.env": LINE, "package.json": '{ "type": "module" }' };
    return runAlone({ ...files, ".secretlintrc.js": config }, "a.env");
  };
  expect(runWith(`export const rules = ${rules};\n`)).toMatchObject({ status: 1 });
  const { status, output } = runWith(`export default { rules: ${rules} };\n`);
  expect(status).toBe(2);
  expect(output).not.toContain("PLEO_API_KEY");
});

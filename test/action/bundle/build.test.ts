import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { statSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildAction } from "../../../scripts/action-bundle/bundle.ts";
import { listEagerFiles } from "../../../scripts/action-bundle/eager-files.ts";

const ROOT = path.join(import.meta.dirname, "../../..");
const COMMITTED = path.join(ROOT, "action/dist");
/** What a reviewer has to read before the first line runs, and what every run pays for. */
const EAGER_BYTES_AT_MOST = 250_000;
/** What a reviewer has to read in all. */
const BYTES_AT_MOST = 700_000;
const SLOW_TO_LOAD = /^import [^"]*"(?:node:)?(?:https?|http2|net|tls)";/m;
/** What a bundle dies of that was not built right. */
const BROKEN = /Dynamic require|Cannot find (module|package)|SyntaxError|ReferenceError|TypeError/;

/** The package that a source belongs to, as the comment above each module names it; the bundler's own part has no path. */
const PACKAGE = /^(?:\\0(?=rolldown)|.*node_modules\/)((?:@[^/]+\/)?[^/]+)/;

type Files = Readonly<Record<string, string>>;

// Half of these tests start processes, on whatever machine this is.
const temporary = mkdtempSync(path.join(tmpdir(), "bundle-build-"));
const fresh = path.join(temporary, "fresh");
beforeAll(() => buildAction({ outDir: fresh }));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});

function readFolder(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((file) => {
      const full = path.join(file.parentPath, file.name);
      return [path.relative(folder, full).replaceAll("\\", "/"), readFileSync(full, "utf8")];
    }),
  );
}

function scriptsOf(folder: string): [name: string, code: string][] {
  return Object.entries(readFolder(folder)).filter(([name]) => name.endsWith(".js"));
}

/** Another checkout of the same sources, under another name and at another depth. */
function copyCheckout(name: string): string {
  const root = path.join(temporary, name);
  for (const source of ["action", "src", "scripts", "package.json"]) {
    cpSync(path.join(ROOT, source), path.join(root, source), {
      recursive: true,
      filter: (file) => file !== COMMITTED,
    });
  }
  symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"), "junction");
  return root;
}

/** What `npm run build:action` does there. */
function buildCheckout(root: string): Promise<Ending> {
  return runNode(["scripts/build-action.ts"], root);
}

interface Ending {
  readonly status: number | string;
  readonly printed: string;
}

/** Nothing of the runner's is passed on, so the Action finds no input and has no way out to anything. */
function runNode(args: readonly string[], cwd = temporary): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const { PATH, SystemRoot } = process.env;
  const options = { cwd, env: { PATH, SystemRoot }, timeout: 100_000 };
  execFile(process.execPath, args, options, (error, stdout, stderr) => {
    const status = error === null ? 0 : (error.code ?? error.signal ?? "unknown");
    resolve({ status, printed: stdout + stderr });
  });
  return promise;
}

describe("the committed bundle", () => {
  test("is what the sources build", () => {
    expect(existsSync(COMMITTED), "there is none: run npm run build:action").toBe(true);
    const [committed, built] = [readFolder(COMMITTED), readFolder(fresh)];
    const stale = Object.keys({ ...committed, ...built }).filter(
      (name) => committed[name] !== built[name],
    );
    expect(stale, "stale: run npm run build:action, and commit action/dist").toEqual([]);
  });
});

describe("a build", () => {
  test("gives the same bytes in a checkout of another name, at another depth", async () => {
    const root = copyCheckout("deep/down/another-name");
    expect(await buildCheckout(root)).toMatchObject({ status: 0 });
    expect(readFolder(path.join(root, "action/dist"))).toEqual(readFolder(fresh));
  });

  test("leaves nothing of an earlier build behind", async () => {
    const outDir = path.join(temporary, "twice");
    await buildAction({ outDir });
    writeFileSync(path.join(outDir, "chunks-of-yesterday.js"), "");
    await buildAction({ outDir });
    expect(readFolder(outDir)).toEqual(readFolder(fresh));
  });

  test.each([
    [
      "a package that nobody allowed",
      'import { assert } from "fast-check"; console.log(assert);',
      /The bundle would contain fast-check/,
    ],
    [
      "a name that a stand-in lacks",
      'import { Headers } from "@actions/http-client"; console.log(Headers);',
      /Headers/,
    ],
    [
      "a member that a stand-in lacks",
      'import * as exec from "@actions/exec"; exec.exec("ls");',
      /exec/,
    ],
    [
      "a part of a package that has no stand-in",
      'import * as proxy from "@actions/http-client/lib/proxy"; console.log(proxy);',
      /@actions\/http-client/,
    ],
    ["a file that is not there", 'import "./not-there.ts";', /not-there/],
  ])("refuses %s, and keeps the last good bundle", async (name, code, message) => {
    const root = copyCheckout(`refused/${name.replaceAll(" ", "-")}`);
    const outDir = path.join(root, "action/dist");
    cpSync(fresh, outDir, { recursive: true });
    writeFileSync(path.join(root, "action/index.ts"), code);
    const { status, printed } = await buildCheckout(root);
    expect(printed).toMatch(message);
    expect(status).toBe(1);
    expect(readFolder(outDir)).toEqual(readFolder(fresh));
  });

  test("gives what packages ask for in vain a stand-in that says why it is not there", async () => {
    const root = copyCheckout("in-vain");
    const code = `
      import { getIDToken, platform } from "@actions/core";
      process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = process.env.ACTIONS_ID_TOKEN_REQUEST_URL = "x";
      for (const ask of [getIDToken, platform.getDetails]) {
        await ask().catch(({ message }) => console.log(message));
      }`;
    writeFileSync(path.join(root, "action/index.ts"), code);
    expect(await buildCheckout(root)).toMatchObject({ status: 0 });
    const { printed, status } = await runNode(["action/dist/index.js"], root);
    expect(printed).toContain("This bundle has no @actions/http-client");
    expect(printed).toContain("This bundle has no @actions/exec");
    expect(status).toBe(0);
  });
});

describe("what is built", () => {
  test("names no place on the machine that built it", () => {
    const places = [ROOT, temporary, homedir()].filter((place) => place !== path.parse(place).root);
    for (const [name, text] of Object.entries(readFolder(fresh))) {
      const shown = places.filter((place) => text.includes(place));
      expect({ name, shown }).toEqual({ name, shown: [] });
      expect(text).not.toMatch(/file:\/\/\/|sourceMappingURL/);
    }
  });

  test("loads little before its first line runs", () => {
    const eager = [...listEagerFiles(path.join(fresh, "index.js"))];
    const bytes = eager.map((file) => statSync(file).size).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThanOrEqual(EAGER_BYTES_AT_MOST);
    // Node's HTTP costs more to load than all of the bundle: import it where the first request is certain.
    const slow = eager.filter((file) => SLOW_TO_LOAD.test(readFileSync(file, "utf8")));
    expect(slow).toEqual([]);
  });

  test("is little enough to be reviewed", () => {
    const sizes = scriptsOf(fresh).map(([, code]) => Buffer.byteLength(code));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BYTES_AT_MOST);
  });

  test("carries the licence of everyone whose code it contains", () => {
    const code = scriptsOf(fresh)
      .map(([, text]) => text)
      .join("\n");
    const sources = [...code.matchAll(/^\/\/ (\S+\.\w+)$/gm)].map(([, source = ""]) => source);
    const packages = new Set(sources.flatMap((source) => PACKAGE.exec(source)?.slice(1) ?? []));
    expect([...packages]).toContain("@actions/core");
    const licences = readFolder(fresh)["licenses.txt"] ?? "";
    const titles = [...licences.matchAll(/^-{80}\n(\S+) \d+\.\d+\.\d+\S*\n\n\S/gm)];
    expect(titles.map(([, name]) => name)).toEqual([...packages].sort());
  });

  test("stops without inputs, and says so in the log", async () => {
    const { status, printed } = await runNode([path.join(fresh, "index.js")]);
    expect(printed).not.toMatch(BROKEN);
    expect(printed).toContain("::error");
    expect(status).toBe(1);
  });

  test("has chunks that load, and none that starts the Action once more", async () => {
    const entry = path.join(fresh, "index.js");
    const alone = await runNode([entry]);
    for (const [name] of scriptsOf(fresh).filter(([file]) => file !== "index.js")) {
      const [index, chunk] = [entry, path.join(fresh, name)].map((file) =>
        JSON.stringify(pathToFileURL(file).href),
      );
      const code = `await import(${index}); await import(${chunk})`;
      const ending = await runNode(["--input-type=module", "--eval", code]);
      expect({ name, ...ending }).toEqual({ name, ...alone });
    }
  });
});

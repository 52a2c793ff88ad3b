import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PATIENCE } from "../package/consumer.ts";
import { packedPackage, ROOT } from "../package/packed.ts";
import { NO_GIT_CONFIG } from "../support/checkout.ts";
import { exampleKey } from "../support/keys.ts";

vi.setConfig(PATIENCE);

/**
 * The recipe of the page for lint-staged, which is not installed here. What it does is done in its place: it asks git
 * for the staged files that are not deleted, picks those that the pattern matches, and appends their full names to the
 * command, which it looks for in the project.
 */
const PAGE = readFileSync("eslint-plugin/docs/secretlint.md", "utf8");
const RECIPES = [...PAGE.matchAll(/^```json\n(\{ "lint-staged": .*\})\n```$/gm)].map(
  ([, recipe = ""]) =>
    JSON.parse(recipe) as { readonly "lint-staged": Readonly<Record<string, string>> },
);
const [[pattern = "", command = ""] = []] = RECIPES.map((recipe) =>
  Object.entries(recipe["lint-staged"]).flat(),
);

/** What lint-staged matches with, in the way in which it asks for it. */
const micromatch = createRequire(path.join(ROOT, "package.json"))("micromatch") as (
  names: readonly string[],
  pattern: string,
  options: object,
) => readonly string[];

const KEY = exampleKey();
const LEAK = `PLEO_API_KEY=${KEY}\n`;
const CONFIG = JSON.stringify({ rules: [{ id: "eslint-plugin-pleo/secretlint" }] });

/** What lint-staged is told about the project. */
interface Project {
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Runs the recipe on what is staged, as a commit would. */
  readonly check: () => Check;
}

interface Check {
  /** What the command is given, from the project's folder. */
  readonly files: readonly string[];
  /** Of the command; nothing runs for no file. */
  readonly status: number | null;
  readonly output: string;
}

let installed = "";
let projects = 0;

/** Secretlint looks for rules from where it lies itself, so it must lie beside the package, and all it needs with it. */
beforeAll(() => {
  installed = mkdtempSync(path.join(realpathSync.native(tmpdir()), "lint-staged-"));
  const modules = path.join(installed, "node_modules");
  cpSync(packedPackage(), path.join(modules, "eslint-plugin-pleo"), { recursive: true });
  for (const folder of withDependencies(path.join(ROOT, "node_modules/secretlint"))) {
    const copy = path.join(installed, path.relative(ROOT, folder));
    if (!existsSync(copy)) cpSync(folder, copy, { recursive: true });
  }
});
afterAll(() => {
  rmSync(installed, { recursive: true, force: true });
});

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  /** A single program has the name of its package. */
  readonly bin?: string;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest;
}

function withDependencies(folder: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(folder)) return seen;
  seen.add(folder);
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    withDependencies(installationOf(name, folder), seen);
  }
  return seen;
}

function installationOf(name: string, from: string): string {
  const candidate = path.join(from, "node_modules", name);
  if (existsSync(candidate)) return candidate;
  if (from === ROOT) throw new Error(`${name} is not installed`);
  return installationOf(name, path.dirname(from));
}

/** Nothing of the machine, nor of a hook that these tests may run in. */
function ownEnv(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter(
    (name) => !/^(?:GIT_|NODE_OPTIONS$|NODE_V8_COVERAGE$)/.test(name),
  );
  return {
    ...Object.fromEntries(names.map((name) => [name, process.env[name]])),
    GIT_CONFIG_GLOBAL: NO_GIT_CONFIG,
    GIT_CONFIG_NOSYSTEM: "1",
    NO_COLOR: "1",
  };
}

/** A repository with these files, none of them staged. */
function createProject(files: Readonly<Record<string, string>>): Project {
  const folder = path.join(installed, `project-${++projects}`);
  const all = { ".secretlintrc.json": CONFIG, "clean.md": "Set PLEO_API_KEY.\n", ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const git = (...args: readonly string[]): string => {
    const options = { cwd: folder, encoding: "utf8", env: ownEnv() } as const;
    const { status, stdout, stderr } = spawnSync("git", args, options);
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  };
  git("init", "--quiet");
  git("config", "user.name", "Test");
  git("config", "user.email", "test@example.test");
  return { folder, git, check: () => check(folder, git) };
}

function check(folder: string, git: Project["git"]): Check {
  const staged = git("diff", "--staged", "--diff-filter=ACMR", "--name-only", "-z");
  const files = micromatch(staged.split("\0").filter(Boolean), pattern, {
    cwd: folder,
    dot: true,
    matchBase: !pattern.includes("/"),
    posixSlashes: true,
    strictBrackets: true,
  });
  if (files.length === 0) return { files, status: null, output: "" };
  const [program = "", ...args] = command.split(" ");
  const installation = path.join(installed, "node_modules", program);
  const script = path.join(installation, manifestOf(installation).bin ?? "");
  const names = files.map((file) => path.join(folder, file).replaceAll("\\", "/"));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args, ...names], {
    cwd: folder,
    encoding: "utf8",
    env: ownEnv(),
  });
  return { files, status, output: stdout + stderr };
}

test("the page has one recipe, of one pattern and one command", () => {
  expect(RECIPES).toEqual([{ "lint-staged": { [pattern]: command } }]);
  expect(command).toMatch(/^secretlint( --[a-z-]+)*$/);
});

describe("a commit", () => {
  test.each([
    ["config.env"],
    [".env"],
    ["app/[id]/page.tsx"],
    ["packages/api (old)/.env.production"],
    ["src/{a,b}.ts"],
    ["-x.env"],
  ])("that would add a key is stopped: %s", (name) => {
    const { git, check } = createProject({ [name]: LEAK });
    git("add", "--", name, "clean.md");
    const { files, status, output } = check();
    expect(files.toSorted()).toEqual([name, "clean.md"].toSorted());
    expect(status).toBe(1);
    expect(output).toContain(path.basename(name));
    expect(output).toContain(`****${KEY.slice(-4)}`);
    expect(output).not.toContain(KEY.slice(0, -4));
  });

  test("that is clean goes through", () => {
    const { git, check } = createProject({ "app/[id]/page.tsx": "export default 1;\n" });
    git("add", ".");
    expect(check()).toMatchObject({ files: ["app/[id]/page.tsx", "clean.md"], status: 0 });
  });

  test("is not asked about what is not staged", () => {
    const { git, check } = createProject({ "later.env": LEAK });
    git("add", "clean.md");
    expect(check()).toMatchObject({ files: ["clean.md"], status: 0 });
  });

  test("that changes a file is stopped, one that deletes it is not", () => {
    const { folder, git, check } = createProject({ "a.env": "PLEO_API_KEY=\n" });
    git("add", ".");
    git("commit", "--quiet", "--message=first");
    writeFileSync(path.join(folder, "a.env"), LEAK);
    git("add", ".");
    expect(check()).toMatchObject({ files: ["a.env"], status: 1 });
    git("commit", "--quiet", "--message=second");
    git("rm", "--quiet", "a.env");
    writeFileSync(path.join(folder, "clean.md"), "Set it.\n");
    git("add", ".");
    expect(check()).toMatchObject({ files: ["clean.md"], status: 0 });
  });

  test("of secretlint's own files alone runs nothing, for which secretlint would fail", () => {
    const { git, check } = createProject({ ".secretlintignore": "dist\n" });
    git("add", ".secretlintrc.json", ".secretlintignore");
    expect(check()).toEqual({ files: [], status: null, output: "" });
    git("add", "clean.md");
    expect(check()).toMatchObject({ files: ["clean.md"], status: 0 });
  });

  test("that adds by force what git ignores is stopped", () => {
    const { git, check } = createProject({ ".env": LEAK, ".gitignore": ".env\n" });
    git("add", "--force", ".env");
    expect(check()).toMatchObject({ files: [".env"], status: 1 });
  });
});

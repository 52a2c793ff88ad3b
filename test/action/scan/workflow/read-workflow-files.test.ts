import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, parse } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readWorkflowFiles } from "../../../../action/scan/workflow/workflow-audit.ts";

/** Where neither pipes nor such names exist. */
const isWindows = process.platform === "win32";
const MAKE_PIPE = "mkfifo";

let workspace = "";

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "pleo-key-guard-workflows-"));
});

afterEach(() => {
  rmSync(workspace, { recursive: true });
});

function write(file: string, text = file): void {
  mkdirSync(dirname(join(workspace, file)), { recursive: true });
  writeFileSync(join(workspace, file), text);
}

function read(): Readonly<Record<string, string>> {
  const files = readWorkflowFiles(workspace);
  return Object.fromEntries(files.map(({ path, text, problem }) => [path, problem ?? text]));
}

test("reads workflows and actions, and nothing else", () => {
  const wanted = [
    ".github/workflows/a.yml",
    ".github/workflows/b.yaml",
    "action.yml",
    ".github/actions/x/action.yml",
    "tools/one/action.yaml",
  ];
  const unwanted = [
    ".github/workflows/README.md",
    ".github/workflows/below/c.yml",
    ".github/dependabot.yml",
    "node_modules/x/action.yml",
    ".git/action.yml",
    "tools/my-action.yml",
    "a/b/c/d/e/f/action.yml",
  ];
  for (const file of [...wanted, ...unwanted]) write(file);
  expect(read()).toEqual(Object.fromEntries(wanted.map((file) => [file, file])));
});

test("finds nothing where there is nothing", () => {
  expect(read()).toEqual({});
  rmSync(workspace, { recursive: true });
  expect(read()).toEqual({});
  mkdirSync(workspace);
});

test("follows no link", () => {
  write("elsewhere/secret.yml", "secret");
  write("elsewhere/action.yml", "an action");
  write(".github/workflows/a.yml");
  symlinkSync(join(workspace, "elsewhere/secret.yml"), join(workspace, ".github/workflows/b.yml"));
  symlinkSync(parse(workspace).root, join(workspace, "root"));
  symlinkSync(join(workspace, "nowhere"), join(workspace, "action.yml"));
  symlinkSync(workspace, join(workspace, "circle"));
  expect(read()).toEqual({
    ".github/workflows/a.yml": ".github/workflows/a.yml",
    ".github/workflows/b.yml": "it is a link",
    "elsewhere/action.yml": "an action",
    "action.yml": "it is a link",
  });
});

test("follows a call with backslashes, as Windows does", () => {
  write(".github/workflows/a.yml", "uses: ./.one\\two");
  write(".one/two/action.yml", "an action");
  expect(Object.keys(read())).toEqual([".github/workflows/a.yml", ".one/two/action.yml"]);
});

test.each([".\\..\\beside", "..\\beside", ".one\\..\\..\\beside"])(
  "follows no call of ./%s, which leads out of the checkout",
  (called) => {
    write(".github/workflows/a.yml", `uses: ./${called}`);
    write(".one/action.yml", "an action");
    write("../beside/action.yml", "an action");
    expect(Object.keys(read())).toEqual([".github/workflows/a.yml"]);
  },
);

test("follows no link in place of a folder", () => {
  write("elsewhere/workflows/a.yml");
  symlinkSync(join(workspace, "elsewhere"), join(workspace, ".github"));
  expect(read()).toEqual({});
});

test.skipIf(isWindows)("waits for no pipe", () => {
  mkdirSync(join(workspace, ".github/workflows"), { recursive: true });
  execFileSync(MAKE_PIPE, [join(workspace, ".github/workflows/a.yml")]);
  expect(read()).toEqual({ ".github/workflows/a.yml": "it is no file" });
});

test.each([
  [1024 * 1024, "x"],
  [1024 * 1024 + 1, "it is larger than 1 MB"],
])("of %i bytes gives %s", (size, shown) => {
  write(".github/workflows/a.yml", "x".repeat(size));
  expect(read()[".github/workflows/a.yml"]?.slice(0, 40)).toBe(
    shown === "x" ? "x".repeat(40) : shown,
  );
});

test.each([
  [200, 200, undefined],
  [201, 201, "there are more than 200 workflows and actions"],
  [300, 201, "there are more than 200 workflows and actions"],
])("of %i files gives %i", (count, given, problem) => {
  for (let index = 0; index < count; index++) write(`.github/workflows/${index}.yml`);
  const files = readWorkflowFiles(workspace);
  expect(files).toHaveLength(given);
  expect(files.at(-1)?.problem).toBe(problem);
});

/** Root may read everything, and Windows knows of no such rights. */
const mayReadAll = isWindows || process.getuid?.() === 0;

test.skipIf(mayReadAll)("says what it may not read", () => {
  write(".github/workflows/a.yml");
  chmodSync(join(workspace, ".github/workflows/a.yml"), 0);
  expect(read()).toEqual({ ".github/workflows/a.yml": "it may not be read" });
});

test.skipIf(isWindows)("reads hostile names and bytes", () => {
  write(".github/workflows/a\n::error::.yml", "on: push");
  write(".github/workflows/-rf.yml", "\0\u0001");
  expect(Object.keys(read())).toEqual([
    ".github/workflows/-rf.yml",
    ".github/workflows/a\n::error::.yml",
  ]);
});

import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { exampleKey } from "../support/keys.ts";
import { writeFiles } from "../support/write-files.ts";
import { PATIENCE } from "./consumer.ts";
import { withDependencies } from "./needed-packages.ts";
import { NODES, insistOn } from "./nodes.ts";
import { ROOT, packedPackage } from "./packed.ts";

vi.setConfig(PATIENCE);

/** Every major version that package.json promises, and what it is called here. */
const VERSIONS = [
  ["13", "secretlint"],
  ["12", "secretlint-12"],
  ["11", "secretlint-11"],
] as const;

const RULE = { id: "eslint-plugin-pleo/secretlint" };
const COMMENTS = { id: "@secretlint/secretlint-rule-filter-comments" };
const SARIF = "@secretlint/secretlint-formatter-sarif";

const KEY = exampleKey();
const BASIC = Buffer.from(`${KEY}:`).toString("base64");
const FILES: Readonly<Record<string, string>> = {
  ".secretlintrc.json": JSON.stringify({ rules: [RULE] }),
  "a.env": `PLEO_API_KEY=${KEY}\n`,
  "b.http": `GET https://external.pleo.io/v1/introspect\nAuthorization: Basic ${BASIC}\n`,
  "c.js": `const key = "${KEY.slice(0, 20)}" +\n  "${KEY.slice(20)}";\n`,
  "clean.md": "Set PLEO_API_KEY.\n",
};
const FOUND = [
  ["a.env", "PLEO_API_KEY", [13, 56]],
  ["b.http", "PLEO_BASIC_AUTH", [64, 122]],
  ["c.js", "PLEO_API_KEY", [13, 63]],
];

const MODULES = path.join(ROOT, "node_modules");
let folder = "";

/** One installation for all tests: secretlint looks for rules from where it lies itself, so it must be copied, too. */
beforeAll(() => {
  folder = mkdtempSync(path.join(realpathSync.native(tmpdir()), "secretlint-"));
  const installed = path.join(folder, "node_modules");
  cpSync(packedPackage(), path.join(installed, "eslint-plugin-pleo"), { recursive: true });
  const names = [...VERSIONS.map(([, here]) => here), SARIF, COMMENTS.id];
  for (const each of withDependencies(names.map((name) => path.join(MODULES, name)))) {
    const copy = path.join(installed, path.relative(MODULES, each));
    if (!existsSync(copy)) cpSync(each, copy, { recursive: true });
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Project {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => {
    readonly stdout: string;
    readonly stderr: string;
    readonly status: number | null;
  };
}

interface Setup {
  readonly files?: Readonly<Record<string, string>>;
  readonly node?: string;
}

let projects = 0;

function createProject(
  secretlint: string,
  { files = FILES, node = process.execPath }: Setup = {},
): Project {
  const cwd = path.join(folder, `project-${++projects}`);
  writeFiles(cwd, files);
  const script = path.join(folder, "node_modules", secretlint, "bin/secretlint.js");
  const env = { ...inheritedEnvironment(), NO_COLOR: "1" };
  return {
    folder: cwd,
    run: (...args) => spawnSync(node, [script, ...args], { cwd, encoding: "utf8", env }),
  };
}

interface FileResult {
  readonly filePath: string;
  readonly messages: readonly { readonly messageId: string; readonly range: readonly number[] }[];
}

function findingsOf(stdout: string): readonly unknown[] {
  const results = JSON.parse(stdout) as readonly FileResult[];
  return results
    .flatMap(({ filePath, messages }) =>
      messages.map(({ messageId, range }) => [path.basename(filePath), messageId, range] as const),
    )
    .toSorted(([one], [other]) => one.localeCompare(other));
}

/** Nothing of the key but its end. */
function expectDiscretion(output: string): void {
  for (let at = 0; at + 12 <= KEY.length; at += 4) {
    expect(output).not.toContain(KEY.slice(at, at + 12));
  }
  for (let at = 0; at + 12 <= BASIC.length; at += 4) {
    expect(output).not.toContain(BASIC.slice(at, at + 12));
  }
}

describe.each(VERSIONS)("with secretlint %s", (version, secretlint) => {
  test("the rule is found by its name, and finds keys", () => {
    const project = createProject(secretlint);
    const { version: installed } = JSON.parse(
      readFileSync(path.join(ROOT, "node_modules", secretlint, "package.json"), "utf8"),
    ) as { readonly version: string };
    expect(installed.split(".", 1)).toEqual([version]);
    const { stdout, stderr, status } = project.run("--format=json", "**/*.*");
    expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
    expect(findingsOf(stdout)).toEqual(FOUND);
  });

  test("no way to print shows more of a key than its end, but for two that print the source", () => {
    const { run } = createProject(secretlint);
    const named = /Available Formatter: (.*)/.exec(run("--help").stdout)?.[1]?.trim().split(", ");
    expect(named?.length).toBeGreaterThan(8);
    const leaking = new Set(["json", "pretty-error"]);
    for (const format of [...(named ?? []), SARIF]) {
      const { stdout, stderr } = run(`--format=${format}`, "**/*.*");
      expect(stdout).not.toBe("");
      if (leaking.has(format)) expect(stdout).toContain(KEY);
      else expectDiscretion(stdout + stderr);
      if (format !== "mask-result" && !leaking.has(format)) expect(stdout).toContain(KEY.slice(-4));
    }
  });

  test("an output in stars holds nothing of the key", () => {
    const { stdout } = createProject(secretlint).run("--format=mask-result", "a.env");
    expect(stdout.trim()).toBe(`PLEO_API_KEY=${"*".repeat(KEY.length)}`);
  });

  test("a file in UTF-16 is read", () => {
    const project = createProject(secretlint);
    for (const [name, mark] of [
      ["with.env", "\ufeff"],
      ["without.env", ""],
    ] as const) {
      const bytes = Buffer.from(`${mark}PLEO_API_KEY=${KEY}\r\n`, "utf16le");
      writeFileSync(path.join(project.folder, name), bytes);
      const { stdout } = project.run("--format=unix", name);
      expect(stdout).toContain("PLEO_API_KEY");
      expectDiscretion(stdout.replaceAll("\0", ""));
    }
  });

  test("options, single messages and comments turn it off", () => {
    const project = createProject(secretlint, {
      files: {
        "a.env": `VITE_PLEO_API_KEY=${KEY} # secretlint-disable-line -- for a test\n`,
      },
    });
    const { run } = project;
    const statusWith = (...rules: readonly object[]) =>
      run(`--secretlintrcJSON=${JSON.stringify({ rules })}`, "a.env").status;
    const options = { allows: [`/${KEY.slice(-4)}$/`] };
    expect(statusWith(RULE)).toBe(1);
    expect(statusWith(COMMENTS, RULE)).toBe(0);
    expect(statusWith({ ...RULE, options })).toBe(1);
    expect(statusWith({ ...RULE, options, allowMessageIds: ["PLEO_PUBLIC_ENV"] })).toBe(0);
    expect(statusWith({ ...RULE, allowMessageIds: ["PLEO_PUBLIC_ENV"] })).toBe(1);
  });

  test("a wrong option ends the run with one error", () => {
    const rules = [{ ...RULE, options: { alows: [] } }];
    const files = { ...FILES, ".secretlintrc.json": JSON.stringify({ rules }) };
    const { stdout, stderr, status } = createProject(secretlint, { files }).run("**/*.*");
    expect(status).toBe(2);
    expect(`${stdout}${stderr}`.match(/options\.alows is not known/g)).toHaveLength(1);
  });

  test("a configuration may be a module, and the messages Japanese", () => {
    const { ".secretlintrc.json": _json, ...files } = FILES;
    const page = readFileSync(path.join(ROOT, "eslint-plugin/docs/secretlint.md"), "utf8");
    const config = /^```js \.secretlintrc\.js\n([^]*?)^```$/m.exec(page)?.[1] ?? "";
    const project = createProject(secretlint, {
      files: { ...files, "package.json": '{ "type": "module" }', ".secretlintrc.js": config },
    });
    const { stdout, status } = project.run("--locale=ja", "a.env");
    expect(status).toBe(1);
    expect(stdout).toContain("Pleo の API キー");
  });
});

/** Secretlint 12 and 13 ask for Node 22. */
const SECRETLINT_BY_NODE = NODES.map((node) => ({
  ...node,
  secretlint: node.version.startsWith("v20.") ? "secretlint-11" : "secretlint",
}));

test.each(SECRETLINT_BY_NODE)("$secretlint runs it on Node $version", ({ secretlint, ...node }) => {
  const { ".secretlintrc.json": _json, ...files } = FILES;
  const { run } = createProject(secretlint, {
    files: {
      ...files,
      "package.json": '{ "type": "module" }',
      ".secretlintrc.js": `${insistOn(node)} export const rules = [${JSON.stringify(RULE)}];`,
    },
    node: node.file,
  });
  expect(run("clean.md")).toMatchObject({ stdout: "", stderr: "", status: 0 });
  const { stdout, stderr, status } = run("--format=json", "*.{env,http}", "c.js");
  expect({ stderr, status }).toEqual({ stderr: "", status: 1 });
  expect(findingsOf(stdout)).toEqual(FOUND);
});

test("what git ignores is read when that is asked for", () => {
  const project = createProject("secretlint", { files: { ...FILES, ".gitignore": "a.env\n" } });
  const { run } = project;
  expect(findingsOf(run("--format=json", "**/*.env").stdout || "[]")).toEqual([]);
  expect(findingsOf(run("--format=json", "--no-gitignore", "**/*.env").stdout)).toEqual([FOUND[0]]);
});

test("the hook for pre-commit does what it says", () => {
  const [hook] = parse(
    readFileSync(path.join(ROOT, ".pre-commit-hooks.yaml"), "utf8"),
  ) as readonly {
    readonly entry: string;
  }[];
  const [runner, flag, program = "", ...args] = hook?.entry.split(" ") ?? [];
  expect([runner, flag]).toEqual(["npx", "--no-install"]);
  const project = createProject("secretlint", {
    files: { ...FILES, "app/[id]/a.env": FILES["a.env"] ?? "" },
  });
  expect(program).toBe("secretlint");
  expect(project.run(...args, "app/[id]/a.env").status).toBe(1);
  expect(project.run(...args, "clean.md").status).toBe(0);
});

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
}

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly resolved?: string;
        readonly hasInstallScript?: boolean;
      }
    >
  >;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

const manifest = readJson("package.json") as Manifest;
const lock = readJson("package-lock.json") as LockFile;
const mutationLock = readJson("test/mutation/package-lock.json") as LockFile;

function installed(name: RegExp): readonly string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => name.test(path.replace(/^.*node_modules\//, "")))
    .map(([, { version }]) => version ?? "");
}

const GUARD = "scripts/require-node-24.mjs";

/** Runs the guard as if this were another Node. */
function runGuard(version: string): { readonly status: number | null; readonly stderr: string } {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${version}" })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ["--import", preload, GUARD], { encoding: "utf8" });
}

describe("Node 24", () => {
  test("is what these tests run on", () => {
    expect(Number(process.versions.node.split(".")[0])).toBeGreaterThanOrEqual(24);
  });

  test("comes with the dependencies, its install script approved by name", () => {
    expect(manifest.devDependencies["node"]).toBe("24.x");
    expect(manifest.allowScripts).toEqual({ node: true });
  });

  test("is all that an install script is for, so whoever has one may do without", () => {
    const scripted = Object.entries(lock.packages).filter(([, it]) => it.hasInstallScript === true);
    expect(scripted.length).toBeGreaterThan(0);
    for (const [path] of scripted) expect(path).toMatch(/(?:^|\/)node_modules\/node$/);
  });

  test.each(Object.entries(manifest.scripts))("is asked for by the script %s", (_name, command) => {
    expect(command.startsWith(`node ${GUARD} && `)).toBe(true);
  });

  test.each(["18.20.0", "20.20.2", "22.99.0", "23.11.1"])(
    "is missed on %s, in a clear sentence",
    (version) => {
      const { status, stderr } = runGuard(version);
      expect(status).toBe(1);
      expect(stderr).toContain(`runs on Node 24 or newer, and this is Node ${version}.`);
      expect(stderr).toContain("npm ci");
    },
  );

  test.each(["24.0.0", "24.21.0", "26.10.0", "100.0.0"])("is found on %s", (version) => {
    expect(runGuard(version)).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("the lock file", () => {
  test("holds one version of everything of typescript-eslint", () => {
    expect(new Set(installed(/^(@typescript-eslint\/|typescript-eslint$)/))).toEqual(
      new Set(["8.72.0"]),
    );
  });

  test("holds one version of the test runner and its coverage", () => {
    expect(new Set(installed(/^(vitest|@vitest\/coverage-v8)$/))).toEqual(new Set(["5.1.0"]));
  });

  test.each([
    ["everything", lock],
    ["mutation testing", mutationLock],
  ])("of %s names no address that a package came from", (_what, { packages }) => {
    expect(Object.keys(packages).length).toBeGreaterThan(100);
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith("http"))).toEqual(
      [],
    );
  });

  test("holds nothing of mutation testing, whose tool wants a newer Node", () => {
    expect(installed(/^@stryker-mutator\//)).toEqual([]);
  });

  test("pins every dependency but Node exactly", () => {
    const { node: _node, ...others } = manifest.devDependencies;
    for (const [name, range] of Object.entries(others))
      expect(range, name).toMatch(
        /^(?:(?:npm:[a-z-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?|file:test\/package\/nodes\/node-\d+)$/,
      );
  });
});

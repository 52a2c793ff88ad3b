import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { beforeAll, expect, test, vi } from "vitest";
import { PATIENCE } from "./consumer.ts";
import { ROOT, filesIn, packedPackage, packedTarball } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedPackage();
});

/** What everyone downloads, and what then lies in everyone's `node_modules`; a tenth more than it is. */
const PACKED_BYTES_AT_MOST = 195_000;
const UNPACKED_BYTES_AT_MOST = 610_000;

function read(file: string): string {
  return readFileSync(path.join(packedPackage(), file), "utf8");
}

test("the package holds what is listed here, and nothing else", () => {
  expect(filesIn(packedPackage())).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/index.js",
    "dist/oxlint.json",
    "dist/secretlint.js",
    "dist/shared.js",
    "dist/types/eslint-plugin/configs.d.ts",
    "dist/types/eslint-plugin/index.d.cts",
    "dist/types/eslint-plugin/index.d.ts",
    "dist/types/eslint-plugin/secretlint/finding.d.ts",
    "dist/types/eslint-plugin/secretlint/glance.d.ts",
    "dist/types/eslint-plugin/secretlint/index.d.ts",
    "dist/types/eslint-plugin/secretlint/messages.d.ts",
    "dist/types/eslint-plugin/secretlint/options.d.ts",
    "dist/types/eslint-plugin/secretlint/readings.d.ts",
    "dist/types/eslint-plugin/secretlint/text-view.d.ts",
    "dist/types/src/key/encoding/base64.d.ts",
    "dist/types/src/key/reading/line-wrap.d.ts",
    "dist/types/src/key/spelling.d.ts",
    "package.json",
  ]);
});

type Target = string | { readonly [condition: string]: Target };

function targetsOf(target: Target): readonly string[] {
  return typeof target === "string" ? [target] : Object.values(target).flatMap(targetsOf);
}

test("every export leads to a file, and its types come before its code", () => {
  const { exports } = JSON.parse(read("package.json")) as {
    readonly exports: Readonly<Record<string, Target>>;
  };
  const files = filesIn(packedPackage());
  for (const target of Object.values(exports)) {
    for (const file of targetsOf(target)) expect(files).toContain(file.replace("./", ""));
    if (typeof target !== "string") expect(Object.keys(target)).toEqual(["types", "default"]);
  }
});

test("nobody has to install more than package.json says", () => {
  const { dependencies, peerDependencies, peerDependenciesMeta, engines } = JSON.parse(
    read("package.json"),
  ) as Readonly<Record<string, object>>;
  expect(dependencies).toBeUndefined();
  expect(peerDependencies).toEqual({ eslint: "^9.15.0 || ^10.0.0", secretlint: ">=11.0.0" });
  expect(peerDependenciesMeta).toEqual({
    eslint: { optional: true },
    secretlint: { optional: true },
  });
  expect(engines).toEqual({ node: "^20.19.0 || ^22.13.0 || >=24.0.0" });
});

/** What a file imports, requires or names in a type, wherever it does. */
function importedBy(file: string): readonly string[] {
  return ts.preProcessFile(read(file), true, true).importedFiles.map(({ fileName }) => fileName);
}

function packagesNamedIn(files: readonly string[]): ReadonlySet<string> {
  const strangers = files
    .flatMap(importedBy)
    .filter((specifier) => !specifier.startsWith("./") && !specifier.startsWith("../"));
  return new Set(
    strangers.map((specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier),
  );
}

test("the code loads nothing but itself", () => {
  const scripts = filesIn(packedPackage()).filter((file) => file.endsWith(".js"));
  expect(scripts.flatMap(importedBy)).toContain("./shared.js");
  expect([...packagesNamedIn(scripts)]).toEqual([]);
});

test("the declarations name no package that is not declared", () => {
  const declarations = filesIn(packedPackage()).filter((file) => /\.d\.c?ts$/.test(file));
  const { dependencies, peerDependencies } = JSON.parse(read("package.json")) as Readonly<
    Record<string, object>
  >;
  const named = [...packagesNamedIn(declarations)];
  expect(named).toContain("eslint");
  const declared = Object.keys({ ...dependencies, ...peerDependencies });
  expect(named.filter((name) => !declared.includes(name))).toEqual([]);
});

test("the package stays small", async ({ annotate }) => {
  const sizes = filesIn(packedPackage()).map((file) => Buffer.byteLength(read(file)));
  const unpacked = sizes.reduce((sum, size) => sum + size, 0);
  const { size: packed } = statSync(packedTarball());
  await annotate(`${packed} bytes packed, ${unpacked} unpacked, in ${sizes.length} files`);
  expect(unpacked).toBeLessThanOrEqual(UNPACKED_BYTES_AT_MOST);
  expect(packed).toBeLessThanOrEqual(PACKED_BYTES_AT_MOST);
});

test("the declarations name the built files, not the sources", () => {
  const declarations = filesIn(packedPackage()).filter((file) => file.endsWith(".d.ts"));
  for (const file of declarations) expect(read(file)).not.toMatch(/"\.[^"]*\.ts"/);
});

test("the code tells nothing of where it was built", () => {
  for (const file of filesIn(packedPackage())) {
    expect(read(file)).not.toContain(ROOT);
    expect(read(file)).not.toContain("eslint-plugin-pleo-pack-");
  }
});

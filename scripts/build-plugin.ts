/** Builds what npm ships: a few files of JavaScript, because a hundred small ones take four times as long to load. */
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { rolldown } from "rolldown";
import type { Plugin } from "rolldown";
import ts from "typescript";
import { createConfigs } from "../eslint-plugin/configs.ts";
import { NAME, VERSION } from "../eslint-plugin/manifest.ts";

type Files = ReadonlyMap<string, string>;

const ROOT = path.join(import.meta.dirname, "..");
const OUT_DIR = path.join(ROOT, "dist");

/** What package.json exports, by the name of the built file. */
const ENTRIES = {
  index: "eslint-plugin/index.ts",
  secretlint: "eslint-plugin/secretlint/index.ts",
};

const CONFIG = path.join(ROOT, "tsconfig.plugin.json");
const DECLARATIONS = "types";

/** What the sources read from package.json when they are loaded, the built files know. */
const inlineManifest: Plugin = {
  name: "inline-manifest",
  load(id) {
    if (path.relative(ROOT, id) !== path.join("eslint-plugin", "manifest.ts")) return undefined;
    return Object.entries({ NAME, VERSION })
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join("\n");
  },
};

async function bundle(): Promise<Files> {
  const build = await rolldown({
    cwd: ROOT,
    input: ENTRIES,
    plugins: [inlineManifest],
    platform: "node",
    transform: { target: "node20.19" },
    tsconfig: false,
    // What is installed with the package, or comes with Node; on Windows, paths begin with a letter, too.
    external: /^(?![A-Za-z]:[\\/])[@\w]/,
    // Where a package really lies is nothing that the files may show.
    resolve: { symlinks: false },
    preserveEntrySignatures: "strict",
    checks: { bundlerTimings: false },
    onLog(level, { message }) {
      if (level === "warn") throw new Error(message);
    },
  });
  const { output } = await build.generate({
    format: "esm",
    entryFileNames: "[name].js",
    // What both entries need. No hash: the name of a file should change only when what it is for does.
    codeSplitting: { groups: [{ name: "shared", test: /eslint-plugin|src/, minShareCount: 2 }] },
    chunkFileNames: "[name].js",
    // Half the size, and quicker to load; functions of modules keep the names that the stack of an error shows.
    minify: { compress: true, mangle: { toplevel: false }, codegen: { removeWhitespace: true } },
    minifyInternalExports: false,
  });
  await build.close();
  return new Map(
    output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code]] : [])),
  );
}

/** The declarations of the entries and of what these name; nobody can reach the others. */
function declare(): Files {
  const emitted = emitDeclarations();
  const pending = Object.values(ENTRIES).map((entry) =>
    path.posix.join(DECLARATIONS, entry.replace(/\.ts$/, ".d.ts")),
  );
  const reached = new Map<string, string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const text = emitted.get(name);
    if (text === undefined) throw new Error(`no declarations were emitted for ${name}`);
    reached.set(name, text);
    const imported = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
    const near = imported.filter((specifier) => specifier.startsWith("."));
    const names = near.map((specifier) => declarationOf(name, specifier));
    pending.push(...names.filter((other) => !reached.has(other)));
  }
  return reached;
}

function declarationOf(importer: string, specifier: string): string {
  const target = path.posix.join(path.posix.dirname(importer), specifier);
  return target.replace(/\.js$/, ".d.ts");
}

function emitDeclarations(): Files {
  const { options, fileNames } = ts.parseJsonSourceFileConfigFileContent(
    ts.readJsonConfigFile(CONFIG, (file) => ts.sys.readFile(file)),
    ts.sys,
    ROOT,
  );
  const program = ts.createProgram(fileNames, options);
  const problems = ts.getPreEmitDiagnostics(program);
  if (problems.length > 0) throw new Error(describeProblems(problems));
  const files = new Map<string, string>();
  program.emit(undefined, (file, text) => {
    files.set(path.relative(OUT_DIR, file).replaceAll("\\", "/"), nameBuiltFiles(text));
  });
  return files;
}

/** For compilers that do not know that `require` takes such modules, and gives what is called "module.exports" in them. */
function declareForCommonJs(): Files {
  const text = [
    'import type plugin from "./index.js" with { "resolution-mode": "import" };',
    "declare const required: typeof plugin;",
    "export = required;",
    "",
  ].join("\n");
  return new Map([[`${DECLARATIONS}/eslint-plugin/index.d.cts`, text]]);
}

/** The compiler leaves the sources' endings in declarations, and there are no sources where these are read. */
function nameBuiltFiles(declarations: string): string {
  return declarations.replaceAll(/(?<=(?:from |import\()"\.{1,2}\/[^"]*)\.ts(?=")/g, ".js");
}

function describeProblems(problems: readonly ts.Diagnostic[]): string {
  return ts.formatDiagnostics(problems, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => ROOT,
    getNewLine: () => "\n",
  });
}

/** Oxlint knows no presets of plugins; what a project's own configuration extends is a file. */
function presetForOxlint(): string {
  const { rules } = createConfigs({}).recommended;
  return `${JSON.stringify({ jsPlugins: [NAME], rules }, undefined, 2)}\n`;
}

const files = new Map([
  ...(await bundle()),
  ...declare(),
  ...declareForCommonJs(),
  ["oxlint.json", presetForOxlint()] as const,
]);
// Only now, so that a build that fails leaves the last good one where it is.
rmSync(OUT_DIR, { recursive: true, force: true });
for (const [name, text] of files) {
  const file = path.join(OUT_DIR, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote dist/${name} (${statSync(file).size} bytes)`);
}

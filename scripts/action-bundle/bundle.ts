import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown, type OutputChunk } from "rolldown";
import { compactPackages } from "./compact-packages.ts";
import { coreTagsOnly } from "./core-tags-only.ts";
import { dropYamlMethods } from "./drop-yaml-methods.ts";
import { findInlinedPackages } from "./inlined-packages.ts";
import { gatherLicences } from "./licences.ts";
import { replacePackages } from "./replace-packages.ts";

interface BuildOptions {
  /** Emptied first: what the build does not write has no business there. */
  readonly outDir: string;
}

const ROOT = path.join(import.meta.dirname, "../..");
const ENTRY = fileURLToPath(new URL("../../action/index.ts", import.meta.url));

/**
 * The Action in one folder that needs nothing installed. The same sources give the same bytes wherever the checkout
 * lies, so that anyone can prove that the committed bundle is built from them.
 */
export async function buildAction({ outDir }: BuildOptions): Promise<void> {
  const chunks = await bundle(ENTRY);
  const moduleIds = chunks.flatMap((chunk) => chunk.moduleIds);
  const packages = findInlinedPackages(moduleIds, path.join(ROOT, "node_modules"));
  const files = new Map(
    chunks.map(({ fileName, code }) => [fileName, compactPackages(code, fileName)]),
  );
  files.set("licenses.txt", gatherLicences(packages));
  // Only now, so that a build that fails leaves the last good bundle where it is.
  rmSync(outDir, { recursive: true, force: true });
  for (const [name, text] of files) write(path.join(outDir, name), text);
}

/** For parts that would be named after a file whose name says nothing without its folder. */
const CHUNK_NAMES: Readonly<Record<string, string>> = {
  "public-api": "yaml",
  client: "pleo-api",
};
const YAML_FILE = /[\\/]node_modules[\\/]yaml[\\/]/;

/** Everything that a file needs, as the Action's own parts are bundled. */
export async function bundle(entry: string): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    // The comments that name each module's source are relative to this folder, and so the same everywhere.
    cwd: ROOT,
    input: { index: entry },
    platform: "node",
    transform: { target: "node24" },
    tsconfig: false,
    // Later parts take from the entry what they share with it: each file more would make every start slower.
    preserveEntrySignatures: "allow-extension",
    // Where a package really lies is nothing that the bundle may show.
    resolve: { symlinks: false },
    // It says so itself, though not where the bundler would look for it.
    treeshake: { moduleSideEffects: [{ test: YAML_FILE, sideEffects: false }] },
    plugins: [replacePackages, dropYamlMethods, coreTagsOnly],
    // A slow machine is no reason to refuse a bundle.
    checks: { bundlerTimings: false },
    onLog(level, { message }) {
      // What the bundler only doubts (an import that is not there, say) breaks a run later.
      if (level === "warn") throw new Error(message);
    },
  });
  const { output } = await build.generate({
    format: "esm",
    entryFileNames: "[name].js",
    // No hash: the name of a file should change only when what it is for does.
    chunkFileNames: ({ name }) => `chunks/${CHUNK_NAMES[name] ?? name}.js`,
    minify: false,
    // Whoever reads the bundle has the sources, whose names stand in it; a tenth of its bytes would be documentation.
    comments: { jsdoc: false },
  });
  await build.close();
  return output.filter((file) => file.type === "chunk");
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Builds what GitHub runs, and its map. A test fails while what is committed is not what this writes. */
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildAction } from "./action-bundle/bundle.ts";
import { renderBundleMap } from "./docs/render-bundle-map.ts";

const OUT_DIR = "action/dist";
const MAP = "docs/bundle.md";

await buildAction({ outDir: OUT_DIR });
for (const entry of readdirSync(OUT_DIR, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.join(entry.parentPath, entry.name);
  console.log(`wrote ${file} (${statSync(file).size} bytes)`);
}
// A checkout without documentation has none that could be stale.
if (existsSync(MAP)) {
  writeFileSync(MAP, renderBundleMap());
  console.log(`wrote ${MAP}`);
}

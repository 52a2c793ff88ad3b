/** Builds what GitHub runs. A test fails while the committed bundle is not what this writes. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { buildAction } from "./action-bundle/bundle.ts";

const OUT_DIR = "action/dist";

await buildAction({ outDir: OUT_DIR });
for (const entry of readdirSync(OUT_DIR, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const file = path.join(entry.parentPath, entry.name);
  console.log(`wrote ${file} (${statSync(file).size} bytes)`);
}

/** Writes the generated pages and parts of pages anew. A test fails while one of them is stale. */
import { readFileSync, writeFileSync } from "node:fs";
import { GENERATED_PAGES, GENERATED_PARTS, renderParts } from "./docs/render-docs.ts";

for (const [path, render] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(path, render());
  console.log(`wrote ${path}`);
}
for (const path of Object.keys(GENERATED_PARTS)) {
  writeFileSync(path, renderParts(path, readFileSync(path, "utf8")));
  console.log(`wrote the generated parts of ${path}`);
}

/** Writes the generated pages anew. A test fails while one of them is stale. */
import { writeFileSync } from "node:fs";
import { GENERATED_PAGES } from "./render-docs.ts";

for (const [path, render] of Object.entries(GENERATED_PAGES)) {
  writeFileSync(path, render());
  console.log(`wrote ${path}`);
}

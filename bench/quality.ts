/**
 * `npm run quality`: scores what is seen on the labelled corpora, beside others' tools in the same run, and writes
 * `docs/quality.md` and `docs/limits.md`. The same cases and rules give the same pages.
 */
import { writeFileSync } from "node:fs";
import { renderLimitsPage } from "../test/limits/page.ts";
import { digestOfInputs } from "./quality/inputs.ts";
import { measure } from "./quality/measure.ts";
import { renderQualityPage } from "./quality/page.ts";

const pages: Readonly<Record<string, string>> = {
  "docs/quality.md": `${renderQualityPage(await measure())}\n<!-- inputs: ${digestOfInputs()} -->\n`,
  "docs/limits.md": renderLimitsPage(),
};
for (const [path, page] of Object.entries(pages)) {
  writeFileSync(path, page);
  console.log(`wrote ${path}`);
}

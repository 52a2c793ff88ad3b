import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { CORPUS_LIMITS } from "../../test/limits/corpus-limits.ts";
import { versionsOfPeers } from "./measure.ts";
import { readFirstSights } from "./page.ts";

const CORPORA = ["test/eslint-plugin/corpus", "test/secretlint/blind", "test/secretlint/fixtures"];
/** How it is counted, and in which words. */
const OWN_SOURCES = "bench/quality";

/**
 * Of all that the page of quality hangs on: the cases, the peers, how they are counted, and which cases are known to be judged wrongly. What
 * our rules say of all others is held by the tests of the corpora, so a page with this digest is not stale.
 */
export function digestOfInputs(): string {
  const hash = createHash("sha256");
  for (const folder of CORPORA) {
    for (const file of readdirSync(folder).sort()) {
      if (file.endsWith(".txt"))
        hash.update(`${file}\n${readFileSync(`${folder}/${file}`, "utf8")}`);
    }
  }
  for (const file of readdirSync(OWN_SOURCES).sort()) {
    hash.update(readFileSync(`${OWN_SOURCES}/${file}`, "utf8"));
  }
  hash.update(readFileSync("docs/patterns/gitleaks.toml", "utf8"));
  hash.update(JSON.stringify([versionsOfPeers(), readFirstSights(), CORPUS_LIMITS]));
  return hash.digest("hex").slice(0, 32);
}

/**
 * Draws the pictures of the documentation anew, from what the product really says. Needs Chromium: Debian's package
 * `chromium`, or any other that `CHROMIUM` names. A test fails while a picture shows what is said no longer.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "./pictures/page.ts";
import { createPages, DIGESTS_FILE, digestsOf } from "./pictures/pages.ts";

const CHROMIUM = process.env["CHROMIUM"] ?? "chromium";
const FOLDER = path.dirname(DIGESTS_FILE);

function draw({ name, width, height, html }: Page): void {
  const folder = mkdtempSync(path.join(tmpdir(), "picture-"));
  try {
    const file = path.join(folder, "page.html");
    const picture = path.join(FOLDER, `${name}.png`);
    writeFileSync(file, html);
    const { status, error } = spawnSync(CHROMIUM, [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--hide-scrollbars",
      `--user-data-dir=${path.join(folder, "profile")}`,
      `--window-size=${width},${height}`,
      `--screenshot=${path.resolve(picture)}`,
      pathToFileURL(file).href,
    ]);
    if (status !== 0) throw new Error(`${CHROMIUM} drew nothing: ${String(error ?? status)}`);
    console.log(`drew ${picture}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pages = await createPages();
for (const page of pages) draw(page);
writeFileSync(DIGESTS_FILE, digestsOf(pages));

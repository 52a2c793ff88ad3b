import { createHash } from "node:crypto";
import { createAnnotationPage } from "./annotation-page.ts";
import { createEditorPage } from "./editor-page.ts";
import type { Page } from "./page.ts";
import { createSummaryPage } from "./summary-page.ts";

/** What each picture was made from, so that a test can tell when one shows what is said no longer. */
export const DIGESTS_FILE = "docs/pictures/made-from.json";

export async function createPages(): Promise<readonly Page[]> {
  return [await createSummaryPage(), await createEditorPage(), await createAnnotationPage()];
}

export function digestsOf(pages: readonly Page[]): string {
  const digests = Object.fromEntries(
    pages.map(({ name, html }) => [`${name}.png`, createHash("sha256").update(html).digest("hex")]),
  );
  return `${JSON.stringify(digests, null, 2)}\n`;
}

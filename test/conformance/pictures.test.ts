import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createPages, DIGESTS_FILE, digestsOf } from "../../scripts/pictures/pages.ts";
import { KEY_PATTERN } from "../../src/key/shape.ts";
import { exampleKey } from "../support/keys.ts";

const MOST_BYTES = 100_000;
const KEY_SHAPED = new RegExp(KEY_PATTERN);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe("the pictures", async () => {
  const pages = await createPages();

  test("show what is said today; `npm run pictures` draws them anew", () => {
    expect(digestsOf(pages)).toBe(readFileSync(DIGESTS_FILE, "utf8"));
  });

  test("say that they are renderings, and of what", () => {
    for (const { html } of pages) expect(html).toMatch(/<p class="caption">[^<]*, rendered from /);
  });

  test("show no key", () => {
    expect(KEY_SHAPED.test(exampleKey())).toBe(true);
    for (const { html } of pages) expect(html).not.toMatch(KEY_SHAPED);
  });

  test("are small, and no others are there", () => {
    const files = readdirSync("docs/pictures").filter((name) => name.endsWith(".png"));
    expect(files.toSorted()).toEqual(pages.map(({ name }) => `${name}.png`).toSorted());
    for (const file of files) {
      const bytes = readFileSync(`docs/pictures/${file}`);
      expect(bytes.subarray(0, 4)).toEqual(PNG);
      expect(bytes.length).toBeLessThan(MOST_BYTES);
    }
  });

  test("are shown by a page, with words for those who do not see them", () => {
    const readme = readFileSync("README.md", "utf8");
    for (const { name } of pages) {
      expect(readme).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\(docs/pictures/${name}\\.png\\)`));
    }
  });
});

import { existsSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { PAGES } from "./pages.ts";

/** What GitHub makes of a heading, and the anchors that a page sets by itself. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = readFileSync(page, "utf8").replaceAll(/^```[^]*?^```$/gm, "");
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );
  return new Set([
    ...headings,
    ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id ?? ""),
  ]);
}

/** Links of a page to files and headings of this repository that are not there. */
function deadLinksOf(page: string, text: string): readonly string[] {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, "");
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? "");
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : posix.join(dirname(page), path);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchorsOf(target).has(anchor);
  });
}

describe("links", () => {
  test.each(PAGES)("of %s lead to files and headings that are there", (page) => {
    expect(deadLinksOf(page, readFileSync(page, "utf8"))).toEqual([]);
  });

  test.each([
    ["docs/findings.md#key-missing", 0],
    ["docs/findings.md#key-mising", 1],
    ["docs/compliance.md#sec-14", 0],
    ["docs/compliance.md#sec-99", 1],
    ["docs/action.md#use-an-environments-secret", 0],
    ["docs/action.md#use-an-environment's-secret", 1],
    ["#try-it", 0],
    ["#try", 1],
    ["docs/nowhere.md", 1],
    ["https://semver.org/#nothing", 0],
  ])("to %s are dead: %i", (link, dead) => {
    expect(deadLinksOf("README.md", `[a link](${link})`)).toHaveLength(dead);
  });
});

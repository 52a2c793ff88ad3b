import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { GENERATED_PAGES, coverageOf } from "../../scripts/render-docs.ts";

describe("generated pages", () => {
  test.each(Object.entries(GENERATED_PAGES))("%s is what `npm run docs` writes", (path, render) => {
    expect(readFileSync(path, "utf8")).toBe(render());
  });

  test("every link between them leads to something", () => {
    const pages = Object.values(GENERATED_PAGES).map((render) => render());
    const text = pages.join("\n");
    const anchors = new Set([
      ...[...text.matchAll(/^## (\S+)$/gm)].map(([, id]) => id),
      ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
    ]);
    const links = [...text.matchAll(/\]\((?:findings|compliance)\.md#([^)]+)\)/g)].map(
      ([, id]) => id,
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((id) => !anchors.has(id))).toEqual([]);
  });
});

test.each([
  ["SEC-14", "enforced"],
  ["SEC-12", "in part"],
  ["ADM-01", "open"],
])("%s is %s", (id, coverage) => {
  expect(
    coverageOf({
      id,
      level: "must",
      text: "",
      ...(coverage === "in part" ? { by: "B.", gap: "G." } : {}),
      ...(coverage === "open" ? { gap: "G." } : {}),
    }),
  ).toBe(coverage);
});

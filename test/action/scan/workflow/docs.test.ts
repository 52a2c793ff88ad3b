import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCAN_CATALOGUE } from "../../../../src/report/scan-catalogue.ts";
import { audit, FILE, HASH, placesOf } from "./audit-yaml.ts";

const page = readFileSync("docs/workflow-misuse.md", "utf8");

const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    id: section.split("\n", 1)[0] ?? "",
    before: /^```yaml before\n([^]*?)\n```$/m.exec(section)?.[1] ?? "",
    after: /^```yaml after\n([^]*?)\n```$/m.exec(section)?.[1] ?? "",
    section,
  }))
  .filter(({ id }) => id.startsWith("workflow-"));

describe("the page on the misuse of workflows", () => {
  test("has a heading for each thing that can be said, in the order of the catalogue", () => {
    const ids = Object.keys(SCAN_CATALOGUE).filter((id) => id.startsWith("workflow-"));
    expect([...sections.map(({ id }) => id)].sort()).toEqual(ids.sort());
  });

  test.each(sections)("shows $id as it is found, and as it is not", ({ id, before, after }) => {
    expect(audit({ [FILE]: before }).map((finding) => finding.id)).toEqual([id]);
    expect(audit({ [FILE]: after })).toEqual([]);
    expect(parse(after)).toHaveProperty("jobs");
  });

  test.each(sections)("says when not to worry about $id", ({ section }) => {
    expect(section).toMatch(/^_When not to worry:_ [A-Z`].*\.$/m);
  });

  test("shows no sample that is not looked at", () => {
    expect(page.match(/^```yaml/gm)).toHaveLength(2 * sections.length);
  });
});

describe("the workflows that this project shows and uses", () => {
  const pages = ["README.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
    readdirSync("docs", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && name !== "workflow-misuse.md")
      .map((name) => `docs/${name}`),
  );
  const samples = pages.flatMap((name) =>
    [...readFileSync(name, "utf8").matchAll(/^ *```ya?ml\n([^]*?)\n *```$/gm)].map(
      // There is no version yet whose hash could be shown.
      ([, text = ""]) => ({ name, text: text.replaceAll("COMMIT_SHA", HASH) }),
    ),
  );

  test("are on these pages", () => {
    const named = new Set(
      samples.filter(({ text }) => /^jobs:/m.test(text)).map(({ name }) => name),
    );
    expect([...named]).toEqual(expect.arrayContaining(["README.md", "docs/action.md"]));
  });

  test.each(samples)("of $name ($#) misuse nothing", ({ text }) => {
    expect(placesOf(audit({ [FILE]: text }))).toEqual([]);
  });

  test.each(readdirSync(".github/workflows"))("of %s misuse nothing", (name) => {
    const path = `.github/workflows/${name}`;
    const files = {
      [path]: readFileSync(path, "utf8"),
      "action.yml": readFileSync("action.yml", "utf8"),
    };
    expect(placesOf(audit(files, { isOwnRepository: true }))).toEqual([]);
  });

  test("of the example misuse what they are meant to", () => {
    const text = readFileSync("examples/app/.github/workflows/deploy.yml", "utf8");
    expect(audit({ [FILE]: text }).map(({ id }) => id)).toEqual([
      "workflow-no-environment",
      "workflow-secret-public",
    ]);
  });
});

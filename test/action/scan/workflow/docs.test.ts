import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { SCAN_CATALOGUE } from "../../../../src/report/scan-catalogue.ts";
import { audit, FILE, toFiles } from "./audit-yaml.ts";
import { auditWorkflows } from "../../../../action/scan/workflow/workflow-audit.ts";

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
  test.each(["README.md", "docs/action.md"])(
    "of %s misuse nothing but a name for a hash",
    (file) => {
      const samples = [...readFileSync(file, "utf8").matchAll(/^```ya?ml\n([^]*?)\n```$/gm)];
      expect(samples.length).toBeGreaterThan(0);
      const files = Object.fromEntries(
        samples.map(([, text], index) => [`.github/workflows/${index}.yml`, text ?? ""]),
      );
      const { findings } = auditWorkflows(toFiles(files), { guard: {} });
      // There is no version yet whose hash could be shown.
      expect(findings.filter(({ id }) => id !== "workflow-guard-unpinned")).toEqual([]);
    },
  );

  test("of the example misuse what they are meant to", () => {
    const text = readFileSync("examples/app/.github/workflows/deploy.yml", "utf8");
    expect(audit({ [FILE]: text }).map(({ id }) => id)).toEqual([
      "workflow-no-environment",
      "workflow-secret-public",
    ]);
  });
});

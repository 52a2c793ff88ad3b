import { describe, expect, test } from "vitest";
import { findHandOver } from "../../../action/hand-over.ts";
import { renderAnnotations } from "../../../action/render/annotations.ts";
import { createFinding } from "../../../src/report/finding.ts";

describe("the line that hands the key over", () => {
  const env = {
    GITHUB_WORKFLOW_REF: "a/r/.github/workflows/deploy.yml@refs/heads/main",
    GITHUB_WORKSPACE: "w",
  };
  const read = (text: string) => (path: string) =>
    path === "w/.github/workflows/deploy.yml" ? text : undefined;
  const line = "          api-key: ${{ secrets.PLEO_API_KEY }}";

  test.each([
    [
      "is found, with the secret's name",
      `a\nb\n${line}\n`,
      { file: ".github/workflows/deploy.yml", startLine: 3, secretName: "PLEO_API_KEY" },
    ],
    [
      "is found where another step has put the key",
      "api-key: ${{ steps.vault.outputs.key }}\n",
      { file: ".github/workflows/deploy.yml", startLine: 1 },
    ],
    ["is not guessed among two", `${line}\n${line}\n`, undefined],
    ["may be missing", "a\n", undefined],
    ["is no comment", "# api-key: x\n", undefined],
    ["is no other input", "previous-api-key: x\n", undefined],
  ])("%s", (_name, text, expected) => {
    expect(findHandOver(env, read(text))).toEqual(expected);
  });

  test.each([
    ["without a workflow", { GITHUB_WORKSPACE: "w" }],
    ["without a workspace", { GITHUB_WORKFLOW_REF: env.GITHUB_WORKFLOW_REF }],
    [
      "outside of the workflows",
      { ...env, GITHUB_WORKFLOW_REF: "a/r/.github/workflows/../../x.yml@x" },
    ],
    ["in a file that is not there", { ...env, GITHUB_WORKSPACE: "elsewhere" }],
  ])("is not looked for %s", (_name, other) => {
    expect(findHandOver(other, read(line))).toBeUndefined();
  });
});

describe("annotations", () => {
  const finding = createFinding("scopes-not-declared", { scopes: "none" });

  test("stand on that line, with cause, remedy and id", () => {
    const [annotation] = renderAnnotations([finding], { file: "f", startLine: 3 });
    expect(annotation).toMatchObject({
      severity: "warning",
      title: finding.title,
      file: "f",
      startLine: 3,
    });
    expect(annotation?.message).toBe(`${finding.message} ${finding.remedy} [scopes-not-declared]`);
  });

  test.each([
    [10, 10, undefined],
    [11, 10, "2 more findings"],
    [30, 10, "21 more findings"],
  ])("of %d findings are %d", (given, shown, last) => {
    const annotations = renderAnnotations(
      Array.from({ length: given }, () => finding),
      undefined,
    );
    expect(annotations).toHaveLength(shown);
    if (last !== undefined)
      expect(annotations.at(-1)).toMatchObject({ title: last, severity: "warning" });
  });
});

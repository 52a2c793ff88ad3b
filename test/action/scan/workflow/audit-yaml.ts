import type { GuardIdentity } from "../../../../action/scan/workflow/guard.ts";
import { expect, test } from "vitest";
import type { Finding } from "../../../../src/report/finding.ts";
import {
  auditWorkflows,
  type WorkflowFile,
} from "../../../../action/scan/workflow/workflow-audit.ts";

export const FILE = ".github/workflows/test.yml";
export const HASH = "9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0";
export const GUARD = `acme/pleo-key-guard@${HASH}`;

export function audit(
  files: Readonly<Record<string, string>>,
  guard: GuardIdentity = {},
): readonly Finding[] {
  return auditWorkflows(toFiles(files), { guard }).findings;
}

export function toFiles(files: Readonly<Record<string, string>>): readonly WorkflowFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** `# expect: one-id, another-id` stands on the line that is found fault with. */
const MARK = /# expect: ([a-z, -]+)$/;

export function marksIn(file: string, text: string): readonly string[] {
  return text.split("\n").flatMap((line, index) =>
    (MARK.exec(line)?.[1] ?? "")
      .split(", ")
      .filter((id) => id !== "")
      .map((id) => `${file}:${index + 1} workflow-${id}`),
  );
}

/** The same lines without the marks, which would comment out the rest of a folded script. */
export function withoutMarks(text: string): string {
  return text.replaceAll(new RegExp(` ?${MARK.source}`, "gm"), "");
}

export function placesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ id, where }) => `${where?.file ?? ""}:${where?.line ?? 0} ${id}`);
}

/** Whether exactly what is marked was found, where it is marked. */
export function expectMarks(files: Readonly<Record<string, string>>, guard?: GuardIdentity): void {
  const expected = Object.entries(files).flatMap(([file, text]) => marksIn(file, text));
  expect([...placesOf(audit(files, guard))].sort()).toEqual([...expected].sort());
}

/** A workflow of one job with these steps. */
export function steps(text: string, head = ""): string {
  const lines = text.replace(/^\n/, "").replace(/\s+$/, "").split("\n");
  return [
    "on: push",
    ...head.split("\n").filter((line) => line !== ""),
    "jobs:",
    "  sync:",
    "    runs-on: ubuntu-latest",
    "    steps:",
    ...lines.map((line) => `      ${line}`),
    "",
  ].join("\n");
}

/** One step that has the key, and this script. */
export function script(text: string, more = ""): string {
  const lines = text.replace(/^\n/, "").replace(/\s+$/, "").split("\n");
  return steps(
    [
      "- run: |",
      ...lines.map((line) => `    ${line}`),
      "  env:",
      "    PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}",
      ...more.split("\n").filter((line) => line !== ""),
    ].join("\n"),
  );
}

type Files = string | Readonly<Record<string, string>>;
export type Cases = readonly (readonly [name: string, files: Files])[];

export function holds(cases: Cases): void {
  test.each(cases.map(([name, files]) => [name, files] as const))("%s", (_name, files) => {
    expectMarks(typeof files === "string" ? { [FILE]: files } : files);
  });
}

export const KEY = "${{ secrets.PLEO_API_KEY }}";
export const CHECKOUT = `actions/checkout@${HASH}`;

/** One job with these lines below its id. */
export function job(lines: string, head = "on: push"): string {
  const indented = lines
    .replace(/^\n/, "")
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
  return [head, "jobs:", "  sync:", "    runs-on: ubuntu-latest", ...indented, ""].join("\n");
}

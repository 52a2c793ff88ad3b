import type { ActionRun } from "../../test/support/run-action.ts";
import { findingsOf } from "./findings.ts";
import type { Expected } from "./stories.ts";

const HEADLINES: Readonly<Record<Expected["verdict"], string>> = {
  pass: "## ✅ The Pleo key may be used",
  fail: "## ❌ The Pleo key may not be used",
  unknown: "## ❔ Nobody can tell whether the Pleo key may be used, so it may not",
  skipped: "## ⏭️ The Pleo key was not checked",
};

/** The first line of a summary, by its verdict. */
export function headlineOf(verdict: Expected["verdict"]): string {
  return HEADLINES[verdict];
}

/** In what a run differs from what it was expected to end with, in words. */
export function surprisesIn(run: ActionRun, expected: Expected): readonly string[] {
  const { verdict, findings = [], safeToRevoke } = expected;
  const succeeds = verdict === "pass" || verdict === "skipped";
  const pairs: readonly (readonly [string, string, string])[] = [
    ["the verdict", verdict, run.outputs["verdict"] ?? ""],
    ["the exit code", succeeds ? "0" : "1", String(run.exitCode)],
    ["deploy-allowed", String(verdict === "pass"), run.outputs["deploy-allowed"] ?? ""],
    ["the findings", list(findings), list(findingsOf(run).map(({ id }) => id))],
    [
      "rotation-safe-to-revoke",
      safeToRevoke === undefined ? "" : String(safeToRevoke),
      run.outputs["rotation-safe-to-revoke"] ?? "",
    ],
    ["the summary's first line", headlineOf(verdict), run.summary.split("\n")[0] ?? ""],
    ["the standard error", "", run.stderr],
  ];
  return pairs.flatMap(([what, wanted, found]) =>
    wanted === found ? [] : [`expected ${what} to be ${quote(wanted)}`],
  );
}

function list(ids: readonly string[]): string {
  return ids.join(", ");
}

function quote(text: string): string {
  return text === "" ? "empty" : text;
}

import type { Finding } from "../../../../src/report/finding.ts";
import { plainName } from "../plain-name.ts";
import type { KeyUse } from "../script/uses.ts";
import type { StepVisit } from "../visit.ts";
import { lineAt } from "../yaml-tree.ts";
import { sayBuildArgument } from "./calls.ts";
import { codeOf, found, sayPublished, type Spot } from "./saying.ts";

/** What the script of a step does with the key: shows it, hands it to programs as an argument, writes it for others. */
export function checkScript({ file, text, script }: StepVisit): readonly Finding[] {
  if (script.uses.length === 0) return [];
  const linesShown = new Set<number>();
  const findings: Finding[] = [];
  // What is shown is worse than how it got there, and both have one line.
  const inOrder = [...script.uses].sort((one, other) => rank(one) - rank(other));
  for (const use of inOrder) {
    const spot: Spot = { file, line: lineAt(text, use.offset) };
    if (isShowing(use)) {
      if (linesShown.has(spot.line)) continue;
      linesShown.add(spot.line);
    }
    const finding = describe(use, spot);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}

type Showing = Extract<KeyUse, { readonly kind: "shown" | "listed" | "traced" | "expanded" }>;

const SHOWING: readonly KeyUse["kind"][] = ["shown", "listed", "traced", "expanded"];

function isShowing(use: KeyUse): use is Showing {
  return SHOWING.includes(use.kind);
}

function rank({ kind }: KeyUse): number {
  return SHOWING.indexOf(kind);
}

function describe(use: KeyUse, spot: Spot): Finding | undefined {
  if (isShowing(use)) return found("workflow-secret-in-script", sayShown(use), spot);
  if (use.kind === "argument" && use.isOfBuild) return sayBuildArgument(use.secrets, spot);
  if (use.kind === "argument")
    return found("workflow-secret-on-command-line", sayArgument(use), spot);
  if (use.kind !== "written" || !use.isRunnerFile || use.to === "GITHUB_STATE") return undefined;
  const problem = `The script writes ${codeOf(use.secrets)} to ${WRITTEN[use.to] ?? "a file of the runner"}`;
  return sayPublished(problem, spot);
}

const WRITTEN: Readonly<Record<string, string>> = {
  GITHUB_OUTPUT: "`GITHUB_OUTPUT`, the outputs of the step",
  GITHUB_ENV: "`GITHUB_ENV`, the environment of all steps that follow",
  GITHUB_STEP_SUMMARY: "`GITHUB_STEP_SUMMARY`, the summary that is shown with the run",
};

const UNMASKED = "where masking does not hide each spelling of it";

function sayShown(use: Showing): { readonly problem: string; readonly fix: string } {
  const key = codeOf(use.secrets);
  switch (use.kind) {
    case "shown":
      return {
        problem: `\`${plainName(use.by)}\` prints ${key} to the log, ${UNMASKED}`,
        fix: "Take the line out; to see whether there is a key, print its length at most.",
      };
    case "listed":
      return {
        problem: `\`${plainName(use.by)}\` prints every variable to the log, ${key} among them, ${UNMASKED}`,
        fix: "Take the line out, or print by name the variables that are wanted.",
      };
    case "traced":
      return {
        problem: `\`${plainName(use.by)}\` prints each command to the log with ${key} filled in, ${UNMASKED}`,
        fix: "Take the tracing out, or write `set +x` before the key is used.",
      };
    case "expanded":
      return {
        problem: `An expression writes ${key} into the text of the script, which lies on the disk while it runs, shows up in errors, and runs whatever the value holds`,
        fix: "Give the key to the step as `env`, and let the script read that variable.",
      };
  }
}

function sayArgument(use: Extract<KeyUse, { readonly kind: "argument" }>): {
  readonly problem: string;
  readonly fix: string;
} {
  const program = plainName(use.program);
  const key = codeOf(use.secrets);
  const problem = use.isAddress
    ? `${key} stands in an address that \`${program}\` is given as an argument`
    : `\`${program}\` is given ${key} as an argument`;
  return { problem, fix: fixFor(use.program) };
}

function fixFor(program: string): string {
  if (program === "curl") {
    return 'Let curl read it from its standard input: `printf \'user = "%s:"\\n\' "$PLEO_API_KEY" | curl --config - https://…`.';
  }
  if (/^(?:docker|podman|buildah)$/.test(program)) {
    return "Hand it over as a variable by its name alone (`--env PLEO_API_KEY`), or to a build as `--secret id=pleo,env=PLEO_API_KEY`.";
  }
  return "Let the program read it from its environment or from its standard input.";
}

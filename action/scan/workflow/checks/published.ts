import type { Finding } from "../../../../src/report/finding.ts";
import type { Carried } from "../expression/carry.ts";
import { carriedBy } from "../expression/carried.ts";
import type { Setting } from "../model.ts";
import { plainName } from "../plain-name.ts";
import type { ActionVisit, JobVisit, StepVisit } from "../visit.ts";
import { UPLOADS } from "./calls.ts";
import { codeOf, found } from "./saying.ts";

/** Outputs of a job, which other jobs and callers read. */
export function checkOutputs({ file, job, scope, steps }: JobVisit): readonly Finding[] {
  const written = new Set(
    steps
      .filter(({ script }) =>
        script.uses.some((use) => use.kind === "written" && use.to === "GITHUB_OUTPUT"),
      )
      .map(({ step }) => step.id.toLowerCase()),
  );
  // What a step wrote there is told at that step.
  const isTold = (text: string): boolean =>
    [...text.matchAll(/\bsteps\.([\w-]+)\./gi)].some(([, id = ""]) =>
      written.has(id.toLowerCase()),
    );
  return job.outputs
    .filter(({ value }) => !isTold(value.text))
    .flatMap(({ name, line, value }) => {
      const carried = carriedBy(value, scope);
      if (carried.size === 0) return [];
      const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the job \`${plainName(job.id)}\``;
      return [found("workflow-secret-published", { problem }, { file, line })];
    });
}

export function checkActionOutputs({ file, action, scope }: ActionVisit): readonly Finding[] {
  return action.outputs.flatMap(({ name, line, value }) => {
    const carried = carriedBy(value, scope);
    if (carried.size === 0) return [];
    const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the action`;
    return [found("workflow-secret-published", { problem }, { file, line })];
  });
}

interface WrittenFile {
  readonly path: string;
  readonly secrets: Carried;
}

/** Files that the key was written to, and that are uploaded or cached. */
export function checkUploads({ steps }: JobVisit): readonly Finding[] {
  const files: WrittenFile[] = [];
  return steps.flatMap((visit) => {
    for (const use of visit.script.uses) {
      if (use.kind !== "written" || use.isRunnerFile || files.length >= MOST_FILES) continue;
      files.push({ path: plainPath(use.to), secrets: use.secrets });
    }
    return uploadsOf(visit, files);
  });
}

const MOST_FILES = 100;
const MOST_PATHS = 100;

function uploadsOf(
  { file, step, called, scope }: StepVisit,
  files: readonly WrittenFile[],
): readonly Finding[] {
  if (called?.kind !== "repository" || !UPLOADS.test(called.repository)) return [];
  const isCache = called.repository === "actions/cache";
  // Only brings back what another run has kept.
  if (called.name.toLowerCase().endsWith("/restore")) return [];
  const kept = isCache ? "a cache" : "an artifact";
  const handed = step.with.flatMap(({ name, line, value }) => {
    const carried = carriedBy(value, scope);
    if (carried.size === 0) return [];
    const problem = `${codeOf(carried)} is in \`${plainName(name)}\` of ${kept}`;
    return [found("workflow-secret-published", { problem }, { file, line })];
  });
  const path = step.with.find(({ name }) => name === "path");
  const includesHidden =
    isCache ||
    step.with.some(({ name, value }) => name === "include-hidden-files" && value.text === "true");
  const written = files.find((each) => covers(path, each.path, includesHidden));
  if (written === undefined || path === undefined) return handed;
  const problem = `\`${plainName(written.path)}\`, which ${codeOf(written.secrets)} was written to, is put into ${kept}`;
  return [...handed, found("workflow-secret-published", { problem }, { file, line: path.line })];
}

/** Does one of the paths, a line each, take the file along? */
function covers(setting: Setting | undefined, file: string, includesHidden: boolean): boolean {
  const paths = (setting?.value.text ?? "")
    .split("\n")
    .slice(0, MOST_PATHS)
    .map((path) => path.trim());
  const excluded = paths
    .filter((path) => path.startsWith("!"))
    .map((path) => plainPath(path.slice(1)));
  if (excluded.some((path) => matches(path, file))) return false;
  return paths
    .filter((path) => path !== "" && !path.startsWith("!"))
    .map(plainPath)
    .some((path) => {
      if (path === file) return true;
      const isHidden = file.split("/").some((part) => part.startsWith("."));
      return matches(path, file) && (includesHidden || !isHidden);
    });
}

function plainPath(path: string): string {
  return path
    .replace(/^(?:\$\{\{\s*github\.workspace\s*\}\}|\$GITHUB_WORKSPACE)\//, "")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
}

/** Each tries every folder below, so a pattern of many would take for ever. */
const MOST_DEEP_PARTS = 3;
const DEEPEST_FILE = 30;

/** `dist` and `dist/**` take all that is below; `*.txt` what is so named. */
function matches(path: string, file: string): boolean {
  if (path === "." || path === "" || path === "*" || path === "**") return true;
  if (!/[*?]/.test(path)) return path === file || file.startsWith(`${path}/`);
  const parts = path.split("/");
  if (parts.filter((part) => part === "**").length > MOST_DEEP_PARTS) return false;
  return matchParts(parts, file.split("/").slice(0, DEEPEST_FILE));
}

function matchParts(pattern: readonly string[], file: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return true;
  if (first === "**")
    return rest.length === 0 || file.some((_part, index) => matchParts(rest, file.slice(index)));
  const [name, ...below] = file;
  return name !== undefined && matchName(first, name) && matchParts(rest, below);
}

/** With `*` for any characters: each piece in its turn. */
function matchName(pattern: string, name: string): boolean {
  const pieces = pattern.split("*");
  const [start = "", ...others] = pieces;
  if (others.length === 0) return name === pattern;
  const end = others.pop() ?? "";
  if (!name.startsWith(start) || !name.endsWith(end) || name.length < start.length + end.length)
    return false;
  let at = start.length;
  for (const piece of others) {
    const place = name.indexOf(piece, at);
    if (place < 0) return false;
    at = place + piece.length;
  }
  return at <= name.length - end.length;
}

import type { Finding } from "../../../../src/report/finding.ts";
import type { Carried } from "../expression/carry.ts";
import { carriersAmong } from "../expression/carried.ts";
import { repositoryOf } from "../guard.ts";
import { inputOf, type Setting } from "../model.ts";
import { plainName } from "../plain-name.ts";
import type { ActionVisit, JobVisit, StepVisit } from "../visit.ts";
import type { TreeText } from "../yaml-tree.ts";
import { UPLOADS } from "./calls.ts";
import { codeOf, sayPublished } from "./saying.ts";

/** Outputs of a job, which other jobs and callers read. */
export function checkOutputs(visit: JobVisit): readonly Finding[] {
  const { job, steps } = visit;
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
  const outputs = job.outputs.filter(({ value }) => !isTold(value.text));
  return sayOutputs(outputs, visit, `job \`${plainName(job.id)}\``);
}

export function checkActionOutputs(visit: ActionVisit): readonly Finding[] {
  return sayOutputs(visit.action.outputs, visit, "action");
}

function sayOutputs(
  outputs: readonly Setting[],
  { file, scope }: JobVisit | ActionVisit,
  of: string,
): readonly Finding[] {
  return carriersAmong(outputs, scope).map(({ name, line, carried }) => {
    const problem = `${codeOf(carried)} is made the output \`${plainName(name)}\` of the ${of}`;
    return sayPublished(problem, { file, line });
  });
}

interface WrittenFile {
  readonly path: string;
  readonly secrets: Carried;
  /** Which of the steps wrote it, and where in its script. */
  readonly place: number;
  readonly text: TreeText;
  readonly offset: number;
}

/** Files that the key was written to, and that are uploaded or cached. */
export function checkUploads({ steps }: JobVisit): readonly Finding[] {
  const files: readonly WrittenFile[] = steps
    .flatMap(({ script, text }, place) =>
      script.uses.flatMap((use) =>
        use.kind === "written" && !use.isRunnerFile
          ? [{ path: plainPath(use.to), secrets: use.secrets, place, text, offset: use.offset }]
          : [],
      ),
    )
    .slice(0, MOST_FILES)
    .filter((file) => !isRemoved(file));
  return steps.flatMap((visit, turn) => uploadsOf(visit, files, turn));
}

/** By the script that wrote it. */
function isRemoved({ path, text, offset }: WrittenFile): boolean {
  const name = path.split("/").at(-1) ?? "";
  const lines = text.text.slice(offset, offset + LONGEST_SEARCH).split("\n");
  return lines.some((line) => {
    const [, removed = ""] =
      /(?:^|[;&|]|\b(?:do|then|trap)\b)[\s"']*(?:rm|shred)\s(.*)/.exec(line) ?? [];
    const words = removed
      .split(/[;&|]/, 1)
      .join("")
      .split(/[\s"']+/);
    return words.some((word) => word.split("/").at(-1) === name);
  });
}

const LONGEST_SEARCH = 10_000;
const MOST_FILES = 100;
const MOST_PATHS = 100;

function uploadsOf(
  { file, step, called, scope }: StepVisit,
  files: readonly WrittenFile[],
  turn: number,
): readonly Finding[] {
  const action = repositoryOf(called);
  if (called?.kind !== "repository" || !UPLOADS.test(action)) return [];
  const isCache = action === "actions/cache";
  const name = called.name.toLowerCase();
  // Only brings back what another run has kept.
  if (name.endsWith("/restore")) return [];
  const kept = isCache ? "a cache" : "an artifact";
  const handed = carriersAmong(step.with, scope).map(({ name, line, carried }) => {
    const problem = `${codeOf(carried)} is in \`${plainName(name)}\` of ${kept}`;
    return sayPublished(problem, { file, line });
  });
  const path = inputOf(step, "path");
  const includesHidden = isCache || inputOf(step, "include-hidden-files")?.value.text === "true";
  // A cache is kept when the job ends, unless it is told to be earlier.
  const isKeptLate = name === "actions/cache";
  const written = files.find(
    (each) => (isKeptLate || each.place < turn) && covers(path, each.path, includesHidden),
  );
  if (written === undefined || path === undefined) return handed;
  const problem = `\`${plainName(written.path)}\`, which ${codeOf(written.secrets)} was written to, is put into ${kept}`;
  return [...handed, sayPublished(problem, { file, line: path.line })];
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

import { lstatSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import path from "node:path";

export interface WorkflowFile {
  /** From the root of the repository, with `/`: `.github/workflows/x.yml`, `action.yml`, `tools/action.yaml`. */
  readonly path: string;
  readonly text: string;
  /** Why there is no text. */
  readonly problem?: string;
}

const MOST_FILES = 200;
const MOST_BYTES = 1024 * 1024;
const MOST_FOLDERS = 2000;
const DEEPEST = 5;

const WORKFLOWS = ".github/workflows";
const NO_ACTIONS_IN: ReadonlySet<string> = new Set(["node_modules", "vendor", "bower_components"]);

/** The workflows of a repository, and the actions that lie in it. Follows no links, and reads no more than it must. */
export function readWorkflowFiles(workspace: string): readonly WorkflowFile[] {
  const paths = new Set([...findWorkflows(workspace), ...findActions(workspace)]);
  const files: WorkflowFile[] = [];
  // Grows while it is gone through: an action may call others.
  for (const file of paths) {
    if (files.length === MOST_FILES) {
      return [...files, refuse(file, `there are more than ${MOST_FILES} workflows and actions`)];
    }
    const read = readOne(workspace, file);
    files.push(read);
    for (const called of calledIn(read.text, workspace)) paths.add(called);
  }
  return files;
}

const CALL = /\buses["']?[ \t]*:[ \t]*["']?\.\/([^\s"'#@]{1,500})/g;

/** Local actions that a file runs: they may lie where nobody looks for one. */
function calledIn(text: string, workspace: string): readonly string[] {
  return [...text.matchAll(CALL)].flatMap(([, called = ""]) => {
    // On Windows, what stands between backslashes are parts as well.
    const folder = path.posix.join(called.replaceAll("\\", "/"), ".");
    const parts = folder.split("/").filter((part) => part !== "");
    const isInside = parts.every(
      (part, index) =>
        part !== ".." && isFolder(path.join(workspace, ...parts.slice(0, index + 1))),
    );
    if (!isInside) return [];
    return ["action.yml", "action.yaml"]
      .map((name) => [...parts, name].join("/"))
      .filter((file) => lstatSync(path.join(workspace, file), { throwIfNoEntry: false }));
  });
}

function findWorkflows(workspace: string): readonly string[] {
  // A link in place of the folder leads out of what was checked out.
  const isThere = [".github", WORKFLOWS].every((folder) => isFolder(path.join(workspace, folder)));
  if (!isThere) return [];
  return entriesOf(path.join(workspace, WORKFLOWS))
    .filter((entry) => /\.ya?ml$/i.test(entry.name) && !entry.isDirectory())
    .map(({ name }) => `${WORKFLOWS}/${name}`);
}

function isFolder(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Sorted, so that the same repository always gives the same report. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((one, other) =>
      one.name < other.name ? -1 : 1,
    );
  } catch {
    // A folder that cannot be listed is one that GitHub was not given either.
    return [];
  }
}

interface Folder {
  readonly at: string;
  readonly depth: number;
}

function findActions(workspace: string): readonly string[] {
  const found: string[] = [];
  const open: Folder[] = [{ at: "", depth: 0 }];
  let visited = 0;
  for (let next = open.shift(); next !== undefined && visited < MOST_FOLDERS; next = open.shift()) {
    visited++;
    for (const entry of entriesOf(path.join(workspace, next.at))) {
      const file = next.at === "" ? entry.name : `${next.at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (mayHoldActions(entry.name, next)) open.push({ at: file, depth: next.depth + 1 });
      } else if (/^action\.ya?ml$/.test(entry.name)) found.push(file);
    }
  }
  return found;
}

function mayHoldActions(name: string, { at, depth }: Folder): boolean {
  if (depth >= DEEPEST || NO_ACTIONS_IN.has(name)) return false;
  if (at === "" && name === ".github") return true;
  return !name.startsWith(".") && !(at === ".github" && name === "workflows");
}

function readOne(workspace: string, file: string): WorkflowFile {
  try {
    const stats = lstatSync(path.join(workspace, file));
    if (stats.isSymbolicLink()) return refuse(file, "it is a link");
    if (!stats.isFile()) return refuse(file, "it is no file");
    if (stats.size > MOST_BYTES) return refuse(file, "it is larger than 1 MB");
    return { path: file, text: readFileSync(path.join(workspace, file), "utf8") };
  } catch {
    return refuse(file, "it may not be read");
  }
}

function refuse(file: string, problem: string): WorkflowFile {
  return { path: file, text: "", problem };
}

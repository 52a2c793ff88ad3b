import { lstatSync, readdirSync, type Dirent } from "node:fs";
import { sep } from "node:path";
import type { FilePath } from "./read-file.ts";

export interface WalkedFile {
  /** Where to open it. */
  readonly path: FilePath;
  /** From the workspace, with `/` between folders. */
  readonly name: string;
  /** It lies in build output, or was asked for by name. */
  readonly isOutput: boolean;
}

/** What is no file of the checkout, and so was not looked through. */
export type SkippedEntry = "link" | "pipe" | "socket" | "device" | "nested `.git` folder";

export interface WalkReport {
  readonly skipped: (kind: SkippedEntry) => void;
  readonly unreadable: (name: string) => void;
}

export interface WalkOptions {
  readonly workspace: string;
  /** The workspace itself, but for what is ignored. */
  readonly wantsWorkspace: boolean;
  /** Folders of build output, wherever they are, ignored or not. */
  readonly wantsOutput: boolean;
  /** Files and folders to look through, ignored or not. */
  readonly paths: readonly string[];
  readonly isIgnored: (name: string) => boolean;
}

/** Where the usual tools put what is then deployed. */
const OUTPUT_FOLDERS: ReadonlySet<string> = new Set([
  ...["dist", "build", "out", "public", "_site", "storybook-static", "cdk.out"],
  ...[".next", ".nuxt", ".output", ".svelte-kit", ".angular", ".docusaurus", ".open-next"],
  ...[".vercel", ".netlify", ".serverless", ".aws-sam", ".wrangler", ".firebase"],
]);
/** What servers hand out, and apps are packed with, as it is. Nobody builds it, so that it is no output of a build. */
const SERVED_FOLDERS: ReadonlySet<string> = new Set([
  ...["www", "wwwroot", "htdocs", "html", "public_html", "webroot", "docroot", "static", "assets"],
]);

/** Does a file or folder lie where the usual tools put what is then deployed, or where a server hands out everything? */
export function liesInOutput(name: string): boolean {
  return name
    .toLowerCase()
    .split("/")
    .some((part) => OUTPUT_FOLDERS.has(part) || SERVED_FOLDERS.has(part));
}

/** Holds what others built. */
const PACKAGES_FOLDER = "node_modules";

interface Folder {
  readonly path: FilePath;
  readonly name: string;
  readonly isOutput: boolean;
  readonly isIgnored: boolean;
}

/** Every file that is wanted, in the order of the names. No link is followed, and nothing is opened. */
export function* walkFiles(options: WalkOptions, report: WalkReport): Generator<WalkedFile> {
  const folders: Folder[] = [
    {
      path: options.workspace,
      name: "",
      isOutput: options.paths.includes(""),
      isIgnored: false,
    },
  ];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const within: Folder[] = [];
    for (const { entry, path } of entriesOf(folder, report)) {
      const name = folder.name === "" ? nameOf(entry) : `${folder.name}/${nameOf(entry)}`;
      const isOutput = folder.isOutput || options.paths.includes(name);
      const isIgnored = folder.isIgnored || options.isIgnored(name);
      if (entry.isDirectory()) {
        const child = {
          path,
          name,
          isOutput: isOutput || (options.wantsOutput && OUTPUT_FOLDERS.has(nameOf(entry))),
          isIgnored,
        };
        if (!isWorthEntering(child, options)) continue;
        if (nameOf(entry) !== GIT_FOLDER || !isGitFolder(path)) within.push(child);
        // What git keeps for the checkout itself is looked through as history.
        else if (name !== GIT_FOLDER) report.skipped("nested `.git` folder");
      } else if (isOutput || (options.wantsWorkspace && !isIgnored)) {
        const kind = kindOf(entry);
        if (kind === "file") yield { path, name, isOutput };
        else report.skipped(kind);
      }
    }
    folders.push(...within.reverse());
  }
}

function isWorthEntering({ name, isOutput, isIgnored }: Folder, options: WalkOptions): boolean {
  const last = name.slice(name.lastIndexOf("/") + 1);
  if (isOutput || (options.wantsWorkspace && !isIgnored)) return true;
  if (options.wantsOutput && last !== PACKAGES_FOLDER) return true;
  return options.paths.some((wanted) => wanted.startsWith(`${name}/`));
}

const GIT_FOLDER = ".git";

function isGitFolder(path: FilePath): boolean {
  return lstatSync(join(path, "HEAD"), { throwIfNoEntry: false }) !== undefined;
}

type Entry = Dirent | Dirent<Buffer>;

function entriesOf(
  { path, name }: Folder,
  report: WalkReport,
): readonly { readonly entry: Entry; readonly path: FilePath }[] {
  try {
    return listFolder(path)
      .map((entry) => ({ entry, key: nameOf(entry) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ entry }) => ({ entry, path: join(path, entry.name) }));
  } catch {
    // What cannot be listed is told as what could not be read.
    report.unreadable(name === "" ? "." : name);
    return [];
  }
}

/** In the place of bytes that are no text. */
const REPLACEMENT = "\ufffd";

function listFolder(path: FilePath): readonly Entry[] {
  if (typeof path === "string") {
    const entries = readdirSync(path, { withFileTypes: true });
    if (!entries.some(({ name }) => name.includes(REPLACEMENT))) return entries;
  }
  return readdirSync(path, { withFileTypes: true, encoding: "buffer" });
}

function join(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === "string" && typeof name === "string") return folder + sep + name;
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), Buffer.from(name)]);
}

function nameOf({ name }: Entry): string {
  return name.toString();
}

function kindOf(entry: Entry): "file" | SkippedEntry {
  if (entry.isFile()) return "file";
  if (entry.isSymbolicLink()) return "link";
  if (entry.isFIFO()) return "pipe";
  return entry.isSocket() ? "socket" : "device";
}

import { constants, copyFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from "node:fs";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { killRunning } from "./run-git.ts";

/** Where a checkout keeps what git knows. */
export interface RepositoryPlace {
  /** What is this checkout's own: HEAD and the index. */
  readonly own: string;
  /** What it shares with other checkouts: objects and references. */
  readonly common: string;
}

export interface PrivateRepository {
  readonly folder: string;
  /** Why some of the history cannot be there; nothing where all of it should be. */
  readonly gap: string | undefined;
  /** The names of all branches and tags, each byte a character. */
  readonly references: readonly string[];
  readonly remove: () => void;
}

/** Finds the repository whose checkout a folder is. */
export function findRepository(workspace: string): RepositoryPlace | undefined {
  const entry = path.join(workspace, ".git");
  const stats = lstatSync(entry, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return withCommon(entry);
  if (!stats?.isFile()) return undefined;
  const target = /^gitdir: ([^\n]+)\n?$/.exec(readText(entry) ?? "")?.[1];
  return target === undefined ? undefined : withCommon(path.resolve(workspace, target));
}

function withCommon(own: string): RepositoryPlace | undefined {
  const shared = readText(path.join(own, "commondir"))?.trim();
  const common = shared === undefined ? own : path.resolve(own, shared);
  return existsSync(path.join(common, "objects")) ? { own, common } : undefined;
}

/** On Windows a git that was just killed keeps its folder for a moment. */
const REMOVING = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;

/**
 * A repository of our own that has the same objects and references, and nothing else of the real one: whatever its
 * configuration, hooks, filters and attributes would have git do, git does not know of it.
 */
export function openPrivately({ own, common }: RepositoryPlace): PrivateRepository {
  let made: string | undefined;
  const remove = (): void => {
    process.off("exit", abandon).off("SIGINT", end).off("SIGTERM", end);
    if (made !== undefined) rmSync(made, REMOVING);
  };
  const abandon = (): void => {
    killRunning();
    remove();
  };
  // Without a listener a signal ends the process, and nothing is told of its exit. So they come before the folder.
  const end = (): never => process.exit(1);
  process.on("exit", abandon).on("SIGINT", end).on("SIGTERM", end);
  try {
    // It is nobody else's: `mkdtemp` makes it so.
    const folder = mkdtempSync(path.join(tmpdir(), "pleo-key-guard-"));
    made = folder;
    const references = readReferences(common);
    const head = readHead(own);
    const ids = [...references.values(), ...(head === undefined ? [] : [head])];
    const isSha256 = ids.some((id) => /^[0-9a-f]{64}$/.test(id));
    mkdirSync(path.join(folder, "objects/info"), { recursive: true });
    mkdirSync(path.join(folder, "refs"));
    const write = (name: string, text: string, encoding: BufferEncoding = "utf8"): void => {
      writeFileSync(path.join(folder, name), text, encoding);
    };
    write("config", isSha256 ? CONFIG_SHA256 : CONFIG);
    write("objects/info/alternates", `${quoted(path.join(common, "objects"))}\n`);
    write("HEAD", `${head ?? "ref: refs/heads/none"}\n`, "latin1");
    write("packed-refs", [...references].map(([name, id]) => `${id} ${name}\n`).join(""), "latin1");
    copyPlain(path.join(common, "shallow"), path.join(folder, "shallow"));
    copyIndex(own, folder);
    return { folder, gap: gapOf(common), references: [...references.keys()], remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What git would else guess or keep; the last one is for Windows, where paths are short unless one asks. */
const SETTINGS =
  "\tfsmonitor = false\n\tuntrackedCache = false\n\tcommitGraph = false\n\tlongpaths = true\n";
const CONFIG = `[core]\n\trepositoryformatversion = 0\n${SETTINGS}`;
const CONFIG_SHA256 = `[core]\n\trepositoryformatversion = 1\n${SETTINGS}[extensions]\n\tobjectFormat = sha256\n`;

/** As C writes a string, which is how git takes a path that could be read as something else. */
function quoted(file: string): string {
  const text = file.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return `"${text}"`;
}

const HEAD_TEXT = /^(?:ref: refs\/[^\0\n\r]+|[0-9a-f]{40}|[0-9a-f]{64})$/;

function readHead(own: string): string | undefined {
  const head = readText(path.join(own, "HEAD"), "latin1")?.replace(/\n$/, "");
  return head !== undefined && HEAD_TEXT.test(head) ? head : undefined;
}

const PACKED_LINE = /^([0-9a-f]{40}|[0-9a-f]{64}) (refs\/[^ \t\r\n]+)$/;
const ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Every reference by its name, in the order of the names. Those that only name others add nothing. */
function readReferences(common: string): ReadonlyMap<string, string> {
  const references = new Map<string, string>();
  for (const line of (readText(path.join(common, "packed-refs"), "latin1") ?? "").split("\n")) {
    const [, id = "", name = ""] = PACKED_LINE.exec(line) ?? [];
    if (name !== "") references.set(name, id);
  }
  for (const name of looseNames(common, "refs")) {
    const id = readText(path.join(common, name))?.trim() ?? "";
    if (ID.test(id)) references.set(Buffer.from(name).toString("latin1"), id);
  }
  return new Map([...references].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function looseNames(common: string, name: string): readonly string[] {
  const folder = path.join(common, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const child = `${name}/${entry.name}`;
    if (entry.isDirectory()) return looseNames(common, child);
    return entry.isFile() ? [child] : [];
  });
}

/** An index may be split into several files. */
function copyIndex(own: string, folder: string): void {
  const names = readdirSync(own).filter((name) => /^(?:index|sharedindex\.[0-9a-f]+)$/.test(name));
  for (const name of names) copyPlain(path.join(own, name), path.join(folder, name));
}

function copyPlain(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false })?.isFile()) {
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** What is told of a repository that says itself that something was left out. */
function gapOf(common: string): string | undefined {
  if ((readText(path.join(common, "shallow")) ?? "") !== "") {
    return "The clone is shallow: it ends after a few commits";
  }
  if (existsSync(path.join(common, "reftable"))) {
    return "The repository keeps its references in a form that is not known here";
  }
  const packs = path.join(common, "objects/pack");
  const isPartial =
    existsSync(packs) && readdirSync(packs).some((name) => name.endsWith(".promisor"));
  return isPartial ? "The clone is partial: it leaves out files until they are needed" : undefined;
}

/** Of a plain file; a link or a pipe has no text. */
function readText(file: string, encoding: BufferEncoding = "utf8"): string | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file, encoding) : undefined;
  } catch {
    return undefined;
  }
}

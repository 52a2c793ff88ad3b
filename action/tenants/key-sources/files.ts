import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import path from "node:path";
import type { ProcessEnvironment } from "../../raw-inputs.ts";

/** What is done with the file system, so that a test can do something else. */
export interface FilePorts {
  /** Where a path leads, links followed. Throws where there is nothing. */
  readonly realPath: (file: string) => string;
  /** Throws where it cannot be read. Follows no link at the end of the path. */
  readonly read: (file: string, mostBytes: number) => RawFile;
}

type RawFile =
  | { readonly kind: "text"; readonly text: string; readonly mode: number }
  | { readonly kind: "no-file" }
  | { readonly kind: "too-large" };

/** Where files may lie that this check reads, and how. */
export interface FilePlaces {
  readonly env: ProcessEnvironment;
  readonly platform: NodeJS.Platform;
  readonly ports: FilePorts;
}

export type ReadFile =
  | {
      readonly kind: "text";
      readonly text: string;
      /** Whether it lies in the folder that the runner empties after the job. */
      readonly isTemporary: boolean;
      /** Permission bits; absent where they mean nothing. */
      readonly mode?: number;
    }
  /** Completes "The file …". Holds nothing of the file, and no name of a folder of the machine. */
  | { readonly kind: "unreadable"; readonly problem: string };

const TEMPORARY = /^\$(?:RUNNER_TEMP|\{RUNNER_TEMP\})[/\\]/;

/**
 * Reads a file of the checkout, or one below RUNNER_TEMP: a manifest must not be able to make this process open
 * whatever lies on the machine, be it by its path or by a link.
 */
export function readTenantFile(
  file: string,
  mostBytes: number,
  { env, platform, ports }: FilePlaces,
): ReadFile {
  const temporary = env["RUNNER_TEMP"] ?? "";
  const workspace = env["GITHUB_WORKSPACE"] ?? "";
  const isTemporary = TEMPORARY.test(file) || path.isAbsolute(file);
  const base = isTemporary ? temporary : workspace;
  if (base === "") {
    const name = isTemporary ? "RUNNER_TEMP" : "GITHUB_WORKSPACE";
    return unreadable(`lies below ${name}, which is not set`);
  }
  const wanted = path.resolve(base, file.replace(TEMPORARY, ""));
  try {
    const real = ports.realPath(wanted);
    if (!isBelow(ports.realPath(base), real)) return unreadable(OUTSIDE);
    const found = ports.read(real, mostBytes);
    if (found.kind === "no-file") return unreadable("is no regular file");
    if (found.kind === "too-large") {
      return unreadable(`is larger than ${mostBytes / 1024 / 1024} MB`);
    }
    const { text, mode } = found;
    const bits = platform === "win32" ? {} : { mode: mode & 0o777 };
    return { kind: "text", text, isTemporary, ...bits };
  } catch {
    // What the system says names folders of the machine.
    return unreadable("is not there, or may not be read");
  }
}

const OUTSIDE =
  "lies neither in the checkout nor below RUNNER_TEMP, or is reached by a link that leads out of them";

function unreadable(problem: string): ReadFile {
  return { kind: "unreadable", problem };
}

function isBelow(base: string, file: string): boolean {
  const relative = path.relative(base, file);
  return relative !== "" && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..";
}

/** Node's own. The file that was looked at is the one that is read, whatever is put in its place meanwhile. */
export const NODE_FILES: FilePorts = {
  realPath: (file) => realpathSync(file),
  read: (file, mostBytes) => {
    // A pipe would let whoever opens it wait for ever.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const descriptor = openSync(file, flags);
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return { kind: "no-file" };
      if (stats.size > mostBytes) return { kind: "too-large" };
      const bytes = readUpTo(descriptor, mostBytes + 1);
      if (bytes.length > mostBytes) return { kind: "too-large" };
      return { kind: "text", text: bytes.toString("utf8"), mode: stats.mode };
    } finally {
      closeSync(descriptor);
    }
  },
};

const CHUNK = 64 * 1024;

/** A file may grow while it is read. */
function readUpTo(descriptor: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  let length = 0;
  while (length < most) {
    const chunk = Buffer.alloc(CHUNK);
    const read = readSync(descriptor, chunk, 0, CHUNK, null);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    length += read;
  }
  return Buffer.concat(chunks);
}

import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { Pace } from "./pace.ts";
import type { Hits, SearchWindow } from "./search/window.ts";

/** A name as the file system has it: as bytes where it is no text. */
export type FilePath = string | Buffer;

/** Bytes that can be read from anywhere. */
export interface ByteSource {
  readonly size: number;
  /** Reads as much as fits, and says how much that was: nothing at the end. */
  readonly read: (into: Buffer, position: number) => number;
}

// Neither of the last two is there on Windows, where neither is needed.
const { O_RDONLY } = constants;
const O_NOFOLLOW = (constants.O_NOFOLLOW as number | undefined) ?? 0;
const O_NONBLOCK = (constants.O_NONBLOCK as number | undefined) ?? 0;

/** Nothing waits for a pipe, and no link is followed. */
export const FILE_FLAGS = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;

/** What is done with a file while it is open. */
export async function withFile<Result>(
  path: FilePath,
  use: (file: number) => Promise<Result>,
): Promise<Result> {
  const file = openSync(path, FILE_FLAGS);
  try {
    return await use(file);
  } finally {
    closeSync(file);
  }
}

export function sourceOf(file: number): ByteSource {
  return {
    size: fstatSync(file).size,
    read: (into, position) => readSync(file, into, 0, into.length, position),
  };
}

export function sourceOfBytes(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: (into, position) => bytes.copy(into, 0, Math.min(position, bytes.length)),
  };
}

export interface FileScan {
  readonly hits: Hits;
  readonly bytes: number;
  /** How the file begins. */
  readonly head: Buffer;
}

/** Enough to tell an archive. */
const HEAD_LENGTH = 512;

/** Looks through a file from beginning to end. */
export async function scanFile(file: number, window: SearchWindow, pace: Pace): Promise<FileScan> {
  window.begin();
  const first = window.free();
  let read = readSync(file, first, 0, first.length, 0);
  const head = Buffer.from(first.subarray(0, Math.min(read, HEAD_LENGTH)));
  let bytes = read;
  let isWhole = read < first.length;
  window.advance(read);
  while (!isWhole) {
    if (pace.isDue()) await pace.rest();
    const free = window.free();
    read = readSync(file, free, 0, free.length, bytes);
    isWhole = read === 0;
    bytes += read;
    window.advance(read);
  }
  return { hits: window.end(), bytes, head };
}

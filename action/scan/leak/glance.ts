import type fs from "node:fs";
import type { ByteSearch } from "./search/byte-search.ts";

/** What of Node's file system a glance needs. */
type GlanceFiles = Pick<typeof fs, "openSync" | "readSync" | "closeSync">;

export interface GlanceOptions {
  readonly files: GlanceFiles;
  readonly flags: number;
  readonly search: ByteSearch["search"];
  readonly buffer: Uint8Array;
}

/**
 * Says how many bytes a file has if it is worth no second look, and otherwise -1: it holds something, is large, may be
 * or end as an archive, or cannot be read.
 *
 * Other threads get the text of this function, so it may use nothing from outside of it.
 */
export function createGlance({
  files,
  flags,
  search,
  buffer,
}: GlanceOptions): (path: string) => number {
  // zstd, xz, 7z, RAR, bzip2, programs of Windows and of Unix, and `ve` as in a pointer of Git LFS.
  const marks = new Set([0x28b5, 0xfd37, 0x377a, 0x5261, 0x425a, 0x4d5a, 0x7f45, 0x2321, 0x7665]);
  let found = 0;
  /** As gzip and zip begin, and where a tar says so; then by two bytes what else is told by its beginning. */
  const mayBeMore = (length: number): boolean => {
    const first = buffer[0];
    if (first === 0x1f || first === 0x50 || buffer[257] === 0x75) return true;
    const start = ((first ?? 0) << 8) | (buffer[1] ?? 0);
    return marks.has(start) || (buffer[length - 22] === 0x50 && buffer[length - 21] === 0x4b);
  };
  const onFound = (): void => {
    found += 1;
  };
  return (path) => {
    let length: number;
    try {
      const file = files.openSync(path, flags);
      try {
        length = files.readSync(file, buffer, 0, buffer.length, 0);
      } finally {
        files.closeSync(file);
      }
    } catch {
      // Whoever looks again says what is the matter.
      return -1;
    }
    if (length === buffer.length || (length > 0 && mayBeMore(length))) return -1;
    const before = found;
    search(buffer, length, onFound);
    return found > before ? -1 : length;
  };
}

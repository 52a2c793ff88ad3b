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
 * an archive, or cannot be read.
 *
 * Other threads get the text of this function, so it may use nothing from outside of it.
 */
export function createGlance({
  files,
  flags,
  search,
  buffer,
}: GlanceOptions): (path: string) => number {
  let found = 0;
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
    // As gzip and zip begin, and where a tar says so.
    const mayBeArchive = buffer[0] === 0x1f || buffer[0] === 0x50 || buffer[257] === 0x75;
    if (length === buffer.length || (length > 0 && mayBeArchive)) return -1;
    const before = found;
    search(buffer, length, onFound);
    return found > before ? -1 : length;
  };
}

/** An archive that asks for more than any honest one. */
export class ArchiveLimit extends Error {
  override readonly name = "ArchiveLimit";
}

/** An archive, or a part of one, that cannot be unpacked. */
export class ArchiveDamage extends Error {
  override readonly name = "ArchiveDamage";
}

export const ARCHIVE_LIMITS = {
  depth: 3,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 200,
  entries: 10_000,
  /** A zip inside of another archive is read from its end, so all of it has to be in memory. */
  nestedZipBytes: 32 * 1024 * 1024,
} as const;

/** Below this, nobody is harmed by whatever ratio: a file of spaces is no bomb. */
const HARMLESS_BYTES = 10 * 1024 * 1024;

/** What one archive, with all that is inside of it, may still ask for. */
export interface Budget {
  readonly unpack: (bytes: number) => void;
  readonly enter: () => void;
  readonly checkRatio: (packed: number, unpacked: number) => void;
}

export function createBudget(): Budget {
  let unpacked = 0;
  let entries = 0;
  return {
    unpack: (bytes) => {
      unpacked += bytes;
      if (unpacked > ARCHIVE_LIMITS.unpackedBytes) {
        throw new ArchiveLimit("it unpacks to more than 200 MB");
      }
    },
    enter: () => {
      entries += 1;
      if (entries > ARCHIVE_LIMITS.entries)
        throw new ArchiveLimit("it has more than 10,000 entries");
    },
    checkRatio: (packed, bytes) => {
      if (bytes > HARMLESS_BYTES && bytes > packed * ARCHIVE_LIMITS.ratio) {
        throw new ArchiveLimit("it unpacks to more than 200 times its size");
      }
    },
  };
}

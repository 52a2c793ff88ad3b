export type ArchiveKind = "gzip" | "zip" | "tar" | "zstd";

/** What holds something that is not looked through. Completes "1 …" and "2 …s". */
export type UnopenedKind =
  "xz archive" | "bzip2 archive" | "7-Zip archive" | "RAR archive" | "Git LFS pointer";

const TAR_MAGIC_AT = 257;
const TAR_BEGINS = 0x75;
/** Most contents are told by their first byte, and there are many of them. */
const ARCHIVES_BEGIN = new Set([0x1f, 0x50, 0x28]);

/** What an archive is by its first 512 bytes; its name may say anything. */
export function archiveKindOf(head: Buffer): ArchiveKind | undefined {
  if (!ARCHIVES_BEGIN.has(head[0] ?? 0) && head[TAR_MAGIC_AT] !== TAR_BEGINS) return undefined;
  // Deflate is the one method there is, and the upper flags are never set.
  if (startsWith(head, [0x1f, 0x8b, 0x08]) && ((head[3] ?? 0xff) & 0xe0) === 0) return "gzip";
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return "zip";
  if (startsWith(head, [0x28, 0xb5, 0x2f, 0xfd])) return "zstd";
  const isTar = head.toString("latin1", TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === "ustar";
  return isTar ? "tar" : undefined;
}

/** A program that unpacks itself begins as a program, and a zip may be at its end. */
export function mayEndAsZip(head: Buffer): boolean {
  return PROGRAMS_BEGIN.has(head[0] ?? 0) && PROGRAMS.some((mark) => startsWith(head, mark));
}

export const PROGRAMS: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0x23, 0x21],
];
const PROGRAMS_BEGIN = new Set(PROGRAMS.map(([first]) => first));

/** By the first bytes as well. */
export function unopenedKindOf(head: Buffer): UnopenedKind | undefined {
  if (!UNOPENED_BEGIN.has(head[0] ?? 0)) return undefined;
  return UNOPENED.find(({ mark }) => startsWith(head, mark))?.kind;
}

export const UNOPENED: readonly {
  readonly kind: UnopenedKind;
  readonly mark: readonly number[];
}[] = [
  { kind: "xz archive", mark: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { kind: "7-Zip archive", mark: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "RAR archive", mark: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  // From the first digit on it is how large a block is, and the digits of pi with which each block begins.
  ...Array.from("123456789", (digit) => ({
    kind: "bzip2 archive" as const,
    mark: [...Buffer.from(`BZh${digit}`), 0x31, 0x41, 0x59, 0x26, 0x53, 0x59],
  })),
  {
    kind: "Git LFS pointer",
    mark: [...Buffer.from("version https://git-lfs.github.com/spec/")],
  },
];

const UNOPENED_BEGIN = new Set(UNOPENED.map(({ mark }) => mark[0]));

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

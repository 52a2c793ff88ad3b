export type ArchiveKind = "gzip" | "zip" | "tar";

const TAR_MAGIC_AT = 257;

/** What an archive is by its first 512 bytes; its name may say anything. */
export function archiveKindOf(head: Buffer): ArchiveKind | undefined {
  // Deflate is the one method there is, and the upper flags are never set.
  if (startsWith(head, [0x1f, 0x8b, 0x08]) && ((head[3] ?? 0xff) & 0xe0) === 0) return "gzip";
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return "zip";
  const isTar = head.toString("latin1", TAR_MAGIC_AT, TAR_MAGIC_AT + 5) === "ustar";
  return isTar ? "tar" : undefined;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

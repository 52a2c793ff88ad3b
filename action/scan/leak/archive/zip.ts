import type { ByteSource } from "../read-file.ts";
import { ArchiveDamage } from "./budget.ts";

export interface ZipEntry {
  readonly name: string;
  readonly form: "stored" | "deflate" | "encrypted" | "unknown";
  readonly packedSize: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_LOCATOR_LENGTH = 20;
const WIDE_END = 0x06064b50;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Stands where a number is too large and is told elsewhere. */
const WIDE = 0xffffffff;

/** Is a zip at the end of something else, as where an archive unpacks itself? */
export function endsAsZip(source: ByteSource): boolean {
  try {
    const { start, size } = findDirectory(source);
    return size > 0 && isEntryAt(source, start);
  } catch (error) {
    if (!(error instanceof ArchiveDamage)) throw error;
    return false;
  }
}

/** What the directory at the end of a zip lists, one after the other. */
export function* listZip(source: ByteSource): Generator<ZipEntry> {
  const { start, size, shift } = findDirectory(source);
  for (let at = start; at < start + size;) {
    const fixed = readAt(source, at, ENTRY_LENGTH);
    if (fixed.readUInt32LE(0) !== ENTRY) throw new ArchiveDamage("it is damaged");
    const nameLength = fixed.readUInt16LE(28);
    const extraLength = fixed.readUInt16LE(30);
    const rest = readAt(source, at + ENTRY_LENGTH, nameLength + extraLength);
    const name = rest.subarray(0, nameLength).toString();
    const place = placeOf(fixed, rest.subarray(nameLength));
    // What is called a folder may hold something all the same.
    if (!name.endsWith("/") || place.packedSize > 0) {
      yield { name, form: formOf(fixed), ...place, headerAt: place.headerAt + shift };
    }
    at += ENTRY_LENGTH + nameLength + extraLength + fixed.readUInt16LE(32);
  }
}

/** Where the packed content of an entry begins. */
export function contentStart(source: ByteSource, { headerAt }: ZipEntry): number {
  const local = readAt(source, headerAt, LOCAL_LENGTH);
  if (local.readUInt32LE(0) !== LOCAL) throw new ArchiveDamage("it is damaged");
  return headerAt + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
}

function formOf(entry: Buffer): ZipEntry["form"] {
  if ((entry.readUInt16LE(8) & 1) !== 0) return "encrypted";
  const method = entry.readUInt16LE(10);
  if (method === 0) return "stored";
  return method === 8 ? "deflate" : "unknown";
}

function placeOf(entry: Buffer, extra: Buffer): { packedSize: number; headerAt: number } {
  const unpacked = entry.readUInt32LE(24);
  const packed = entry.readUInt32LE(20);
  const header = entry.readUInt32LE(42);
  // Only those numbers are told there that have no room in the entry, in this order.
  const wide = wideNumbers(extra);
  if (unpacked === WIDE) wide.next();
  const take = (value: number): number => {
    if (value !== WIDE) return value;
    const next = wide.next();
    if (next.done === true) throw new ArchiveDamage("it is damaged");
    return next.value;
  };
  return { packedSize: take(packed), headerAt: take(header) };
}

const WIDE_FIELD = 1;

function* wideNumbers(extra: Buffer): Generator<number, undefined> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== WIDE_FIELD) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    for (let number = at + 4; number + 8 <= end; number += 8) {
      yield Number(extra.readBigUInt64LE(number));
    }
    return undefined;
  }
  return undefined;
}

interface Directory {
  readonly start: number;
  readonly size: number;
  /** How far everything is from where the zip says, because something was put before it. */
  readonly shift: number;
}

function findDirectory(source: ByteSource): Directory {
  const tailStart = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT);
  const tail = readAt(source, tailStart, source.size - tailStart);
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END) continue;
    const size = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (size !== WIDE && start !== WIDE) {
      const shift = isEntryAt(source, start) ? 0 : Math.max(0, tailStart + at - size - start);
      return checked(source, { start: start + shift, size, shift });
    }
    return checked(source, findWideDirectory(source, tailStart + at - WIDE_LOCATOR_LENGTH));
  }
  throw new ArchiveDamage("it is cut off");
}

function isEntryAt(source: ByteSource, at: number): boolean {
  return at + 4 <= source.size && readAt(source, at, 4).readUInt32LE(0) === ENTRY;
}

function findWideDirectory(source: ByteSource, locatorAt: number): Directory {
  const locator = readAt(source, locatorAt, WIDE_LOCATOR_LENGTH);
  if (locator.readUInt32LE(0) !== WIDE_LOCATOR) throw new ArchiveDamage("it is damaged");
  const end = readAt(source, Number(locator.readBigUInt64LE(8)), 56);
  if (end.readUInt32LE(0) !== WIDE_END) throw new ArchiveDamage("it is damaged");
  const [size, start] = [end.readBigUInt64LE(40), end.readBigUInt64LE(48)];
  return { size: Number(size), start: Number(start), shift: 0 };
}

function checked(source: ByteSource, directory: Directory): Directory {
  if (directory.start + directory.size > source.size) throw new ArchiveDamage("it is damaged");
  return directory;
}

function readAt(source: ByteSource, position: number, length: number): Buffer {
  if (position < 0 || length < 0 || position + length > source.size) {
    throw new ArchiveDamage("it is damaged");
  }
  const bytes = Buffer.alloc(length);
  if (source.read(bytes, position) < length) throw new ArchiveDamage("it is cut off");
  return bytes;
}

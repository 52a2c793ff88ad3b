import { ArchiveDamage } from "./budget.ts";
import type { Sink } from "./sink.ts";

const BLOCK = 512;
/** Names are not longer than this; what claims to be is no name. */
const LONGEST_NAME = 64 * 1024;

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

/** What becomes of the bytes of the entry at hand. */
interface Current {
  readonly sink: Sink | undefined;
  left: number;
  padding: number;
  /** The bytes themselves, where they say something about the entry after this one. */
  readonly about: { readonly type: string; readonly parts: Buffer[] } | undefined;
}

/** Takes a tar archive apart, in the form of POSIX and in GNU's. */
export function untarInto(open: (name: string) => Sink): Sink {
  let block: Buffer = Buffer.alloc(0);
  let current: Current | undefined;
  let longName: string | undefined;

  const begin = (bytes: Buffer): void => {
    if (bytes.every((byte) => byte === 0)) return;
    const header = readHeader(bytes);
    const isFile = "0\0" + "7";
    const isAbout = header.type === "L" || header.type === "x";
    if (isAbout && header.size > LONGEST_NAME) throw new ArchiveDamage("it is damaged");
    current = {
      sink: isFile.includes(header.type) ? open(longName ?? header.name) : undefined,
      left: header.size,
      padding: (BLOCK - (header.size % BLOCK)) % BLOCK,
      about: isAbout ? { type: header.type, parts: [] } : undefined,
    };
    if (!isAbout) longName = undefined;
  };

  const finish = async ({ sink, about }: Current): Promise<void> => {
    if (about !== undefined) longName = nameIn(Buffer.concat(about.parts), about.type) ?? longName;
    await sink?.end();
    current = undefined;
  };

  const takeContent = async (entry: Current, bytes: Buffer): Promise<number> => {
    const count = Math.min(entry.left, bytes.length);
    const piece = bytes.subarray(0, count);
    entry.left -= count;
    entry.about?.parts.push(Buffer.from(piece));
    if (count > 0) await entry.sink?.write(piece);
    if (entry.left > 0) return count;
    const skipped = Math.min(entry.padding, bytes.length - count);
    entry.padding -= skipped;
    if (entry.padding === 0) await finish(entry);
    return count + skipped;
  };

  return {
    write: async (bytes) => {
      for (let at = 0; at < bytes.length;) {
        if (current !== undefined) {
          at += await takeContent(current, bytes.subarray(at));
          continue;
        }
        const part = bytes.subarray(at, at + BLOCK - block.length);
        at += part.length;
        block = Buffer.concat([block, part]);
        if (block.length < BLOCK) continue;
        begin(block);
        block = Buffer.alloc(0);
        const entry = current as Current | undefined;
        if (entry?.left === 0 && entry.padding === 0) await finish(entry);
      }
    },
    end: async () => {
      if (current !== undefined) {
        await current.sink?.end();
        throw new ArchiveDamage("it is cut off");
      }
      if (block.length > 0) throw new ArchiveDamage("it is cut off");
    },
  };
}

function readHeader(block: Buffer): Header {
  const sum = readNumber(block, 148, 8);
  let seen = 0;
  for (let index = 0; index < BLOCK; index++) {
    // The sum is that of a header with spaces in its place.
    seen += index >= 148 && index < 156 ? 0x20 : (block[index] ?? 0);
  }
  if (sum !== seen) throw new ArchiveDamage("it is damaged");
  const size = readNumber(block, 124, 12);
  if (!Number.isSafeInteger(size) || size < 0) throw new ArchiveDamage("it is damaged");
  const prefix = block.toString("latin1", 257, 263) === "ustar\0" ? readText(block, 345, 155) : "";
  const name = readText(block, 0, 100);
  return {
    name: prefix === "" ? name : `${prefix}/${name}`,
    size,
    type: block.toString("latin1", 156, 157),
  };
}

function readText(block: Buffer, start: number, length: number): string {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString();
}

/** In octal digits, or, where those do not suffice, as bytes after one that is marked. */
function readNumber(block: Buffer, start: number, length: number): number {
  const field = block.subarray(start, start + length);
  if (((field[0] ?? 0) & 0x80) === 0) {
    return Number.parseInt(readText(block, start, length).trim() || "0", 8);
  }
  return field.subarray(1).reduce((value, byte) => value * 256 + byte, 0);
}

function nameIn(bytes: Buffer, type: string): string | undefined {
  if (type === "L") return readText(bytes, 0, bytes.length);
  // Lines of `<length> path=<name>`.
  return /(?:^|\n)\d+ path=([^\n]*)\n/.exec(bytes.toString())?.[1];
}

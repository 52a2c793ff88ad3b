import { crc32, deflateRawSync } from "node:zlib";

export interface ArchivedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A tar as GNU and POSIX write it, with a long name in POSIX's way where need be. */
export function tarOf(files: readonly ArchivedFile[]): Buffer {
  const blocks = files.flatMap(({ name, content }) => {
    const isLong = Buffer.byteLength(name) > 100;
    const record = isLong ? paxRecord("path", name) : Buffer.alloc(0);
    return [
      ...(isLong ? [header("pax", record.length, "x"), padded(record)] : []),
      header(isLong ? name.slice(0, 100) : name, content.length, "0"),
      padded(content),
    ];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function paxRecord(field: string, value: string): Buffer {
  const rest = ` ${field}=${value}\n`;
  const length = Buffer.byteLength(rest);
  const digits = String(length + String(length).length).length;
  return Buffer.from(`${String(length + digits)}${rest}`);
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

function header(name: string, size: number, type: string): Buffer {
  const block = Buffer.alloc(512);
  block.write(name, 0, 100);
  block.write("0000644\0", 100);
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  block.write("        ", 148);
  block.write(type, 156);
  block.write("ustar\x0000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return block;
}

export interface ZipOptions {
  readonly method?: "stored" | "deflate" | 12;
  readonly isEncrypted?: boolean;
}

export function zipOf(files: readonly ArchivedFile[], options: ZipOptions = {}): Buffer {
  const { method = "deflate", isEncrypted = false } = options;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = method === "deflate" ? deflateRawSync(content) : content;
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(method === "deflate" ? 8 : method === "stored" ? 0 : method, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, nameBytes, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const entry = [Buffer.from("PK\x01\x02\x14\x00"), common, rest, nameBytes];
    directory.push(Buffer.concat(entry));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length & 0xffff, 8);
  end.writeUInt16LE(files.length & 0xffff, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

/** How the lines of a content end, if it has any. */
export type TextKind = "bytes" | "utf-16le" | "utf-16be" | "binary";

/** As far as git looks to tell a text from a binary file. */
const LOOKED_AT = 8000;

export function textKindOf(bytes: Buffer, length: number): TextKind {
  const head = bytes.subarray(0, Math.min(length, LOOKED_AT));
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (!head.includes(0)) return "bytes";
  const nuls = [0, 0];
  for (let index = 0; index < head.length; index++) {
    if (head[index] === 0) nuls[index & 1] = (nuls[index & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = nuls;
  const many = head.length / 4;
  if (even === 0 && odd > many) return "utf-16le";
  return odd === 0 && even > many ? "utf-16be" : "binary";
}

const LINE_FEED = 0x0a;

/** How many lines end between two places, both even in UTF-16. */
export function countLineEnds(bytes: Buffer, kind: TextKind, { from, to }: Stretch): number {
  switch (kind) {
    case "binary":
      return 0;
    case "bytes":
      return countBytes(bytes, from, to);
    case "utf-16le":
      return countWide(bytes, { from, to, high: 1 });
    case "utf-16be":
      return countWide(bytes, { from, to, high: 0 });
  }
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function countBytes(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (bytes[index] === LINE_FEED) count += 1;
  return count;
}

function countWide(bytes: Buffer, { from, to, high }: Stretch & { high: 0 | 1 }): number {
  let count = 0;
  for (let index = from; index + 1 < to; index += 2) {
    if (bytes[index + high] === 0 && bytes[index + 1 - high] === LINE_FEED) count += 1;
  }
  return count;
}

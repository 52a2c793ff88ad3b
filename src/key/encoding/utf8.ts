const REPLACEMENT = 0xfffd;

/** The bytes of a text in UTF-8. Half of a surrogate pair becomes U+FFFD, as every platform encoder has it. */
export function utf8Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? REPLACEMENT;
    bytes.push(...bytesOfPoint(point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point));
  }
  return bytes;
}

function bytesOfPoint(point: number): readonly number[] {
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), continuation(point)];
  if (point < 0x10000) return [0xe0 | (point >> 12), continuation(point >> 6), continuation(point)];
  return [
    0xf0 | (point >> 18),
    continuation(point >> 12),
    continuation(point >> 6),
    continuation(point),
  ];
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

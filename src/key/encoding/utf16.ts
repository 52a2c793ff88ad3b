/** The bytes of a text in little-endian UTF-16, which is what PowerShell's base64 is made of. */
export function utf16Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

/** The bytes of a text in little-endian UTF-16, which is what PowerShell's base64 is made of. */
export function utf16Bytes(text: string): readonly number[] {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes.push(unit & 0xff, unit >> 8);
  }
  return bytes;
}

/** Those bytes in either order, each as the character U+0000 to U+00FF that a reader of bytes shows. */
export function utf16Texts(text: string): readonly string[] {
  const bytes = utf16Bytes(text);
  const swapped = bytes.map((_, index) => bytes[index ^ 1] ?? 0);
  return [bytes, swapped].map((ordered) =>
    ordered.map((byte) => String.fromCharCode(byte)).join(""),
  );
}

const PERCENT = 0x25;

/** The character that begins at `index`, `%XX` counting as the one character it stands for. */
export function characterAt(text: string, index: number): { code: number; end: number } {
  const code = text.charCodeAt(index);
  if (code !== PERCENT) return { code, end: index + 1 };
  const high = hexDigit(text, index + 1);
  const low = hexDigit(text, index + 2);
  return high < 0 || low < 0 ? { code, end: index + 1 } : { code: high * 16 + low, end: index + 3 };
}

function hexDigit(text: string, index: number): number {
  const digit = Number.parseInt(text.charAt(index), 16);
  return Number.isNaN(digit) ? -1 : digit;
}

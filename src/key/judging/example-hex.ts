/** Ways to fill in digits that nobody would call random. */
const COUNTING = ["0123456789abcdef", "1234567890abcdef", "0123456789"];
const LONGEST_UNIT = 8;

/**
 * Is this hex text made up by a person: one character throughout, a short piece again and again, or counting
 * up or down? Meant for sixteen characters and more; of that length one random text in four thousand million
 * looks so.
 */
export function isExampleHex(hex: string): boolean {
  return repeatsShortUnit(hex) || counts(hex) || counts(Array.from(hex).reverse().join(""));
}

function repeatsShortUnit(hex: string): boolean {
  for (let unit = 1; unit <= LONGEST_UNIT && unit * 2 <= hex.length; unit++) {
    if (hex.slice(unit) === hex.slice(0, -unit)) return true;
  }
  return false;
}

function counts(hex: string): boolean {
  return COUNTING.some((cycle) =>
    cycle.repeat(2 + Math.ceil(hex.length / cycle.length)).includes(hex),
  );
}

/** Is the body of this key-shaped text made up? The tail is too short to judge. */
export function isExampleKey(keyShaped: string): boolean {
  return isExampleHex(keyShaped.split("_")[1] ?? "");
}

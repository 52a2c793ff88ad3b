/** Ways to fill in digits that nobody would call random. */
const COUNTING = ["0123456789abcdef", "1234567890abcdef", "0123456789"];
const LONGEST_UNIT = 8;
/** Random hex of sixteen characters has no fewer than three different ones. */
const FEW_CHARACTERS = 2;

/**
 * Is this hex text made up by a person: one character throughout, a short piece again and again, or counting up
 * or down? Meant for sixteen characters and more; of that length one random text in four thousand million
 * looks so.
 */
export function isExampleHex(hex: string): boolean {
  return (
    repeatsUnit(hex, LONGEST_UNIT) || counts(hex) || counts(Array.from(hex).reverse().join(""))
  );
}

function repeatsUnit(hex: string, longest: number): boolean {
  for (let unit = 1; unit <= longest && unit * 2 <= hex.length; unit++) {
    if (hex.slice(unit) === hex.slice(0, -unit)) return true;
  }
  return false;
}

function hasFewCharacters(hex: string): boolean {
  return new Set(hex).size <= FEW_CHARACTERS;
}

function counts(hex: string): boolean {
  return COUNTING.some((cycle) =>
    cycle.repeat(2 + Math.ceil(hex.length / cycle.length)).includes(hex),
  );
}

/** Is the body of this key-shaped text made up? The tail is too short to judge. */
export function isExampleKey(keyShaped: string): boolean {
  const body = keyShaped.split("_")[1] ?? "";
  return isExampleHex(body) || repeatsUnit(body, body.length / 2) || hasFewCharacters(body);
}

/** Two lower-case digits for every byte, with a mark before each where one is given (`%` for URLs). */
export function hexOf(bytes: readonly number[], mark = ""): string {
  return bytes.map((byte) => mark + byte.toString(16).padStart(2, "0")).join("");
}

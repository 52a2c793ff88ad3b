const WORD_CHARACTER = /[A-Za-z0-9_]/;

/** Longer than any escape below, a colour with several parameters included. */
const LOOK_BEHIND = 40;
const ESCAPE_CHARACTER = "(?:\\x1b|\\\\(?:x1[bB]|u001[bB]|033|e))";
const ENDS_ESCAPE = new RegExp(
  [
    "\\\\[ntrfvb0]",
    "\\\\x[0-9a-fA-F]{2}",
    "\\\\u[0-9a-fA-F]{4}",
    "%[0-9a-fA-F]{2}",
    `${ESCAPE_CHARACTER}\\[[0-9;]{0,24}m`,
  ]
    .map((escape) => `${escape}$`)
    .join("|"),
);

/**
 * May a key begin here? Not inside a word. But the `n` of a written `\n`, the `D` of `%3D` and the `m` of a
 * colour sequence are not part of a word, they end an escape. In wide text the NULs between the characters
 * are passed over; elsewhere a NUL ends a word.
 */
export function isWordStart(
  text: string,
  index: number,
  { wide = false }: { wide?: boolean } = {},
): boolean {
  const near = text.slice(Math.max(0, index - LOOK_BEHIND), index);
  const before = wide ? near.replaceAll("\0", "") : near;
  return !WORD_CHARACTER.test(before.slice(-1)) || ENDS_ESCAPE.test(before);
}

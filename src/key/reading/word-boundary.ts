const WORD_CHARACTER = /[A-Za-z0-9_]/;

/** Longer than any escape below, a colour with several parameters included. */
const LOOK_BEHIND = 90;
/** As it is or as it is written; the second form of a sequence has one character for the first two. */
const ESCAPE_CHARACTER = "(?:\\x1b|\\\\(?:x1[bB]|[uU](?:0000)?001[bB]|033|e))";
const SEQUENCE_START = `(?:${ESCAPE_CHARACTER}\\[|\\x9b|\\\\(?:x9[bB]|u009[bB]|233))`;
const ENDS_ESCAPE = new RegExp(
  [
    "\\\\[antrfvb]",
    "\\\\[0-3]?[0-7]{1,2}",
    "\\\\x[0-9a-fA-F]{2}",
    "\\\\u[0-9a-fA-F]{4}",
    "\\\\U[0-9a-fA-F]{8}",
    "%(?:25){0,4}[0-9a-fA-F]{2}",
    // Quoted-printable, of which only what may stand before a key.
    "=(?:3[dD]|2[0-9a-fA-F]|0[9aAdD])",
    `${SEQUENCE_START}[0-?]{0,60}[ -/]{0,4}[@-~]`,
    `${ESCAPE_CHARACTER}[(][0-9AB]`,
    // A colour of which the first character was lost on its way through a log.
    "\\[[0-9;]{1,60}m",
    // A flag with its value glued to it, as `curl` allows.
    "(?:^|[\\s\"'])-u",
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

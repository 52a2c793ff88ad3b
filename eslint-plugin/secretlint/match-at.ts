/** A stretch of a text that an expression matches. */
interface Match {
  readonly text: string;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/** What a sticky expression matches at a place. */
export function matchAt(pattern: RegExp, text: string, index: number): Match | undefined {
  pattern.lastIndex = index;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  return { text: match[0], end: index + match[0].length, groups: match.groups ?? {} };
}

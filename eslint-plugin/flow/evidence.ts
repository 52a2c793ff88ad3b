/** The word, which most files that have to do with Pleo have, and the prefixes of keys, plain and in base64. */
const TRACE_OF_PLEO =
  /pleo|pl[a-z]_[0-9a-f]|cGx[h-z0-6]X|Bs[YZa-e][FVl1][89]|wb[GH][BFJNRVZdhlptx159]f/i;

interface Named {
  readonly keyNames: readonly string[];
}

/** Does this text show anything of Pleo? If it does not, there is nothing to look for. */
export function showsPleo(text: string, { keyNames }: Named): boolean {
  return TRACE_OF_PLEO.test(text) || keyNames.some((name) => text.includes(name));
}

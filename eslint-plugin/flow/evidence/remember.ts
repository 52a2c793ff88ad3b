/** Enough for the names of any project, and no leak in an editor that runs for weeks. */
const MOST_REMEMBERED = 20_000;

/** What a pure function of a text says, worked out once: programs use few names, and each of them often. */
export function remember<Value>(decide: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Value;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = decide(text);
    known.set(text, value);
    return value;
  };
}

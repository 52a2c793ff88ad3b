/** The secrets, by name, that a value holds. */
export type Carried = ReadonlySet<string>;

export const NOTHING: Carried = new Set();

export function union(parts: readonly Carried[]): Carried {
  const filled = new Set(parts.filter((part) => part.size > 0));
  const [first] = filled;
  if (first === undefined) return NOTHING;
  return filled.size === 1 ? first : new Set([...filled].flatMap((part) => [...part]));
}

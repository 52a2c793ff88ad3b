import type { Body } from "./body.ts";
import type { Decode } from "./schemas.ts";

/** A body that was judged: its value, or why it proves nothing. */
type Judged<T> = { readonly kind: "ok"; readonly value: T } | Extract<Body, { kind: "unreadable" }>;

export type Judge<T> = (body: unknown) => Judged<T>;

/**
 * Refuses an answer that repeats the key: no field of Pleo's holds one, and what is returned from here ends
 * up in messages and reports. Of a good answer only what is kept is looked at, since the rest is dropped anyway.
 */
export function judgeWithoutSecrets<T>(
  decode: Decode<T>,
  holdsSecret: (text: string) => boolean,
): Judge<T> {
  return (body) => {
    const value = decode(body);
    if (textsIn(value ?? body).some(holdsSecret)) {
      return { kind: "unreadable", problem: "repeats-key" };
    }
    return value === undefined
      ? { kind: "unreadable", problem: "wrong-shape" }
      : { kind: "ok", value };
  };
}

/** Without recursion: a body may be nested more deeply than calls can be. */
function textsIn(root: unknown): readonly string[] {
  const texts: string[] = [];
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") texts.push(value);
    else if (typeof value === "object" && value !== null) {
      for (const inner of Object.values(value)) open.push(inner);
    }
  }
  return texts;
}

import type { Decode } from "./schemas.ts";

/**
 * Refuses an answer that repeats the key: no field of Pleo's holds one, and what is returned from here ends
 * up in messages and reports. Only what is kept is looked at; the rest of the body is dropped anyway.
 */
export function withoutSecrets<T>(
  decode: Decode<T>,
  holdsSecret: (text: string) => boolean,
): Decode<T> {
  return (body) => {
    const value = decode(body);
    return textsIn(value).some(holdsSecret) ? undefined : value;
  };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

import type { Answer } from "../../src/ports.ts";

/** What a status alone says; `undefined` for a 2xx, where the body decides. */
export function answerToStatus(status: number): Exclude<Answer<never>, { kind: "ok" }> | undefined {
  if (status === 401) return { kind: "unauthorized" };
  if (status === 403) return { kind: "forbidden" };
  if (status === 429) return { kind: "unavailable", because: "rate-limited" };
  switch (Math.floor(status / 100)) {
    case 2:
      return undefined;
    case 3:
      return { kind: "unavailable", because: "redirected" };
    case 4:
      return { kind: "refused", status };
    case 5:
      return { kind: "unavailable", because: "server-error" };
    default:
      return { kind: "unavailable", because: "unexpected-status" };
  }
}

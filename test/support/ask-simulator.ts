import type { PleoKey } from "../../src/key/pleo-key.ts";

/** What a plain client sees, without the Action's adapter in between. */
export interface SeenAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface PlainRequest {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
}

export function basic(key: PleoKey): string {
  return `Basic ${Buffer.from(`${key.reveal()}:`).toString("base64")}`;
}

/** Asks a simulator with a key, or with any other `Authorization` header. */
export async function ask(
  origin: string,
  credential: PleoKey | string | undefined,
  { method = "GET", path, body }: PlainRequest,
): Promise<SeenAnswer> {
  const authorization = typeof credential === "object" ? basic(credential) : credential;
  const response = await fetch(origin + path, {
    method,
    redirect: "manual",
    headers: authorization === undefined ? {} : { authorization },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

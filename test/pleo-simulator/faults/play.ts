import type { ServerResponse } from "node:http";
import type { Json, Reply } from "../reply.ts";

/** What a fault has to work with. */
export interface FaultContext {
  readonly response: ServerResponse;
  /** What would have been answered. */
  readonly reply: Reply;
  /** The credential as it was sent: the key, and the text of the Basic header. */
  readonly credential: { readonly key: string; readonly encoded: string };
  /** Where a redirect leads. */
  readonly target: string;
}

/** Answers a request in one particular wrong way. */
export type Play = (context: FaultContext) => void;

const JSON_TYPE = "application/json;charset=UTF-8";

export function jsonHeaders(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { "content-type": JSON_TYPE, ...more };
}

/** Sends these exact bytes as the body of a JSON answer. */
export function sendRaw(
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = jsonHeaders(),
): void {
  response.writeHead(200, headers).end(body);
}

/** Sends what would have been answered, its body replaced by another. */
export function sendJson({ response, reply }: FaultContext, body: Json): void {
  response.writeHead(reply.status, jsonHeaders()).end(JSON.stringify(body));
}

/** Applies a change to every text inside a body, where and how deep it may be. */
export function mapTexts(body: Json, change: (text: string, name: string) => Json): Json {
  const visit = (value: Json, name: string): Json => {
    if (typeof value === "string") return change(value, name);
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map((entry: Json) => visit(entry, name));
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, visit(entry, key)]),
    );
  };
  return visit(body, "");
}

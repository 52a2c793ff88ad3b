import type { UnreadableBody } from "../../src/ports.ts";

/** Far above any answer to the questions asked here, which all want one or two records. */
export const MAX_BODY_BYTES = 1024 * 1024;

export type Body =
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "unreadable"; readonly problem: UnreadableBody };

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json[ \t]*(?:;|$)/i;

/** Reads a successful answer's body as JSON, as far as the cap. Never throws. */
export async function readJson(response: Response): Promise<Body> {
  const { headers } = response;
  if (!JSON_TYPE.test(headers.get("content-type") ?? "")) return unreadable("not-json");
  if (Number(headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return unreadable("too-large");
  const bytes = await readBytes(response);
  return typeof bytes === "string" ? unreadable(bytes) : parse(bytes);
}

/** Counts what comes out of the decompression, where a small body may have become a huge one. */
async function readBytes(response: Response): Promise<Buffer | "too-large" | "cut-short"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of streamOf(response)) {
      length += chunk.length;
      // Leaving the loop cancels the stream.
      if (length > MAX_BODY_BYTES) return "too-large";
      chunks.push(chunk);
    }
  } catch {
    return "cut-short";
  }
  return Buffer.concat(chunks);
}

/** A 204 has no body; for Node, what the types leave open is a stream of bytes. */
function streamOf({ body }: Response): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return body ?? [];
}

const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });

function parse(bytes: Buffer): Body {
  try {
    const text = STRICT_UTF8.decode(bytes);
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    // The parser's error quotes the body.
    return unreadable("not-json");
  }
}

function unreadable(problem: UnreadableBody): Body {
  return { kind: "unreadable", problem };
}

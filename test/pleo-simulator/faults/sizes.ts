import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { jsonHeaders, sendRaw, type Play } from "./play.ts";

const MEBIBYTE = 1024 * 1024;
const HUGE = 8 * MEBIBYTE;
const chunk = Buffer.alloc(MEBIBYTE / 4, " ");

const zipped = jsonHeaders({ "content-encoding": "gzip" });
// Made of many small ones, which unpack one after the other: to pack it whole would take long itself.
const bomb = Buffer.concat(Array<Buffer>(64).fill(gzipSync(chunk)));

/** Writes as fast as the other side reads, and stops when it has gone. */
function pour(response: ServerResponse, left: number): void {
  if (left <= 0) {
    response.end();
    return;
  }
  if (response.destroyed) return;
  const more = (): void => {
    pour(response, left - chunk.length);
  };
  if (response.write(chunk)) setImmediate(more);
  else response.once("drain", more);
}

export const SIZE_FAULTS = {
  huge: ({ response }) => {
    response.writeHead(200, jsonHeaders({ "content-length": String(HUGE) }));
    pour(response, HUGE);
  },
  "huge-chunked": ({ response }) => {
    response.writeHead(200, jsonHeaders());
    pour(response, HUGE);
  },
  // Harmless: most servers compress.
  gzip: ({ response, reply }) => {
    sendRaw(response, gzipSync(JSON.stringify(reply.body)), zipped);
  },
  "gzip-bomb": ({ response }) => {
    sendRaw(response, bomb, zipped);
  },
  "gzip-broken": ({ response }) => {
    sendRaw(response, "this was never compressed", zipped);
  },
  "gzip-cut": ({ response, reply }) => {
    const whole = gzipSync(JSON.stringify(reply.body));
    sendRaw(response, whole.subarray(0, whole.length / 2), zipped);
  },
} satisfies Record<string, Play>;

import { mapTexts, sendJson, sendRaw, type Play } from "./play.ts";
import type { Json } from "../reply.ts";

const DEPTH = 100_000;
const INVALID_UTF8 = Buffer.from([0xc3, 0x28, 0xff, 0xfe]);

function raw(body: string | Uint8Array): Play {
  return ({ response }) => {
    sendRaw(response, body);
  };
}

/** The right body under another content type; `undefined` sends none. */
function labelled(contentType: string | undefined): Play {
  return ({ response, reply }) => {
    const headers = contentType === undefined ? {} : { "content-type": contentType };
    response.writeHead(reply.status, headers).end(JSON.stringify(reply.body));
  };
}

function withoutFields(body: Json): Json {
  if (body === null || typeof body !== "object" || Array.isArray(body)) return body;
  return Object.hasOwn(body, "data") ? { data: {} } : {};
}

export const BODY_FAULTS = {
  "html-200": ({ response }) => {
    sendRaw(response, "<!doctype html><title>Sign in</title>", { "content-type": "text/html" });
  },
  "html-called-json": raw("<!doctype html><title>Sign in</title>"),
  "empty-200": raw(""),
  "no-content": ({ response }) => {
    response.writeHead(204).end();
  },
  "null-body": raw("null"),
  "array-body": raw("[1, 2]"),
  "text-body": raw('"fine"'),
  "half-json": ({ response, reply }) => {
    const body = JSON.stringify(reply.body);
    sendRaw(response, body.slice(0, body.length / 2));
  },

  "wrong-types": (context) => {
    sendJson(
      context,
      mapTexts(context.reply.body, () => 12_345),
    );
  },
  "wrong-containers": raw('{"data": "fine"}'),
  "missing-fields": (context) => {
    sendJson(context, withoutFields(context.reply.body));
  },
  "prototype-keys": ({ response, reply }) => {
    const inherited = JSON.stringify(reply.body);
    sendRaw(
      response,
      `{"__proto__": ${inherited}, "constructor": {"prototype": {"polluted": true}}}`,
    );
  },
  "deep-json": raw(`{"data": ${"[".repeat(DEPTH)}${"]".repeat(DEPTH)}}`),
  // Harmless, as the next three are: the last one counts, as everywhere in JSON.
  "duplicated-keys": ({ response, reply }) => {
    const body = JSON.stringify(reply.body);
    sendRaw(response, body.startsWith("{") ? `{"data": null, ${body.slice(1)}` : body);
  },
  "content-type-variant": labelled("Application/Problem+JSON ; Charset=UTF-8"),
  "byte-order-mark": ({ response, reply }) => {
    sendRaw(response, `\uFEFF${JSON.stringify(reply.body)}`);
  },
  "content-type-wrong": labelled("text/plain"),
  "content-type-look-alike": labelled("application/jsonp"),
  "content-type-missing": labelled(undefined),
  "invalid-utf8": ({ response }) => {
    sendRaw(response, Buffer.concat([Buffer.from('{"data": "'), INVALID_UTF8, Buffer.from('"}')]));
  },
} satisfies Record<string, Play>;

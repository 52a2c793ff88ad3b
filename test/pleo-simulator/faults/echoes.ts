import { jsonHeaders, mapTexts, sendJson, type FaultContext, type Play } from "./play.ts";

function everyForm({ credential }: FaultContext): string {
  return `${credential.key} ${credential.encoded}`;
}

/** A server that repeats the credential, as debugging proxies and careless error pages do. */
export const ECHO_FAULTS = {
  "echo-body": (context) => {
    sendJson(context, { echoed: everyForm(context) });
  },
  "echo-error-body": (context) => {
    context.response
      .writeHead(401, jsonHeaders())
      .end(JSON.stringify({ type: "UNAUTHORIZED", message: everyForm(context) }));
  },
  "echo-server-error": (context) => {
    context.response.writeHead(500, { "content-type": "text/plain" }).end(everyForm(context));
  },
  "echo-headers": (context) => {
    const { key, encoded } = context.credential;
    context.response
      .writeHead(400, key, { ...jsonHeaders(), "x-key": key, "www-authenticate": encoded })
      .end("{}");
  },
  // The method stays, so that everything else gets past a schema.
  "echo-fields": (context) => {
    const { key } = context.credential;
    sendJson(
      context,
      mapTexts(context.reply.body, (text, name) => (name === "authMethod" ? text : key)),
    );
  },
  "echo-encoded-fields": (context) => {
    const { encoded } = context.credential;
    sendJson(
      context,
      mapTexts(context.reply.body, (text, name) => (name === "authMethod" ? text : encoded)),
    );
  },
} satisfies Record<string, Play>;

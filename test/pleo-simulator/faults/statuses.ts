import { jsonHeaders, type Play } from "./play.ts";

function json(status: number, headers: Readonly<Record<string, string>> = {}): Play {
  return ({ response }) => {
    const body = JSON.stringify({ type: "SIMULATED", message: "Simulated error." });
    response.writeHead(status, jsonHeaders(headers)).end(body);
  };
}

function html(status: number): Play {
  return ({ response }) => {
    response
      .writeHead(status, { "content-type": "text/html; charset=utf-8" })
      .end("<!doctype html><title>Error</title><h1>Something stands before Pleo</h1>");
  };
}

function later(milliseconds: number): Play {
  return (context) => {
    json(429, { "retry-after": new Date(Date.now() + milliseconds).toUTCString() })(context);
  };
}

export const STATUS_FAULTS = {
  unauthorized: json(401),
  forbidden: json(403),
  "not-found": json(404),
  "bad-request": json(400),
  conflict: json(409),
  "unauthorized-html": html(401),
  "forbidden-html": html(403),
  "not-found-html": html(404),

  "rate-limited": json(429),
  "rate-limited-html": html(429),
  "rate-limited-seconds": json(429, { "retry-after": "1" }),
  "rate-limited-date": later(2_000),
  "rate-limited-past-date": later(-60_000),
  "rate-limited-absurd": json(429, { "retry-after": "9".repeat(30) }),
  "rate-limited-negative": json(429, { "retry-after": "-5" }),
  "rate-limited-garbage": json(429, { "retry-after": "soon" }),

  "server-error": json(500),
  "bad-gateway": html(502),
  "service-unavailable": json(503),
  "service-unavailable-seconds": json(503, { "retry-after": "1" }),
  "gateway-timeout": html(504),
  "unassigned-status": json(799),

  // Harmless: a good client reads past it.
  "early-hints": ({ response, reply }) => {
    response.writeEarlyHints({ link: "</style.css>; rel=preload" });
    response.writeHead(reply.status, jsonHeaders()).end(JSON.stringify(reply.body));
  },
} satisfies Record<string, Play>;

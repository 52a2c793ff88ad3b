import type { FaultContext, Play } from "./play.ts";
import { jsonHeaders } from "./play.ts";

// Long enough for the part before the break to arrive, so that the break is met where it is meant to be.
const BEFORE_THE_BREAK_MS = 200;
const DRIP_EVERY_MS = 10;

function startBody({ response, reply }: FaultContext, framing: "exact" | "too-long"): string {
  const body = JSON.stringify(reply.body);
  const length = body.length + (framing === "exact" ? 0 : 1_000);
  response.writeHead(reply.status, jsonHeaders({ "content-length": String(length) }));
  return body;
}

function dripFor(status: number): Play {
  return ({ response }) => {
    response.writeHead(status, jsonHeaders());
    const timer = setInterval(() => response.write(" "), DRIP_EVERY_MS);
    response.once("close", () => {
      clearInterval(timer);
    });
  };
}

export const CONNECTION_FAULTS = {
  "hang-before-headers": () => {
    // Nothing is ever sent; closing the simulator ends the connection.
  },
  "hang-after-headers": (context) => {
    startBody(context, "exact");
    context.response.flushHeaders();
  },
  drip: dripFor(200),
  // Must not keep anybody waiting: the status has said it all.
  "unauthorized-endless": dripFor(401),

  "reset-before-headers": ({ response }) => {
    response.socket?.resetAndDestroy();
  },
  "reset-in-body": (context) => {
    const { response } = context;
    const body = startBody(context, "exact");
    response.write(body.slice(0, body.length / 2));
    setTimeout(() => response.socket?.resetAndDestroy(), BEFORE_THE_BREAK_MS);
  },
  truncated: (context) => {
    const { response } = context;
    const body = startBody(context, "too-long");
    response.write(body);
    setTimeout(() => response.socket?.end(), BEFORE_THE_BREAK_MS);
  },
} satisfies Record<string, Play>;

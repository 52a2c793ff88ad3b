import type { IncomingMessage, ServerResponse } from "node:http";
import type { Environment } from "../../src/pleo/hosts.ts";
import { answer } from "./answers.ts";
import { readCredential } from "./credential.ts";
import { FAULTS } from "./faults/catalogue.ts";
import { jsonHeaders } from "./faults/play.ts";
import type { FaultSchedule } from "./faults/schedule.ts";
import { recognise, type IssuedKeys } from "./keys.ts";
import { record, type RecordedRequest } from "./recorded-request.ts";
import { METHOD_NOT_ALLOWED, NOT_FOUND, UNAUTHORIZED, type Json, type Reply } from "./reply.ts";
import { findRoute, type Route } from "./routes.ts";

/** All that one simulator knows. Two of them share nothing but, if wished, their keys. */
export interface SimulatorState {
  readonly environment: Environment;
  readonly keys: IssuedKeys;
  readonly faults: FaultSchedule;
  readonly requests: RecordedRequest[];
  readonly isRecording: boolean;
}

const LONGEST_REQUEST = 100_000;

export async function serve(
  state: SimulatorState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://simulator.invalid");
  const body = await readBody(request);
  const route = findRoute(request.method ?? "", url.pathname);
  const refusedWrite = route.kind === "write";
  if (state.isRecording) state.requests.push(record(request, { url, body, refusedWrite }));
  const reply = replyTo(state, { route, url, body, header: request.headers.authorization });
  const credential = credentialOf(request.headers.authorization);
  const fault = refusedWrite ? undefined : state.faults.take(url.pathname, credential.key);
  if (fault === undefined) {
    response.writeHead(reply.status, jsonHeaders()).end(JSON.stringify(reply.body));
    return;
  }
  const target = fault.to ?? url.pathname + url.search;
  FAULTS[fault.name]({ response, reply, credential, target });
}

interface Question {
  readonly route: Route;
  readonly url: URL;
  readonly body: string;
  readonly header: string | undefined;
}

function replyTo(state: SimulatorState, { route, url, body, header }: Question): Reply {
  if (route.kind === "write") return METHOD_NOT_ALLOWED;
  // Before the credential is looked at, as the real one was seen to do.
  if (route.kind === "unknown") return NOT_FOUND;
  const credential = readCredential(header);
  if (credential.kind !== "key") return UNAUTHORIZED;
  const scenario = recognise(credential.value, state.keys, state.environment);
  if (scenario === undefined) return UNAUTHORIZED;
  return answer({ ...route, query: url.searchParams, body: parse(body), scenario });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= LONGEST_REQUEST) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(body: string): Json | undefined {
  try {
    return JSON.parse(body) as Json;
  } catch {
    return undefined;
  }
}

function credentialOf(header: string | undefined): { key: string; encoded: string } {
  const credential = readCredential(header);
  return {
    key: credential.kind === "key" ? credential.value : "",
    encoded: header?.replace(/^\S+\s+/, "") ?? "",
  };
}

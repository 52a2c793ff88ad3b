import type { IncomingMessage, ServerResponse } from "node:http";
import { FAULT_NAMES, isFaultName } from "./faults/catalogue.ts";
import { jsonHeaders } from "./faults/play.ts";
import type { SimulatorState } from "./exchange.ts";
import { badRequest, METHOD_NOT_ALLOWED, NOT_FOUND, ok, type Json, type Reply } from "./reply.ts";

/**
 * For whoever runs the simulator in another process:
 *
 *     PUT    /__simulator/faults/<name>?path=…&times=…&to=…    schedule a fault
 *     GET    /__simulator/faults                               list the names
 *     DELETE /__simulator/faults                               all is well again
 *     GET    /__simulator/requests                             what arrived, without credentials
 */
const CONTROL = "/__simulator/";

export function isControl(request: IncomingMessage): boolean {
  return request.url?.startsWith(CONTROL) ?? false;
}

export function control(
  state: SimulatorState,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? "/", "http://simulator.invalid");
  const { status, body } = obey(state, request.method ?? "", url);
  response.writeHead(status, jsonHeaders()).end(JSON.stringify(body));
}

function obey(state: SimulatorState, method: string, url: URL): Reply {
  const [what, name, ...more] = url.pathname.slice(CONTROL.length).split("/");
  if (more.length > 0) return NOT_FOUND;
  // Serialising drops the function that reveals a credential.
  if (what === "requests" && method === "GET") return ok(asJson(state.requests));
  if (what !== "faults") return NOT_FOUND;
  if (name !== undefined) return method === "PUT" ? schedule(state, name, url) : METHOD_NOT_ALLOWED;
  if (method === "GET") return ok([...FAULT_NAMES]);
  if (method !== "DELETE") return METHOD_NOT_ALLOWED;
  state.faults.clear();
  return ok({});
}

function schedule(state: SimulatorState, name: string, { searchParams }: URL): Reply {
  if (!isFaultName(name)) return NOT_FOUND;
  const times = searchParams.get("times");
  if (times !== null && !/^[1-9]\d{0,5}$/.test(times)) return badRequest("times must be a number.");
  state.faults.add(name, {
    path: searchParams.get("path") ?? undefined,
    times: times === null ? undefined : Number(times),
    to: searchParams.get("to") ?? undefined,
  });
  return ok({});
}

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { PleoKey } from "../../src/key/pleo-key.ts";
import type { Environment } from "../../src/pleo/hosts.ts";
import { control, isControl } from "./control.ts";
import { serve, type SimulatorState } from "./exchange.ts";
import type { FaultName } from "./faults/catalogue.ts";
import { FaultSchedule, type FaultOptions } from "./faults/schedule.ts";
import { issueKeys, type IssuedKeys } from "./keys.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import type { ScenarioName } from "./scenarios.ts";

export interface SimulatorOptions {
  /** Any free one by default. */
  readonly port?: number;
  readonly environment?: Environment;
  /** Keys that another simulator issued, to be the other environment of the same Pleo. */
  readonly issued?: IssuedKeys;
  /** A path before all others, such as `/gateway`, as where several services share one address. */
  readonly prefix?: string;
  /** Off where so many requests come that keeping them would be what is measured. */
  readonly isRecording?: boolean;
}

/** A Pleo on this machine: answers like the real one, for as long as it is not told to misbehave. */
export interface Simulator {
  readonly origin: string;
  readonly keys: Readonly<Record<ScenarioName, PleoKey>>;
  readonly issued: IssuedKeys;
  /** What has arrived so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  fault(name: FaultName, options?: FaultOptions): void;
  clearFaults(): void;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, environment = "production", prefix = "", isRecording = true } = options;
  const { issued = issueKeys(environment) } = options;
  const state: SimulatorState = {
    environment,
    keys: issued,
    faults: new FaultSchedule(),
    requests: [],
    isRecording,
  };
  const server = createSimulatorServer(state, prefix);
  const origin = (await listen(server, port)) + prefix;
  return {
    origin,
    keys: issued.byScenario,
    issued,
    requests: state.requests,
    fault: (name, faultOptions) => {
      state.faults.add(name, faultOptions);
    },
    clearFaults: () => {
      state.faults.clear();
    },
    close: () => close(server),
  };
}

function createSimulatorServer(state: SimulatorState, prefix: string): Server {
  return createServer((request, response) => {
    if (request.url?.startsWith(`${prefix}/`) !== true) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(prefix.length);
    if (isControl(request)) {
      control(state, request, response);
      return;
    }
    // A client that goes away in the middle is the client's right.
    serve(state, request, response).catch(() => response.destroy());
  });
}

async function listen(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once("error", reject);
  // The loopback address alone: nobody else may reach a server that hands out what it was sent.
  server.listen(port, "127.0.0.1", () => {
    resolve(undefined);
  });
  await promise;
  const { port: actual } = server.address() as AddressInfo;
  return `http://127.0.0.1:${actual}`;
}

async function close(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  server.close(() => {
    resolve(undefined);
  });
  server.closeAllConnections();
  await promise;
}

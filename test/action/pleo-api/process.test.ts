import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLoopbackDirect } from "../../../action/pleo-api/loopback-proxy.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";

const SCRIPT = fileURLToPath(new URL("introspect-once.ts", import.meta.url));
const run = promisify(execFile);

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator();
});
afterEach(() => simulator.close());

async function introspectOnce(env: Readonly<Record<string, string>> = {}): Promise<string> {
  const identity = { ORIGIN: simulator.origin, KEY: simulator.keys.healthy.reveal() };
  const { stdout, stderr } = await run(process.execPath, [SCRIPT], {
    env: { ...identity, ...env },
    timeout: 60_000,
  });
  return stdout + stderr;
}

describe("a process that has its answer ends by itself, whatever hangs on the other side", () => {
  test.each<[FaultName | undefined, string]>([
    [undefined, "ok"],
    ["hang-after-headers", "unavailable"],
    ["unauthorized-endless", "unauthorized"],
    ["huge-chunked", "unreadable"],
  ])("%s", async (fault, printed) => {
    if (fault !== undefined) simulator.fault(fault);
    const patience = fault === "hang-after-headers" ? { PATIENCE_MS: "500" } : {};
    expect(await introspectOnce(patience)).toBe(printed);
  });
});

describe("a simulator is asked without a proxy in between", () => {
  async function withProxy(env: Readonly<Record<string, string>>): Promise<[string, number]> {
    let connections = 0;
    const proxy = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const printed = await introspectOnce({ HTTP_PROXY: address, HTTPS_PROXY: address, ...env });
    proxy.close();
    return [printed, connections];
  }

  test("when a proxy is set and nobody honours it", async () => {
    expect(await withProxy({})).toEqual(["ok", 0]);
  });

  test("when the Action honours it", async () => {
    expect(await withProxy({ HONOUR_PROXIES: "1" })).toEqual(["ok", 0]);
    expect(await withProxy({ HONOUR_PROXIES: "1", NODE_USE_ENV_PROXY: "1" })).toEqual(["ok", 0]);
  });

  test("unlike any other host: this proxy would have been used", async () => {
    const [printed, connections] = await withProxy({ NODE_USE_ENV_PROXY: "1" });
    expect(printed).toBe("unavailable");
    expect(connections).toBeGreaterThan(0);
  });
});

describe("exempting a simulator from proxies", () => {
  const loopback = { base: "http://127.0.0.1:8080", isLoopback: true };

  test("keeps what was exempted before", () => {
    expect(withLoopbackDirect({ NO_PROXY: "a.example", HTTP_PROXY: "p" }, loopback)).toEqual({
      HTTP_PROXY: "p",
      NO_PROXY: "a.example,127.0.0.1",
      no_proxy: "a.example,127.0.0.1",
    });
  });

  test("adds nothing where all is exempted, or the address is Pleo's", () => {
    const pleo = { base: "https://external.pleo.io", isLoopback: false };
    expect(withLoopbackDirect({ NO_PROXY: "*" }, loopback)).toEqual({ NO_PROXY: "*" });
    expect(withLoopbackDirect({ NO_PROXY: "a.example" }, pleo)).toEqual({ NO_PROXY: "a.example" });
  });
});

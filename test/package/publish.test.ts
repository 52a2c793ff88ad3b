import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { inheritedEnvironment } from "../support/inherited-environment.ts";
import { PATIENCE } from "./consumer.ts";
import { packedPackage, packedTarball } from "./packed.ts";

vi.setConfig(PATIENCE);
beforeAll(() => {
  packedTarball();
});

interface Registry {
  readonly origin: string;
  /** Method and path of each request. */
  readonly requests: readonly string[];
}

/** A registry on this machine that knows no package and takes all that it is given. */
async function startRegistry(): Promise<Registry> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    request.resume().once("end", () => {
      const status = request.method === "PUT" ? 201 : 404;
      response.writeHead(status, { "content-type": "application/json" }).end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, requests };
}

/** What `npm publish` says to somebody who is logged in, on a machine that is not GitHub's. */
async function publish(
  { origin }: Registry,
  ...options: readonly string[]
): Promise<{ readonly status: number | null; readonly printed: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), "publish-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const settings = path.join(folder, "npmrc");
  writeFileSync(settings, `registry=${origin}\n${origin.replace("http:", "")}/:_authToken=none\n`);
  const child = spawn(
    "npm",
    ["publish", packedTarball(), "--userconfig", settings, "--registry", origin, ...options],
    { cwd: folder, env: ownEnv(), shell: process.platform === "win32" },
  );
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  }
  const [status] = (await once(child, "close")) as [number | null];
  return { status, printed };
}

/** As on a machine of somebody's own, wherever the tests run. */
function ownEnv(): NodeJS.ProcessEnv {
  const entries = Object.entries(inheritedEnvironment());
  return Object.fromEntries(
    entries.filter(([name]) => !/^(?:CI$|GITHUB_|ACTIONS_|RUNNER_)/.test(name)),
  );
}

test("the package may be published, by everyone's leave to install it and with its provenance", () => {
  const manifest = JSON.parse(
    readFileSync(path.join(packedPackage(), "package.json"), "utf8"),
  ) as Readonly<Record<string, unknown>>;
  expect(manifest["private"]).toBeUndefined();
  expect(manifest["publishConfig"]).toEqual({ access: "public", provenance: true });
  // What npm compares with the repository that the provenance names.
  expect(manifest["repository"]).toEqual({
    type: "git",
    url: "git+https://github.com/pleo-key-guard/pleo-key-guard.git",
  });
});

test("nobody publishes it by hand, since provenance comes from the release's workflow only", async () => {
  const registry = await startRegistry();
  const { status, printed } = await publish(registry);
  expect(status).toBe(1);
  expect(printed).toContain("provenance");
  expect(registry.requests.filter((request) => request.startsWith("PUT "))).toEqual([]);
});

test("the registry of these tests would have taken it", async () => {
  const registry = await startRegistry();
  const { status } = await publish(registry, "--provenance=false");
  expect(status).toBe(0);
  expect(registry.requests).toContain("PUT /eslint-plugin-pleo");
});

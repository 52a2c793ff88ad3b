import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startSimulator, type Simulator } from "../../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../../pleo-simulator/world.ts";
import { openCheckout, type Checkout } from "../../../support/checkout.ts";
import { startAction, type StartedAction } from "../../start-action.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

interface RunningScan {
  readonly action: StartedAction;
  /** What the scan has laid down outside of the checkout. */
  readonly leftovers: () => readonly string[];
}

/** Starts the bundle, and waits until it has begun to look for the key. */
async function startScan(
  checkout: Checkout,
  leakScan: string,
  searchPath = process.env["PATH"] ?? "",
): Promise<RunningScan> {
  const temporary = path.join(checkout.folder, "../temporary");
  mkdirSync(temporary);
  const leftovers = (): readonly string[] => readdirSync(temporary);
  const action = startAction({
    inputs: {
      "api-key": simulator.keys.healthy.reveal(),
      "api-url": simulator.origin,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": "vendors:read",
      "expires-on": "2999-01-31",
      "leak-scan": leakScan,
    },
    env: { GITHUB_WORKSPACE: checkout.folder, PATH: searchPath, TMPDIR: temporary },
  });
  await vi.waitFor(
    () => {
      expect(leftovers()).toHaveLength(1);
    },
    { timeout: 60_000, interval: 5 },
  );
  return { action, leftovers };
}

/** What has ended and nobody asked about is not alive, though it still has its number. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    const stat = `/proc/${id}/stat`;
    return !existsSync(stat) || !readFileSync(stat, "utf8").includes(") Z ");
  } catch {
    // It has no number any more.
    return false;
  }
}

async function cancel({ action, leftovers }: RunningScan, signal: NodeJS.Signals): Promise<void> {
  const start = performance.now();
  action.kill(signal);
  const { exitCode, stderr, outputFile } = await action.ended;
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(exitCode).not.toBe(0);
  expect(stderr).toBe("");
  expect(outputFile).toContain("deploy-allowed");
  expect(outputFile).not.toMatch(/^true$/m);
  expect(leftovers()).toEqual([]);
}

describe.skipIf(process.platform === "win32")("a scan that is cancelled ends at once", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("on %s, in ten gigabytes of files", async (signal) => {
    using checkout = openCheckout();
    for (let index = 0; index < 5; index++) {
      checkout.write(`large-${index}`, "");
      // Takes no room on the disk, and as long to read as anything.
      truncateSync(path.join(checkout.folder, `large-${index}`), 2e9);
    }
    await cancel(await startScan(checkout, "workspace"), signal);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("on %s, in very many files", async (signal) => {
    using checkout = openCheckout();
    const text = "nothing\n".repeat(500);
    for (let index = 0; index < 12_000; index++) {
      checkout.write(`folder-${index % 50}/${index}.txt`, text);
    }
    await cancel(await startScan(checkout, "workspace"), signal);
  });

  test.each([
    ["SIGINT", "history"],
    ["SIGTERM", "history"],
    ["SIGTERM", "workspace"],
  ] as const)(
    "on %s, while git does not answer about the %s, and git with it",
    async (signal, mode) => {
      using checkout = openCheckout({ "a.txt": "nothing" });
      checkout.commit();
      const started = path.join(checkout.folder, "../started");
      checkout.write("../bin/git", `#!/bin/sh\necho $$ >> "${started}"\nexec /bin/sleep 60\n`);
      const bin = path.join(checkout.folder, "../bin");
      chmodSync(path.join(bin, "git"), 0o755);
      const scan = await startScan(checkout, mode, bin);
      const processes = await vi.waitFor(
        () => {
          const ids = readFileSync(started, "utf8").trim().split("\n").map(Number);
          expect(ids[0]).toBeGreaterThan(0);
          return ids;
        },
        { timeout: 60_000, interval: 5 },
      );
      await cancel(scan, signal);
      await vi.waitFor(
        () => {
          expect(processes.filter(isAlive)).toEqual([]);
        },
        // Half as long as they would sleep.
        { timeout: 30_000 },
      );
    },
  );
});

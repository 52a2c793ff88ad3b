import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { renderAnnotations } from "../../../action/render/annotations.ts";
import { createFinding } from "../../../src/report/finding.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import type { ScenarioName } from "../../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import type { ActionRun } from "../../support/run-action.ts";
import { findingIds } from "../key-scene.ts";
import { annotationsIn } from "../start-action.ts";
import { playWith, pullRequest, type Scene } from "./play.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.clearFaults();
});
afterAll(() => simulator.close());

function play(scene?: Scene): Promise<ActionRun> {
  return playWith(simulator, scene);
}

describe("noisy comments", () => {
  test("nothing is posted, and GitHub is not even asked", async () => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      response.writeHead(500).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const address = `http://127.0.0.1:${port}`;
    const run = await play({
      key: "otherCompany",
      event: { ...pullRequest("a/r", "a/r"), repository: { private: true } },
      env: { GITHUB_API_URL: address, GITHUB_SERVER_URL: address, GITHUB_GRAPHQL_URL: address },
      inputs: { "github-token": `ghs_${"a1".repeat(18)}` },
    });
    server.close();
    expect(run.exitCode).toBe(1);
    expect(heard).toEqual([]);
  });
});

/** As many as can be asked for, each as long as can be. */
const MANY_SCOPES = Array.from({ length: 100 }, (_, index) => {
  const digits = String(index).padStart(3, "0");
  return `s${digits}${"x".repeat(57)}:${"y".repeat(20)}`;
});

describe("a summary that is too big", () => {
  test("is far away, even with everything that can be asked for", async () => {
    const run = await play({
      inputs: { "required-scopes": MANY_SCOPES.join(" "), summary: "full" },
    });
    expect(run.exitCode).toBe(1);
    expect(run.summary.length).toBeGreaterThan(10_000);
    expect(Buffer.byteLength(run.summary)).toBeLessThan(256 * 1024);
  });

  test.each<FaultName>(["hostile-megabyte", "hostile-long-scope"])(
    "is not made of what Pleo answers: %s",
    async (fault) => {
      simulator.fault(fault);
      const run = await play({ inputs: { summary: "full" } });
      expect(run.summary).toMatch(/^## /);
      expect(Buffer.byteLength(run.summary)).toBeLessThan(64 * 1024);
    },
  );

  test.skipIf(!existsSync("/dev/full")).each<[ScenarioName, number, string]>([
    ["healthy", 0, "pass"],
    ["otherCompany", 1, "fail"],
  ])("and one that cannot be written changes nothing for %s", async (key, exitCode, verdict) => {
    const run = await play({ key, env: { GITHUB_STEP_SUMMARY: "/dev/full" } });
    expect(run).toMatchObject({ exitCode, outputs: { verdict }, stderr: "" });
    expect(run.stdout).toContain("The summary could not be written");
  });
});

describe("the cap on annotations", () => {
  test("ten of a step at most, the worst first, and the last one says what was left out", async () => {
    const run = await play({ inputs: { "required-scopes": MANY_SCOPES.join(" ") } });
    const all = (["error", "warning", "notice"] as const).flatMap((severity) =>
      annotationsIn(run.stdout, severity),
    );
    expect(findingIds(run.outputs).length).toBeGreaterThan(100);
    expect(all).toHaveLength(10);
    expect(all.at(-1)).toMatch(/^::error title=\d+ more findings::.*scope-unverifiable/);
  });

  const findings = (count: number) =>
    Array.from({ length: count }, () => createFinding("company-id-invalid", {}));
  test.each([
    [0, 0],
    [9, 9],
    [10, 10],
    [11, 10],
    [500, 10],
  ])("%i findings become %i annotations", (count, expected) => {
    expect(renderAnnotations(findings(count), undefined)).toHaveLength(expected);
  });
});

describe("rejected SARIF", () => {
  test("is not uploaded, since none is written: findings are JSON with stable fields", async () => {
    const { outputs } = await play({ key: "missingScope" });
    const [finding] = JSON.parse(outputs["findings"] ?? "") as readonly object[];
    expect(finding).toMatchObject({ id: "scope-missing", severity: "error", area: "scopes" });
  });
});

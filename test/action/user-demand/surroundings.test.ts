import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { WHOLE_CATALOGUE } from "../../../src/report/whole-catalogue.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import { issueKeys } from "../../pleo-simulator/keys.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { exampleKey } from "../../support/keys.ts";
import type { ActionRun } from "../../support/run-action.ts";
import { runInMemory } from "../../support/run-in-memory.ts";
import { findingIds, outputsIn } from "../key-scene.ts";
import { startRefusingProxy } from "../refusing-proxy.ts";
import { everythingIn, playWith, pullRequest, type Scene } from "./play.ts";

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

describe("rate limits", () => {
  const asked = (): number => simulator.requests.length;

  test("Retry-After is honoured, and then the key passes", async () => {
    simulator.fault("rate-limited-seconds", { times: 1 });
    const run = await play();
    const [first, second] = simulator.requests.slice(-3);
    expect(run.outputs["verdict"]).toBe("pass");
    // A timer may fire a little early.
    expect(Number(second?.at) - Number(first?.at)).toBeGreaterThanOrEqual(990);
  });

  test.each<[FaultName, number, string]>([
    // Three attempts at each of the two basic questions.
    ["rate-limited", 6, "unknown"],
    ["server-error", 6, "unknown"],
    // A day's wait is not waited for, and not shortened.
    ["rate-limited-absurd", 2, "unknown"],
    ["unauthorized", 1, "fail"],
    ["forbidden", 3, "unknown"],
    ["redirect-302", 2, "unknown"],
  ])("under %s there are %i requests", async (fault, count, verdict) => {
    simulator.fault(fault);
    const before = asked();
    const start = performance.now();
    const { outputs } = await play();
    expect(asked() - before).toBe(count);
    expect(outputs["verdict"]).toBe(verdict);
    // Less than the run has, which would be all used up by whoever waits for a day.
    expect(performance.now() - start).toBeLessThan(50_000);
  });
});

describe("a runtime that is deprecated", () => {
  const action = parse(readFileSync("action.yml", "utf8")) as {
    readonly runs: { readonly using: string };
  };

  test("the Action runs on the newest one, and says from which runner on", () => {
    expect(action.runs.using).toBe("node24");
    expect(readFileSync("docs/action.md", "utf8")).toMatch(
      /Node 24, which runners have since version \d/,
    );
  });

  test("another one is a new major version", () => {
    const [major] = /^\| major .*$/m.exec(readFileSync("docs/action.md", "utf8")) ?? [""];
    expect(major).toContain("another version of Node");
  });
});

describe("GitHub Enterprise Server", () => {
  const env = {
    GITHUB_SERVER_URL: "https://git.example.com",
    GITHUB_API_URL: "https://git.example.com/api/v3",
  };

  test.each<[string, Scene]>([
    ["a pass", {}],
    ["another company", { key: "otherCompany" }],
    ["a rejected key", { key: "expired" }],
    ["a damaged key", { inputs: { "api-key": `"${exampleKey()}"` } }],
    ["a missing key", { inputs: { "api-key": "" } }],
    ["a fork", { inputs: { "api-key": "" }, event: pullRequest("b/r", "a/r") }],
    ["wrong inputs", { inputs: { kind: "x" } }],
  ])("%s links nobody to github.com", async (_name, scene) => {
    expect(everythingIn(await play({ ...scene, env }))).not.toMatch(/github\.com/i);
  });

  test("nor does any other finding", () => {
    expect(JSON.stringify(WHOLE_CATALOGUE)).not.toMatch(/github\.com/i);
  });
});

describe("proxies", () => {
  test.each(["https_proxy", "HTTPS_PROXY"])("%s carries what goes to Pleo", async (name) => {
    const proxy = await startRefusingProxy();
    const key = simulator.keys.healthy.reveal();
    const run = await play({ env: { [name]: `http://${proxy.host}` }, inputs: { "api-url": "" } });
    proxy.close();
    // The tunnel is refused, so nothing else can have reached Pleo.
    expect(proxy.heard[0]).toBe("CONNECT external.pleo.io:443");
    expect(proxy.heard.join("\n")).not.toContain(btoa(`${key}:`).slice(4, 20));
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "unknown" }, stderr: "" });
    expect(findingIds(run.outputs)).toEqual(["pleo-unavailable"]);
  });

  test("a simulator on the machine itself is reached directly", async () => {
    const proxy = await startRefusingProxy();
    const address = `http://${proxy.host}`;
    const run = await play({ env: { http_proxy: address, https_proxy: address } });
    proxy.close();
    expect(proxy.heard).toEqual([]);
    expect(run.outputs["verdict"]).toBe("pass");
  });

  test("where Node cannot use one, that is said and nothing is sent past it", async () => {
    let opened = 0;
    const run = await runInMemory({
      inputs: {
        "api-key": issueKeys("production").byScenario.healthy.reveal(),
        "company-id": COMPANIES.bakery.id,
        "expires-on": "2999-01-31",
      },
      env: { https_proxy: "http://127.0.0.1:9" },
      openPleo: () => {
        opened += 1;
        throw new Error("Nothing may be opened.");
      },
    });
    expect(run.failed).toBe(true);
    expect(outputsIn(run)).toMatchObject({ verdict: "fail", "deploy-allowed": "false" });
    expect(run.written.join("\n")).toContain("NODE_USE_ENV_PROXY=1");
    expect(opened).toBe(0);
  });
});

describe("floating tags", () => {
  // What must not be done is shown on a page of its own.
  const docs = readdirSync("docs").filter(
    (name) => name.endsWith(".md") && name !== "workflow-misuse.md",
  );
  const pages = ["README.md", ...docs.map((name) => `docs/${name}`)];
  const workflows = readdirSync(".github/workflows").map((name) => `.github/workflows/${name}`);
  const usesIn = (file: string): readonly string[] =>
    [...readFileSync(file, "utf8").matchAll(/^\s*(?:- )?uses: (\S+)/gm)].map(
      ([, uses = ""]) => uses,
    );

  test("every sample of the documentation names a commit", () => {
    const uses = pages.flatMap(usesIn);
    expect(uses).toContain("OWNER/pleo-key-guard@COMMIT_SHA");
    expect(uses.filter((name) => !/@(?:COMMIT_SHA|[0-9a-f]{40})$/.test(name))).toEqual([]);
  });

  test("so does every workflow of our own", () => {
    const uses = workflows.flatMap(usesIn);
    expect(uses.length).toBeGreaterThan(0);
    // What lies in the checkout is of its commit.
    expect(uses.filter((name) => name !== "./" && !/@[0-9a-f]{40}$/.test(name))).toEqual([]);
  });
});

import { FINDING_IDS, type CatalogueEntry } from "../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../src/report/whole-catalogue.ts";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderAnnotations } from "../../action/render/annotations.ts";

import { createFinding } from "../../src/report/finding.ts";
import type { FaultName } from "../pleo-simulator/faults/catalogue.ts";
import { issueKeys } from "../pleo-simulator/keys.ts";
import { READ_SCOPES } from "../pleo-simulator/scenario.ts";
import type { ScenarioName } from "../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { findingIds, outputsIn } from "../support/key-scene.ts";
import { exampleKey } from "../support/keys.ts";
import { startRefusingProxy } from "../support/refusing-proxy.ts";
import { runAction, withoutMasks, type ActionRun, type RunOptions } from "../support/run-action.ts";
import { runInMemory } from "../support/run-in-memory.ts";
import { annotationsIn, masksIn } from "../support/start-action.ts";

/*
 * What users of other actions that guard credentials have asked for, and been burnt by, theme by theme. Each
 * theme has a test here, so that a wish once met is not lost again.
 */

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.clearFaults();
});
afterAll(() => simulator.close());

interface Scene extends Partial<RunOptions> {
  readonly key?: ScenarioName;
}

function play({ key = "healthy", inputs = {}, ...rest }: Scene = {}): Promise<ActionRun> {
  return runAction({
    inputs: {
      "api-key": simulator.keys[key].reveal(),
      "api-url": simulator.origin,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": READ_SCOPES.join(" "),
      "expires-on": "2999-01-31",
      ...inputs,
    },
    ...rest,
  });
}

/** All that anybody gets to read of a run. */
function everythingIn({ stdout, stderr, summary, outputs }: ActionRun): string {
  return [withoutMasks(stdout), stderr, summary, ...Object.values(outputs)].join("\n");
}

function pullRequest(head: string, base: string): object {
  const repo = (name: string): object => ({ repo: { full_name: name } });
  return { pull_request: { head: repo(head), base: repo(base) } };
}

describe("no secret on pull requests from forks and by Dependabot", () => {
  const cases: readonly (readonly [string, Scene, string, string])[] = [
    ["a fork", { event: pullRequest("b/r", "a/r") }, "skipped", "comes from a fork"],
    [
      "Dependabot",
      { event: pullRequest("a/r", "a/r"), env: { GITHUB_ACTOR: "dependabot[bot]" } },
      "skipped",
      "--app dependabot",
    ],
    ["a forgotten secret", { event: pullRequest("a/r", "a/r") }, "fail", "gh secret list"],
  ];

  test.each(cases)("%s is told from the other two", async (_name, scene, verdict, advice) => {
    const run = await play({ ...scene, inputs: { "api-key": "" } });
    const others = cases.map(([, , , words]) => words).filter((words) => words !== advice);
    expect(run.outputs).toMatchObject({ verdict, "deploy-allowed": "false" });
    expect(run.exitCode).toBe(verdict === "skipped" ? 0 : 1);
    for (const sink of [run.stdout, run.summary, run.outputs["next-step"]]) {
      expect(sink).toContain(advice);
      for (const words of others) expect(sink).not.toContain(words);
    }
    expect(annotationsIn(run.stdout, verdict === "skipped" ? "notice" : "error")).toHaveLength(1);
    // It would hand the secret to whoever opens a pull request.
    expect(everythingIn(run)).not.toContain("pull_request_target");
  });

  test.each(cases)("%s cannot get a bad key through", async (_name, scene) => {
    const run = await play({ ...scene, key: "otherCompany" });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
  });
});

describe("clear, specific errors", () => {
  const anchors = readFileSync("docs/findings.md", "utf8").match(/^#+ .*$/gm) ?? [];

  test("each has its own title, a cause, a remedy and a place in the documentation", () => {
    const entries = FINDING_IDS.map((id): CatalogueEntry => WHOLE_CATALOGUE[id]);
    expect(new Set(entries.map(({ title }) => title)).size).toBe(entries.length);
    expect(new Set(entries.map(({ cause }) => cause)).size).toBe(entries.length);
    for (const id of FINDING_IDS) {
      expect(
        anchors.some((heading) => heading.replaceAll("`", "").endsWith(` ${id}`)),
        id,
      ).toBe(true);
    }
  });

  test.each<[ScenarioName, string]>([
    ["expired", "key-rejected"],
    ["otherCompany", "company-mismatch"],
    ["missingScope", "scope-missing"],
    ["inactive", "installation-inactive"],
    ["forbiddenEverywhere", "everything-forbidden"],
    ["legacyToken", "key-legacy-token"],
  ])("the key %s ends in one annotation, %s, that says what to do", async (key, id) => {
    const run = await play({ key });
    const [error = "", ...more] = annotationsIn(run.stdout, "error");
    const { title }: CatalogueEntry = WHOLE_CATALOGUE[id as keyof typeof WHOLE_CATALOGUE];
    expect(more).toEqual([]);
    expect(error).toContain(`title=${title.replaceAll(",", "%2C")}`);
    expect(error).toContain(`[${id}]`);
    expect(error).toContain(run.outputs["next-step"]?.replaceAll("%", "%25"));
    expect(run.summary).toContain(`\`${id}\``);
  });
});

describe("wrong account protection", () => {
  test.each<[string, ScenarioName, string, string]>([
    ["another company's id", "healthy", COMPANIES.florist.id, "company-mismatch"],
    ["another company's key", "otherCompany", COMPANIES.bakery.id, "company-mismatch"],
    [
      "an organisation's key, for a company outside",
      "organisation",
      COMPANIES.bakery.id,
      "company-unproven",
    ],
    ["no id", "healthy", "", "company-not-declared"],
  ])("%s is stopped", async (_name, key, companyId, id) => {
    const run = await play({ key, inputs: { "company-id": companyId } });
    expect(findingIds(run.outputs)).toContain(id);
    expect(run).toMatchObject({ exitCode: 1, outputs: { "company-matches": "false" } });
  });

  test.each([
    ["spaces and a line break around it", ` ${COMPANIES.bakery.id}\n`],
    ["capitals", COMPANIES.bakery.id.toUpperCase()],
  ])("the right id is taken with %s", async (_name, companyId) => {
    const { outputs } = await play({ inputs: { "company-id": companyId } });
    expect(outputs).toMatchObject({ verdict: "pass", "company-matches": "true" });
  });

  test.each([
    ["the beginning of an id", COMPANIES.bakery.id.slice(0, -1)],
    ["an id and more", `${COMPANIES.bakery.id}0`],
    ["a list of ids", `${COMPANIES.bakery.id} ${COMPANIES.florist.id}`],
    ["a pattern", "10000000-*"],
    ["a URN", `urn:pleo:company:${COMPANIES.bakery.id}`],
  ])("%s is refused before anything is asked", async (_name, companyId) => {
    const asked = simulator.requests.length;
    const run = await play({ inputs: { "company-id": companyId } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
    expect(run.stdout).toContain("`company-id` must be a company id");
    expect(simulator.requests.length).toBe(asked);
  });
});

describe("masking what is derived from a secret", () => {
  const SHORTEST = 6;

  test.each<[string, (key: string) => string]>([
    ["JSON over several lines", (key) => JSON.stringify({ pleo: { key }, a: "b" }, null, 2)],
    ["a file of settings", (key) => `A=b\n{\n}\nPLEO_API_KEY=${key}\n`],
    ["percent signs", (key) => `%%${key}%0A%`],
    ["a short text", () => "ab1"],
    ["a line break alone after it", (key) => `${key}\n`],
  ])("%s: masks the key inside, and nothing short", async (name, wrap) => {
    const key = exampleKey();
    const run = await play({ inputs: { "api-key": wrap(key) } });
    const masks = masksIn(run.stdout);
    expect(masks.filter((mask) => mask.length < SHORTEST)).toEqual([]);
    expect(masks.filter((mask) => /^[\s{}"%]*$/.test(mask))).toEqual([]);
    if (name === "a short text") return;
    expect(masks).toContain(key);
    expect(masks).toContain(btoa(`${key}:`));
    // Of a secret that is more than the key, the runner hides the whole and a consumer leaks the part.
    expect(findingIds(run.outputs)).toEqual(["key-damaged"]);
  });

  test("a proxy's password is masked, and its short user name is not", async () => {
    const env = { https_proxy: "http://ab:p%40ssw0rd-of-proxy@127.0.0.1:9" };
    const masks = masksIn((await play({ env })).stdout);
    expect(masks).toContain("p@ssw0rd-of-proxy");
    expect(masks).toContain("p%40ssw0rd-of-proxy");
    expect(masks).not.toContain("ab");
    expect(masks.filter((mask) => mask.length < SHORTEST)).toEqual([]);
  });
});

describe("masked ids break job outputs", () => {
  /** The runner drops a job's output, with a warning only, when it contains a masked text. */
  function droppedBy(masks: readonly string[], { outputs }: ActionRun): readonly string[] {
    return Object.entries(outputs)
      .filter(([, value]) => masks.some((mask) => value.includes(mask)))
      .map(([name]) => name);
  }

  test.each<[string, Scene]>([
    ["passes", {}],
    ["fails", { key: "otherCompany" }],
    ["is unknown", { key: "forbiddenEverywhere" }],
    ["cannot use its inputs", { inputs: { kind: "x" } }],
    ["has a token and a previous key", { inputs: { "github-token": `ghs_${"a1".repeat(18)}` } }],
  ])("no output of a run that %s contains what was masked by us", async (_name, scene) => {
    const run = await play(scene);
    expect(masksIn(run.stdout).length).toBeGreaterThan(10);
    expect(droppedBy(masksIn(run.stdout), run)).toEqual([]);
  });

  test.each<[string, Scene, readonly string[]]>([
    ["passes", {}, ["company-id"]],
    ["fails", { key: "otherCompany" }, ["findings"]],
  ])(
    "with the company's id stored as a secret, a run that %s still hands on its answers",
    async (_name, scene, dropped) => {
      expect(droppedBy([COMPANIES.bakery.id], await play(scene))).toEqual(dropped);
    },
  );
});

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

describe("assumptions about the shape of tokens", () => {
  test("the job's token of 520 characters is opaque, masked and taken", async () => {
    const claims = Buffer.from(JSON.stringify({ jti: "a1".repeat(170) })).toString("base64url");
    const head = `ghs_1234567_${btoa('{"alg":"RS256"}')}.${claims}.`;
    const token = head + "s".repeat(520 - head.length);
    expect(token).toHaveLength(520);
    const run = await play({ inputs: { "github-token": token } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
    expect(masksIn(run.stdout)).toContain(token);
    expect(everythingIn(run)).not.toContain(claims.slice(0, 20));
  });

  test("a Pleo key of a shape that is not known is asked about, and Pleo decides", async () => {
    const run = await play({ key: "unknownShape" });
    expect(run.outputs["verdict"]).toBe("pass");
    expect(findingIds(run.outputs)).toEqual(["key-shape-unknown"]);
    expect(run.outputs["key-hint"]).toBe("");
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

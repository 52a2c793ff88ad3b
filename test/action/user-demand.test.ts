import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FINDING_IDS, type CatalogueEntry } from "../../src/report/catalogue.ts";
import { WHOLE_CATALOGUE } from "../../src/report/whole-catalogue.ts";
import type { ScenarioName } from "../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { exampleKey } from "../support/keys.ts";
import type { ActionRun } from "../support/run-action.ts";
import { findingIds } from "./key-scene.ts";
import { annotationsIn, masksIn } from "./start-action.ts";
import { everythingIn, playWith, pullRequest, type Scene } from "./user-demand/play.ts";

/*
 * What users of other actions that guard credentials have asked for, and been burnt by, theme by theme. Each
 * theme has a test here or in the folder of this name, so that a wish once met is not lost again.
 */

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());

function play(scene?: Scene): Promise<ActionRun> {
  return playWith(simulator, scene);
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

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import type { ScenarioName } from "../../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { exampleKey } from "../../support/keys.ts";
import {
  runAction,
  withoutMasks,
  type ActionInputs,
  type ActionRun,
  type RunOptions,
} from "../../support/run-action.ts";
import { OUTPUT_NAMES } from "../../../action/contract.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.clearFaults();
});
afterAll(() => simulator.close());

function inputsFor(scenario: ScenarioName): ActionInputs {
  return {
    "api-key": simulator.keys[scenario].reveal(),
    "api-url": simulator.origin,
    "company-id": COMPANIES.bakery.id,
    "required-scopes": READ_SCOPES.join("\n"),
    "expires-on": "2999-01-31",
  };
}

interface Scene extends Partial<RunOptions> {
  readonly key?: ScenarioName;
}

async function play({ key = "healthy", inputs = {}, ...rest }: Scene): Promise<ActionRun> {
  const run = await runAction({ inputs: { ...inputsFor(key), ...inputs }, ...rest });
  expect(run.stderr).toBe("");
  expect(Object.keys(run.outputs).toSorted()).toEqual(OUTPUT_NAMES.toSorted());
  expect(run.outputs["deploy-allowed"]).toBe(String(run.outputs["verdict"] === "pass"));
  return run;
}

function idsOf({ outputs }: ActionRun): readonly string[] {
  const findings = JSON.parse(outputs["findings"] ?? "") as readonly { readonly id: string }[];
  return findings.map(({ id }) => id);
}

test("a healthy key passes, with every output set, two requests, and a summary", async () => {
  const asked = simulator.requests.length;
  const run = await play({});
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toEqual({
    verdict: "pass",
    "deploy-allowed": "true",
    "company-id": COMPANIES.bakery.id,
    "company-matches": "true",
    "installation-status": "ACTIVATED",
    "granted-scopes": READ_SCOPES.join(" "),
    "missing-scopes": "",
    "excess-scopes": "",
    "expires-on": "2999-01-31",
    "days-left": expect.stringMatching(/^\d{6}$/) as string,
    "key-hint": simulator.keys.healthy.hint,
    "rotation-safe-to-revoke": "",
    findings: "[]",
    "next-step": "Nothing needs to be done.",
  });
  expect(run.summary).toMatch(/^## ✅ The Pleo key may be used\n/);
  expect(run.summary).toContain("2999-01-31 : expires");
  expect(withoutMasks(run.stdout)).toMatch(/^PASS {5}The key may be used\.\n/);
  expect(simulator.requests.length - asked).toBe(2);
});

describe("the first bytes written", () => {
  test("are the masks of both keys in every form, and nothing shows the keys after them", async () => {
    const previous = simulator.keys.rotationOld.reveal();
    const { stdout } = await play({ key: "rotationNew", inputs: { "previous-api-key": previous } });
    const lines = stdout.split("\n");
    const masks = lines.slice(
      0,
      lines.findIndex((line) => !line.startsWith("::add-mask::")),
    );
    for (const key of [simulator.keys.rotationNew.reveal(), previous]) {
      expect(masks).toContain(`::add-mask::${key}`);
      expect(masks).toContain(`::add-mask::${Buffer.from(`${key}:`).toString("base64")}`);
      expect(masks).toContain(`::add-mask::${Buffer.from(`${key}:`).toString("base64url")}`);
      expect(masks).toContain(`::add-mask::${Buffer.from(key).toString("hex")}`);
      expect(withoutMasks(stdout)).not.toContain(key.slice(4, 20));
    }
  });

  test("mask the key inside a damaged secret as well", async () => {
    const key = simulator.keys.healthy.reveal();
    const { stdout, outputs } = await play({ inputs: { "api-key": `PLEO_API_KEY="${key}"\n` } });
    expect(stdout).toContain(`::add-mask::${key}\n`);
    expect(outputs["verdict"]).toBe("fail");
  });

  test("mask a proxy's password and the job's token", async () => {
    const env = { https_proxy: "http://robin:s3cret%21pass@127.0.0.1:9" };
    const { stdout } = await play({ env, inputs: { "github-token": "ghs_of-the-job-0123456789" } });
    for (const secret of ["s3cret%2521pass", "s3cret!pass", "ghs_of-the-job-0123456789"]) {
      expect(stdout).toContain(`::add-mask::${secret}\n`);
    }
  });

  test("are no commands outside of a runner", async () => {
    const { stdout } = await play({ env: { GITHUB_ACTIONS: "" } });
    expect(stdout).not.toContain("add-mask");
  });
});

describe("ends as it should", () => {
  test.each<[string, Scene, string, readonly string[]]>([
    ["another company's key", { key: "otherCompany" }, "fail", ["company-mismatch"]],
    ["no expected company", { inputs: { "company-id": "" } }, "fail", ["company-not-declared"]],
    ["a missing scope", { key: "missingScope" }, "fail", ["scope-missing"]],
    ["an excess scope", { key: "excessScope" }, "pass", ["scope-excess"]],
    ["an expired key", { key: "expired" }, "fail", ["key-rejected"]],
    ["a revoked key", { key: "revoked" }, "fail", ["key-rejected"]],
    ["an idle installation", { key: "inactive" }, "fail", ["installation-inactive"]],
    ["no installation", { key: "noInstallation" }, "pass", ["installation-absent"]],
    [
      "no installation of an Integrated key",
      { key: "noInstallation", inputs: { kind: "integrated" } },
      "fail",
      ["installation-missing"],
    ],
    ["no introspection", { key: "introspectionAbsent" }, "pass", ["introspection-absent"]],
    ["two owners", { key: "disagreeing" }, "fail", ["company-disagreement"]],
    ["403 everywhere", { key: "forbiddenEverywhere" }, "unknown", ["everything-forbidden"]],
    ["a legacy token", { key: "legacyToken" }, "fail", ["key-legacy-token"]],
    ["an undeclared expiry", { inputs: { "expires-on": "" } }, "fail", ["expiry-undeclared"]],
    ["a past expiry", { inputs: { "expires-on": "2020-01-31" } }, "fail", ["key-expired"]],
    [
      "a raised severity",
      { key: "excessScope", inputs: { severities: "scope-excess: error" } },
      "fail",
      ["scope-excess"],
    ],
    [
      "a lowered severity",
      { inputs: { "expires-on": "", severities: "expiry-undeclared: warning" } },
      "pass",
      ["expiry-undeclared"],
    ],
    [
      "a finding switched off",
      { key: "excessScope", inputs: { severities: "scope-excess: off" } },
      "pass",
      [],
    ],
  ])("%s", async (_name, scene, verdict, ids) => {
    const run = await play(scene);
    expect(run.outputs["verdict"]).toBe(verdict);
    expect(idsOf(run).filter((id) => id !== "environment-hint")).toEqual(ids);
    expect(run.exitCode).toBe(verdict === "pass" ? 0 : 1);
    expect(simulator.requests.some(({ refusedWrite }) => refusedWrite)).toBe(false);
  });

  test("without an expected company it prints the id and the command that confirms it", async () => {
    const { stdout, outputs } = await play({ inputs: { "company-id": "" } });
    expect(stdout).toContain(`gh variable set PLEO_COMPANY_ID --body ${COMPANIES.bakery.id}`);
    expect(outputs).toMatchObject({
      "company-id": COMPANIES.bakery.id,
      "company-matches": "false",
    });
  });

  test.each([
    ["fail", 1, "::error title=Pleo gave no usable answer::"],
    ["warn", 0, "::warning title=Pleo gave no usable answer::"],
  ])("while Pleo is down, on-unknown %s", async (onUnknown, exitCode, annotation) => {
    simulator.fault("server-error");
    const run = await play({ inputs: { "on-unknown": onUnknown } });
    expect(run).toMatchObject({
      exitCode,
      outputs: { verdict: "unknown", "deploy-allowed": "false" },
    });
    expect(run.stdout).toContain(annotation);
    // A step that goes on says why, and is painted red nowhere.
    for (const text of [run.stdout, run.summary]) {
      expect(text.includes("`on-unknown: warn` lets the step go on")).toBe(onUnknown === "warn");
    }
    expect(run.stdout.includes("  error: ")).toBe(onUnknown === "fail");
    expect(run.outputs["findings"]).toContain('"severity":"error"');
  });

  test("in the time it was given", async () => {
    simulator.fault("hang-before-headers");
    const start = performance.now();
    const run = await play({ inputs: { "timeout-seconds": "1" } });
    expect(run.outputs["verdict"]).toBe("unknown");
    // Half of what it has unless it is told.
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

describe("a rotation", () => {
  test.each<[string, ScenarioName, ScenarioName, string, string, string]>([
    ["in order", "rotationNew", "rotationOld", "overlap", "pass", "true"],
    ["to another company", "rotationNewElsewhere", "rotationOld", "overlap", "fail", "false"],
    [
      "said to be finished while the old key lives",
      "rotationNew",
      "rotationOld",
      "finished",
      "fail",
      "true",
    ],
    [
      "said to be finished with a new key that is idle",
      "inactive",
      "rotationOld",
      "finished",
      "fail",
      "false",
    ],
    ["finished", "rotationNew", "revoked", "finished", "pass", "true"],
    ["of a key by itself", "rotationNew", "rotationNew", "overlap", "fail", "false"],
  ])("%s", async (_name, key, previous, rotation, verdict, safe) => {
    const inputs = { "previous-api-key": simulator.keys[previous].reveal(), rotation };
    const { outputs, stdout, summary } = await play({ key, inputs });
    expect(outputs).toMatchObject({ verdict, "rotation-safe-to-revoke": safe });
    expect(stdout.includes("  old key  must stay for now")).toBe(safe === "false");
    expect(summary).toContain("| Is the rotation done? |");
  });

  test("with a damaged new key keeps the old one", async () => {
    const inputs = {
      "api-key": `${simulator.keys.rotationNew.reveal()}\n`,
      "previous-api-key": simulator.keys.rotationOld.reveal(),
    };
    const { outputs, stdout, summary } = await play({ inputs });
    expect(outputs["rotation-safe-to-revoke"]).toBe("false");
    expect(stdout).toContain("  old key  must stay for now");
    expect(summary).toContain("| Is the rotation done? | ➖ the old key must stay for now |");
  });

  test("in order comes with the next step", async () => {
    const inputs = { "previous-api-key": simulator.keys.rotationOld.reveal() };
    const { outputs, summary } = await play({ key: "rotationNew", inputs });
    expect(outputs["next-step"]).toMatch(/delete the old one .*`rotation: finished`/);
    expect(summary).toContain("`rotation: finished`");
  });
});

describe("without a key", () => {
  const fork = {
    pull_request: { head: { repo: { full_name: "b/r" } }, base: { repo: { full_name: "a/r" } } },
  };
  const own = {
    pull_request: { head: { repo: { full_name: "a/r" } }, base: { repo: { full_name: "a/r" } } },
  };
  const deleted = { pull_request: { head: { repo: null }, base: { repo: { full_name: "a/r" } } } };
  const dependabot = { GITHUB_ACTOR: "dependabot[bot]" };

  test.each<[string, Partial<RunOptions> & { readonly mode?: string }, string, string]>([
    ["on a fork's pull request", { event: fork }, "skipped", "comes from a fork"],
    ["on a deleted fork's pull request", { event: deleted }, "skipped", "comes from a fork"],
    ["on Dependabot's", { event: own, env: dependabot }, "skipped", "Dependabot's own secrets"],
    ["on one of the repository's own", { event: own }, "fail", "gh secret list"],
    ["on a push", {}, "fail", "gh secret list"],
    [
      "on a fork's, where that must not be",
      { event: fork, mode: "fail" },
      "fail",
      "comes from a fork",
    ],
    ["on a push, where that may be", { mode: "skip" }, "skipped", "gh secret list"],
  ])("%s", async (_name, { mode = "auto", ...scene }, verdict, advice) => {
    const run = await play({ ...scene, inputs: { "api-key": " \n", "on-missing-key": mode } });
    expect(run.outputs).toMatchObject({ verdict, "deploy-allowed": "false" });
    expect(run.outputs["next-step"]).toContain(advice);
    expect(run.stdout).toContain(advice);
    expect(run.summary).toContain(advice);
    expect(run.exitCode).toBe(verdict === "skipped" ? 0 : 1);
  });

  test.each<[Partial<RunOptions>, string, readonly string[], readonly string[]]>([
    [{}, "skip", ["No key was given, and `on-missing-key: skip` lets that pass"], []],
    [{ event: fork }, "auto", ["No key was given. This pull request"], ["on-missing-key"]],
    [{ event: fork }, "fail", ["is the doing of `on-missing-key: fail`"], []],
    [{}, "fail", ["gh secret list"], ["on-missing-key"]],
  ])("%# says what made it end so", async (scene, mode, wanted, unwanted) => {
    const run = await play({ ...scene, inputs: { "api-key": "", "on-missing-key": mode } });
    for (const sink of [withoutMasks(run.stdout), run.summary]) {
      for (const text of wanted) expect(sink).toContain(text);
      for (const text of unwanted) expect(sink).not.toContain(text);
    }
  });

  test("a key is not skipped, fork or not", async () => {
    expect((await play({ event: fork, key: "otherCompany" })).outputs["verdict"]).toBe("fail");
  });
});

describe("what cannot be used", () => {
  test("fails with all problems in one annotation, before any request", async () => {
    const asked = simulator.requests.length;
    const run = await play({ inputs: { kind: "x", "company-id": "y" } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
    expect(run.stdout).toMatch(
      /^::error title=The Pleo key was not checked::.*`kind`.*`company-id`/m,
    );
    expect(run.stdout).toMatch(/^FAIL {5}The key was not checked\.$/m);
    expect(run.stdout).toMatch(/^ {2}- `kind` must be one of .*\.$/m);
    expect(run.summary).toMatch(/^- `kind` must be one of .*\.\n- `company-id`/m);
    expect(run.outputs["next-step"]).toContain("Correct the inputs in the workflow file");
    expect(simulator.requests.length).toBe(asked);
  });

  test.each([
    ["https://evil.example", "is not one of Pleo's"],
    ["https://external.pleo.io.evil.example", "is not one of Pleo's"],
    ["http://external.pleo.io", "over https only"],
  ])("the address %s is refused", async (apiUrl, problem) => {
    const run = await play({ inputs: { "api-url": apiUrl } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
    expect(run.stdout).toContain(problem);
  });

  test("unchecked certificates are refused", async () => {
    const run = await play({ env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
    expect(run.stdout).toContain("switches off the check of TLS certificates");
  });

  test("a summary that cannot be written changes nothing", async () => {
    const run = await play({ env: { GITHUB_STEP_SUMMARY: "no/such/folder/summary" } });
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
    expect(run.stdout).toContain("The summary could not be written");
  });

  test("outputs that cannot be written fail the step", async () => {
    const run = await runAction({
      inputs: inputsFor("healthy"),
      env: { GITHUB_OUTPUT: "no/such/folder/output" },
    });
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout).toContain("::error title=The outputs could not be written::");
  });

  test("an event that is no JSON changes nothing", async () => {
    const run = await play({ env: { GITHUB_EVENT_PATH: "package-lock.nothing" } });
    expect(run.outputs["verdict"]).toBe("pass");
  });
});

describe("who reads the summary", () => {
  const key = (): string => simulator.keys.otherCompany.hint ?? "";

  test.each<[string, RunOptions["event"], string, boolean]>([
    ["everybody", { repository: { private: false } }, "auto", false],
    ["nobody knows who", {}, "auto", false],
    ["colleagues", { repository: { private: true } }, "auto", true],
    ["everybody, and that is meant", { repository: { private: false } }, "full", true],
  ])("%s", async (_name, event, summary, shown) => {
    const run = await play({ key: "otherCompany", event, inputs: { summary } });
    expect(run.summary.includes(COMPANIES.florist.id)).toBe(shown);
    expect(run.summary.includes(COMPANIES.bakery.id)).toBe(shown);
    expect(run.summary.includes(`\`${key()}\``)).toBe(shown);
    // What anybody may read has no command that would set a variable to something that is no id.
    expect(run.summary.includes(" --body ")).toBe(shown);
    if (!shown) expect(run.summary).toContain("opens company ‹other id› according to");
    if (!shown) expect(run.summary).toContain("but ‹expected id› is expected");
  });

  test("nobody, when it is off or a dry run", async () => {
    expect((await play({ inputs: { summary: "off" } })).summary).toBe("");
    const dry = await play({ inputs: { "dry-run": "true" } });
    expect(dry.summary).toBe("");
    expect(dry.stdout).toContain("## ✅ The Pleo key may be used");
  });

  test("annotations can be off", async () => {
    const run = await play({ key: "otherCompany", inputs: { annotations: "false" } });
    expect(run.stdout).not.toContain("::error");
    expect(run.exitCode).toBe(1);
  });
});

test("a rejected key is sent to the other environment only where there is one and it is asked for", async () => {
  const run = await play({ key: "expired", inputs: { "diagnose-environment": "true" } });
  // With an address of its own there is no other to ask, and the run says so.
  expect(idsOf(run)).toEqual(["key-rejected", "environment-undiagnosed"]);
  expect(idsOf(await play({ key: "expired" }))).toEqual(["key-rejected"]);
});

test("a key in every wrong input reaches no sink", async () => {
  const key = exampleKey();
  const wrong = {
    kind: key,
    environment: key,
    "company-id": key,
    "required-scopes": key,
    severities: `${key}: off`,
    "api-url": `https://${key}:@external.pleo.io`,
    "expires-on": key,
  };
  const run = await runAction({ inputs: { ...inputsFor("healthy"), ...wrong } });
  expect(JSON.stringify({ ...run, stdout: withoutMasks(run.stdout) })).not.toContain(
    key.slice(4, 20),
  );
});

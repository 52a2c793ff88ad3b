import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { INPUT_NAMES, type InputName } from "../../action/contract.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { findingIds } from "./key-scene.ts";
import {
  runAction,
  withoutMasks,
  type ActionInputs,
  type ActionRun,
} from "../support/run-action.ts";
import { annotationsIn, startAction, type StartOptions } from "./start-action.ts";
import { formsShown } from "../support/twin-keys.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
beforeEach(() => {
  simulator.clearFaults();
});
afterAll(() => simulator.close());

function inputsWith(more: ActionInputs = {}): ActionInputs {
  return {
    "api-key": simulator.keys.healthy.reveal(),
    "api-url": simulator.origin,
    "company-id": COMPANIES.bakery.id,
    "required-scopes": "vendors:read",
    "expires-on": "2999-01-31",
    ...more,
  };
}

/** A value in the runner's file format, alone on its line between two delimiters. */
function writtenAs(name: string, value: string): RegExp {
  return new RegExp(`^${name}<<(\\S+)\\n${value}\\n\\1$`, "m");
}

describe("a run that is cancelled while Pleo does not answer", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("ends at once on %s, gate shut", async (signal) => {
    simulator.fault("hang-before-headers");
    const asked = simulator.requests.length;
    const action = startAction({ inputs: inputsWith() });
    await vi.waitFor(
      () => {
        expect(simulator.requests.length).toBeGreaterThan(asked);
      },
      { timeout: 60_000, interval: 10 },
    );
    const start = performance.now();
    action.kill(signal);
    const ending = await action.ended;
    // Pleo would be waited for three times as long.
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(ending.exitCode).not.toBe(0);
    expect(ending.stderr).toBe("");
    expect(ending.outputFile).toMatch(writtenAs("deploy-allowed", "false"));
    expect(ending.outputFile).toMatch(writtenAs("verdict", "unknown"));
    expect(ending.outputFile).not.toMatch(/^true$/m);
    const key = simulator.keys.healthy.reveal();
    expect(formsShown(withoutMasks(ending.stdout), key)).toEqual([]);
  });
});

describe("where the process has less than it expects", () => {
  test.each<[string, Partial<StartOptions>]>([
    ["a standard input that is closed", { stdin: "closed" }],
    ["no standard input", { stdin: "nothing" }],
    ["another working directory", { cwd: tmpdir() }],
    ["no home, no path and no language", { env: { HOME: "", PATH: "", LANG: "" } }],
    ["another time zone", { env: { TZ: "Pacific/Kiritimati" } }],
  ])("%s changes nothing", async (_name, options) => {
    const action = startAction({ inputs: inputsWith(), ...options });
    const { exitCode, stderr, outputFile } = await action.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(outputFile).toMatch(writtenAs("deploy-allowed", "true"));
  });

  // Windows tells a writer later, when the run may be over.
  test.skipIf(process.platform === "win32")("a log that nobody takes fails the step", async () => {
    const action = startAction({ inputs: inputsWith(), reader: "gone" });
    const { exitCode, stderr, outputFile } = await action.ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(outputFile).toMatch(writtenAs("deploy-allowed", "false"));
    expect(outputFile).not.toMatch(/^true$/m);
  });

  // Whoever is root may write anything.
  test.skipIf(process.getuid?.() === 0)("outputs that may only be read fail the step", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pleo-key-guard-"));
    const file = join(folder, "output");
    writeFileSync(file, "");
    chmodSync(file, 0o444);
    const run = await runAction({ inputs: inputsWith(), env: { GITHUB_OUTPUT: file } });
    rmSync(folder, { recursive: true });
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout).toContain("::error title=The outputs could not be written::");
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk fails the step", async () => {
    const run = await runAction({ inputs: inputsWith(), env: { GITHUB_OUTPUT: "/dev/full" } });
    expect(run).toMatchObject({ exitCode: 1, stderr: "" });
    expect(run.stdout).toContain("::error title=The outputs could not be written::");
  });

  test("no file for outputs leaves the gate to the runner's older way", async () => {
    const run = await runAction({ inputs: inputsWith(), env: { GITHUB_OUTPUT: "" } });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    const said = [...run.stdout.matchAll(/^::set-output name=deploy-allowed::(.*)$/gm)];
    expect(said.map(([, value]) => value)).toEqual(["false", "true"]);
  });
});

/** A NUL can stand in no variable of an environment; everything else can. */
const HOSTILE: Readonly<Record<string, string>> = {
  "60 KB": "x".repeat(60_000),
  "60 KB of lines": "x\n".repeat(30_000),
  "half a pair of surrogates": "a\ud800b",
  "a turned direction of writing": "\u202Efdp.exe\u202C",
  "a command to the runner": "x\n::set-output name=verdict::pass\n::error::hijacked",
  "a command in escapes": "x%0A::error::hijacked",
  "a command after a carriage return": "x\r::error::hijacked",
  "an older command": "##[error]hijacked now",
  "an escape sequence": "\u001b[2Jfine",
  "a prototype's name": "__proto__",
  "an unfilled expression": "${{ vars.NOTHING }}",
};

/** Nothing of the hostile text is a command or an escape sequence in what is printed. */
function expectTamed({ stdout, stderr, exitCode }: ActionRun): void {
  expect(stderr).toBe("");
  expect([0, 1]).toContain(exitCode);
  const log = withoutMasks(stdout);
  expect(log).not.toMatch(/^\s*::(?!(?:error|warning|notice) title=)/m);
  expect(log).not.toMatch(/##\[/);
  expect(log).not.toMatch(/hijacked/);
  // eslint-disable-next-line no-control-regex -- Control characters are what is looked for.
  expect(log).not.toMatch(/[\u001b\r\u202e]/);
}

/** A key may have any shape and a token any content; dates are judged together with the key. */
const OPAQUE: readonly InputName[] = ["api-key", "previous-api-key", "tenant-keys", "github-token"];
const DATES: readonly InputName[] = ["expires-on", "created-on"];
/** A file may be called almost anything. */
const PATHS: readonly InputName[] = [
  "leak-scan-paths",
  "sarif-file",
  "report-file",
  "tenants",
  "merge",
];
const REFUSABLE = INPUT_NAMES.filter((name) => ![...OPAQUE, ...DATES, ...PATHS].includes(name));
const SHORT = Object.entries(HOSTILE).filter(([, text]) => text.length <= 200);

describe("a hostile text ends in one error", () => {
  test.each(Object.entries(HOSTILE))("%s in every input at once", async (_name, text) => {
    const everywhere = Object.fromEntries([...REFUSABLE, ...DATES].map((name) => [name, text]));
    const asked = simulator.requests.length;
    const run = await runAction({ inputs: inputsWith(everywhere) });
    const [error = "", ...more] = annotationsIn(run.stdout, "error");
    expect(more).toEqual([]);
    for (const name of REFUSABLE) expect(error).toContain(`\`${name}\``);
    expect(run).toMatchObject({ exitCode: 1, outputs: { "deploy-allowed": "false" } });
    expect(simulator.requests.length).toBe(asked);
    expectTamed(run);
  });

  test.each(SHORT)("%s as a path", async (_name, text) => {
    const paths = { "leak-scan": "build", "leak-scan-paths": text, "sarif-file": text };
    const run = await runAction({ inputs: inputsWith(paths) });
    expect(run.outputs["deploy-allowed"]).toBe("false");
    expectTamed(run);
  });

  const dates = SHORT.flatMap(([name, text]) => DATES.map((input) => [name, input, text] as const));
  test.each(dates)("%s as %s", async (_name, input, text) => {
    const run = await runAction({ inputs: inputsWith({ [input]: text }) });
    expect(run).toMatchObject({ exitCode: 1, outputs: { "deploy-allowed": "false" } });
    expect(findingIds(run.outputs)[0]).toBe("expiry-invalid");
    expect(annotationsIn(run.stdout, "error")).toHaveLength(1);
    expectTamed(run);
  });

  test.each([["100 KB", "x".repeat(100_000)], ...SHORT])("%s as the key", async (_name, text) => {
    const run = await runAction({ inputs: inputsWith({ "api-key": text }) });
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: "fail" } });
    expect(annotationsIn(run.stdout, "error")).toHaveLength(1);
    expectTamed(run);
  });

  test.each(SHORT)("%s as the previous key", async (name, text) => {
    const run = await runAction({ inputs: inputsWith({ "previous-api-key": text }) });
    const errors = annotationsIn(run.stdout, "error");
    // A word without spaces may be a key of unknown shape; this one Pleo rejects, and that is said.
    const mayBeKey = name === "a prototype's name";
    expect(errors).toHaveLength(1);
    expect(findingIds(run.outputs)).toContain(
      mayBeKey ? "rotation-unproven" : "rotation-previous-unusable",
    );
    expect(run.exitCode).toBe(1);
    expectTamed(run);
  });

  test.each(SHORT)(
    "unless it is the job's token, which is nobody's business: %s",
    async (_, text) => {
      const run = await runAction({ inputs: inputsWith({ "github-token": text }) });
      expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: "pass" } });
      expectTamed(run);
    },
  );
});

describe("an input that is given twice has one meaning", () => {
  test.each<[string, ActionInputs, string]>([
    ["the same scope", { "required-scopes": "vendors:read,vendors:read\nvendors:read" }, "pass"],
    ["commas and lines around scopes", { "required-scopes": ",\n vendors:read ,,\n" }, "pass"],
    [
      "two severities of one finding",
      { severities: "scope-excess: off\nscope-excess: error" },
      "fail",
    ],
    ["one severity twice", { severities: "scope-excess: off, scope-excess: off" }, "fail"],
    ["two companies", { "company-id": `${COMPANIES.bakery.id},${COMPANIES.florist.id}` }, "fail"],
  ])("%s", async (_name, inputs, verdict) => {
    const run = await runAction({ inputs: inputsWith(inputs) });
    expect(run.outputs["verdict"]).toBe(verdict);
    expect(annotationsIn(run.stdout, "error")).toHaveLength(verdict === "pass" ? 0 : 1);
    expect(run.outputs["missing-scopes"]).toBe("");
    expectTamed(run);
  });

  // Where Windows runs it, the two are one variable.
  test.skipIf(process.platform === "win32").each([
    ["input_company-id", COMPANIES.florist.id],
    ["Input_Api-Key", "nothing"],
    ["INPUT_API_KEY", "nothing"],
    ["INPUT_COMPANY_ID", COMPANIES.florist.id],
  ])("%s is no input, and the one that the runner sets counts", async (name, value) => {
    const run = await runAction({ inputs: inputsWith(), env: { [name]: value } });
    expect(run).toMatchObject({ exitCode: 0, stderr: "", outputs: { verdict: "pass" } });
    const alone = await runAction({
      inputs: inputsWith({ "company-id": "" }),
      env: { [name]: value },
    });
    expect(alone).toMatchObject({ exitCode: 1, outputs: { "company-matches": "false" } });
  });
});

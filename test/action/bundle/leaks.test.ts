import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OUTPUT_NAMES } from "../../../action/contract.ts";
import { FAULT_NAMES, type FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import type { FaultOptions } from "../../pleo-simulator/faults/schedule.ts";
import { issueKeys } from "../../pleo-simulator/keys.ts";
import type { ScenarioName } from "../../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { IMPATIENT_MS, timeoutFor } from "../pleo-api/quick-api.ts";
import { startRefusingProxy, type RefusingProxy } from "../refusing-proxy.ts";
import { runAction, type ActionInputs, type RunOptions } from "../../support/run-action.ts";
import { formsShown, twinsOf, WRAPPINGS } from "../../support/twin-keys.ts";

// Pleo's slowest way to answer keeps a run waiting for some seconds, and several runs share the machine.
const issued = issueKeys("production");
const KEY_SETS = [issued, twinsOf(issued)] as const;

let proxy: RefusingProxy;
beforeAll(async () => {
  proxy = await startRefusingProxy();
});
afterAll(() => {
  proxy.close();
});

/** Everything that a person can switch on to see more. */
const RUNNER_DEBUG = {
  RUNNER_DEBUG: "1",
  ACTIONS_STEP_DEBUG: "true",
  ACTIONS_RUNNER_DEBUG: "true",
  NODE_OPTIONS: "--stack-trace-limit=100",
};
const NODE_DEBUG = { ...RUNNER_DEBUG, NODE_DEBUG: "http,net,tls,fetch,undici" };

type Env = Readonly<Record<string, string>>;

interface Situation {
  readonly key?: ScenarioName;
  readonly wrap?: (key: string) => string;
  readonly fault?: FaultName;
  readonly faultOptions?: FaultOptions;
  readonly inputs?: ActionInputs | ((key: string) => ActionInputs);
  readonly env?: Env | (() => Env);
  readonly event?: RunOptions["event"];
}

interface LeftBehind {
  readonly exitCode: number | null;
  /** Annotations and the log, after the masks with which it begins. */
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

const LEADING_MASKS = /^(?:::add-mask::.*\n)+/;

function inputsOf(situation: Situation, { keys, origin }: Simulator): ActionInputs {
  const { key = "healthy", wrap = String, fault, inputs = {} } = situation;
  const value = keys[key].reveal();
  const isEndless = fault !== undefined && timeoutFor(fault) === IMPATIENT_MS;
  return {
    "api-key": wrap(value),
    "previous-api-key": keys.rotationOld.reveal(),
    "api-url": origin,
    "company-id": COMPANIES.bakery.id,
    "required-scopes": "vendors:read users:write",
    "expires-on": "2999-01-31",
    summary: "full",
    // Enough for the questions that are answered, on a busy machine too.
    "timeout-seconds": isEndless ? "4" : "30",
    ...(typeof inputs === "function" ? inputs(value) : inputs),
  };
}

/** Each run has a Pleo of its own, so that those of several tests can go on at once. */
async function play(situation: Situation, index: 0 | 1, debug: Env): Promise<LeftBehind> {
  const simulator = await startSimulator({ issued: KEY_SETS[index] });
  const { fault, faultOptions, event, env = {} } = situation;
  if (fault !== undefined) simulator.fault(fault, faultOptions);
  try {
    const run = await runAction({
      inputs: inputsOf(situation, simulator),
      event: event ?? { repository: { private: true } },
      env: { ...(typeof env === "function" ? env() : env), ...debug },
    });
    expect(run.stdout).toMatch(LEADING_MASKS);
    return { ...run, stdout: run.stdout.replace(LEADING_MASKS, "") };
  } finally {
    await simulator.close();
  }
}

function expectNothingShown(run: LeftBehind, index: 0 | 1, key: ScenarioName = "healthy"): void {
  const { stdout, stderr, outputs, summary } = run;
  const sinks = { stdout, stderr, summary, outputs: Object.values(outputs).join("\n") };
  for (const [sink, text] of Object.entries(sinks)) {
    for (const name of [key, "rotationOld"] as const) {
      const forms = formsShown(text, KEY_SETS[index].byScenario[name].reveal());
      expect(forms, `${name} in ${sink}`).toEqual([]);
    }
  }
}

/**
 * One run with the one set of keys and nothing switched on, one with the other and everything a runner can
 * switch on: where they leave the same bytes behind, neither the keys nor debugging have a say in them.
 */
async function expectNoLeak(situation: Situation): Promise<LeftBehind> {
  const [quiet, debugged] = await Promise.all([
    play(situation, 0, {}),
    play(situation, 1, RUNNER_DEBUG),
  ]);
  expect(debugged).toEqual(quiet);
  expect(quiet.stderr).toBe("");
  // Whatever else stands on a line after this, it is no second place for masks.
  expect(quiet.stdout).not.toContain("::add-mask::");
  expect(quiet.stdout.length).toBeGreaterThan(50);
  expectNothingShown(quiet, 0, situation.key);
  expectNothingShown(debugged, 1, situation.key);
  return quiet;
}

async function expectNoLeakAndOutputs(situation: Situation): Promise<LeftBehind> {
  const run = await expectNoLeak(situation);
  expect(Object.keys(run.outputs).toSorted()).toEqual(OUTPUT_NAMES.toSorted());
  return run;
}

const onlyThere = { path: "/v1/installations/me" };
const fork = {
  pull_request: { head: { repo: { full_name: "b/r" } }, base: { repo: { full_name: "a/r" } } },
};

/** No address of its own: Pleo's real one, which nobody behind this proxy can reach. */
const throughProxy: Situation = {
  inputs: { "api-url": "" },
  env: () => ({ https_proxy: `http://robin:s3cret-of-proxy@${proxy.host}` }),
};

/** What somebody does who mixes up the inputs. */
function everywhere(key: string): ActionInputs {
  return {
    kind: key,
    environment: key,
    "company-id": key,
    "required-scopes": key,
    "expires-on": key,
    "created-on": key,
    "expected-key-hint": key,
    severities: `${key}: off`,
    "on-unknown": key,
    "github-token": key,
    "timeout-seconds": key,
  };
}

describe.concurrent("the committed bundle shows nothing of a key, debugged or not", () => {
  test.each(FAULT_NAMES)("under %s", async (fault) => {
    await expectNoLeakAndOutputs({ fault });
  });

  test.each<[string, Situation]>([
    ["an installation that echoes the key", { fault: "echo-fields", faultOptions: onlyThere }],
    ["an installation that hangs", { fault: "hang-after-headers", faultOptions: onlyThere }],
    ["a short failure", { fault: "reset-in-body", faultOptions: { times: 2 } }],
    ["nothing wrong", {}],
    ["an expired key", { key: "expired" }],
    ["another company's key", { key: "otherCompany" }],
    ["an idle installation", { key: "inactive" }],
    ["a token", { key: "legacyToken" }],
    ["a key of unknown shape", { key: "unknownShape" }],
    ["an organisation's key", { key: "organisation" }],
    ["a pull request from a fork", { event: fork, inputs: { "api-key": "" } }],
    ["Dependabot", { env: { GITHUB_ACTOR: "dependabot[bot]" }, inputs: { "api-key": " " } }],
    ["no key at all", { inputs: { "api-key": "", "on-missing-key": "fail" } }],
    ["a finished rotation", { inputs: { rotation: "finished" } }],
    ["a rotation to itself", { inputs: (key) => ({ "previous-api-key": `"${key}"` }) }],
    ["an event that is a text", { event: "a text" }],
    ["an event that is a list", { event: [{ pull_request: null }] }],
    ["an event that is not there", { env: { GITHUB_EVENT_PATH: "no/such/event.json" } }],
    ["a pull request of an unknown kind", { event: { pull_request: { head: 1, base: "x" } } }],
    ["a dry run", { inputs: { "dry-run": "true" } }],
    ["neither summary nor annotations", { inputs: { summary: "off", annotations: "false" } }],
    ["wrong inputs", { inputs: { kind: "x", "company-id": "y", severities: "z" } }],
    ["the key in every other input", { inputs: everywhere }],
    ["a refused address", { inputs: { "api-url": "https://evil.example" } }],
    ["the key in the address", { inputs: (key) => ({ "api-url": `http://${key}:@127.0.0.1` }) }],
    ["the check of certificates off", { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } }],
    ["an unwritable summary", { env: { GITHUB_STEP_SUMMARY: "no/such/folder/summary" } }],
    ["no summary", { env: { GITHUB_STEP_SUMMARY: "" } }],
    ["a proxy that is passed by", { env: () => ({ http_proxy: `http://robin:x@${proxy.host}` }) }],
    ["a proxy that refuses", throughProxy],
    ["an untidy proxy address", { env: { https_proxy: "nonsense://%%%" } }],
  ])("with %s", async (_name, situation) => {
    await expectNoLeakAndOutputs(situation);
  });

  test.each(Object.entries(WRAPPINGS))("stored %s", async (_name, wrap) => {
    await expectNoLeakAndOutputs({ wrap });
  });

  test.each<[string, (key: string) => string]>([
    ["in JSON", (key) => JSON.stringify({ PLEO_API_KEY: key })],
    ["in a curl command", (key) => `curl -u '${key}:' https://external.pleo.io/v1/introspect`],
    ["over two lines", (key) => `${key.slice(0, 20)}\n${key.slice(20)}`],
    ["over two lines of Windows'", (key) => `${key.slice(0, 20)}\r\n${key.slice(20)}`],
    ["with an invisible character", (key) => `${key.slice(0, 20)}\u200b${key.slice(20)}`],
    ["percent-encoded", (key) => key.replaceAll("_", "%5F")],
    ["twice in base64", (key) => btoa(btoa(`${key}:`))],
    ["in a file", (key) => `A=b\nPLEO_API_KEY=${key}\n# the end\n`],
    ["in capitals", (key) => key.toUpperCase()],
    ["without its first character", (key) => key.slice(1)],
  ])("damaged %s", async (_name, wrap) => {
    await expectNoLeakAndOutputs({ wrap, inputs: { "previous-api-key": "" } });
  });

  // Permissions are no way to a file that cannot be written: whoever runs a test as root may write any.
  const unwritable = [
    ["are a folder", "test"],
    ["are nowhere", "no/such/folder/output"],
    ["are full", "/dev/full"],
  ].filter(([, path]) => path !== "/dev/full" || existsSync(path));
  test.each(unwritable)("with outputs that %s", async (_name, GITHUB_OUTPUT) => {
    const run = await expectNoLeak({ env: { GITHUB_OUTPUT } });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toEqual({});
  });
});

describe.concurrent("where Node itself is told to print what it does", () => {
  test.each<[string, Situation]>([
    ["nothing is wrong", {}],
    ["the key is rejected", { fault: "echo-error-body" }],
    ["the key is echoed", { fault: "echo-headers" }],
    ["answers are redirected", { fault: "redirect-307" }],
    ["the connection breaks", { fault: "reset-in-body" }],
    ["nothing answers", { fault: "hang-before-headers" }],
    ["a proxy refuses", throughProxy],
  ])("it shows nothing of a key when %s", async (_name, situation) => {
    const [one, other] = await Promise.all([
      play(situation, 0, NODE_DEBUG),
      play(situation, 1, NODE_DEBUG),
    ]);
    // Node's own words hold process ids and ports, so they can only be searched.
    expect(one.stderr).toMatch(/^(?:FETCH|UNDICI|NET|HTTP) \d+: /m);
    expectNothingShown(one, 0);
    expectNothingShown(other, 1);
    expect({ ...other, stderr: "" }).toEqual({ ...one, stderr: "" });
  });
});

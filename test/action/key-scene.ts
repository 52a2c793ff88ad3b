import { API_ORIGINS, otherEnvironment, type Environment } from "../../src/pleo/hosts.ts";
import type { FaultName } from "../pleo-simulator/faults/catalogue.ts";
import type { FaultOptions } from "../pleo-simulator/faults/schedule.ts";
import { issueKey, issueKeys, type IssuedKeys } from "../pleo-simulator/keys.ts";
import { READ_SCOPES, scenario, type Scenario } from "../pleo-simulator/scenario.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { quickApi } from "./pleo-api/quick-api.ts";
import { runAction, type ActionInputs, type ActionRun } from "../support/run-action.ts";
import { runInMemory, type MemoryRun } from "../support/run-in-memory.ts";

/** One key, what Pleo knows of it, and how the Action is asked about it. */
export interface KeyScene {
  readonly knows: Scenario;
  /** The key before it: another one that Pleo knows, the very same one, or some text. */
  readonly previous?: Scenario | "the same" | { readonly text: string };
  /** What stands in the secret, which is not always the bare key. */
  readonly store: (key: string) => string;
  /** Beside those that every scene has. */
  readonly inputs: ActionInputs;
  readonly env: Readonly<Record<string, string>>;
  readonly event: unknown;
  readonly environment: Environment;
  /** Where it is asked: at an address of its own, at one with a path, or at Pleo's two hosts. */
  readonly address: "own" | "with-path" | "pleo";
  /** The first one that fits a request strikes it. */
  readonly faults: readonly Fault[];
}

type Fault = readonly [FaultName, FaultOptions?];

/** A key in order, asked about in the simplest way, except where it is said to differ. */
export function keyScene(differences: Partial<KeyScene> = {}): KeyScene {
  return {
    knows: scenario("a key in order"),
    store: String,
    inputs: {},
    env: {},
    event: { repository: { private: true } },
    environment: "production",
    address: "own",
    faults: [],
    ...differences,
  };
}

interface Stage {
  readonly simulator: Simulator;
  readonly inputs: ActionInputs;
}

const catalogueKeys = issueKeys("production");

/** Keys of the scene alone; the catalogue's come along because a simulator has to have them. */
function issueFor({ knows, previous, environment }: KeyScene): IssuedKeys {
  const scenarios = [knows, ...(isScenario(previous) ? [previous] : [])];
  const others = scenarios.map((each) => ({ key: issueKey(each, environment), scenario: each }));
  return { ...catalogueKeys, environment, others };
}

function isScenario(previous: KeyScene["previous"]): previous is Scenario {
  return typeof previous === "object" && "shows" in previous;
}

async function setStage(scene: KeyScene): Promise<Stage> {
  const { environment, address, faults, store } = scene;
  const issued = issueFor(scene);
  const prefix = address === "with-path" ? "/some/gateway" : "";
  const simulator = await startSimulator({ environment, issued, prefix });
  for (const [name, options] of faults) simulator.fault(name, options);
  const value = store(issued.others?.[0]?.key.reveal() ?? "");
  return {
    simulator,
    inputs: {
      "api-key": value,
      ...(address === "pleo" ? {} : { "api-url": simulator.origin }),
      environment,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": READ_SCOPES.join(" "),
      "expires-on": "2999-01-31",
      summary: "full",
      ...previousInput(scene, issued, value),
      ...scene.inputs,
    },
  };
}

function previousInput({ previous }: KeyScene, issued: IssuedKeys, value: string): ActionInputs {
  if (previous === undefined) return {};
  if (previous === "the same") return { "previous-api-key": value };
  const text = isScenario(previous) ? issued.others?.[1]?.key.reveal() : previous.text;
  return { "previous-api-key": text ?? "" };
}

/** Plays the scene in this process. Pleo's own two hosts are played by two simulators with the same keys. */
export async function playInMemory(scene: KeyScene): Promise<MemoryRun> {
  const { simulator, inputs } = await setStage(scene);
  const elsewhere = otherEnvironment(scene.environment);
  const other = await startSimulator({ environment: elsewhere, issued: simulator.issued });
  const byOrigin = {
    [API_ORIGINS[scene.environment]]: simulator,
    [API_ORIGINS[elsewhere]]: other,
  };
  try {
    return await runInMemory({
      inputs,
      env: scene.env,
      event: scene.event,
      openPleo: (key, origin) =>
        quickApi({ ...simulator, origin: byOrigin[origin]?.origin ?? origin }, { key }).api,
    });
  } finally {
    await Promise.all([simulator.close(), other.close()]);
  }
}

/** Plays the scene on the committed bundle, for which Pleo's own hosts are out of reach. */
export async function playOnBundle(scene: KeyScene): Promise<ActionRun> {
  const { simulator, inputs } = await setStage(scene);
  try {
    return await runAction({ inputs, env: scene.env, event: scene.event });
  } finally {
    await simulator.close();
  }
}

/** The outputs of a run in memory; the last word on each counts. */
export function outputsIn({ written }: MemoryRun): Readonly<Record<string, string>> {
  const entries = written.flatMap((text) => {
    const [, name, value] = /^output ([\w-]+)=([^]*)$/.exec(text) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The ids of what a run found, the worst first. */
export function findingIds(outputs: Readonly<Record<string, string>>): readonly string[] {
  const findings = JSON.parse(outputs["findings"] ?? "[]") as readonly { readonly id: string }[];
  return findings.map(({ id }) => id);
}

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PleoKey } from "../../src/key/pleo-key.ts";
import { FAULT_NAMES, type FaultName } from "../pleo-simulator/faults/catalogue.ts";
import { issueKeys, type IssuedKeys } from "../pleo-simulator/keys.ts";
import { SCENARIO_NAMES, type ScenarioName } from "../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { exampleKey, randomHex } from "../support/keys.ts";
import { timeoutFor } from "../support/pleo-api.ts";
import type { ActionInputs } from "../support/run-action.ts";
import { runInMemory, type MemoryRun } from "../support/run-in-memory.ts";
import { SPELLERS_OF_KNOWN } from "../support/spell-key.ts";

/** Keys that differ from the given ones in everything but their last four characters. */
function twinsOf({ environment, byScenario }: IssuedKeys): IssuedKeys {
  const twins = SCENARIO_NAMES.map((name) => [name, twinOf(byScenario[name])]);
  return { environment, byScenario: Object.fromEntries(twins) as IssuedKeys["byScenario"] };
}

function twinOf(key: PleoKey): PleoKey {
  const value = key.reveal();
  if (key.hint === undefined) return key;
  const tail = randomHex(2) + key.hint;
  return new PleoKey(exampleKey({ prefix: value.slice(0, 3), tail }));
}

let one: Simulator;
let other: Simulator;
beforeAll(async () => {
  const issued = issueKeys("production");
  one = await startSimulator({ issued });
  other = await startSimulator({ issued: twinsOf(issued) });
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
});

/** What each kind of stored value makes of a key. */
const WRAPPINGS: Readonly<Record<string, (key: string) => string>> = {
  bare: (key) => key,
  "with a line break": (key) => `${key}\n`,
  assigned: (key) => `PLEO_API_KEY="${key}"`,
  "in a header": (key) => `Authorization: Basic ${btoa(`${key}:`)}`,
  "in a URL": (key) => `https://${key}:@external.pleo.io/v1/introspect`,
};

interface Situation {
  readonly key?: ScenarioName;
  readonly wrap?: (key: string) => string;
  readonly inputs?: ActionInputs;
  readonly timeoutMs?: number;
}

function play(
  simulator: Simulator,
  { key = "healthy", wrap = String, inputs, timeoutMs = 5_000 }: Situation,
): Promise<MemoryRun> {
  return runInMemory({
    timeoutMs,
    inputs: {
      "api-key": wrap(simulator.keys[key].reveal()),
      "previous-api-key": simulator.keys.rotationOld.reveal(),
      "api-url": simulator.origin,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": "vendors:read users:write",
      "expires-on": "2027-06-01",
      summary: "full",
      ...inputs,
    },
    event: { repository: { private: true } },
  });
}

async function expectNoLeak(situation: Situation): Promise<void> {
  const [first, second] = await Promise.all([play(one, situation), play(other, situation)]);
  expect(first.written.length).toBeGreaterThan(14);
  expect(second.written).toEqual(first.written);
  const text = first.written.join("\n");
  for (const name of [situation.key ?? "healthy", "rotationOld"] as const) {
    const key = one.keys[name].reveal();
    for (const [form, spell] of Object.entries(SPELLERS_OF_KNOWN)) {
      expect(text.includes(spell(key)), `${name}, ${form}`).toBe(false);
    }
    expect(text.includes(key.slice(4, 12)), `a piece of ${name}`).toBe(false);
  }
}

function inject(name: FaultName): void {
  for (const simulator of [one, other]) {
    simulator.clearFaults();
    simulator.fault(name);
  }
}

describe("two keys that differ before their last four characters leave the same behind", () => {
  test.each(FAULT_NAMES)("under %s", async (name) => {
    inject(name);
    await expectNoLeak({ timeoutMs: timeoutFor(name) });
  });

  const withHint = SCENARIO_NAMES.filter((name) => !["legacyToken", "unknownShape"].includes(name));
  test.each(withHint)("with the key %s", async (key) => {
    one.clearFaults();
    other.clearFaults();
    await expectNoLeak({ key });
  });

  test.each(Object.entries(WRAPPINGS))("stored %s", async (_name, wrap) => {
    await expectNoLeak({ wrap });
  });

  test.each<[string, ActionInputs]>([
    ["an input is wrong", { kind: "x" }],
    ["the address is refused", { "api-url": "https://evil.example" }],
    ["the rotation is finished", { rotation: "finished" }],
    ["the summary is a dry run", { "dry-run": "true" }],
    ["the expiry is another key's", { "expected-key-hint": "zzzz" }],
  ])("when %s", async (_name, inputs) => {
    await expectNoLeak({ inputs });
  });
});

test("an error that nobody foresaw says nothing of itself, and ends the run as failed", async () => {
  const key = exampleKey();
  const run = await runInMemory({
    inputs: { "api-key": key, "company-id": COMPANIES.bakery.id },
    openPleo: () => {
      throw new TypeError(`sent ${key} and lost`);
    },
  });
  expect(run.failed).toBe(true);
  const text = run.written.join("\n");
  expect(text).toContain("failed in a way that it did not foresee");
  expect(text).toContain("output verdict=unknown");
  expect(text).toContain("output deploy-allowed=false");
  expect(text).not.toContain("output deploy-allowed=true");
  expect(text).not.toMatch(/lost|TypeError/);
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FAULT_NAMES, type FaultName } from "../pleo-simulator/faults/catalogue.ts";
import { issueKeys } from "../pleo-simulator/keys.ts";
import { SCENARIO_NAMES, type ScenarioName } from "../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import { COMPANIES } from "../pleo-simulator/world.ts";
import { exampleKey } from "../support/keys.ts";
import { timeoutFor } from "./pleo-api/quick-api.ts";
import type { ActionInputs } from "../support/run-action.ts";
import { runInMemory, type MemoryRun } from "../support/run-in-memory.ts";
import { formsShown, twinsOf, WRAPPINGS } from "../support/twin-keys.ts";

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

interface Situation {
  readonly key?: ScenarioName;
  readonly wrap?: (key: string) => string;
  readonly inputs?: ActionInputs;
  readonly timeoutMs?: number;
}

function play(
  simulator: Simulator,
  { key = "healthy", wrap = String, inputs, timeoutMs = 20_000 }: Situation,
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
    expect(formsShown(text, key), name).toEqual([]);
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

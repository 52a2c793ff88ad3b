import type { PleoKey } from "../../src/key/pleo-key.ts";
import type { Environment } from "../../src/pleo/hosts.ts";
import { issueKeys, type IssuedKeys } from "../pleo-simulator/keys.ts";
import { SCENARIO_NAMES, type ScenarioName } from "../pleo-simulator/scenarios.ts";

/** A letter and a digit after it: a hint like that is no word, no number and no part of the world's ids. */
const TELLABLE = /[a-f]\d/;

/** Keys whose hints cannot be mistaken for anything else that a report says, nor for each other. */
export function issueTellableKeys(environment: Environment): IssuedKeys {
  const chosen = new Map<ScenarioName, PleoKey>();
  const hints = new Set<string>();
  while (chosen.size < SCENARIO_NAMES.length) {
    const { byScenario } = issueKeys(environment);
    for (const name of SCENARIO_NAMES) {
      const { hint } = byScenario[name];
      const isTellable = hint === undefined || (TELLABLE.test(hint) && !hints.has(hint));
      if (chosen.has(name) || !isTellable) continue;
      chosen.set(name, byScenario[name]);
      if (hint !== undefined) hints.add(hint);
    }
  }
  return { environment, byScenario: Object.fromEntries(chosen) as IssuedKeys["byScenario"] };
}

import { READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import type { ScenarioName } from "../../pleo-simulator/scenarios.ts";
import type { Simulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import {
  runAction,
  withoutMasks,
  type ActionRun,
  type RunOptions,
} from "../../support/run-action.ts";

export interface Scene extends Partial<RunOptions> {
  readonly key?: ScenarioName;
}

/** A run of the committed bundle with a key of the simulator's, a good one unless another is named. */
export function playWith(
  simulator: Simulator,
  { key = "healthy", inputs = {}, ...rest }: Scene = {},
): Promise<ActionRun> {
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
export function everythingIn({ stdout, stderr, summary, outputs }: ActionRun): string {
  return [withoutMasks(stdout), stderr, summary, ...Object.values(outputs)].join("\n");
}

export function pullRequest(head: string, base: string): object {
  const repo = (name: string): object => ({ repo: { full_name: name } });
  return { pull_request: { head: repo(head), base: repo(base) } };
}

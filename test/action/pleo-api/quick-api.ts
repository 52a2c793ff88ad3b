import {
  createPleoApi,
  type Platform,
  type PleoApiOptions,
} from "../../../action/pleo-api/client.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import type { PleoApi } from "../../../src/ports.ts";
import type { FaultName } from "../../pleo-simulator/faults/catalogue.ts";
import type { Simulator } from "../../pleo-simulator/simulator.ts";

/** More than a busy machine needs to answer from loopback. */
const PATIENT_MS = 20_000;
/** For answers that never come; a question has to arrive all the same. */
export const IMPATIENT_MS = 1_000;

const ENDLESS: ReadonlySet<FaultName> = new Set([
  "hang-before-headers",
  "hang-after-headers",
  "drip",
]);

/** So that what must not hang has time, and what must hang costs little. */
export function timeoutFor(name: FaultName): number {
  return ENDLESS.has(name) ? IMPATIENT_MS : PATIENT_MS;
}

export interface QuickApi {
  readonly api: PleoApi;
  /** How long the adapter would have slept between attempts. */
  readonly waits: readonly number[];
}

/** The real adapter over the real `fetch`, except that waiting between attempts takes no time. */
export function quickApi(
  { origin, keys }: Pick<Simulator, "origin" | "keys">,
  differences: Partial<PleoApiOptions> = {},
): QuickApi {
  const waits: number[] = [];
  const platform: Partial<Platform> = {
    random: () => 0.5,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    ...differences.platform,
  };
  const api = createPleoApi({
    key: keys.healthy,
    origin,
    deadline: startDeadline(120_000),
    env: {},
    timeoutMs: PATIENT_MS,
    ...differences,
    platform,
  });
  return { api, waits };
}

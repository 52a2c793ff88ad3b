import { BODY_FAULTS } from "./bodies.ts";
import { CONNECTION_FAULTS } from "./connections.ts";
import { ECHO_FAULTS } from "./echoes.ts";
import { HOSTILE_FAULTS } from "./hostile-texts.ts";
import type { Play } from "./play.ts";
import { REDIRECT_FAULTS } from "./redirects.ts";
import { SIZE_FAULTS } from "./sizes.ts";
import { STATUS_FAULTS } from "./statuses.ts";

/** Every way in which the simulator can be made to misbehave, by name. */
export const FAULTS = {
  ...STATUS_FAULTS,
  ...CONNECTION_FAULTS,
  ...BODY_FAULTS,
  ...SIZE_FAULTS,
  ...REDIRECT_FAULTS,
  ...ECHO_FAULTS,
  ...HOSTILE_FAULTS,
} satisfies Record<string, Play>;

export type FaultName = keyof typeof FAULTS;

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[];

export function isFaultName(text: string): text is FaultName {
  return Object.hasOwn(FAULTS, text);
}

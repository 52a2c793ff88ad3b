import { PleoKey } from "../../src/key/pleo-key.ts";
import type { IssuedKeys } from "../pleo-simulator/keys.ts";
import { SCENARIO_NAMES } from "../pleo-simulator/scenarios.ts";
import { exampleKey, randomHex } from "./keys.ts";
import { SPELLERS_OF_KNOWN } from "./spell-key.ts";

/**
 * Keys that differ from the given ones in everything but their last four characters. Whatever a run with one
 * set and a run with the other leave behind differently has come from the part of a key that may not show.
 */
export function twinsOf({ environment, byScenario }: IssuedKeys): IssuedKeys {
  const twins = SCENARIO_NAMES.map((name) => [name, twinOf(byScenario[name])]);
  return { environment, byScenario: Object.fromEntries(twins) as IssuedKeys["byScenario"] };
}

function twinOf(key: PleoKey): PleoKey {
  const value = key.reveal();
  if (key.hint === undefined) return key;
  const tail = randomHex(2) + key.hint;
  return new PleoKey(exampleKey({ prefix: value.slice(0, 3), tail }));
}

/** What each kind of stored value makes of a key. */
export const WRAPPINGS: Readonly<Record<string, (key: string) => string>> = {
  bare: (key) => key,
  "with a line break": (key) => `${key}\n`,
  assigned: (key) => `PLEO_API_KEY="${key}"`,
  "in a header": (key) => `Authorization: Basic ${btoa(`${key}:`)}`,
  "in a URL": (key) => `https://${key}:@external.pleo.io/v1/introspect`,
};

/** The forms in which a text shows a key, and `a piece` for its first characters after the prefix. */
export function formsShown(text: string, key: string): readonly string[] {
  const shown = Object.entries(SPELLERS_OF_KNOWN).filter(([, spell]) => text.includes(spell(key)));
  return [...shown.map(([form]) => form), ...(text.includes(key.slice(4, 12)) ? ["a piece"] : [])];
}

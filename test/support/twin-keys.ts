import { PleoKey } from "../../src/key/pleo-key.ts";
import { issueKeys, type IssuedKeys } from "../pleo-simulator/keys.ts";
import { SCENARIO_NAMES } from "../pleo-simulator/scenarios.ts";
import { exampleKey, randomHex } from "./keys.ts";
import { SPELLERS_OF_KNOWN } from "./spell-key.ts";

/**
 * Keys that differ from the given ones in everything but their last four characters. Whatever a run with one
 * set and a run with the other leave behind differently has come from the part of a key that may not show.
 */
export function twinsOf({ environment, byScenario }: IssuedKeys): IssuedKeys {
  // Of a key without a hint nothing may show at all, so any other of its kind is its twin.
  const others = issueKeys(environment).byScenario;
  const twins = SCENARIO_NAMES.map((name) => [name, twinOf(byScenario[name]) ?? others[name]]);
  return { environment, byScenario: Object.fromEntries(twins) as IssuedKeys["byScenario"] };
}

function twinOf(key: PleoKey): PleoKey | undefined {
  const value = key.reveal();
  if (key.hint === undefined) return undefined;
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

/** The forms in which a text shows a key, and `a piece` for any eight characters of it, plain or in base64. */
export function formsShown(text: string, key: string): readonly string[] {
  const shown = Object.entries(SPELLERS_OF_KNOWN).filter(([, spell]) => text.includes(spell(key)));
  const pieces = [...piecesOf(key.slice(PREFIX_LENGTH)), ...piecesOf(encodedBody(key))];
  const isPieceShown = pieces.some((piece) => text.includes(piece));
  return [...shown.map(([form]) => form), ...(isPieceShown ? ["a piece"] : [])];
}

/** `pls_`, which is no secret. */
const PREFIX_LENGTH = 4;

/** Base64 without the characters that the prefix or the padding has a part in. */
function encodedBody(key: string): string {
  return btoa(key).slice(6, -4);
}

function piecesOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 7) }, (_, start) =>
    text.slice(start, start + 8),
  );
}

import { maskableSpellings, SHORTEST_MASKED } from "../../src/key/spellings.ts";
import type { Toolkit } from "../sinks.ts";

/** The runner looks for each of its masks in each line of the log, so too many would slow down every later step. */
export const MOST_MASKED_IN_FULL = 1_000;

/**
 * Tells the runner what to hide from the steps that follow. This process hides every spelling of every secret by
 * itself; of very many secrets the runner gets the two that programs print: the key, and what its Basic header holds.
 */
export function maskOnRunner(secrets: readonly string[], toolkit: Toolkit): void {
  const formsOf = secrets.length > MOST_MASKED_IN_FULL ? usualForms : allForms;
  const told = new Set<string>();
  for (const secret of secrets) {
    for (const form of formsOf(secret)) {
      if (told.has(form)) continue;
      told.add(form);
      toolkit.setSecret(form);
    }
  }
}

function allForms(secret: string): readonly string[] {
  return maskableSpellings(secret).map(({ text }) => text);
}

function usualForms(secret: string): readonly string[] {
  const isTooShort = secret.length < SHORTEST_MASKED || secret.trim() === "";
  return isTooShort ? [] : [secret, Buffer.from(`${secret}:`).toString("base64")];
}

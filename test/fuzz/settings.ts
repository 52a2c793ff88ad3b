import type { Target } from "./target.ts";

export interface Settings {
  readonly seconds: number;
  readonly seed: number;
  readonly targets: readonly Target[];
}

const MOST_SECONDS = 86_400;
const HIGHEST_SEED = 0x7fffffff;

/** What the environment asks for, or what is wrong with that. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  { targets, seed: freshSeed }: { readonly targets: readonly Target[]; readonly seed: number },
): Settings | string {
  const seconds = Number(env["FUZZ_SECONDS"] ?? 60);
  const seed = Number(env["FUZZ_SEED"] ?? freshSeed);
  const only = env["FUZZ_TARGET"];
  const chosen = targets.filter(({ name }) => only === undefined || name === only);
  if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
    return `FUZZ_SECONDS must be a number above 0, and at most ${MOST_SECONDS}.`;
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > HIGHEST_SEED) {
    return `FUZZ_SEED must be a whole number from 0 to ${HIGHEST_SEED}.`;
  }
  if (chosen.length === 0) {
    const names = targets.map(({ name }) => `\n- ${name}`).join("");
    return `FUZZ_TARGET must be one of these:${names}`;
  }
  return { seconds, seed, targets: chosen };
}

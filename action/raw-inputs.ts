import { INPUT_NAMES, INPUTS, type InputName } from "./contract.ts";

export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

/** The inputs as texts, untrimmed: what is wrong with a key must be diagnosed, not hidden. */
export type RawInputs = Readonly<Record<InputName, string | undefined>>;

/**
 * Reads what the runner hands over. An input that is not there at all has its default, as `action.yml` says;
 * one that is there and empty stays empty, because an expression that came out empty is a mistake to be told.
 */
export function readRawInputs(env: ProcessEnvironment): RawInputs {
  const entries = INPUT_NAMES.map(
    (name) => [name, env[variableOf(name)] ?? defaultOf(name)] as const,
  );
  return Object.fromEntries(entries) as RawInputs;
}

/** The runner's own way of naming them: upper case, hyphens kept. */
export function variableOf(name: InputName): string {
  return `INPUT_${name.toUpperCase()}`;
}

function defaultOf(name: InputName): string | undefined {
  // An expression is the runner's to work out; outside of one there is no token.
  const value: string | undefined = INPUTS[name];
  return value?.startsWith("${{") === true ? undefined : value;
}

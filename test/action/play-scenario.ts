import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { INPUTS, OUTPUT_NAMES } from "../../action/contract.ts";
import { secretsWithin } from "../../src/key/secrets-within.ts";
import { maskableSpellings } from "../../src/key/spellings.ts";
import type { RecordedRequest } from "../pleo-simulator/recorded-request.ts";
import { SCENARIO_NAMES } from "../pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../pleo-simulator/simulator.ts";
import {
  daysNamedIn,
  fillPlaceholders,
  hideValues,
  lookupIn,
  type Lookup,
  type RunValues,
} from "./placeholders.ts";
import { runAction, type ActionInputs, type ActionRun } from "../support/run-action.ts";
import {
  WORKSPACE,
  type ExpectedFile,
  type ScenarioFile,
  type ScenarioFolder,
} from "./scenario-folder.ts";
import { issueTellableKeys } from "./tellable-keys.ts";

/** A scenario that has happened. */
export interface PlayedScenario {
  readonly run: ActionRun;
  readonly requests: readonly RecordedRequest[];
  /** The first lines of standard output, for as long as they mask something: what they mask. */
  readonly masked: readonly string[];
  /** What has to be masked. */
  readonly maskable: readonly string[];
  /** What the expected files have to hold, once their placeholders are filled. */
  readonly texts: Readonly<Record<ExpectedFile, string>>;
  readonly fill: (expected: string) => string;
  readonly hide: (text: string) => string;
}

/** Lets a scenario happen, once more where a day ended meanwhile: its dates would not be its dates any more. */
export async function playScenario(folder: ScenarioFolder): Promise<PlayedScenario> {
  const today = todayInUtc();
  const played = await playOn(today, folder);
  return todayInUtc() === today ? played : playOn(todayInUtc(), folder);
}

function todayInUtc(): string {
  return new Date().toISOString().slice(0, 10);
}

async function playOn(today: string, { path, file }: ScenarioFolder): Promise<PlayedScenario> {
  const environment = file.inputs.environment === "staging" ? "staging" : "production";
  const simulator = await startSimulator({
    environment,
    issued: issueTellableKeys(environment),
  });
  try {
    for (const { name, ...options } of file.faults) simulator.fault(name, options);
    const values = valuesOf(file, simulator, today);
    const lookup = lookupForInputs(values, simulator, resolve(path, WORKSPACE));
    const inputs: ActionInputs = fillEach(file.inputs, lookup);
    const run = await runAction({ inputs, env: fillEach(file.env, lookup), event: file.event });
    const { masked, rest } = splitMasks(run.stdout);
    return {
      run,
      requests: simulator.requests,
      masked,
      maskable: maskableOf(inputs),
      texts: {
        "stdout.txt": rest,
        "outputs.json": formatOutputs(run),
        "summary.md": run.summary,
        "requests.txt": simulator.requests.map(formatRequest).join(""),
      },
      fill: (expected) => fillPlaceholders(expected, lookupIn(values)),
      hide: (text) => hideValues(text, values, daysOf(file)),
    };
  } finally {
    await simulator.close();
  }
}

function valuesOf(file: ScenarioFile, { origin, keys }: Simulator, today: string): RunValues {
  const hintIn = (value = ""): string | undefined => {
    const name = SCENARIO_NAMES.find((each) => value.includes(`{{key ${each}}}`));
    return name === undefined ? undefined : keys[name].hint;
  };
  return {
    origin,
    today,
    hint: hintIn(file.inputs["api-key"]),
    previousHint: hintIn(file.inputs["previous-api-key"]),
  };
}

/** Beside what expected files may use: keys, other secrets that no file may hold, and a checkout. */
function lookupForInputs(values: RunValues, { keys }: Simulator, workspace: string): Lookup {
  const lookup = lookupIn(values);
  return (name) => {
    if (name === WORKSPACE) return workspace;
    const key = SCENARIO_NAMES.find((each) => name === `key ${each}`);
    if (key !== undefined) return keys[key].reveal();
    const length = /^alphanumeric ([1-9]\d?)$/.exec(name)?.[1];
    return length === undefined ? lookup(name) : alphanumeric(Number(length));
  };
}

function alphanumeric(length: number): string {
  return randomBytes(length * 4)
    .toString("base64")
    .replaceAll(/[^A-Za-z0-9]/g, "")
    .slice(0, length);
}

function fillEach<Names extends string>(
  templates: Readonly<Partial<Record<Names, string>>>,
  lookup: Lookup,
): Record<Names, string> {
  const entries = Object.entries(templates) as [Names, string][];
  const filled = entries.map(([name, template]) => [name, fillPlaceholders(template, lookup)]);
  return Object.fromEntries(filled) as Record<Names, string>;
}

/** The days that a scenario names, today, and where its warnings and failures begin. */
function daysOf({ inputs }: ScenarioFile): readonly number[] {
  const named = Object.values(inputs).flatMap(daysNamedIn);
  const limits = (["warn-before-days", "fail-before-days"] as const).map((name) =>
    Number(inputs[name] ?? INPUTS[name]),
  );
  const before = named.flatMap((day) => limits.map((limit) => day - limit));
  return [...new Set([0, ...named, ...before.filter(Number.isInteger)])];
}

/** What this run was handed that nobody may see, spelled in every way that can be hidden. */
function maskableOf(inputs: ActionInputs): readonly string[] {
  const secrets = [
    ...secretsWithin(inputs["api-key"] ?? ""),
    ...secretsWithin(inputs["previous-api-key"] ?? ""),
    inputs["github-token"] ?? "",
  ];
  return [
    ...new Set(secrets.flatMap((secret) => maskableSpellings(secret).map(({ text }) => text))),
  ];
}

const MASK = "::add-mask::";
const ESCAPES: Readonly<Record<string, string>> = { "%25": "%", "%0D": "\r", "%0A": "\n" };

function splitMasks(stdout: string): { readonly masked: readonly string[]; readonly rest: string } {
  const lines = stdout.split("\n");
  const end = lines.findIndex((line) => !line.startsWith(MASK));
  return {
    masked: lines
      .slice(0, end)
      .map((line) =>
        line.slice(MASK.length).replaceAll(/%25|%0D|%0A/g, (escape) => ESCAPES[escape] ?? escape),
      ),
    rest: lines.slice(end).join("\n"),
  };
}

/** In the order of the contract, and the findings as a list: for a person to read. */
function formatOutputs({ outputs: { findings = "", ...others } }: ActionRun): string {
  const values = { ...others, findings: JSON.parse(findings) as unknown };
  const place = (name: string): number => (OUTPUT_NAMES as readonly string[]).indexOf(name);
  const entries = Object.entries(values).sort(([one], [other]) => place(one) - place(other));
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function formatRequest({ method, path, query }: RecordedRequest): string {
  const parameters = new URLSearchParams(query).toString();
  return `${method} ${path}${parameters === "" ? "" : `?${parameters}`}\n`;
}

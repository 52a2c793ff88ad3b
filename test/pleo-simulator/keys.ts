import { PleoKey } from "../../src/key/pleo-key.ts";
import type { Environment } from "../../src/pleo/hosts.ts";
import { otherEnvironment } from "../../src/pleo/hosts.ts";
import { exampleKey, randomHex } from "../support/keys.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName } from "./scenarios.ts";

/** One fresh key per scenario. Two simulators may share a set, to be the two environments of one Pleo. */
export interface IssuedKeys {
  readonly environment: Environment;
  readonly byScenario: Readonly<Record<ScenarioName, PleoKey>>;
  /** Keys of situations that one test alone needs, beside those of the catalogue. */
  readonly others?: readonly IssuedKey[];
  /** Very many keys, by their values. */
  readonly fleet?: ReadonlyMap<string, Scenario>;
}

interface IssuedKey {
  readonly key: PleoKey;
  readonly scenario: Scenario;
}

const PREFIXES: Readonly<Record<Environment, string>> = { production: "plp", staging: "pls" };

export function issueKeys(environment: Environment): IssuedKeys {
  const issued = SCENARIO_NAMES.map((name) => [name, issueKey(SCENARIOS[name], environment)]);
  const byScenario = Object.fromEntries(issued) as Record<ScenarioName, PleoKey>;
  return { environment, byScenario };
}

export function issueKey(scenario: Scenario, environment: Environment): PleoKey {
  if (scenario.shape === "jwt") return new PleoKey(randomToken());
  if (scenario.shape === "unknown-shape") return new PleoKey(`pleo-${randomHex(40)}`);
  const hintsElsewhere =
    scenario.prefixOfOtherEnvironment || scenario.validIn === "other-environment";
  const hinted = hintsElsewhere ? otherEnvironment(environment) : environment;
  return new PleoKey(exampleKey({ prefix: PREFIXES[hinted] }));
}

function randomToken(): string {
  const parts = [{ alg: "HS256", typ: "JWT" }, { jti: randomHex(16) }];
  const encoded = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
  return [...encoded, Buffer.from(randomHex(64), "hex").toString("base64url")].join(".");
}

/** The scenario of a key as one environment knows it; `undefined` where the key opens nothing. */
export function recognise(
  value: string,
  issued: IssuedKeys,
  environment: Environment,
): Scenario | undefined {
  const found = findScenario(value, issued);
  if (found === undefined) return undefined;
  const belongs = found.validIn === "this-environment" ? issued.environment : elsewhere(issued);
  return belongs === environment && found.opens !== "nothing" ? found : undefined;
}

function findScenario(
  value: string,
  { byScenario, others = [], fleet }: IssuedKeys,
): Scenario | undefined {
  const ofFleet = fleet?.get(value);
  if (ofFleet !== undefined) return ofFleet;
  const name = SCENARIO_NAMES.find((each) => byScenario[each].reveal() === value);
  return name === undefined
    ? others.find(({ key }) => key.reveal() === value)?.scenario
    : SCENARIOS[name];
}

function elsewhere(issued: IssuedKeys): Environment {
  return otherEnvironment(issued.environment);
}

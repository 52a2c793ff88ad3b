import fc from "fast-check";
import { INPUT_NAMES, type InputName } from "../../../action/contract.ts";
import { parseInputs } from "../../../action/inputs.ts";
import { readRawInputs } from "../../../action/raw-inputs.ts";
import { GuardError } from "../../../src/errors.ts";
import { runnerEnvironment, type ActionInputs } from "../../support/run-action.ts";
import { SPELLERS } from "../../support/spell-key.ts";
import { compose, partsOf, type Part } from "../parts.ts";
import { createTarget, require } from "../target.ts";
import { keyPlans, makeTwins } from "../twins.ts";

const WORDS = [
  ...["true", "FALSE", "off", "production", "integrated", "workspace, build", "history", "never"],
  ...[
    "0",
    "30",
    "3650",
    "-1",
    "1e3",
    "2027-01-31",
    "31/01/2027",
    "vendors:read",
    "key-expiring=off",
  ],
  ...["0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", "https://external.pleo.io", "http://127.0.0.1:1/x"],
  ...[
    "https://user@external.pleo.io?",
    "../x",
    "dist\nout/",
    "C:\\x",
    "${{ secrets.X }}",
    ",",
    "\n",
  ],
  ...["__proto__", "constructor"],
];

/** Some of the inputs, each of which may hold the key in the wrong place. */
export const someInputs: fc.Arbitrary<readonly (readonly [InputName, readonly Part[]])[]> =
  fc.array(
    fc.tuple(fc.constantFrom(...INPUT_NAMES), partsOf(Object.keys(SPELLERS), { more: WORDS })),
    { maxLength: 5 },
  );

export function composeInputs(
  given: readonly (readonly [InputName, readonly Part[]])[],
  key: string,
): ActionInputs {
  return Object.fromEntries(given.map(([name, parts]) => [name, compose(parts, key)]));
}

export const inputs = createTarget({
  name: "inputs",
  inputs: fc.record({ plan: keyPlans, given: someInputs }),
  holds: ({ plan, given }) => {
    const [one, other] = makeTwins(plan).map((key) => {
      const values = composeInputs(given, key);
      const read = readInputs(values);
      const padded = Object.entries(values).map(([name, value]) => [name, ` ${value}\n`]);
      require(readInputs(Object.fromEntries(padded) as ActionInputs).verdict ===
        read.verdict, "white space around a value changes nothing");
      return read;
    });
    require(one?.refusal === other?.refusal, "two keys that end alike are refused alike");
  },
});

interface Read {
  readonly verdict: string;
  readonly refusal?: string;
}

function readInputs(values: ActionInputs): Read {
  try {
    parseInputs(readRawInputs(runnerEnvironment(values)));
    return { verdict: "taken" };
  } catch (error) {
    if (!(error instanceof GuardError)) throw error;
    require(error.code === "CONFIG_INVALID", "what is wrong with inputs has a code of its own");
    return { verdict: error.message, refusal: `${error.message} ${error.hint ?? ""}` };
  }
}

import type { FindingId } from "../../src/report/catalogue.ts";
import type { Verdict } from "../../src/report/report.ts";
import { READ_SCOPES } from "../../test/pleo-simulator/scenario.ts";
import type { ScenarioName } from "../../test/pleo-simulator/scenarios.ts";
import type { Simulator } from "../../test/pleo-simulator/simulator.ts";
import { COMPANIES } from "../../test/pleo-simulator/world.ts";
import type { ActionInputs } from "../../test/support/run-action.ts";

/** What a story has to end with. Everything else is a surprise. */
export interface Expected {
  readonly verdict: Verdict | "skipped";
  readonly findings?: readonly FindingId[];
  /** Only where a key is being replaced. */
  readonly safeToRevoke?: boolean;
}

/** One situation that a team meets sooner or later. */
export interface Story {
  /** Names the file that its summary is written to. */
  readonly name: string;
  readonly title: string;
  /** The simulator's key in the secret; absent where the run gets none. */
  readonly key?: ScenarioName;
  readonly expected: Expected;
  /** The inputs in which it differs from the others. */
  readonly inputs?: (simulator: Simulator) => ActionInputs;
  /** What GitHub tells of the run, beyond that its repository is private. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** Makes the simulator misbehave. */
  readonly arrange?: (simulator: Simulator) => void;
}

export const STORIES: readonly Story[] = [
  {
    name: "healthy",
    title: "A healthy key",
    key: "healthy",
    expected: { verdict: "pass" },
  },
  {
    name: "wrong-company",
    title: "A key of another company",
    key: "otherCompany",
    expected: { verdict: "fail", findings: ["company-mismatch"] },
  },
  {
    name: "missing-scope",
    title: "A key that lacks a scope",
    key: "missingScope",
    expected: { verdict: "fail", findings: ["scope-missing"] },
  },
  {
    name: "excess-scope",
    title: "A key that may do too much",
    key: "excessScope",
    expected: { verdict: "pass", findings: ["scope-excess"] },
  },
  {
    name: "expiring-soon",
    title: "A key that expires in twelve days",
    key: "healthy",
    expected: { verdict: "pass", findings: ["key-expiring"] },
    inputs: () => ({ "expires-on": inDays(12) }),
  },
  {
    name: "expired",
    title: "A key that expired yesterday, which Pleo rejects",
    key: "expired",
    expected: { verdict: "fail", findings: ["key-rejected", "key-expired"] },
    inputs: () => ({ "expires-on": inDays(-1) }),
  },
  {
    name: "other-environment",
    title: "A key of Pleo's other environment",
    key: "otherEnvironment",
    expected: { verdict: "fail", findings: ["key-rejected", "environment-hint"] },
  },
  {
    name: "inactive-installation",
    title: "A key whose installation is not active",
    key: "inactive",
    expected: { verdict: "fail", findings: ["installation-inactive"] },
  },
  {
    name: "no-installation",
    title: "A Standalone key without an installation",
    key: "noInstallation",
    expected: { verdict: "pass", findings: ["installation-absent"] },
  },
  {
    name: "organisation",
    title: "An organisation's key, which reaches several companies",
    key: "organisation",
    expected: { verdict: "pass", findings: ["key-reaches-more-companies"] },
    inputs: () => ({ "company-id": COMPANIES.harbourNorth.id }),
  },
  {
    name: "line-break",
    title: "A key stored with a line break at its end",
    key: "healthy",
    expected: { verdict: "fail", findings: ["key-damaged"] },
    inputs: ({ keys }) => ({ "api-key": `${keys.healthy.reveal()}\n` }),
  },
  {
    name: "rotation",
    title: "A rotation: both keys work, and the old one may go",
    key: "rotationNew",
    expected: { verdict: "pass", safeToRevoke: true },
    inputs: ({ keys }) => ({ "previous-api-key": keys.rotationOld.reveal(), rotation: "overlap" }),
  },
  {
    name: "pleo-down",
    title: "Pleo is down",
    key: "healthy",
    expected: { verdict: "unknown", findings: ["pleo-unavailable"] },
    arrange: (simulator: Simulator): void => {
      simulator.fault("server-error");
    },
  },
  {
    name: "fork-pull-request",
    title: "A pull request from a fork, which gets no key",
    expected: { verdict: "skipped" },
    event: {
      pull_request: {
        head: { repo: { full_name: "robin/accounting" } },
        base: { repo: { full_name: "example/accounting" } },
      },
    },
  },
];

/** The inputs of a careful workflow, for one story. */
export function inputsOf({ key, inputs }: Story, simulator: Simulator): ActionInputs {
  return {
    // A secret that GitHub does not hand out arrives as an empty text.
    "api-key": key === undefined ? "" : simulator.keys[key].reveal(),
    "api-url": simulator.origin,
    "company-id": COMPANIES.bakery.id,
    "required-scopes": READ_SCOPES.join(" "),
    "expires-on": inDays(200),
    ...inputs?.(simulator),
  };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * What a check says, on a Pleo that runs on this machine: no account, no network, no real key. Each scenario's
 * key takes the way a real one would take, through the HTTP adapter and the core.
 */
import { createPleoApi, startDeadline } from "../action/pleo-api.ts";
import { renderText } from "../action/render/text.ts";
import { guardKey, type GuardReport, type GuardRequest } from "../src/activation/guard-key.ts";
import type { Expectation } from "../src/activation/expectation.ts";
import type { Verdict } from "../src/report/report.ts";
import { READ_SCOPES } from "../test/pleo-simulator/scenario.ts";
import type { ScenarioName } from "../test/pleo-simulator/scenarios.ts";
import { startSimulator, type Simulator } from "../test/pleo-simulator/simulator.ts";
import { COMPANIES } from "../test/pleo-simulator/world.ts";

const NOW = new Date();
const TOTAL_MS = 20_000;

interface Scene {
  readonly title: string;
  readonly key: ScenarioName;
  readonly verdict: Verdict;
  readonly expectation?: Partial<Expectation>;
  readonly request?: (value: string, simulator: Simulator) => Partial<GuardRequest>;
  /** Makes the simulator misbehave. */
  readonly arrange?: (simulator: Simulator) => void;
}

function inDays(days: number): string {
  return new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

const EXPECTATION: Expectation = {
  kind: "standalone",
  environment: "production",
  companyId: COMPANIES.bakery.id,
  requiredScopes: READ_SCOPES,
  expiry: { expiresOn: inDays(200), warnBeforeDays: 30, failBeforeDays: 0 },
};

function expiring(days: number): Partial<Expectation> {
  return { expiry: { ...EXPECTATION.expiry, expiresOn: inDays(days) } };
}

const SCENES: readonly Scene[] = [
  { title: "A healthy key", key: "healthy", verdict: "pass" },
  { title: "A key of another company", key: "otherCompany", verdict: "fail" },
  { title: "A key that lacks a scope", key: "missingScope", verdict: "fail" },
  { title: "A key that may do too much", key: "excessScope", verdict: "pass" },
  { title: "A key that expires soon", key: "healthy", verdict: "pass", expectation: expiring(12) },
  {
    title: "A key that Pleo rejects: expired, deleted or replaced",
    key: "expired",
    verdict: "fail",
  },
  { title: "A key of the other environment", key: "otherEnvironment", verdict: "fail" },
  { title: "An installation that is not active", key: "inactive", verdict: "fail" },
  { title: "A Standalone key without an installation", key: "noInstallation", verdict: "pass" },
  {
    title: "An organisation's key, which reaches several companies",
    key: "organisation",
    verdict: "pass",
    expectation: { companyId: COMPANIES.harbourNorth.id },
  },
  {
    title: "A key stored with a line break at its end",
    key: "healthy",
    verdict: "fail",
    request: (value) => ({ value: `${value}\n` }),
  },
  {
    title: "A rotation: the new key is ready, the old one may go",
    key: "rotationNew",
    verdict: "pass",
    request: (_value, { keys }) => ({
      rotation: { previousValue: keys.rotationOld.reveal(), phase: "overlap" },
    }),
  },
  {
    title: "Pleo is down",
    key: "healthy",
    verdict: "unknown",
    arrange: (simulator) => {
      simulator.fault("server-error");
    },
  },
];

async function check(scene: Scene, simulator: Simulator): Promise<GuardReport> {
  const value = simulator.keys[scene.key].reveal();
  const deadline = startDeadline(TOTAL_MS);
  const request = {
    value,
    expectation: { ...EXPECTATION, ...scene.expectation },
    ...scene.request?.(value, simulator),
  };
  return guardKey(request, {
    openPleo: (key) => createPleoApi({ key, origin: simulator.origin, deadline, env: process.env }),
    clock: { now: () => NOW },
  });
}

async function play(scene: Scene, simulator: Simulator): Promise<boolean> {
  simulator.clearFaults();
  scene.arrange?.(simulator);
  const report = await check(scene, simulator);
  const asExpected = report.verdict === scene.verdict;
  console.log(`── ${scene.title}\n${renderText(report)}`);
  console.log(asExpected ? "" : `   !! expected the verdict ${scene.verdict}\n`);
  return asExpected;
}

const simulator = await startSimulator();
try {
  console.log(
    "Pleo Key Guard asks a simulated Pleo on this machine about keys made for this run.\n",
  );
  const outcomes: boolean[] = [];
  for (const scene of SCENES) outcomes.push(await play(scene, simulator));
  const surprises = outcomes.filter((asExpected) => !asExpected).length;
  const asked = simulator.requests.length;
  console.log(
    `${SCENES.length} keys checked with ${asked} requests, none of which wrote; ${surprises} surprises.`,
  );
  process.exitCode = surprises === 0 ? 0 : 1;
} finally {
  await simulator.close();
}

import type { ActionConfig } from "../../../action/inputs.ts";
import { parseInputs } from "../../../action/inputs.ts";
import { createPleoApi } from "../../../action/pleo-api/client.ts";
import { startDeadline } from "../../../action/pleo-api/deadline.ts";
import type { Pace } from "../../../action/pleo-api/client.ts";
import { readRawInputs } from "../../../action/raw-inputs.ts";
import type {
  FleetCheckPorts,
  FleetLimits,
  TenantLimits,
} from "../../../action/tenants/check-fleet.ts";
import { createFingerprints } from "../../../action/tenants/key-sources/fingerprints.ts";
import { createPace } from "../../../action/tenants/pace.ts";
import type { PleoKey } from "../../../src/key/pleo-key.ts";
import { createTenantFinding } from "../../../src/report/tenant-catalogue.ts";
import type { Tenant } from "../../../src/tenancy/tenant.ts";
import type { FleetMember } from "../../pleo-simulator/fleet.ts";
import { READ_SCOPES } from "../../pleo-simulator/scenario.ts";
import { runnerEnvironment, type ActionInputs } from "../../support/run-action.ts";

/** More than a busy machine needs to answer from loopback. */
const PATIENT_MS = 20_000;

/** A tenant whose key stands under its id, and of whom is expected what a member has. */
export function tenantOf({ id, company }: FleetMember, differences: Partial<Tenant> = {}): Tenant {
  return {
    id,
    key: { kind: "secret", name: id },
    rotation: "overlap",
    line: 1,
    expectation: {
      kind: "integrated",
      environment: "production",
      companyId: company.id,
      requiredScopes: READ_SCOPES,
      expiry: { expiresOn: "2999-01-31", warnBeforeDays: 30, failBeforeDays: 0 },
    },
    ...differences,
  };
}

export function configFor(inputs: ActionInputs): ActionConfig {
  return parseInputs(readRawInputs(runnerEnvironment({ tenants: "tenants.yml", ...inputs })));
}

/** A pace that nobody waits for, though it keeps its order and heeds what it is told. */
export function quickPace(): Pace {
  let now = 0;
  return createPace({
    requestsPerMinute: Infinity,
    deadline: startDeadline(3_600_000),
    monotonicMs: () => now,
    sleep: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
  });
}

export function limitsFor(origin: string, differences: Partial<FleetLimits> = {}): FleetLimits {
  return {
    raw: readRawInputs({}),
    config: configFor({ "api-url": origin, "timeout-seconds": "120" }),
    deadline: startDeadline(600_000),
    pace: quickPace(),
    ...differences,
  };
}

interface Stored {
  /** By the names under which the tenants' sources ask for them. */
  readonly values: ReadonlyMap<string, string>;
  readonly timeoutFor?: (key: PleoKey) => number;
}

export function valuesOf(members: readonly FleetMember[]): ReadonlyMap<string, string> {
  return new Map(members.map(({ id, key }) => [id, key.reveal()]));
}

/** The real adapter, except that waiting between attempts takes no time. */
export function openQuickly(
  { deadline, pace, mayHoldSecret }: TenantLimits,
  timeoutFor: (key: PleoKey) => number = () => PATIENT_MS,
): ReturnType<FleetCheckPorts["openWithin"]> {
  return (key, origin) =>
    createPleoApi({
      key,
      origin,
      deadline,
      pace,
      mayHoldSecret,
      env: {},
      timeoutMs: timeoutFor(key),
      platform: { sleep: () => Promise.resolve(), random: () => 0.5 },
    });
}

export function fleetPorts(
  { values, timeoutFor }: Stored,
  differences: Partial<FleetCheckPorts> = {},
): FleetCheckPorts {
  return {
    clock: { now: () => new Date("2027-01-15T12:00:00Z") },
    openWithin: (limits) => openQuickly(limits, timeoutFor),
    resolveKey: (source, which = "key") => {
      const value = values.get(source.kind === "file" ? source.path : source.name);
      const texts = { which, problem: "there is none", fix: "Store it." };
      return value === undefined
        ? { kind: "unavailable", finding: createTenantFinding("tenant-key-unavailable", texts) }
        : { kind: "value", value };
    },
    fingerprints: createFingerprints({ GITHUB_REPOSITORY: "example/app", GITHUB_RUN_ID: "1" }),
    mayHoldSecret: () => true,
    log: () => undefined,
    ...differences,
  };
}

import type { Expectation } from "../../src/activation/expectation.ts";
import type { GuardReport } from "../../src/activation/guard-report.ts";
import { GuardError } from "../../src/errors.ts";
import { optional } from "../../src/optional.ts";
import { API_ORIGINS, findPleoHost } from "../../src/pleo/hosts.ts";
import type { Clock } from "../../src/ports.ts";
import type { Finding } from "../../src/report/finding.ts";
import { createTenantFinding } from "../../src/report/tenant-catalogue.ts";
import type { Tenant, TenantOutcome, TenantRecord } from "../../src/tenancy/tenant.ts";
import { checkKey, NO_REPORT, weigh, type CheckPorts } from "../check.ts";
import type { ActionConfig } from "../inputs.ts";
import type { Pace } from "../pleo-api/client.ts";
import {
  startPausableDeadline,
  type Deadline,
  type PausableDeadline,
} from "../pleo-api/deadline.ts";
import type { RawInputs } from "../raw-inputs.ts";
import { NOTHING_SCANNED } from "../scanned.ts";
import { startProgress } from "./check-fleet-progress.ts";
import type { Fingerprints } from "./key-sources/fingerprints.ts";
import type { TenantSecrets } from "./key-sources/key-sources.ts";

/** Within which Pleo is asked about one tenant. */
export interface TenantLimits {
  readonly deadline: Deadline;
  readonly pace: Pace;
  readonly mayHoldSecret: (text: string) => boolean;
}

export interface FleetCheckPorts {
  readonly clock: Clock;
  readonly openWithin: (limits: TenantLimits) => CheckPorts["openPleo"];
  readonly resolveKey: TenantSecrets["resolveKey"];
  readonly fingerprints: Fingerprints;
  /** Says no only of a text that holds no key, of whichever tenant. */
  readonly mayHoldSecret: TenantLimits["mayHoldSecret"];
  /** For a line now and then while it takes long. Names no tenant. */
  readonly log: (line: string) => void;
}

export interface FleetLimits {
  /** Everything but the keys: what they are taken from is the manifest's to say. */
  readonly raw: RawInputs;
  readonly config: ActionConfig;
  /** Of the whole run. */
  readonly deadline: Deadline;
  readonly pace: Pace;
}

/**
 * At the default budget a request starts each 150 ms, so this many use it up as long as Pleo answers within two
 * seconds. More would only be more that are under way, with their keys, when the time is up.
 */
const WORKERS = 16;

/**
 * The whole check of one key for each tenant, begun in the manifest's order. Nothing that goes wrong with one is
 * seen in another's record, and a tenant that nobody came to before the end has none.
 */
export async function checkFleet(
  tenants: readonly Tenant[],
  ports: FleetCheckPorts,
  limits: FleetLimits,
): Promise<readonly TenantRecord[]> {
  const records: (TenantRecord | undefined)[] = tenants.map(() => undefined);
  const progress = startProgress(tenants.length, ports.log);
  const queue = tenants.entries();
  const work = async (): Promise<void> => {
    for (const [index, tenant] of queue) {
      if (limits.deadline.remainingMs() <= 0) return;
      const record = await checkTenant(tenant, ports, limits);
      records[index] = record;
      progress.count(record.report.verdict);
    }
  };
  await Promise.all(Array.from({ length: Math.min(WORKERS, tenants.length) }, work));
  return records.filter((record) => record !== undefined);
}

async function checkTenant(
  tenant: Tenant,
  ports: FleetCheckPorts,
  limits: FleetLimits,
): Promise<TenantRecord> {
  const { id, line, expectation } = tenant;
  const base = { id, line, environment: expectation.environment, ...ownerOf(tenant) };
  try {
    return { ...base, ...(await askAbout(tenant, ports, limits)) };
  } catch (error) {
    const outcome = outcomeOf({ ...NO_REPORT, findings: [unchecked(error)] }, limits.config);
    return { ...base, report: outcome, fingerprints: {} };
  }
}

function ownerOf({ owner }: Tenant): Pick<TenantRecord, "owner"> {
  return optional("owner", owner);
}

/** Of an unforeseen error nothing is shown: it may hold anything. */
function unchecked(error: unknown): Finding {
  const isForeseen = error instanceof GuardError;
  return createTenantFinding("tenant-unchecked", {
    problem: isForeseen
      ? error.message.replace(/\.$/, "")
      : "The check failed in a way that it did not foresee",
    fix:
      (isForeseen ? error.hint : undefined) ??
      "Run the check again; if it stays, report it with the version you use, and never the key.",
  });
}

type Asked = Pick<TenantRecord, "report" | "fingerprints">;

/** The keys live in here, and nothing that outlives it holds them. */
async function askAbout(
  tenant: Tenant,
  ports: FleetCheckPorts,
  limits: FleetLimits,
): Promise<Asked> {
  const { values, unavailable } = resolveKeys(tenant, ports);
  const asked =
    values.key === undefined
      ? NO_REPORT
      : await askPleoAbout(tenant, { ...values, key: values.key }, { ports, limits });
  const isRotation = tenant.previousKey !== undefined;
  const report =
    unavailable.length === 0
      ? asked
      : { ...asked, ...leftAlone(isRotation), findings: [...unavailable, ...asked.findings] };
  return {
    report: outcomeOf(report, limits.config),
    fingerprints: ports.fingerprints.of({
      ...values,
      ...optional("company", report.company.actual),
    }),
  };
}

/** As they are stored. */
interface Values {
  readonly key?: string;
  readonly previousKey?: string;
}

function resolveKeys(
  tenant: Tenant,
  { resolveKey }: FleetCheckPorts,
): { readonly values: Values; readonly unavailable: readonly Finding[] } {
  const key = resolveKey(tenant.key);
  const previous =
    tenant.previousKey === undefined ? undefined : resolveKey(tenant.previousKey, "previous key");
  return {
    values: {
      ...optional("key", key.kind === "value" ? key.value : undefined),
      ...optional("previousKey", previous?.kind === "value" ? previous.value : undefined),
    },
    unavailable: [key, previous].flatMap((resolved) =>
      resolved?.kind === "unavailable" ? [resolved.finding] : [],
    ),
  };
}

interface Within {
  readonly ports: FleetCheckPorts;
  readonly limits: FleetLimits;
}

function askPleoAbout(
  { expectation, rotation }: Tenant,
  { key, previousKey }: Values & { readonly key: string },
  { ports, limits: { raw, config, deadline: whole, pace } }: Within,
): Promise<GuardReport> {
  const deadline = startPausableDeadline(config.timeoutMs, whole);
  const openPleo = ports.openWithin({
    deadline,
    pace: waitingForFree(pace, deadline),
    mayHoldSecret: ports.mayHoldSecret,
  });
  return checkKey(
    { ...raw, "api-key": key, "previous-api-key": previousKey },
    { ...config, expectation, rotation, origin: originFor(expectation, config) },
    { clock: ports.clock, openPleo },
  );
}

function waitingForFree(pace: Pace, deadline: PausableDeadline): Pace {
  return {
    turn: () => deadline.pauseFor(pace.turn()),
    heed: (retryAfterMs) => {
      pace.heed(retryAfterMs);
    },
  };
}

/** Of Pleo's own addresses that of the tenant's environment, whichever of them the input names. */
function originFor({ environment }: Expectation, { origin }: ActionConfig): string {
  return findPleoHost(new URL(origin).hostname) === undefined ? origin : API_ORIGINS[environment];
}

/** Which of two keys may go is not to be told while one of them has not been seen. */
function leftAlone(isRotation: boolean): Pick<GuardReport, "previousKey"> {
  return isRotation ? { previousKey: "needed" } : {};
}

function outcomeOf(report: GuardReport, config: ActionConfig): TenantOutcome {
  const weighed = weigh(report, NOTHING_SCANNED, config);
  return {
    verdict: weighed.verdict,
    findings: weighed.findings,
    proofs: weighed.proofs,
    ...optional("keyHint", weighed.keyHint),
    ...optional("expiry", weighed.expiry),
    ...optional("previousKey", weighed.previousKey),
    ...optional("switchedOff", weighed.switchedOff),
  };
}

import { settlePreviousKey, type GuardReport } from "../src/activation/guard-report.ts";
import { hasSendableKey, judgeStored, reportUnsent } from "../src/activation/stored-value.ts";
import type { PleoKey } from "../src/key/pleo-key.ts";
import { optional } from "../src/optional.ts";
import type { Clock, PleoApi } from "../src/ports.ts";
import { decideVerdict, NOTHING_PROVEN, orderFindings } from "../src/report/report.ts";
import type { ActionReport } from "./action-report.ts";
import type { ActionConfig } from "./inputs.ts";
import type { RawInputs } from "./raw-inputs.ts";
import type { Scanned } from "./scanned.ts";
import { applySeverities } from "./severities.ts";

export interface CheckPorts {
  /** Opens Pleo's API at an origin, for one key. */
  readonly openPleo: (key: PleoKey, origin: string) => PleoApi | Promise<PleoApi>;
  readonly clock: Clock;
}

/** One key from the stored text to the report. */
export async function checkKey(
  raw: RawInputs,
  config: ActionConfig,
  ports: CheckPorts,
): Promise<GuardReport> {
  const { expectation } = config;
  const stored = judgeStored(raw["api-key"] ?? "", expectation, ports.clock.now());
  const previousValue = raw["previous-api-key"] ?? "";
  const isRotation = previousValue.trim() !== "";
  if (!hasSendableKey(stored)) return reportUnsent(stored, { expectation, isRotation });
  // Loaded once there is a key to ask about.
  const { askPleo } = await import("./ask-pleo.ts");
  const rotation = isRotation ? { previousValue, phase: config.rotation } : undefined;
  const demand = { expectation, ...optional("rotation", rotation) };
  return askPleo(stored, demand, { config, ...ports });
}

/** Of a run that asks nothing about a key. */
export const NO_REPORT: GuardReport = {
  verdict: "unknown",
  findings: [],
  proofs: NOTHING_PROVEN,
  installationStatuses: [],
  company: {},
  scopes: { missing: [], excess: [] },
};

/**
 * All that was found, as the user wants it weighed. Settings can make a report weigh more or less; what has not been
 * proven stays unproven.
 */
export function weigh(report: GuardReport, scanned: Scanned, config: ActionConfig): ActionReport {
  const ofKey = applySeverities(report.findings, config.severities);
  const ofScans = applySeverities(scanned.findings, config.severities);
  const findings = [...ofKey.findings, ...ofScans.findings];
  const switchedOff = [...ofKey.switchedOff, ...ofScans.switchedOff];
  const previousKey = report.comparedKeys ?? report.previousKey;
  return {
    ...report,
    scans: scanned.scans,
    findings: orderFindings(findings),
    verdict: decideVerdict(findings, report.proofs),
    ...optional("switchedOff", switchedOff.length === 0 ? undefined : switchedOff),
    // Where a key is written says nothing of what the other key can do.
    ...optional(
      "previousKey",
      previousKey && settlePreviousKey(previousKey, ofKey.findings, report.proofs),
    ),
  };
}

import { settlePreviousKey, type GuardReport } from "../src/activation/guard-report.ts";
import { isSendable, judgeStored, reportUnsent } from "../src/activation/stored-value.ts";
import type { PleoKey } from "../src/key/pleo-key.ts";
import { optional } from "../src/optional.ts";
import type { Clock, PleoApi } from "../src/ports.ts";
import { decideVerdict, orderFindings } from "../src/report/report.ts";
import type { ActionConfig } from "./inputs.ts";
import type { RawInputs } from "./raw-inputs.ts";
import { applySeverities } from "./severities.ts";

export interface CheckPorts {
  /** Opens Pleo's API at an origin, for one key. */
  readonly openPleo: (key: PleoKey, origin: string) => PleoApi | Promise<PleoApi>;
  readonly clock: Clock;
}

/** One key from the stored text to the report, as the user wants it weighed. */
export async function checkKey(
  raw: RawInputs,
  config: ActionConfig,
  ports: CheckPorts,
): Promise<GuardReport> {
  const { expectation } = config;
  const stored = judgeStored(raw["api-key"] ?? "", expectation, ports.clock.now());
  const previousValue = raw["previous-api-key"] ?? "";
  const isRotation = previousValue.trim() !== "";
  if (!isSendable(stored)) return weigh(reportUnsent(stored, { expectation, isRotation }), config);
  // Loaded once there is a key to ask about.
  const { askPleo } = await import("./ask-pleo.ts");
  const rotation = isRotation ? { previousValue, phase: config.rotation } : undefined;
  const demand = { expectation, ...optional("rotation", rotation) };
  return weigh(await askPleo(stored, demand, { config, ...ports }), config);
}

/** Settings can make a report weigh more or less; what has not been proven stays unproven. */
function weigh(report: GuardReport, { severities }: ActionConfig): GuardReport {
  if (severities.size === 0) return report;
  const { findings, switchedOff } = applySeverities(report.findings, severities);
  const previousKey = report.comparedKeys ?? report.previousKey;
  return {
    ...report,
    findings: orderFindings(findings),
    verdict: decideVerdict(findings, report.proofs),
    ...optional("switchedOff", switchedOff.length === 0 ? undefined : switchedOff),
    ...optional(
      "previousKey",
      previousKey && settlePreviousKey(previousKey, findings, report.proofs),
    ),
  };
}

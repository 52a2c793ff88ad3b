import { guardKey, type GuardReport } from "../src/activation/guard-key.ts";
import { parseKey } from "../src/key/parse-key.ts";
import type { PleoKey } from "../src/key/pleo-key.ts";
import { API_ORIGINS, otherEnvironment } from "../src/pleo/hosts.ts";
import { keyHandling } from "../src/pleo/web-app.ts";
import type { Clock, PleoApi } from "../src/ports.ts";
import { createFinding } from "../src/report/finding.ts";
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
  const value = raw["api-key"] ?? "";
  const previousValue = raw["previous-api-key"] ?? "";
  const report = await guardKey(
    {
      value,
      expectation: config.expectation,
      ...(previousValue.trim() === ""
        ? {}
        : { rotation: { previousValue, phase: config.rotation } }),
    },
    { openPleo: (key) => ports.openPleo(key, config.origin), clock: ports.clock },
  );
  return weigh(await diagnoseEnvironment(report, value, { config, ports }), config);
}

/** Settings can make a report weigh more or less; what has not been proven stays unproven. */
function weigh(report: GuardReport, { severities }: ActionConfig): GuardReport {
  if (severities.size === 0) return report;
  const findings = orderFindings(applySeverities(report.findings, severities));
  const verdict = decideVerdict(findings, report.proofs);
  return {
    ...report,
    findings,
    verdict,
    ...(report.previousKey === undefined || verdict === "pass" ? {} : { previousKey: "needed" }),
  };
}

interface Diagnosis {
  readonly config: ActionConfig;
  readonly ports: CheckPorts;
}

/** Sends a rejected key to the other environment, once, and only because the user asked for that. */
async function diagnoseEnvironment(
  report: GuardReport,
  value: string,
  { config, ports }: Diagnosis,
): Promise<GuardReport> {
  const { environment, kind } = config.expectation;
  const isRejected = report.findings.some(({ id }) => id === "key-rejected");
  const parsed = parseKey(value);
  // With an address of its own there is no other one to ask.
  if (!config.diagnoseEnvironment || !isRejected || config.isOwnAddress) return report;
  if (parsed.kind !== "key" && parsed.kind !== "unknown-shape") return report;

  const other = otherEnvironment(environment);
  const pleo = await ports.openPleo(parsed.key, API_ORIGINS[other]);
  const answer = await pleo.introspect();
  if (answer.kind !== "ok" || answer.value.authMethod !== "API_KEY") return report;
  const { renew } = keyHandling(kind, environment);
  const finding = createFinding("key-of-other-environment", { other, environment, renew });
  return {
    ...report,
    findings: [finding, ...report.findings.filter(({ id }) => id !== "environment-hint")],
  };
}

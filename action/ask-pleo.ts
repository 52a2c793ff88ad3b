import { guardStored, type Demand } from "../src/activation/guard-key.ts";
import type { GuardReport } from "../src/activation/guard-report.ts";
import type { SendableValue } from "../src/activation/stored-value.ts";
import type { PleoKey } from "../src/key/pleo-key.ts";
import { API_ORIGINS, otherEnvironment } from "../src/pleo/hosts.ts";
import { keyHandling } from "../src/pleo/web-app.ts";
import { createFinding } from "../src/report/finding.ts";
import type { CheckPorts } from "./check.ts";
import type { ActionConfig } from "./inputs.ts";

interface Asking extends Pick<CheckPorts, "openPleo"> {
  readonly config: ActionConfig;
}

/** What Pleo says about the key, and, if that is asked for, to which environment it belongs. */
export async function askPleo(
  stored: SendableValue,
  demand: Demand,
  asking: Asking,
): Promise<GuardReport> {
  const { config, openPleo } = asking;
  const report = await guardStored(stored, demand, (key) => openPleo(key, config.origin));
  return diagnoseEnvironment(report, stored.key, asking);
}

/** Sends a rejected key to the other environment, once, and only because the user asked for that. */
async function diagnoseEnvironment(
  report: GuardReport,
  key: PleoKey,
  { config, openPleo }: Asking,
): Promise<GuardReport> {
  const { environment, kind } = config.expectation;
  const isRejected = report.findings.some(({ id }) => id === "key-rejected");
  if (!config.diagnoseEnvironment || !isRejected) return report;
  // With an address of its own there is no other one to ask.
  if (config.isOwnAddress) {
    return {
      ...report,
      findings: [...report.findings, createFinding("environment-undiagnosed", {})],
    };
  }
  const other = otherEnvironment(environment);
  const pleo = await openPleo(key, API_ORIGINS[other]);
  const answer = await pleo.introspect();
  if (answer.kind !== "ok" || answer.value.authMethod !== "API_KEY") return report;
  const { renew } = keyHandling(kind, environment);
  const finding = createFinding("key-of-other-environment", { other, environment, renew });
  return {
    ...report,
    findings: [finding, ...report.findings.filter(({ id }) => id !== "environment-hint")],
  };
}

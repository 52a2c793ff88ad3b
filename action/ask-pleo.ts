import { guardKey } from "../src/activation/guard-key.ts";
import type { GuardReport } from "../src/activation/guard-report.ts";
import { parseKey } from "../src/key/parse-key.ts";
import { API_ORIGINS, otherEnvironment } from "../src/pleo/hosts.ts";
import { keyHandling } from "../src/pleo/web-app.ts";
import { createFinding } from "../src/report/finding.ts";
import type { CheckPorts } from "./check.ts";
import type { ActionConfig } from "./inputs.ts";
import type { RawInputs } from "./raw-inputs.ts";

/** What Pleo says about the key, and, if that is asked for, to which environment it belongs. */
export async function askPleo(
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
  return diagnoseEnvironment(report, value, { config, ports });
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
  if (!config.diagnoseEnvironment || !isRejected) return report;
  // With an address of its own there is no other one to ask.
  if (config.isOwnAddress) {
    return {
      ...report,
      findings: [...report.findings, createFinding("environment-undiagnosed", {})],
    };
  }
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

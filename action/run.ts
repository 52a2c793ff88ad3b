import type { GuardReport } from "../src/activation/guard-report.ts";
import { checkKey, NO_REPORT, weigh, type CheckPorts } from "./check.ts";
import { answered, broken, skipped, type Ending } from "./endings.ts";
import { parseInputs, type ActionConfig } from "./inputs.ts";
import {
  adviseOnMissingKey,
  causeOfMissingKey,
  explainSkip,
  MISSING_KEY_ADVICE,
} from "./missing-key.ts";
import { CLOSED_GATE } from "./outputs.ts";
import { parseApiOrigin } from "./pleo-api/api-origin.ts";
import type { PleoApiOptions } from "./pleo-api/client.ts";
import { startDeadline } from "./pleo-api/deadline.ts";
import { useProxy, type SetGlobalProxy } from "./proxy.ts";
import { readRawInputs, type ProcessEnvironment, type RawInputs } from "./raw-inputs.ts";
import { NOTHING_SCANNED, type Scanned } from "./scanned.ts";
import { collectSecrets } from "./secrets.ts";
import { openSinks, type Sinks, type Toolkit } from "./sinks.ts";

export interface RunPorts extends Omit<CheckPorts, "openPleo"> {
  readonly env: ProcessEnvironment;
  readonly toolkit: Toolkit;
  /** Pleo's API for all requests that share an end, and perhaps a pace. */
  readonly openWithin: (limits: AskingLimits) => CheckPorts["openPleo"];
  readonly setGlobalProxy: SetGlobalProxy | undefined;
  /** A file's text, or nothing where it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
  /** Ends the step as failed, once everything has been written. */
  readonly failStep: () => void;
}

/** Within which Pleo is asked. */
export type AskingLimits = Pick<PleoApiOptions, "deadline" | "pace" | "mayHoldSecret">;

export interface Deciding {
  readonly raw: RawInputs;
  readonly config: ActionConfig;
  readonly ports: RunPorts;
  /** What GitHub says started the run; anything may be in it, or nothing. */
  readonly event: unknown;
  readonly sinks: Sinks;
}

/** Mask, close the gate, read the inputs, ask, say it. The gate opens for a pass and for nothing else. */
export async function run(ports: RunPorts): Promise<void> {
  const raw = readRawInputs(ports.env);
  const secrets = collectSecrets(raw, ports.env);
  const sinks = openSinks(ports.toolkit, {
    secrets,
    isOnRunner: ports.env["GITHUB_ACTIONS"] === "true",
    failStep: ports.failStep,
  });
  let ending: Ending;
  try {
    sinks.maskSecrets();
    sinks.setOutputs(CLOSED_GATE);
    ending = await decide({ raw, config: parseInputs(raw), ports, event: readEvent(ports), sinks });
  } catch (error) {
    ending = broken(error);
  }
  if (ending.fails) ports.failStep();
  await ending.publish(sinks);
}

async function decide(deciding: Deciding): Promise<Ending> {
  const { raw, config, ports, event } = deciding;
  if (config.fleet !== undefined) {
    // Nothing of it is loaded by runs about one key.
    const { decideFleet } = await import("./tenants/decide-fleet.ts");
    return decideFleet(config.fleet, { ...deciding, scan: scanIfAsked });
  }
  const isMissing = (raw["api-key"] ?? "").trim() === "";
  const cause = causeOfMissingKey({ env: ports.env, event });
  const skips =
    config.onMissingKey === "skip" || (config.onMissingKey === "auto" && cause !== "unexplained");
  const ended = { config, ports, event, token: raw["github-token"]?.trim() ?? "" };
  if (isMissing && skips) {
    const scanned = weigh(NO_REPORT, await scanIfAsked(deciding), config);
    if (scanned.findings.some(({ severity }) => severity === "error")) {
      return answered(scanned, ended);
    }
    const why = explainSkip(cause, config.onMissingKey === "skip");
    return skipped({ why, nextStep: MISSING_KEY_ADVICE[cause], scanned }, config);
  }

  useProxy(ports.env, parseApiOrigin(config.origin), ports.setGlobalProxy);
  const report = await checkKey(raw, config, {
    ...ports,
    openPleo: ports.openWithin({ deadline: startDeadline(config.timeoutMs) }),
  });
  const advice = adviseOnMissingKey(cause, config.onMissingKey === "fail");
  const advised = isMissing ? adviseOnMissing(report, advice) : report;
  return answered(weigh(advised, await scanIfAsked(deciding), config), ended);
}

/** Nothing of it is loaded by runs that do not ask for it. */
async function scanIfAsked({ raw, config, ports, event, sinks }: Deciding): Promise<Scanned> {
  const { leaks, workflows } = config.scan;
  if (leaks.size === 0 && !workflows) return NOTHING_SCANNED;
  const { scanRepository } = await import("./scan/scan.ts");
  return scanRepository(
    { raw, config, event },
    {
      env: ports.env,
      progress: (line) => {
        sinks.log(line);
      },
    },
  );
}

function readEvent({ env, readFile }: RunPorts): unknown {
  try {
    return JSON.parse(readFile(env["GITHUB_EVENT_PATH"] ?? "") ?? "null");
  } catch {
    // Without an event nothing is known of where the run came from.
    return undefined;
  }
}

function adviseOnMissing(report: GuardReport, advice: string): GuardReport {
  const findings = report.findings.map((finding) =>
    finding.id === "key-missing" ? { ...finding, remedy: advice } : finding,
  );
  return { ...report, findings };
}

import type { GuardReport } from "../src/activation/guard-report.ts";
import { GuardError } from "../src/errors.ts";
import { checkKey, type CheckPorts } from "./check.ts";
import { findHandOver } from "./hand-over.ts";
import { parseInputs, type ActionConfig } from "./inputs.ts";
import {
  adviseOnMissingKey,
  causeOfMissingKey,
  explainSkip,
  MISSING_KEY_ADVICE,
} from "./missing-key.ts";
import { nextStepOf } from "./next-step.ts";
import { CLOSED_GATE, outputsOf, outputsWithoutReport } from "./outputs.ts";
import { parseApiOrigin } from "./pleo-api/api-origin.ts";
import { useProxy, type SetGlobalProxy } from "./proxy.ts";
import { readRawInputs, type Environment, type RawInputs } from "./raw-inputs.ts";
import { renderAnnotations } from "./render/annotations.ts";
import { renderBrokenSummary, renderSkippedSummary, renderSummary } from "./render/summary.ts";
import { renderBroken, renderText } from "./render/text.ts";
import { collectSecrets } from "./secrets.ts";
import { openSinks, type Sinks, type Toolkit } from "./sinks.ts";

export interface RunPorts extends Omit<CheckPorts, "openPleo"> {
  readonly env: Environment;
  readonly toolkit: Toolkit;
  /** Pleo's API for one run, whose end all requests share. */
  readonly startPleo: (timeoutMs: number) => CheckPorts["openPleo"];
  readonly setGlobalProxy: SetGlobalProxy | undefined;
  /** A file's text, or nothing where it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
  /** Ends the step as failed, once everything has been written. */
  readonly failStep: () => void;
}

/** How a run ends. Rendering it changes nothing about it. */
interface Ending {
  readonly fails: boolean;
  readonly publish: (sinks: Sinks) => Promise<void>;
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
    ending = await decide(raw, parseInputs(raw), ports);
  } catch (error) {
    ending = broken(error);
  }
  if (ending.fails) ports.failStep();
  await ending.publish(sinks);
}

async function decide(raw: RawInputs, config: ActionConfig, ports: RunPorts): Promise<Ending> {
  const isMissing = (raw["api-key"] ?? "").trim() === "";
  const cause = causeOfMissingKey({ env: ports.env, event: readEvent(ports) });
  const skips =
    config.onMissingKey === "skip" || (config.onMissingKey === "auto" && cause !== "unexplained");
  if (isMissing && skips) {
    const why = explainSkip(cause, config.onMissingKey === "skip");
    return skipped({ why, nextStep: MISSING_KEY_ADVICE[cause] }, config);
  }

  useProxy(ports.env, parseApiOrigin(config.origin), ports.setGlobalProxy);
  const report = await checkKey(raw, config, {
    ...ports,
    openPleo: ports.startPleo(config.timeoutMs),
  });
  const advice = adviseOnMissingKey(cause, config.onMissingKey === "fail");
  return answered(isMissing ? adviseOnMissing(report, advice) : report, config, ports);
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

function answered(report: GuardReport, config: ActionConfig, ports: RunPorts): Ending {
  const goesOn = report.verdict === "unknown" && config.onUnknown === "warn";
  const nextStep = nextStepOf(report, config.expectation);
  const shown = goesOn ? { ...report, findings: report.findings.map(soften) } : report;
  const { env, clock, readFile } = ports;
  const limits = config.expectation.expiry;
  const life =
    report.expiry === undefined ? undefined : { end: report.expiry, limits, now: clock.now() };
  const hidesIds = config.summary !== "full" && !isPrivate(readEvent(ports));
  return {
    fails: report.verdict !== "pass" && !goesOn,
    publish: async (sinks) => {
      sinks.setOutputs(outputsOf(report, nextStep));
      sinks.log(renderText(shown, { goesOn }));
      if (config.annotations) {
        for (const annotation of renderAnnotations(shown.findings, findHandOver(env, readFile))) {
          sinks.annotate(annotation);
        }
      }
      const markdown = renderSummary(shown, { hidesIds, life, goesOn, nextStep });
      await publishSummary(markdown, config, sinks);
    },
  };
}

/** A job that goes on is not to be painted red. */
function soften(finding: GuardReport["findings"][number]): GuardReport["findings"][number] {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

/** Public unless the event says otherwise: what is shown once to everybody cannot be taken back. */
function isPrivate(event: unknown): boolean {
  const { repository } = (event ?? {}) as {
    readonly repository?: { readonly private?: unknown } | null;
  };
  return repository?.private === true;
}

interface Skip {
  readonly why: string;
  readonly nextStep: string;
}

function skipped({ why, nextStep }: Skip, config: ActionConfig): Ending {
  return {
    fails: false,
    publish: async (sinks) => {
      sinks.setOutputs(outputsWithoutReport({ verdict: "skipped", nextStep }));
      sinks.log(`SKIPPED  The key was not checked. ${why}`);
      sinks.annotate({ severity: "notice", title: "The Pleo key was not checked", message: why });
      await publishSummary(renderSkippedSummary(why), config, sinks);
    },
  };
}

/** What went wrong before there could be an answer. Of an unforeseen error nothing is shown: it may hold anything. */
function broken(error: unknown): Ending {
  const isForeseen = error instanceof GuardError;
  const problem = isForeseen
    ? error.message
    : "Pleo Key Guard failed in a way that it did not foresee.";
  const hint =
    (isForeseen ? error.hint : undefined) ??
    "Run the check again; if it stays, report it with the version you use, and never the key.";
  return {
    fails: true,
    publish: async (sinks) => {
      const verdict = isForeseen ? "fail" : "unknown";
      sinks.setOutputs(outputsWithoutReport({ verdict, nextStep: hint }));
      sinks.log(renderBroken(verdict, problem, hint));
      sinks.annotate({
        severity: "error",
        title: "The Pleo key was not checked",
        message: `${problem} ${hint}`,
      });
      await writeSummary(renderBrokenSummary(problem, hint), sinks);
    },
  };
}

async function publishSummary(markdown: string, config: ActionConfig, sinks: Sinks): Promise<void> {
  if (config.summary === "off") return;
  if (config.dryRun) {
    sinks.log(`The summary, which a dry run does not write:\n${markdown}`);
    return;
  }
  await writeSummary(markdown, sinks);
}

/** GitHub refuses more than this, and with it the step. */
const MOST_SUMMARY_BYTES = 1024 * 1024;

async function writeSummary(markdown: string, sinks: Sinks): Promise<void> {
  try {
    if (new TextEncoder().encode(markdown).length > MOST_SUMMARY_BYTES) {
      sinks.log("The summary is too large for GitHub, so it was left out; the log has everything.");
      return;
    }
    await sinks.writeSummary(markdown);
  } catch {
    // A report that cannot be shown is still a report: the verdict stands.
    sinks.log("The summary could not be written; the log has everything.");
  }
}

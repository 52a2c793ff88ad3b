import { GuardError } from "../src/errors.ts";
import type { Clock } from "../src/ports.ts";
import type { Finding } from "../src/report/finding.ts";
import type { ActionReport } from "./action-report.ts";
import { findHandOver } from "./hand-over.ts";
import type { ActionConfig } from "./inputs.ts";
import { nextStepOf } from "./next-step.ts";
import { outputsOf, outputsWithoutReport } from "./outputs.ts";
import { renderAnnotations } from "./render/annotations.ts";
import { renderBrokenSummary, renderSkippedSummary, renderSummary } from "./render/summary.ts";
import { renderBroken, renderFindings, renderText } from "./render/text.ts";
import type { Told } from "./publish-elsewhere.ts";
import type { ProcessEnvironment } from "./raw-inputs.ts";
import type { Sinks } from "./sinks.ts";

/** How a run ends. Rendering it changes nothing about it. */
export interface Ending {
  readonly fails: boolean;
  readonly publish: (sinks: Sinks) => Promise<void>;
}

/** What an ending is made of, besides what was found. */
export interface Ended {
  readonly config: ActionConfig;
  readonly ports: EndingPorts;
  /** What GitHub says started the run; anything may be in it, or nothing. */
  readonly event: unknown;
  /** The token of the job. */
  readonly token: string;
}

interface EndingPorts {
  readonly env: ProcessEnvironment;
  readonly clock: Clock;
  /** A file's text, or nothing where it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
}

export function answered(report: ActionReport, ended: Ended): Ending {
  const { config, event } = ended;
  const { env, clock, readFile } = ended.ports;
  const goesOn = report.verdict === "unknown" && config.onUnknown === "warn";
  const nextStep = nextStepOf(report, config.expectation);
  const shown = goesOn ? { ...report, findings: report.findings.map(soften) } : report;
  const limits = config.expectation.expiry;
  const life =
    report.expiry === undefined ? undefined : { end: report.expiry, limits, now: clock.now() };
  const hidesIds = config.summary !== "full" && !isPrivate(event);
  const fails = report.verdict !== "pass" && !goesOn;
  return {
    fails,
    publish: async (sinks) => {
      sinks.setOutputs(outputsOf(report, nextStep));
      sinks.log(renderText(shown, { goesOn }));
      const handOver = findHandOver(env, readFile);
      if (config.annotations) {
        for (const annotation of renderAnnotations(shown.findings, handOver)) {
          sinks.annotate(annotation);
        }
      }
      const markdown = renderSummary(shown, { hidesIds, life, goesOn, nextStep });
      await publishSummary(markdown, config, sinks);
      await publishElsewhere({ report, fails, goesOn, nextStep, hidesIds, handOver }, ended, sinks);
    },
  };
}

/** Nothing of it is loaded by runs that do not ask for it. */
async function publishElsewhere(told: Told, ended: Ended, sinks: Sinks): Promise<void> {
  const { sarifFile, comment, reminder } = ended.config;
  if (sarifFile === undefined && comment === "never" && !reminder) return;
  const elsewhere = await import("./publish-elsewhere.ts");
  await elsewhere.publishElsewhere(told, ended, sinks);
}

/** A job that goes on is not to be painted red. */
export function soften(finding: Finding): Finding {
  return finding.severity === "error" ? { ...finding, severity: "warning" } : finding;
}

/** Public unless the event says otherwise: what is shown once to everybody cannot be taken back. */
export function isPrivate(event: unknown): boolean {
  const { repository } = (event ?? {}) as {
    readonly repository?: { readonly private?: unknown } | null;
  };
  return repository?.private === true;
}

interface Skip {
  readonly why: string;
  readonly nextStep: string;
  /** What was found in the repository, none of it an error. */
  readonly scanned: ActionReport;
}

export function skipped({ why, nextStep, scanned }: Skip, config: ActionConfig): Ending {
  return {
    fails: false,
    publish: async (sinks) => {
      sinks.setOutputs(outputsWithoutReport({ verdict: "skipped", nextStep }));
      sinks.log(`SKIPPED  The key was not checked. ${why}`);
      for (const line of renderFindings(scanned)) sinks.log(line);
      sinks.annotate({ severity: "notice", title: "The Pleo key was not checked", message: why });
      await publishSummary(renderSkippedSummary(why, scanned), config, sinks);
    },
  };
}

/** What went wrong before there could be an answer. Of an unforeseen error nothing is shown: it may hold anything. */
export function broken(error: unknown): Ending {
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

export async function publishSummary(
  markdown: string,
  config: ActionConfig,
  sinks: Sinks,
): Promise<void> {
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

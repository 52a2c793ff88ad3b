import type { ActionReport } from "./action-report.ts";
import type { Ended } from "./endings.ts";
import { publishComment } from "./github/comment.ts";
import { publishReminder } from "./github/reminder.ts";
import type { SinkOutcome } from "./github/sink.ts";
import type { ProcessEnvironment } from "./raw-inputs.ts";
import type { HandOver } from "./render/annotations.ts";
import { renderSarif } from "./render/sarif.ts";
import type { Sinks } from "./sinks.ts";
import { writeInside } from "./write-inside.ts";

/** What a run has to tell those who do not read its log. */
export interface Told {
  readonly report: ActionReport;
  readonly fails: boolean;
  readonly goesOn: boolean;
  readonly nextStep: string;
  readonly hidesIds: boolean;
  readonly handOver: HandOver | undefined;
}

/** SARIF, comment and reminder, as far as they are wanted. None of them changes how the run ends. */
export async function publishElsewhere(told: Told, ended: Ended, sinks: Sinks): Promise<void> {
  const { config, ports, event, token } = ended;
  const { report } = told;
  const { kind, environment } = config.expectation;
  const { dryRun } = config;
  publishSarif(told, ended, sinks);
  const github = { env: ports.env, token, redact: sinks.redact };
  tell(
    await publishComment(
      { ...told, kind, environment, mode: config.comment, event, dryRun },
      github,
    ),
    sinks,
  );
  // A pull request says nothing new of the key, and the token of a fork could not write.
  const isPullRequest = ports.env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true;
  if (!config.reminder || isPullRequest) return;
  const secretName = told.handOver?.secretName ?? "PLEO_API_KEY";
  tell(await publishReminder({ report, kind, environment, secretName, dryRun }, github), sinks);
}

function publishSarif(told: Told, ended: Ended, sinks: Sinks): void {
  const { config, ports } = ended;
  const { env } = ports;
  if (config.sarifFile === undefined) return;
  const { kind, environment } = config.expectation;
  const sarif = renderSarif(told.report, {
    handOver: told.handOver,
    workflowRef: env["GITHUB_WORKFLOW_REF"],
    toolVersion: env["GITHUB_ACTION_REF"] ?? "",
    docsBase: docsBase(env),
    category: `pleo-key-guard/${kind}/${environment}`,
    redact: sinks.redact,
  });
  writeSarif(sarif, ended, sinks);
}

export function writeSarif(sarif: string, { config, ports }: Ended, sinks: Sinks): void {
  const { sarifFile, dryRun } = config;
  if (sarifFile === undefined) return;
  if (dryRun) {
    sinks.log(`The SARIF file, which a dry run does not write:\n${sarif}`);
    return;
  }
  const problem = writeInside(ports.env["GITHUB_WORKSPACE"] ?? "", sarifFile, sarif);
  if (problem === undefined) return;
  sinks.annotate({
    severity: "warning",
    title: "The SARIF file was not written",
    message: `${problem} Choose another \`sarif-file\`, or look at the runner's disk.`,
  });
}

/** Where the pages of this version are: an Action that is part of the repository has them there. */
export function docsBase(env: ProcessEnvironment): string {
  const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
  const isLocal = (env["GITHUB_ACTION_REPOSITORY"] ?? "") === "";
  const repository = env[isLocal ? "GITHUB_REPOSITORY" : "GITHUB_ACTION_REPOSITORY"] ?? "";
  const ref = env[isLocal ? "GITHUB_SHA" : "GITHUB_ACTION_REF"] ?? "HEAD";
  return `${server}/${repository}/blob/${ref}`;
}

export function tell(outcome: SinkOutcome, sinks: Sinks): void {
  switch (outcome.kind) {
    case "nothing":
      return;
    case "written":
      sinks.log(`Pleo Key Guard has ${outcome.what}.`);
      return;
    case "dry-run":
      sinks.log(`What a dry run does not send:\n${outcome.text}`);
      return;
    case "notice":
      sinks.annotate({ severity: "notice", title: "Not told on GitHub", message: outcome.message });
  }
}

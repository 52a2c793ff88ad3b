import type { Ended } from "../endings.ts";
import { keepComment, type CommentWish } from "../github/comment.ts";
import { keepReminder } from "../github/reminder.ts";
import type { GitHubPorts } from "../github/sink.ts";
import { docsBase, tell, writeSarif } from "../publish-elsewhere.ts";
import {
  fleetCommentMarker,
  renderFleetComment,
  renderResolvedFleetComment,
} from "../render/fleet/comment.ts";
import { renderFleetReminders } from "../render/fleet/reminder.ts";
import { renderFleetSarif } from "../render/fleet/sarif.ts";
import type { ToldFleet } from "../render/fleet/told.ts";
import { redactTexts } from "../render/redact-report.ts";
import type { Sinks } from "../sinks.ts";
import type { FleetOutcome } from "./fleet-outcome.ts";

export interface Publishing {
  readonly told: ToldFleet;
  /** The same, as it looks where the step goes on. */
  readonly shown: ToldFleet;
  readonly fails: boolean;
}

/** SARIF, comment and reminder, as far as they are wanted. None of them changes how the run ends. */
export async function publishFleet(
  { told, shown, fails }: Publishing,
  ended: Ended,
  sinks: Sinks,
): Promise<void> {
  const { config, ports, token, event } = ended;
  const { env } = ports;
  const { comment, reminder, dryRun } = config;
  if (config.sarifFile !== undefined) writeSarif(toSarif(told, ended, sinks), ended, sinks);
  const isWanted = comment !== "never" || reminder;
  if (told.shard !== undefined) {
    if (isWanted) sinks.log("A shard writes neither comment nor reminder; `merge` does.");
    return;
  }
  const github: GitHubPorts = { env, token, redact: sinks.redact };
  if (comment !== "never") {
    const wish = wishFor({ told: shown, fails, always: comment === "always" }, sinks.redact);
    const marker = fleetCommentMarker(sinks.redact(told.manifest.path));
    tell(await keepComment({ marker, wish, event, dryRun }, github), sinks);
  }
  // A pull request says nothing new of the keys, and the token of a fork could not write.
  if (!reminder || env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") === true) return;
  const incidentPage = `${docsBase(env)}/docs/incident.md`;
  const reminders = renderFleetReminders(redactManifest(told, sinks.redact), {
    hidesIds: told.hidesIds,
    incidentPage,
  });
  for (const { subject, wish } of reminders) {
    tell(await keepReminder({ wish, subject, dryRun }, github), sinks);
  }
}

function toSarif(told: ToldFleet, { ports: { env } }: Ended, { redact }: Sinks): string {
  return renderFleetSarif(told, {
    workflowRef: env["GITHUB_WORKFLOW_REF"],
    toolVersion: env["GITHUB_ACTION_REF"] ?? "",
    docsBase: docsBase(env),
    redact,
  });
}

/** More than a comment can hold; the others are counted only. */
const MOST_TENANTS_REDACTED = 200;

interface CommentAsked {
  readonly told: ToldFleet;
  readonly fails: boolean;
  readonly always: boolean;
}

function wishFor(
  { told, fails, always }: CommentAsked,
  redact: (text: string) => string,
): CommentWish {
  const { report } = told;
  if (fails || always) {
    const [worst, rest] = [
      report.tenants.slice(0, MOST_TENANTS_REDACTED),
      report.tenants.slice(MOST_TENANTS_REDACTED),
    ];
    // Before anything is cut: of a secret that has been cut in two no redactor knows the halves.
    const tenants = [...redactTexts(worst, redact), ...rest];
    const findings = redactTexts(report.findings, redact);
    const nextStep = redact(told.nextStep);
    const redacted = { ...redactManifest(told, redact), nextStep };
    const body = renderFleetComment({ ...redacted, report: { ...report, findings, tenants } });
    return { kind: "say", body: redact(body) };
  }
  const path = redact(told.manifest.path);
  return report.verdict === "pass"
    ? { kind: "resolve", body: redact(renderResolvedFleetComment(path)) }
    : { kind: "nothing" };
}

/** The next run finds what this one has written by it. */
function redactManifest<Run extends FleetOutcome>(run: Run, redact: (text: string) => string): Run {
  return { ...run, manifest: { ...run.manifest, path: redact(run.manifest.path) } };
}

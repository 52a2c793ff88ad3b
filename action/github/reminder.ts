import type { ActionReport } from "../action-report.ts";
import {
  judgeCondition,
  recall,
  REMINDER_LABEL,
  renderReminder,
  renderResolvedReminder,
  STAGES,
  toMemory,
  type Concern,
  type Condition,
  type Memory,
  type ReminderIssue,
  type ReminderSubject,
} from "../render/reminder.ts";
import type { ExistingIssue, GitHubApi, IssueChange, NewIssue } from "./github-api.ts";
import { NOTHING, runSink, type GitHubPorts, type SinkOutcome } from "./sink.ts";

export interface ReminderRequest extends ReminderSubject {
  readonly report: ActionReport;
  readonly dryRun: boolean;
}

/** A reminder of ours about this key, open or closed, and what it last said. */
export interface ExistingReminder extends Pick<ExistingIssue, "number" | "isOpen" | "labels"> {
  readonly memory: Memory;
}

export type ReminderDecision =
  | { readonly kind: "nothing" }
  | { readonly kind: "create"; readonly issue: NewIssue }
  | {
      readonly kind: "update" | "reopen" | "close";
      readonly number: number;
      readonly change: IssueChange;
    };

const NO_CHANGE: ReminderDecision = { kind: "nothing" };

/** What becomes of the reminder. What people have done to it stands: they may close it, and open it again. */
export function decideReminder(
  existing: ExistingReminder | undefined,
  condition: Condition,
  subject: ReminderSubject,
): ReminderDecision {
  if (condition.kind === "undecided") return NO_CHANGE;
  return condition.kind === "concern"
    ? decideOnConcern(existing, condition.concern, subject)
    : decideOnWell(existing, condition.expiresOn, subject);
}

function decideOnConcern(
  existing: ExistingReminder | undefined,
  concern: Concern,
  subject: ReminderSubject,
): ReminderDecision {
  const issue = renderReminder(concern, subject);
  if (existing === undefined) return { kind: "create", issue };
  const { memory, isOpen, number } = existing;
  if (isOpen) {
    return isSame(memory, toMemory(concern))
      ? NO_CHANGE
      : { kind: "update", number, change: toChange(existing, issue, true) };
  }
  if (memory.stage === "resolved") {
    return { kind: "reopen", number, change: toChange(existing, issue, true) };
  }
  // A person has closed it, and so knows. What is worse, or about another key, they do not know yet.
  return isNews(memory, concern) ? { kind: "create", issue } : NO_CHANGE;
}

function decideOnWell(
  existing: ExistingReminder | undefined,
  expiresOn: string | undefined,
  subject: ReminderSubject,
): ReminderDecision {
  if (existing?.isOpen !== true || existing.memory.stage === "resolved") return NO_CHANGE;
  // Whoever stops declaring the end has not put it off.
  const isStillToCome = existing.memory.stage !== "stopped-working" && expiresOn === undefined;
  if (isStillToCome) return NO_CHANGE;
  const issue = renderResolvedReminder(expiresOn, subject);
  return { kind: "close", number: existing.number, change: toChange(existing, issue, false) };
}

function isSame(one: Memory, other: Memory): boolean {
  return (
    one.stage === other.stage && one.because === other.because && one.expiresOn === other.expiresOn
  );
}

function isNews(memory: Memory, concern: Concern): boolean {
  const rank = (stage: Memory["stage"]): number => (STAGES as readonly string[]).indexOf(stage);
  return (
    rank(concern.stage) > rank(memory.stage) || memory.expiresOn !== toMemory(concern).expiresOn
  );
}

/** Labels that people have added stay; of ours there is one at a time, beside the one that all reminders have. */
function toChange(
  { labels }: ExistingReminder,
  issue: ReminderIssue,
  isOpen: boolean,
): IssueChange {
  const theirs = labels.filter((label) => !(STAGES as readonly string[]).includes(label));
  return { ...issue, labels: [...new Set([...theirs, ...issue.labels])], isOpen };
}

const DONE: Readonly<Record<Exclude<ReminderDecision["kind"], "nothing">, string>> = {
  create: "opened a reminder",
  update: "brought its reminder up to date",
  reopen: "opened its reminder again",
  close: "closed its reminder",
};

/** Keeps the one issue that reminds of a key's end. At most one write, and none where nothing is new. */
export async function publishReminder(
  request: ReminderRequest,
  ports: GitHubPorts,
): Promise<SinkOutcome> {
  const condition = judgeCondition(request.report);
  if (condition.kind === "undecided") return NOTHING;
  // Before it becomes a part of the marker, by which the next run has to find the issue again.
  const subject = { ...request, secretName: ports.redact(request.secretName) };
  if (request.dryRun) return describeDryRun(condition, subject, ports.redact);
  return runSink(ports, {
    name: "The reminder",
    permission: "issues: write",
    write: async (api) => {
      const existing = await findReminder(api, subject);
      const decision = decideReminder(existing, condition, subject);
      if (decision.kind === "nothing") return NOTHING;
      await carryOut(decision, api, ports.redact);
      return { kind: "written", what: DONE[decision.kind] };
    },
  });
}

async function carryOut(
  decision: Exclude<ReminderDecision, { kind: "nothing" }>,
  api: GitHubApi,
  redact: (text: string) => string,
): Promise<void> {
  const redacted = <Issue extends NewIssue>(issue: Issue): Issue => ({
    ...issue,
    title: redact(issue.title),
    body: redact(issue.body),
  });
  if (decision.kind === "create") await api.createIssue(redacted(decision.issue));
  else await api.editIssue(decision.number, redacted(decision.change));
}

/** The one that is open, or else the one that was opened last. */
async function findReminder(
  api: GitHubApi,
  subject: ReminderSubject,
): Promise<ExistingReminder | undefined> {
  let ownName: string | undefined;
  let newest: ExistingReminder | undefined;
  for await (const page of api.issues(REMINDER_LABEL)) {
    for (const { author, body, ...issue } of page) {
      const memory = recall(body, subject);
      if (memory === undefined) continue;
      ownName ??= await api.whoAmI();
      if (author !== ownName) continue;
      if (issue.isOpen) return { ...issue, memory };
      newest ??= { ...issue, memory };
    }
  }
  return newest;
}

function describeDryRun(
  condition: Exclude<Condition, { kind: "undecided" }>,
  subject: ReminderSubject,
  redact: (text: string) => string,
): SinkOutcome {
  if (condition.kind === "well") return NOTHING;
  const { title, body, labels } = renderReminder(condition.concern, subject);
  return { kind: "dry-run", text: redact(`${title}\n[${labels.join(", ")}]\n\n${body}`) };
}

import type { ActionReport } from "../action-report.ts";
import {
  judgeCondition,
  recall,
  REMINDER_LABEL,
  renderReminder,
  renderResolvedReminder,
  STAGE_LABELS,
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
  return decideOnWish(existing, wishFor(condition, subject));
}

/** What a reminder is to say: of one key, or of many. */
export type ReminderWish =
  | {
      readonly kind: "concern";
      readonly memory: Memory;
      readonly issue: ReminderIssue;
      /** For somebody who has closed a reminder that said what is remembered. */
      readonly isNews: (remembered: Memory) => boolean;
    }
  | {
      readonly kind: "well";
      readonly expiresOn: string | undefined;
      readonly issue: ReminderIssue;
    }
  | { readonly kind: "undecided" };

function wishFor(condition: Condition, subject: ReminderSubject): ReminderWish {
  switch (condition.kind) {
    case "undecided":
      return condition;
    case "well": {
      const { expiresOn } = condition;
      return { kind: "well", expiresOn, issue: renderResolvedReminder(expiresOn, subject) };
    }
    case "concern": {
      const { concern } = condition;
      return {
        kind: "concern",
        memory: toMemory(concern),
        issue: renderReminder(concern, subject),
        isNews: (remembered) => isNews(remembered, concern),
      };
    }
  }
}

function decideOnWish(
  existing: ExistingReminder | undefined,
  wish: ReminderWish,
): ReminderDecision {
  if (wish.kind === "undecided") return NO_CHANGE;
  return wish.kind === "concern" ? decideOnConcern(existing, wish) : decideOnWell(existing, wish);
}

function decideOnConcern(
  existing: ExistingReminder | undefined,
  wish: Extract<ReminderWish, { kind: "concern" }>,
): ReminderDecision {
  const { issue } = wish;
  if (existing === undefined) return { kind: "create", issue };
  const { memory, isOpen, number } = existing;
  if (isOpen) {
    return isSame(memory, wish.memory)
      ? NO_CHANGE
      : { kind: "update", number, change: toChange(existing, issue, true) };
  }
  if (memory.stage === "resolved") {
    return { kind: "reopen", number, change: toChange(existing, issue, true) };
  }
  // A person has closed it, and so knows. What is worse, or about another key, they do not know yet.
  return wish.isNews(memory) ? { kind: "create", issue } : NO_CHANGE;
}

function decideOnWell(
  existing: ExistingReminder | undefined,
  { expiresOn, issue }: Extract<ReminderWish, { kind: "well" }>,
): ReminderDecision {
  if (existing?.isOpen !== true || existing.memory.stage === "resolved") return NO_CHANGE;
  // Whoever stops declaring the end has not put it off.
  const isStillToCome = existing.memory.stage !== "stopped-working" && expiresOn === undefined;
  if (isStillToCome) return NO_CHANGE;
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
  const theirs = labels.filter((label) => !(STAGE_LABELS as readonly string[]).includes(label));
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
  return keepReminder(
    { wish: wishFor(condition, subject), subject, dryRun: request.dryRun },
    ports,
  );
}

export interface ReminderKept {
  readonly wish: ReminderWish;
  /** Redacted, since the next run finds the reminder by it. */
  readonly subject: Pick<ReminderSubject, "secretName" | "environment">;
  readonly dryRun: boolean;
}

/** Brings the reminder about the subject in line with the wish. */
export async function keepReminder(
  { wish, subject, dryRun }: ReminderKept,
  ports: GitHubPorts,
): Promise<SinkOutcome> {
  if (wish.kind === "undecided") return NOTHING;
  if (dryRun) return describeDryRun(wish, ports.redact);
  return runSink(ports, {
    name: "The reminder",
    permission: "issues: write",
    write: async (api) => {
      const existing = await findReminder(api, subject);
      const decision = decideOnWish(existing, wish);
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
  subject: ReminderKept["subject"],
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
  wish: Exclude<ReminderWish, { kind: "undecided" }>,
  redact: (text: string) => string,
): SinkOutcome {
  if (wish.kind === "well") return NOTHING;
  const { title, body, labels } = wish.issue;
  return { kind: "dry-run", text: redact(`${title}\n[${labels.join(", ")}]\n\n${body}`) };
}

import type { Finding } from "../../src/report/finding.ts";
import type { FindingId } from "../../src/report/catalogue.ts";
import type { Environment } from "../../src/pleo/hosts.ts";
import { keyHandling, type KeyKind } from "../../src/pleo/web-app.ts";
import type { ActionReport } from "../action-report.ts";
import { toMarkdown } from "../plain-text.ts";
import { tameMarkdown } from "./tame-markdown.ts";

/** What a reminder is about: there is one for each secret and environment. */
export interface ReminderSubject {
  readonly kind: KeyKind;
  readonly environment: Environment;
  /** The name of the secret that holds the key. */
  readonly secretName: string;
}

/** All reminders carry it, so that they are found by it. */
export const REMINDER_LABEL = "pleo-key-expiry";

/** From bad to worse; each is a label as well, of which a reminder carries one. */
export const STAGES = ["expires-soon", "expires-now", "expired", "stopped-working"] as const;

export type Stage = (typeof STAGES)[number];

/** What a reminder may say of several keys, and no check of one can see. */
export const STAGE_LABELS = [...STAGES, "key-shared"] as const;

export type StageLabel = (typeof STAGE_LABELS)[number];

/** What is to be said of a key now. */
export interface Concern {
  readonly stage: Stage;
  /** The finding behind it. */
  readonly because: FindingId;
  /** As declared, where it is known. */
  readonly expiresOn: string | undefined;
}

export type Condition =
  | { readonly kind: "concern"; readonly concern: Concern }
  /** The key passes, and its declared end, if there is one, is far away. */
  | { readonly kind: "well"; readonly expiresOn: string | undefined }
  /** Neither: nothing is known, or what fails has nothing to do with the end of the key. */
  | { readonly kind: "undecided" };

export interface ReminderIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

/** Pleo's own word that a key which must have worked does not. */
const STOPPED: readonly FindingId[] = [
  "key-rejected",
  "key-of-other-environment",
  "installation-inactive",
  "installation-missing",
];
const ENDS: readonly FindingId[] = ["key-expired", "key-expires-too-soon", "key-expiring"];
/** With these nobody can say that the end is far away. */
const DOUBTS: readonly FindingId[] = ["expiry-stale", "expiry-invalid"];

/** With so many days left, it is time. */
const NOW_DAYS = 7;

/** Pleo being down changes nothing: an unknown verdict says nothing about the key. */
export function judgeCondition(
  report: Pick<ActionReport, "verdict" | "findings" | "expiry" | "switchedOff">,
): Condition {
  const { verdict, findings, expiry, switchedOff = [] } = report;
  if (verdict === "unknown") return { kind: "undecided" };
  const found = (ids: readonly FindingId[], among: readonly Finding[]): Finding | undefined =>
    among.find(({ id }) => ids.includes(id));
  const expiresOn = expiry?.text;
  const stopped = found(STOPPED, findings);
  if (stopped !== undefined) {
    return {
      kind: "concern",
      concern: { stage: "stopped-working", because: stopped.id, expiresOn },
    };
  }
  const end = found(ENDS, findings);
  if (end !== undefined) {
    const stage = stageOf(end.id, expiry?.daysLeft);
    return { kind: "concern", concern: { stage, because: end.id, expiresOn } };
  }
  const isDoubtful = found([...ENDS, ...DOUBTS], [...findings, ...switchedOff]) !== undefined;
  return verdict === "pass" && !isDoubtful ? { kind: "well", expiresOn } : { kind: "undecided" };
}

function stageOf(because: FindingId, daysLeft: number | undefined): Stage {
  if (because === "key-expired") return "expired";
  const isNow =
    because === "key-expires-too-soon" || (daysLeft !== undefined && daysLeft < NOW_DAYS);
  return isNow ? "expires-now" : "expires-soon";
}

/** What the first line of a reminder of ours says about it, so that the next run knows what has been said. */
export interface Memory {
  readonly stage: StageLabel | "resolved";
  readonly because: string;
  readonly expiresOn: string;
}

/** Names may hold what ends a comment. */
export function spellName(name: string): string {
  return name.replaceAll(
    /[^A-Za-z0-9_]/g,
    (sign) => `.${(sign.codePointAt(0) ?? 0).toString(16)}.`,
  );
}

type Marked = Pick<ReminderSubject, "secretName" | "environment">;

function markerStart({ secretName, environment }: Marked): string {
  return `<!-- pleo-key-guard:reminder ${spellName(secretName)}/${environment} `;
}

/** The first line of a reminder. */
export function toMarker(subject: Marked, { stage, because, expiresOn }: Memory): string {
  return `${markerStart(subject)}${stage} ${because} ${expiresOn} -->`;
}

const UNKNOWN_DATE = "undeclared";
const MEMORY = /^([a-z-]+) ([a-z-]+) ([\w:.+-]+) -->/;

/** What a reminder remembers; nothing where the text is no reminder about this key. */
export function recall(body: string, subject: Marked): Memory | undefined {
  const start = markerStart(subject);
  if (!body.startsWith(start)) return undefined;
  const [, stage = "", because = "", expiresOn = ""] = MEMORY.exec(body.slice(start.length)) ?? [];
  const known = [...STAGE_LABELS, "resolved"].find((each) => each === stage) as
    Memory["stage"] | undefined;
  return known === undefined ? undefined : { stage: known, because, expiresOn };
}

export function toMemory({ stage, because, expiresOn = UNKNOWN_DATE }: Concern): Memory {
  return { stage, because, expiresOn };
}

/** An issue on what is the matter, with what to do. Nothing in it changes from day to day by itself. */
export function renderReminder(concern: Concern, subject: ReminderSubject): ReminderIssue {
  const body = [
    toMarker(subject, toMemory(concern)),
    describe(concern, subject),
    "## What to do",
    steps(concern, subject)
      .map((step, index) => `${index + 1}. ${step}`)
      .join("\n"),
    "Pleo Key Guard keeps this issue up to date, and closes it once the check passes with a key that lives longer.",
  ].join("\n\n");
  return {
    title: tameMarkdown(titleOf(concern, subject)),
    body: tameBody(body),
    labels: [REMINDER_LABEL, concern.stage],
  };
}

/** The same issue once all is well again. It goes on saying what it was about. */
export function renderResolvedReminder(
  expiresOn: string | undefined,
  subject: ReminderSubject,
): ReminderIssue {
  const until = expiresOn === undefined ? "" : `, and is declared to expire on ${expiresOn}`;
  const memory: Memory = {
    stage: "resolved",
    because: "pass",
    expiresOn: expiresOn ?? UNKNOWN_DATE,
  };
  const body = [
    toMarker(subject, memory),
    `✅ The check of ${named(subject)} passes again${until}, so there is nothing left to do here.`,
    "Pleo Key Guard has closed this issue, and opens it again when it is time for the next key.",
  ].join("\n\n");
  return {
    title: tameMarkdown(
      `The Pleo key in ${plainName(subject)} (${subject.environment}) is in order`,
    ),
    body: tameBody(body),
    labels: [REMINDER_LABEL],
  };
}

/** All but the marker, which is no text. */
export function tameBody(body: string): string {
  const end = body.indexOf("\n");
  return body.slice(0, end) + tameMarkdown(body.slice(end));
}

function plainName({ secretName }: ReminderSubject): string {
  return toMarkdown(secretName).replaceAll("`", "");
}

function named(subject: ReminderSubject): string {
  return `the Pleo key in the secret \`${plainName(subject)}\` (${subject.kind}, ${subject.environment})`;
}

function titleOf(
  { stage, expiresOn = "an unknown day" }: Concern,
  subject: ReminderSubject,
): string {
  const key = `The Pleo key in ${plainName(subject)} (${subject.environment})`;
  switch (stage) {
    case "expires-soon":
      return `${key} expires on ${expiresOn}`;
    case "expires-now":
      return `${key} expires on ${expiresOn}: replace it now`;
    case "expired":
      return `${key} expired on ${expiresOn}`;
    case "stopped-working":
      return `${key} no longer works`;
  }
}

const REASONS: Readonly<Partial<Record<FindingId, string>>> = {
  "key-rejected": "Pleo rejects it",
  "key-of-other-environment": "Pleo rejects it here, and accepts it in its other environment",
  "installation-inactive": "its installation is not active any more",
  "installation-missing": "its installation is gone",
};

function describe({ stage, because, expiresOn }: Concern, subject: ReminderSubject): string {
  const key = named(subject).replace(/^t/, "T");
  const date = expiresOn ?? "a day that is not declared";
  switch (stage) {
    case "expires-soon":
      return `${key} is declared to expire on ${date}. Everything that uses it stops working then.`;
    case "expires-now":
      return `${key} is declared to expire on ${date}, and there is hardly any time left. Everything that uses it stops working then.`;
    case "expired":
      return `The declared expiry of ${named(subject)}, ${date}, has passed. Everything that uses it has stopped working, unless the declared date is wrong.`;
    case "stopped-working":
      return `${key} no longer works: ${REASONS[because] ?? "Pleo refuses it"}. See \`${because}\` in the report of the check for what may be behind it.`;
  }
}

function steps({ stage }: Concern, subject: ReminderSubject): readonly string[] {
  const { place, renew, revoke } = keyHandling(subject.kind, subject.environment);
  const name = plainName(subject);
  const makeNew = capitalise(renew.replaceAll("PLEO_API_KEY", () => name));
  const stillWorks = stage === "expires-soon" || stage === "expires-now";
  const setDate =
    subject.kind === "standalone"
      ? "Set `expires-on` to the date that you chose for the new key (and `expected-key-hint`, if you use it, to its last four characters)."
      : "If Pleo has told you when the new key expires, set `expires-on` to that date.";
  if (stillWorks) {
    return [
      "Store the present key in a secret of its own, and pass that to the check as `previous-api-key`, so that both are compared.",
      `${makeNew}.`,
      setDate,
      `Run the check. Once it says that the old key may go, delete the old one: ${revoke}.`,
      "Leave `previous-api-key` out again, and delete its secret.",
    ];
  }
  return [
    `Look under ${place} whether the key is still there, and when it expires. If only the declared date is wrong, correct \`expires-on\`, and that is all.`,
    `If it has expired or is gone: ${renew.replaceAll("PLEO_API_KEY", () => name)}.`,
    setDate,
    "Run the check.",
  ];
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import { createHash } from "node:crypto";
import type { Environment } from "../../../src/pleo/hosts.ts";
import { keyHandling } from "../../../src/pleo/web-app.ts";
import type { FindingId } from "../../../src/report/catalogue.ts";
import type { FleetTenant } from "../../../src/tenancy/fleet-report.ts";
import type { ReminderWish } from "../../github/reminder.ts";
import { toMarkdown } from "../../plain-text.ts";
import type { FleetOutcome } from "../../tenants/fleet-outcome.ts";
import {
  judgeCondition,
  REMINDER_LABEL,
  STAGE_LABELS,
  tameBody,
  toMarker,
  type Concern,
  type Memory,
  type ReminderIssue,
  type StageLabel,
} from "../reminder.ts";
import { tameMarkdown } from "../tame-markdown.ts";

/** There is one reminder for each manifest and environment. */
export interface FleetReminder {
  readonly subject: { readonly secretName: string; readonly environment: Environment };
  readonly wish: ReminderWish;
}

export interface FleetReminderOptions {
  /** Anybody reads the issue: no days, no owners. */
  readonly hidesIds: boolean;
  /** Where the page on incidents is. */
  readonly incidentPage: string;
}

export function renderFleetReminders(
  { report, manifest }: FleetOutcome,
  options: FleetReminderOptions,
): readonly FleetReminder[] {
  const environments = Map.groupBy(report.tenants, ({ record }) => record.environment);
  return [...environments].map(([environment, tenants]) => {
    // No secret has a colon in its name.
    const subject = { secretName: `tenants:${manifest.path}`, environment };
    const about = { subject, manifestPath: manifest.path, ...options };
    return { subject, wish: wishFor(tenants, about) };
  });
}

interface About extends FleetReminderOptions {
  readonly subject: FleetReminder["subject"];
  readonly manifestPath: string;
}

/** What is to be said of one tenant. */
interface TenantConcern {
  readonly tenant: FleetTenant;
  readonly stage: StageLabel;
  readonly because: FindingId;
  readonly expiresOn: string | undefined;
  /** The same for as long as there is nothing new to say. */
  readonly mark: string;
}

function wishFor(tenants: readonly FleetTenant[], about: About): ReminderWish {
  const concerns = tenants.flatMap(concernsOf).toSorted(byStage);
  const [worst] = concerns;
  if (worst === undefined) return wishWithoutConcern(tenants, about);
  const marks = boundMarks(concerns.map(({ mark }) => mark));
  const memory: Memory = {
    stage: worst.stage,
    because: worst.because,
    expiresOn: marks.join("."),
  };
  return {
    kind: "concern",
    memory,
    issue: renderIssue(concerns, memory, about),
    // Somebody who has closed it has heard of all that it said, and of nothing else.
    isNews: (remembered) => {
      const known = remembered.expiresOn.split(".");
      return marks.some((mark) => !known.includes(mark));
    },
  };
}

/** Pleo being down for one of them leaves it open whether all is well. */
function wishWithoutConcern(tenants: readonly FleetTenant[], about: About): ReminderWish {
  const conditions = tenants.map(conditionOf);
  const ends = conditions.flatMap((condition) =>
    condition.kind === "well" ? (condition.expiresOn ?? []) : [],
  );
  if (conditions.some(({ kind }) => kind === "undecided")) return { kind: "undecided" };
  return { kind: "well", expiresOn: ends.toSorted()[0], issue: renderResolved(about) };
}

function conditionOf({
  record,
  verdict,
  findings,
}: FleetTenant): ReturnType<typeof judgeCondition> {
  return judgeCondition({ ...record.report, verdict, findings });
}

function concernsOf(tenant: FleetTenant): readonly TenantConcern[] {
  const condition = conditionOf(tenant);
  const isShared = tenant.findings.some(({ id }) => id === "tenant-key-shared");
  return [
    ...(isShared ? [toConcern(tenant, SHARED)] : []),
    ...(condition.kind === "concern" ? [toConcern(tenant, condition.concern)] : []),
  ];
}

const SHARED = {
  stage: "key-shared",
  because: "tenant-key-shared",
  expiresOn: undefined,
} as const satisfies Omit<TenantConcern, "tenant" | "mark">;

function toConcern(
  tenant: FleetTenant,
  { stage, because, expiresOn }: Concern | typeof SHARED,
): TenantConcern {
  const said = JSON.stringify([tenant.record.id, stage, because, expiresOn ?? ""]);
  const mark = createHash("sha256").update(said).digest("hex").slice(0, MARK_LENGTH);
  return { tenant, stage, because, expiresOn, mark };
}

const MARK_LENGTH = 8;
/** With the rest of the text they fit into an issue. */
const MOST_MARKS = 1_500;

function boundMarks(marks: readonly string[]): readonly string[] {
  const ordered = marks.toSorted();
  const rest = ordered.slice(MOST_MARKS).join(".");
  if (rest === "") return ordered;
  const together = createHash("sha256").update(rest).digest("hex").slice(0, MARK_LENGTH);
  return [...ordered.slice(0, MOST_MARKS), together];
}

function byStage(one: TenantConcern, other: TenantConcern): number {
  const rank = ({ stage }: TenantConcern): number => STAGE_LABELS.indexOf(stage);
  const [id, otherId] = [one.tenant.record.id, other.tenant.record.id];
  return rank(other) - rank(one) || (id < otherId ? -1 : 1);
}

/** An issue is read by people; GitHub takes 65,536 characters. */
const MOST_NAMED = 100;

function renderIssue(
  concerns: readonly TenantConcern[],
  memory: Memory,
  about: About,
): ReminderIssue {
  const { subject, incidentPage } = about;
  const count = new Set(concerns.map(({ tenant }) => tenant.record.id)).size;
  const rest = concerns.length - MOST_NAMED;
  const list = [
    ...concerns.slice(0, MOST_NAMED).map((concern) => `- ${describe(concern, about)}`),
    ...(rest > 0
      ? [`- ${rest} more entries have no room here; the report file of the check has all of them.`]
      : []),
  ];
  const stages = new Set(concerns.map(({ stage }) => stage));
  const body = [
    toMarker(subject, memory),
    `The check of ${named(about)} has something to say about the keys of ${count === 1 ? "1 tenant" : `${count} tenants`}. Each line below is about one tenant, and may be handed to it.`,
    list.join("\n"),
    ...recipes(stages, subject.environment),
    `All of it stands in ${incidentPage} too.`,
    "Pleo Key Guard keeps this issue up to date, and closes it once the check passes for all tenants.",
  ].join("\n\n");
  const who = count === 1 ? "1 tenant needs" : `${count} tenants need`;
  return {
    title: tameMarkdown(`Pleo keys (${subject.environment}): ${who} attention`),
    body: tameBody(body),
    labels: [REMINDER_LABEL, memory.stage],
  };
}

function renderResolved(about: About): ReminderIssue {
  const { subject } = about;
  const memory: Memory = { stage: "resolved", because: "pass", expiresOn: "undeclared" };
  const body = [
    toMarker(subject, memory),
    `✅ The check of ${named(about)} passes again, so there is nothing left to do here.`,
    "Pleo Key Guard has closed this issue, and opens it again when there is something to do.",
  ].join("\n\n");
  return {
    title: tameMarkdown(`Pleo keys (${subject.environment}): all tenants are in order`),
    body: tameBody(body),
    labels: [REMINDER_LABEL],
  };
}

function named({ manifestPath, subject }: About): string {
  const path = toMarkdown(manifestPath).replaceAll("`", "");
  return `the tenants in \`${path}\` (${subject.environment})`;
}

function describe(
  { tenant, stage, because, expiresOn }: TenantConcern,
  { hidesIds }: About,
): string {
  const { id, owner } = tenant.record;
  const told = hidesIds || owner === undefined ? "" : ` Tell: ${toMarkdown(owner)}.`;
  const day = hidesIds || expiresOn === undefined ? "" : ` on ${expiresOn}`;
  return `**${id}**: ${sentence(stage, day)} (\`${because}\`).${told}`;
}

function sentence(stage: StageLabel, day: string): string {
  switch (stage) {
    case "expires-soon":
      return `its key is declared to expire soon${day === "" ? "" : `,${day}`}`;
    case "expires-now":
      return `its key is declared to expire within days${day === "" ? "" : `,${day}`}`;
    case "expired":
      return `its key was declared to expire${day === "" ? ", and that day" : `${day}, which`} has passed`;
    case "stopped-working":
      return "its key no longer works";
    case "key-shared":
      return "its key is in use for another tenant too, so one customer's data can reach another";
  }
}

function recipes(stages: ReadonlySet<StageLabel>, environment: Environment): readonly string[] {
  const { place, revoke } = keyHandling("integrated", environment);
  const standalone = keyHandling("standalone", environment);
  const isIncident = stages.has("key-shared");
  const isBroken = stages.has("stopped-working") || stages.has("expired");
  const ends = stages.has("expires-soon") || stages.has("expires-now");
  return [
    ...(isIncident
      ? [
          recipe("A key that is shared, or that anybody else has seen", [
            "Stop the jobs of the integration for this tenant, so that nothing more is read or written with the key.",
            `Disable the key: ${revoke}; a Standalone key: ${standalone.revoke}.`,
            "Tell the tenant's owner, whoever is responsible for security at your company, and Pleo's support; of other tenants say nothing to this one.",
            "Look through your own logs for every request made with the key, from the day on which it was stored: which company answered, what was read, what was written; and through the logs of the workflow runs, of the vault and of the place where the key was kept.",
            ...PROVE,
          ]),
        ]
      : []),
    ...(isBroken
      ? [
          recipe("A key that no longer works", [
            `Look under ${place} (Standalone: ${standalone.place}) whether the integration is still connected. If only the declared date is wrong, correct \`expires-on\` in the manifest, and that is all.`,
            "Tell the tenant's owner that the integration stands still, and that the customer has to connect it again.",
            "Look at the logs from the time at which the key stopped working: what was not transferred has to be caught up on.",
            ...PROVE,
          ]),
        ]
      : []),
    ...(ends
      ? [
          recipe("A key that ends soon", [
            "Name the place of the present key as `previous-key` of the tenant in the manifest.",
            ...PROVE,
            "Once the check says that the old key may go, disable it, and leave `previous-key` out again.",
          ]),
        ]
      : []),
  ];
}

const PROVE: readonly string[] = [
  "Have the customer install the integration again, which makes a new key (a Standalone key: make a new one under Settings > API Keys), and store it where the manifest says that this tenant's key is kept.",
  "Prove it: run the check, and let the jobs of this tenant go on once its own row says pass, with the company that it had before.",
];

function recipe(title: string, steps: readonly string[]): string {
  return [`## ${title}`, steps.map((step, index) => `${index + 1}. ${step}`).join("\n")].join(
    "\n\n",
  );
}

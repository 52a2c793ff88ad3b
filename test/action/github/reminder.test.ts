import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActionReport } from "../../../action/action-report.ts";
import { openGitHub } from "../../../action/github/octokit-api.ts";
import {
  decideReminder,
  publishReminder,
  type ExistingReminder,
  type ReminderDecision,
  type ReminderRequest,
} from "../../../action/github/reminder.ts";
import type { GitHubPorts, SinkOutcome } from "../../../action/github/sink.ts";
import {
  judgeCondition,
  recall,
  renderReminder,
  renderResolvedReminder,
  REMINDER_LABEL,
  STAGES,
  type Concern,
  type Condition,
  type Memory,
  type ReminderSubject,
  type Stage,
} from "../../../action/render/reminder.ts";
import { createFinding } from "../../../src/report/finding.ts";
import type { GitHubFault } from "../../github-simulator/faults.ts";
import { startGitHub, type GitHubSimulator } from "../../github-simulator/simulator.ts";
import {
  endIn,
  exampleReport,
  expired,
  expiresTooSoon,
  expiring,
  rejected,
  scopeMissing,
} from "./example-report.ts";

const SUBJECT: ReminderSubject = {
  kind: "standalone",
  environment: "production",
  secretName: "PLEO_API_KEY",
};
const WELL = exampleReport();

describe("what is the matter with a key", () => {
  const idle = createFinding("installation-inactive", {
    status: "PENDING",
    errorCode: "",
    fix: "f",
  });
  const stale = createFinding("expiry-stale", {});
  test.each<[string, ActionReport, Stage | "well" | "undecided"]>([
    ["it is in order", WELL, "well"],
    ["it never ends", exampleReport({ expiry: undefined as never }), "well"],
    ["30 days are left", expiring(30), "expires-soon"],
    ["7 days are left", expiring(7), "expires-soon"],
    ["6 days are left", expiring(6), "expires-now"],
    ["no whole day is left", expiring(0), "expires-now"],
    ["it is in the days that fail", expiresTooSoon(20), "expires-now"],
    ["it has expired", expired(), "expired"],
    ["Pleo rejects it", rejected(), "stopped-working"],
    [
      "Pleo rejects it after its end",
      { ...rejected(), findings: [...expired().findings, ...rejected().findings] },
      "stopped-working",
    ],
    [
      "its installation is idle",
      exampleReport({ verdict: "fail", findings: [idle] }),
      "stopped-working",
    ],
    ["Pleo is down", exampleReport({ verdict: "unknown" }), "undecided"],
    ["Pleo is down while it nears its end", { ...expiring(3), verdict: "unknown" }, "undecided"],
    [
      "it lacks a scope",
      exampleReport({ verdict: "fail", findings: [scopeMissing("x:read")] }),
      "undecided",
    ],
    ["it lacks a scope and nears its end", { ...expiring(20), verdict: "fail" }, "expires-soon"],
    ["its date is another key's", exampleReport({ findings: [stale] }), "undecided"],
    [
      "nobody wants to hear of its end",
      exampleReport({ expiry: endIn(3), switchedOff: expiring(3).findings }),
      "undecided",
    ],
  ])("%s", (_name, report, expected) => {
    const condition = judgeCondition(report);
    const stage = condition.kind === "concern" ? condition.concern.stage : condition.kind;
    expect(stage).toBe(expected);
  });
});

function concern(stage: Stage, expiresOn: string | undefined = "2027-06-01"): Condition {
  const because = stage === "stopped-working" ? "key-rejected" : "key-expiring";
  return { kind: "concern", concern: { stage, because, expiresOn } };
}

function existing(
  stage: Memory["stage"],
  isOpen: boolean,
  { expiresOn = "2027-06-01", labels = [REMINDER_LABEL, "ops", stage] } = {},
): ExistingReminder {
  const because = stage === "stopped-working" ? "key-rejected" : "key-expiring";
  return { number: 5, isOpen, labels, memory: { stage, because, expiresOn } };
}

describe("what becomes of the reminder", () => {
  const well: Condition = { kind: "well", expiresOn: "2028-06-01" };
  const endless: Condition = { kind: "well", expiresOn: undefined };
  test.each<[string, ExistingReminder | undefined, Condition, ReminderDecision["kind"]]>([
    ["none, all well", undefined, well, "nothing"],
    ["none, nothing known", undefined, { kind: "undecided" }, "nothing"],
    ["none, the end is near", undefined, concern("expires-soon"), "create"],
    ["none, it stopped", undefined, concern("stopped-working", undefined), "create"],
    ["open, the same", existing("expires-soon", true), concern("expires-soon"), "nothing"],
    ["open, nothing known", existing("expires-soon", true), { kind: "undecided" }, "nothing"],
    ["open, worse", existing("expires-soon", true), concern("expires-now"), "update"],
    ["open, better", existing("expired", true), concern("expires-soon"), "update"],
    [
      "open, another date",
      existing("expires-soon", true),
      concern("expires-soon", "2027-07-01"),
      "update",
    ],
    ["open, all well", existing("expired", true), well, "close"],
    ["open, it works again", existing("stopped-working", true), endless, "close"],
    ["open, and the end is no longer declared", existing("expires-now", true), endless, "nothing"],
    ["closed by us, all well", existing("resolved", false), well, "nothing"],
    ["closed by us, it comes back", existing("resolved", false), concern("expires-soon"), "reopen"],
    ["closed by us, opened by a person, all well", existing("resolved", true), well, "nothing"],
    [
      "closed by us, opened by a person, near",
      existing("resolved", true),
      concern("expires-soon"),
      "update",
    ],
    [
      "closed by a person, the same",
      existing("expires-soon", false),
      concern("expires-soon"),
      "nothing",
    ],
    [
      "closed by a person, better",
      existing("expires-now", false),
      concern("expires-soon"),
      "nothing",
    ],
    ["closed by a person, worse", existing("expires-soon", false), concern("expired"), "create"],
    [
      "closed by a person, another date",
      existing("expires-soon", false),
      concern("expires-soon", "2028-06-01"),
      "create",
    ],
    ["closed by a person, all well", existing("expires-soon", false), well, "nothing"],
  ])("%s", (_name, reminder, condition, kind) => {
    expect(decideReminder(reminder, condition, SUBJECT).kind).toBe(kind);
  });

  test("keeps the labels of people and one of ours", () => {
    const worse = decideReminder(existing("expires-soon", true), concern("expired"), SUBJECT);
    expect(worse).toMatchObject({
      number: 5,
      change: { isOpen: true, labels: [REMINDER_LABEL, "ops", "expired"] },
    });
    const over = decideReminder(existing("expired", true), well, SUBJECT);
    expect(over).toMatchObject({ change: { isOpen: false, labels: [REMINDER_LABEL, "ops"] } });
  });
});

describe("the text of a reminder", () => {
  const concerns: readonly Concern[] = STAGES.map((stage) => ({
    stage,
    because: stage === "stopped-working" ? "installation-inactive" : "key-expiring",
    expiresOn: "2027-06-01",
  }));

  test.each(concerns)("$stage remembers itself", (each) => {
    const { body, title, labels } = renderReminder(each, SUBJECT);
    expect(recall(body, SUBJECT)).toEqual(each);
    expect(labels).toEqual([REMINDER_LABEL, each.stage]);
    expect(title.length).toBeLessThan(200);
    expect(title).toContain("PLEO_API_KEY");
    expect(body).not.toMatch(/undefined|\{\w+\}/);
  });

  test.each(concerns)("$stage has the steps of each kind of key", (each) => {
    const standalone = renderReminder(each, SUBJECT).body;
    const integrated = renderReminder(each, { ...SUBJECT, kind: "integrated" }).body;
    expect(standalone).toContain("Settings > API Keys");
    expect(standalone).not.toContain("install the integration again");
    expect(integrated).toMatch(/install the integration again/i);
    expect(integrated).not.toContain("API Keys");
  });

  test("the old key is kept while it works, and not where it does not", () => {
    for (const each of concerns) {
      const works = each.stage === "expires-soon" || each.stage === "expires-now";
      expect(renderReminder(each, SUBJECT).body.includes("previous-api-key")).toBe(works);
    }
  });

  test("names the secret that is meant", () => {
    const other = { ...SUBJECT, secretName: "PROD_PLEO_KEY" };
    for (const each of concerns) {
      const { body } = renderReminder(each, other);
      expect(body).toContain("gh secret set PROD_PLEO_KEY");
      expect(body).not.toContain("PLEO_API_KEY");
      expect(recall(body, SUBJECT)).toBeUndefined();
    }
  });

  test.each([
    ["a comment's end", "X --> <img src=x>"],
    ["a mention", "@octocat"],
    ["a line", "X\n# Y"],
    ["a link", "[x](https://evil.example)"],
    ["code", "`x`"],
    ["a replacement", "$& $1 $`"],
    ["half a pair", "\ud83d"],
  ])("%s in the name of the secret does no harm", (_name, secretName) => {
    const subject = { ...SUBJECT, secretName };
    const [first] = concerns;
    if (first === undefined) throw new Error("There is a first stage.");
    const { title, body } = renderReminder(first, subject);
    expect(recall(body, subject)).toEqual(first);
    expect(body.match(/-->/g)).toHaveLength(1);
    expect(title).not.toMatch(/\n/);
    for (const text of [title, body.slice(body.indexOf("\n"))]) {
      expect(text).not.toMatch(/<img|@\w|\]\(|^# /m);
    }
  });

  test("says the same from day to day", () => {
    const [one, other] = [expiring(20), expiring(19)].map(judgeCondition);
    expect(one).toEqual(other);
  });

  test.each([
    ["another's", (body: string) => body.replace("PLEO_API_KEY", "OTHER")],
    ["one that is quoted", (body: string) => `> ${body}`],
    ["of the other environment", (body: string) => body.replace("/production", "/staging")],
    ["of a stage that is none", (body: string) => body.replace("expires-soon", "whenever")],
    ["without an end", (body: string) => body.replace("-->", "")],
    ["empty", () => ""],
  ])("a marker is not ours if it is %s", (_name, spoil) => {
    const [first] = concerns;
    if (first === undefined) throw new Error("There is a first stage.");
    const { body } = renderReminder(first, SUBJECT);
    expect(recall(body, SUBJECT)).toBeDefined();
    expect(recall(spoil(body), SUBJECT)).toBeUndefined();
  });

  test("a resolved one remembers that", () => {
    const { body, labels } = renderResolvedReminder("2028-06-01", SUBJECT);
    expect(recall(body, SUBJECT)?.stage).toBe("resolved");
    expect(labels).toEqual([REMINDER_LABEL]);
  });
});

let github: GitHubSimulator;
beforeAll(async () => {
  github = await startGitHub();
});
beforeEach(() => {
  github.clear();
});
afterAll(() => github.close());

function portsOf(simulator: GitHubSimulator): GitHubPorts {
  return {
    env: simulator.env,
    token: simulator.token,
    redact: String,
    open: (connection) =>
      openGitHub(connection, {
        totalMs: 60_000,
        answerMs: 20_000,
        sleep: () => Promise.resolve(),
      }),
  };
}

async function publish(
  report: ActionReport,
  differences: Partial<ReminderRequest> = {},
): Promise<{ readonly outcome: SinkOutcome; readonly writes: number }> {
  const before = github.writes().length;
  const request = { ...SUBJECT, report, dryRun: false, ...differences };
  const outcome = await publishReminder(request, portsOf(github));
  expect(github.violations).toEqual([]);
  return { outcome, writes: github.writes().length - before };
}

describe("over the life of a key there is one issue", () => {
  test("opened, left alone, escalated, closed, left alone, opened again", async () => {
    const story: readonly (readonly [ActionReport, number, string, readonly string[]])[] = [
      [WELL, 0, "", []],
      [expiring(30), 1, "open", [REMINDER_LABEL, "expires-soon"]],
      [expiring(29), 0, "open", [REMINDER_LABEL, "expires-soon"]],
      [expiring(5), 1, "open", [REMINDER_LABEL, "expires-now"]],
      [exampleReport({ verdict: "unknown" }), 0, "open", [REMINDER_LABEL, "expires-now"]],
      [expired(), 1, "open", [REMINDER_LABEL, "expired"]],
      [rejected(), 1, "open", [REMINDER_LABEL, "stopped-working"]],
      [
        exampleReport({ verdict: "fail", findings: [scopeMissing("x:read")] }),
        0,
        "open",
        [REMINDER_LABEL, "stopped-working"],
      ],
      [WELL, 1, "closed", [REMINDER_LABEL]],
      [WELL, 0, "closed", [REMINDER_LABEL]],
      [expiring(30, "2028-06-01"), 1, "open", [REMINDER_LABEL, "expires-soon"]],
    ];
    for (const [index, [report, expected, state, labels]] of story.entries()) {
      const { writes } = await publish(report);
      const [issue, ...more] = github.repository.issues;
      expect(more).toEqual([]);
      expect([index, writes, issue?.state ?? "", issue?.labels ?? []]).toEqual([
        index,
        expected,
        state,
        labels,
      ]);
    }
  });

  test("of each secret and environment", async () => {
    for (const secretName of ["ONE", "OTHER"]) {
      for (const environment of ["production", "staging"] as const) {
        for (let times = 0; times < 2; times += 1) {
          await publish(expiring(20), { secretName, environment });
        }
      }
    }
    expect(github.repository.issues).toHaveLength(4);
  });

  test("also where it is on the second page", async () => {
    await publish(expiring(20));
    for (let count = 0; count < 120; count += 1) {
      github.repository.addIssue({ author: github.login, labels: [REMINDER_LABEL], body: "x" });
    }
    expect((await publish(expiring(3))).writes).toBe(1);
    expect(github.repository.issues).toHaveLength(121);
    expect(github.repository.issues[0]?.labels).toContain("expires-now");
  });

  test("of several that are ours, the open one is kept", async () => {
    await publish(expiring(20));
    const [first] = github.repository.issues;
    if (first === undefined) throw new Error("It was opened.");
    first.state = "closed";
    // A person has closed it, so the next stage opens another.
    await publish(expiring(3));
    await publish(WELL);
    expect(github.repository.issues.map(({ state }) => state)).toEqual(["closed", "closed"]);
    expect(github.repository.issues.map(({ stateReason }) => stateReason)).toEqual([
      null,
      "completed",
    ]);
  });

  test("a person's words and labels stay until there is something new", async () => {
    await publish(expiring(20));
    const [issue] = github.repository.issues;
    if (issue === undefined) throw new Error("It was opened.");
    issue.body += "\n\n- [x] ordered";
    issue.labels.push("ops");
    expect((await publish(expiring(19))).writes).toBe(0);
    expect(issue.body).toContain("ordered");
    await publish(expired());
    expect(issue.labels).toContain("ops");
  });
});

describe("an issue that is not ours is left alone", () => {
  const { body } = renderReminder(
    { stage: "expires-now", because: "key-expiring", expiresOn: "2027-06-01" },
    SUBJECT,
  );
  test.each([
    ["a stranger's with our marker and label", { author: "mallory", labels: [REMINDER_LABEL] }],
    [
      "a pull request with both",
      { author: "github-actions[bot]", labels: [REMINDER_LABEL], isPullRequest: true },
    ],
    ["ours without the label", { author: "github-actions[bot]", labels: [] }],
  ])("%s", async (_name, issue) => {
    github.repository.addIssue({ ...issue, body });
    expect((await publish(expiring(20))).writes).toBe(1);
    expect(github.repository.issues).toHaveLength(2);
    expect(github.repository.issues[0]).toMatchObject({ body, state: "open" });
    await publish(WELL);
    expect(github.repository.issues[0]).toMatchObject({ body, state: "open" });
  });
});

describe("what goes wrong is a notice", () => {
  test.each<[string, GitHubFault, string]>([
    ["a token that may not write", { name: "read-only", strikes: "writes" }, "issues: write"],
    ["a token that may not read", { name: "not-found" }, "issues: write"],
    ["issues being switched off", { name: "issues-off" }, "switched off"],
    ["GitHub being down", { name: "server-error" }, "no usable answer"],
    ["a long limit", { name: "secondary-limit", retryAfterSeconds: 60 }, "fewer requests"],
  ])("%s", async (_name, fault, why) => {
    github.fault(fault);
    const { outcome } = await publish(expiring(20));
    expect(outcome).toMatchObject({ kind: "notice" });
    expect(JSON.stringify(outcome)).toContain(why);
    expect(github.repository.issues).toEqual([]);
  });
});

test("a dry run hands over title, labels and text, and asks nothing", async () => {
  const { outcome } = await publish(expiring(20), { dryRun: true });
  expect(outcome).toMatchObject({ kind: "dry-run" });
  expect(JSON.stringify(outcome)).toMatch(/expires on 2027-06-01.*pleo-key-expiry, expires-soon/s);
  expect(github.requests).toEqual([]);
});

test("nothing known asks nothing", async () => {
  expect((await publish(exampleReport({ verdict: "unknown" }))).outcome).toEqual({
    kind: "nothing",
  });
  expect(github.requests).toEqual([]);
});

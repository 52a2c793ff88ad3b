import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActionReport } from "../../../action/action-report.ts";
import { publishComment, type CommentRequest } from "../../../action/github/comment.ts";
import { publishReminder } from "../../../action/github/reminder.ts";
import { STAGES } from "../../../action/render/reminder.ts";
import { createTextMasker } from "../../../src/key/mask-text.ts";
import { createFinding, type Finding } from "../../../src/report/finding.ts";
import { startGitHub, type GitHubSimulator } from "../../github-simulator/simulator.ts";
import { exampleKey } from "../../support/keys.ts";
import { SPELLERS_OF_KNOWN } from "../../support/spell-key.ts";
import { formsShown } from "../../support/twin-keys.ts";
import {
  exampleReport,
  expiring,
  expired,
  expiresTooSoon,
  leakedIn,
  rejected,
} from "./example-report.ts";

let github: GitHubSimulator;
beforeAll(async () => {
  github = await startGitHub();
});
beforeEach(() => {
  github.clear();
});
afterAll(() => github.close());

const key = exampleKey();

/** The key, spelled in some way, in every text of a report. */
function plant(spelled: string, report: ActionReport): ActionReport {
  const planted = (finding: Finding): Finding => ({
    ...finding,
    title: `${finding.title} ${spelled}`,
    message: `${spelled} ${finding.message}`,
    remedy: `${finding.remedy} ${spelled}`,
    docs: spelled,
    values: { secret: spelled },
    where: { file: `${spelled}.js`, line: 1, commit: spelled },
  });
  // Where a text is cut, at every length that it may be cut to.
  const padded = [150, 400, 1_000, 1_024].flatMap((length) =>
    [1, 12, 30].map((into) => leakedIn(`${"x".repeat(length - into)}${spelled}`, 1)),
  );
  const crowd = Array.from({ length: 60 }, () => padded).flat();
  return {
    ...report,
    findings: [...report.findings.map(planted), ...padded, ...crowd],
    switchedOff: report.findings.map(planted),
    company: { actual: spelled, ...report.company },
    scopes: { granted: [spelled], missing: [spelled], excess: [spelled] },
    installationStatuses: [spelled],
    scans: { leak: spelled, workflow: spelled },
  };
}

function comment(report: ActionReport, spelled: string): CommentRequest {
  return {
    mode: "always",
    fails: true,
    report: plant(spelled, report),
    kind: "standalone",
    environment: "production",
    hidesIds: false,
    goesOn: true,
    nextStep: spelled,
    event: { pull_request: { number: 7, title: spelled } },
    dryRun: false,
  };
}

function ports(dryRun = false): Parameters<typeof publishComment>[1] {
  return {
    env: { ...github.env, GITHUB_EVENT_NAME: "pull_request" },
    token: dryRun ? "" : github.token,
    redact: createTextMasker([key, github.token]),
  };
}

describe.each(Object.entries(SPELLERS_OF_KNOWN))("the key %s", (_name, spell) => {
  test("in every text of a report is in no comment", async () => {
    const request = comment(rejected(), spell(key));
    const written = await publishComment(request, ports());
    const shown = await publishComment({ ...request, dryRun: true }, ports(true));
    expect([written.kind, shown.kind]).toEqual(["written", "dry-run"]);
    const texts = JSON.stringify([written, shown, github.repository.comments]);
    expect(formsShown(texts, key)).toEqual([]);
  });

  test("in the name of the secret and around is in no reminder", async () => {
    const reports = [expiring(20), expiresTooSoon(3), expired(), rejected()];
    const secretName = spell(key);
    for (const [index, report] of reports.entries()) {
      const request = {
        report: plant(spell(key), report),
        kind: "standalone",
        environment: "production",
        secretName,
        dryRun: false,
      } as const;
      const outcome = await publishReminder(request, ports());
      expect(outcome.kind).toBe("written");
      expect(github.repository.issues[0]?.labels).toContain(STAGES[index]);
    }
    // It is found again, so there is one.
    expect(github.repository.issues).toHaveLength(1);
    await publishReminder(
      {
        report: exampleReport(),
        kind: "standalone",
        environment: "production",
        secretName,
        dryRun: false,
      },
      ports(),
    );
    expect(github.repository.issues[0]?.state).toBe("closed");
    const bodies = github.requests.map(({ body }) => body);
    expect(formsShown(JSON.stringify(bodies), key)).toEqual([]);
  });
});

test("a failure of GitHub's that repeats what it was sent shows nothing of it", async () => {
  github.fault({ name: "invalid", strikes: "writes" });
  const outcome = await publishComment(comment(rejected(), key), ports());
  expect(outcome).toMatchObject({ kind: "notice" });
  expect(formsShown(JSON.stringify(outcome), key)).toEqual([]);
  expect(JSON.stringify(outcome)).not.toContain(github.token);
});

test("findings keep their ids, whatever is planted", () => {
  const finding = createFinding("expiry-stale", {});
  expect(plant(key, exampleReport({ findings: [finding] })).findings[0]?.id).toBe("expiry-stale");
});

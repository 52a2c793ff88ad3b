import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActionReport } from "../../../action/action-report.ts";
import {
  decideComment,
  publishComment,
  wishFor,
  type CommentRequest,
  type CommentWish,
} from "../../../action/github/comment.ts";
import { openGitHub } from "../../../action/github/octokit-api.ts";
import type { GitHubPorts, SinkOutcome } from "../../../action/github/sink.ts";
import { commentMarker } from "../../../action/render/comment.ts";
import type { GitHubFault } from "../../github-simulator/faults.ts";
import { startGitHub, type GitHubSimulator } from "../../github-simulator/simulator.ts";
import { exampleReport, rejected } from "./example-report.ts";

let github: GitHubSimulator;
beforeAll(async () => {
  github = await startGitHub();
});
beforeEach(() => {
  github.clear();
});
afterAll(() => github.close());

const EVENT = { pull_request: { number: 7 } };

function request(differences: Partial<CommentRequest> = {}): CommentRequest {
  const report = differences.report ?? rejected();
  return {
    mode: "on-failure",
    fails: report.verdict !== "pass",
    report,
    kind: "standalone",
    environment: "production",
    hidesIds: false,
    goesOn: false,
    nextStep: "Look under Settings.",
    event: EVENT,
    dryRun: false,
    ...differences,
  };
}

function portsOf(
  simulator: GitHubSimulator,
  env: Readonly<Record<string, string>> = {},
): GitHubPorts {
  return {
    env: { GITHUB_EVENT_NAME: "pull_request", ...simulator.env, ...env },
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
  differences: Partial<CommentRequest> = {},
  simulator = github,
): Promise<SinkOutcome> {
  const outcome = await publishComment(request(differences), portsOf(simulator));
  expect(simulator.violations).toEqual([]);
  expect(simulator.writes().length).toBeLessThanOrEqual(1);
  return outcome;
}

const WELL = exampleReport();

describe("over the life of a pull request there is one comment", () => {
  test("made, left alone, edited, resolved, left alone, edited, never repeated", async () => {
    const story: readonly (readonly [ActionReport, SinkOutcome["kind"], number])[] = [
      [WELL, "nothing", 0],
      [rejected(), "written", 1],
      [rejected(), "nothing", 0],
      [exampleReport({ ...rejected(), keyHint: "zzzz" }), "written", 1],
      [WELL, "written", 1],
      [WELL, "nothing", 0],
      [rejected(), "written", 1],
    ];
    for (const [index, [report, kind, writes]] of story.entries()) {
      const before = github.writes().length;
      const outcome = await publishComment(request({ report }), portsOf(github));
      expect([index, outcome.kind]).toEqual([index, kind]);
      expect(github.writes().length - before).toBe(writes);
    }
    expect(github.violations).toEqual([]);
    expect(github.repository.comments).toHaveLength(1);
    expect(github.repository.comments[0]?.body).toContain("may not be used");
  });

  test("of each kind and environment", async () => {
    for (const kind of ["standalone", "integrated"] as const) {
      for (const environment of ["production", "staging"] as const) {
        for (let times = 0; times < 2; times += 1) {
          await publishComment(request({ kind, environment }), portsOf(github));
        }
      }
    }
    expect(github.repository.comments).toHaveLength(4);
  });

  test("also where it is on the third page", async () => {
    for (let count = 0; count < 250; count += 1) {
      github.repository.addComment({ pullRequest: 7, author: "robin", body: `talk ${count}` });
    }
    await publishComment(request(), portsOf(github));
    await publishComment(request({ report: WELL }), portsOf(github));
    expect(github.repository.comments).toHaveLength(251);
    expect(github.repository.comments[250]?.body).toContain("What stood here is resolved");
    expect(github.violations).toEqual([]);
  });

  test("and none of another pull request is touched", async () => {
    const body = `${commentMarker(request())}\nold`;
    github.repository.addComment({ pullRequest: 8, author: github.login, body });
    await publish();
    expect(github.repository.comments.map((each) => each.pullRequest)).toEqual([8, 7]);
    expect(github.repository.comments[0]?.body).toBe(body);
  });
});

describe("a comment that is not ours is left alone", () => {
  test.each([
    ["a stranger's with our marker", "mallory", (marker: string) => `${marker}\nhello`],
    ["another bot's with our marker", "other[bot]", (marker: string) => `${marker}\nhello`],
    ["ours that quotes the marker", "", (marker: string) => `> ${marker}\nhello`],
    ["ours with a longer marker", "", (marker: string) => marker.replace(" -->", "2 -->")],
    ["of an account that is gone", "ghost?", (marker: string) => `${marker}\nhello`],
  ])("%s", async (_name, author, spoil) => {
    const body = spoil(commentMarker(request()));
    github.repository.addComment({ pullRequest: 7, author: author || github.login, body });
    expect(await publish()).toMatchObject({ kind: "written" });
    expect(github.repository.comments).toHaveLength(2);
    expect(github.repository.comments[0]?.body).toBe(body);
  });

  test("nor is one resolved that somebody else has made", async () => {
    const body = commentMarker(request());
    github.repository.addComment({ pullRequest: 7, author: "mallory", body });
    expect(await publish({ report: WELL })).toEqual({ kind: "nothing" });
    expect(github.writes()).toEqual([]);
  });
});

test.each([
  ["a job's", "github-actions[bot]"],
  ["an app's", "key-keeper[bot]"],
  ["a person's", "robin"],
])("%s token finds its own comment", async (_name, login) => {
  const own = await startGitHub({ login, prefix: "/api/v3" });
  try {
    await publishComment(request(), portsOf(own));
    await publish({ report: WELL }, { ...own, writes: () => own.writes().slice(1) });
    expect(own.repository.comments).toHaveLength(1);
    expect(own.repository.comments[0]?.body).toContain("resolved");
  } finally {
    await own.close();
  }
});

describe("where GraphQL does not say who we are", () => {
  test.each<[string, GitHubFault]>([
    ["since it may not be asked", { name: "read-only", strikes: "graphql" }],
    ["since it is not there", { name: "not-found", strikes: "graphql" }],
    ["since what comes back is something else", { name: "not-a-list", strikes: "graphql" }],
  ])("%s, it is the token of a job", async (_name, fault) => {
    await publishComment(request(), portsOf(github));
    github.fault(fault);
    expect(await publishComment(request({ report: WELL }), portsOf(github))).toMatchObject({
      kind: "written",
    });
    expect(github.repository.comments).toHaveLength(1);
  });
});

test("who we are is asked only where a comment looks like ours", async () => {
  await publish();
  expect(github.requests.map(({ path }) => path)).toEqual([
    "/repos/octo/shop/issues/7/comments",
    "/repos/octo/shop/issues/7/comments",
  ]);
});

describe("nothing is asked", () => {
  test.each<[string, Partial<CommentRequest>, Readonly<Record<string, string>>]>([
    ["where no comment is wanted", { mode: "never" }, {}],
    ["on a push", {}, { GITHUB_EVENT_NAME: "push" }],
    ["on pull_request_target", {}, { GITHUB_EVENT_NAME: "pull_request_target" }],
    ["where the event names no pull request", { event: {} }, {}],
    ["where its number is no number", { event: { pull_request: { number: "7/../8" } } }, {}],
    ["where it is null", { event: { pull_request: null } }, {}],
    ["where the event is missing", { event: undefined }, {}],
    [
      "where a step goes on, not knowing",
      { fails: false, report: exampleReport({ verdict: "unknown" }) },
      {},
    ],
  ])("%s", async (_name, differences, env) => {
    const outcome = await publishComment(request(differences), portsOf(github, env));
    expect(outcome).toEqual({ kind: "nothing" });
    expect(github.requests).toEqual([]);
  });

  test("in a dry run, which hands over the text", async () => {
    const outcome = await publish({ dryRun: true });
    expect(outcome).toMatchObject({ kind: "dry-run" });
    expect(JSON.stringify(outcome)).toContain("may not be used");
    expect(github.requests).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["a plain address elsewhere", { GITHUB_API_URL: "http://github.example/api/v3" }, "over https"],
    ["an address with a password", { GITHUB_API_URL: "https://a:b@github.example" }, "over https"],
    ["an address that is none", { GITHUB_API_URL: "nonsense" }, "over https"],
    ["no repository", { GITHUB_REPOSITORY: "" }, "names no repository"],
    ["a repository with a path", { GITHUB_REPOSITORY: "octo/shop/../x" }, "names no repository"],
  ])("at %s", async (_name, env, why) => {
    const outcome = await publishComment(request(), portsOf(github, env));
    expect(outcome).toMatchObject({ kind: "notice" });
    expect(JSON.stringify(outcome)).toContain(why);
    expect(github.requests).toEqual([]);
  });

  test("without a token", async () => {
    const outcome = await publishComment(request(), { ...portsOf(github), token: " " });
    expect(outcome).toEqual({
      kind: "notice",
      message: "The comment was not written: `github-token` is empty.",
    });
  });
});

describe("what goes wrong is a notice", () => {
  test.each<[string, GitHubFault, string, number]>([
    [
      "a token that may only read",
      { name: "read-only", strikes: "writes" },
      "pull-requests: write",
      0,
    ],
    ["a token that may not even read", { name: "read-only" }, "pull-requests: write", 0],
    ["a repository it may not see", { name: "not-found" }, "pull-requests: write", 0],
    ["a token that has ended", { name: "bad-credentials" }, "does not accept `github-token`", 0],
    ["a text that is refused", { name: "invalid", strikes: "writes" }, "refused the text", 0],
    ["GitHub being down", { name: "server-error" }, "no usable answer", 0],
    ["GitHub breaking on the write", { name: "server-error", strikes: "writes" }, "no usable", 0],
    ["an answer that is cut off", { name: "cut-off" }, "no usable answer", 0],
    ["a page of a proxy", { name: "no-json" }, "no usable answer", 0],
    ["something else than a list", { name: "not-a-list" }, "no usable answer", 0],
    ["being sent elsewhere", { name: "redirect" }, "no usable answer", 0],
    ["a long limit", { name: "secondary-limit", retryAfterSeconds: 60 }, "fewer requests", 0],
    ["a limit without an end", { name: "secondary-limit", strikes: "writes" }, "fewer requests", 0],
    [
      "a limit for an hour",
      { name: "primary-limit", retryAfterSeconds: 3_600 },
      "fewer requests",
      0,
    ],
    ["too many requests", { name: "too-many-requests" }, "fewer requests", 0],
    ["a limit that stays", { name: "secondary-limit", retryAfterSeconds: 1 }, "fewer requests", 0],
  ])("%s", async (_name, fault, why, comments) => {
    github.fault(fault);
    const outcome = await publishComment(request(), portsOf(github));
    expect(outcome).toMatchObject({ kind: "notice" });
    expect(JSON.stringify(outcome)).toContain(why);
    expect(github.repository.comments).toHaveLength(comments);
    expect(github.violations).toEqual([]);
    expect(JSON.stringify(outcome)).not.toContain(github.token);
  });

  test("no answer at all", async () => {
    github.fault({ name: "hanging" });
    const impatient = { totalMs: 60_000, answerMs: 400, sleep: () => Promise.resolve() };
    const outcome = await publishComment(request(), {
      ...portsOf(github),
      open: (connection) => openGitHub(connection, impatient),
    });
    expect(outcome).toMatchObject({ kind: "notice" });
    expect(JSON.stringify(outcome)).toContain("no usable answer");
    expect(github.repository.comments).toEqual([]);
  });

  test("a write that broke is not tried again: it may have been done", async () => {
    github.fault({ name: "server-error", strikes: "writes" });
    await publishComment(request(), portsOf(github));
    expect(github.writes()).toHaveLength(1);
  });
});

describe("what passes is waited for", () => {
  test.each<[string, GitHubFault, number]>([
    [
      "a short limit on the write",
      { name: "secondary-limit", strikes: "writes", retryAfterSeconds: 2 },
      2_000,
    ],
    ["a short limit on the list", { name: "too-many-requests", retryAfterSeconds: 1 }, 1_000],
    ["a fault while reading", { name: "server-error", strikes: "reads" }, 500],
  ])("%s", async (_name, fault, waits) => {
    github.fault({ ...fault, times: 1 });
    const waited: number[] = [];
    const outcome = await publishComment(request(), {
      ...portsOf(github),
      open: (connection) =>
        openGitHub(connection, {
          totalMs: 60_000,
          answerMs: 20_000,
          sleep: (milliseconds) => Promise.resolve(waited.push(milliseconds)),
        }),
    });
    expect(outcome).toMatchObject({ kind: "written" });
    expect(waited).toEqual([waits]);
    expect(github.repository.comments).toHaveLength(1);
  });

  test("but not beyond what the step has", async () => {
    github.fault({ name: "hanging" });
    const start = performance.now();
    const outcome = await publishComment(request(), {
      ...portsOf(github),
      open: (connection) =>
        openGitHub(connection, { totalMs: 600, answerMs: 60_000, sleep: () => Promise.resolve() }),
    });
    expect(outcome).toMatchObject({ kind: "notice" });
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

test("more pages than anybody reads end in a notice, not in a second comment", async () => {
  for (let count = 0; count < 5_100; count += 1) {
    github.repository.addComment({ pullRequest: 7, author: "robin", body: "talk" });
  }
  const outcome = await publishComment(request(), portsOf(github));
  expect(outcome).toMatchObject({ kind: "notice" });
  expect(github.writes()).toEqual([]);
});

describe("what is wished for", () => {
  test.each<[CommentRequest["mode"], ActionReport["verdict"], boolean, CommentWish["kind"]]>([
    ["never", "fail", true, "nothing"],
    ["never", "pass", false, "nothing"],
    ["on-failure", "fail", true, "say"],
    ["on-failure", "unknown", true, "say"],
    ["on-failure", "unknown", false, "nothing"],
    ["on-failure", "pass", false, "resolve"],
    ["always", "fail", true, "say"],
    ["always", "pass", false, "say"],
    ["always", "unknown", false, "say"],
  ])("%s on %s, step failing: %s → %s", (mode, verdict, fails, kind) => {
    const report = exampleReport({ verdict });
    expect(wishFor(request({ mode, report, fails }), String).kind).toBe(kind);
  });

  const say: CommentWish = { kind: "say", body: "a\nb" };
  const resolve: CommentWish = { kind: "resolve", body: "a\nb" };
  test.each<[string, string | undefined, CommentWish, "nothing" | "create" | "edit"]>([
    ["nothing to say, nothing there", undefined, { kind: "nothing" }, "nothing"],
    ["nothing to say, something there", "x", { kind: "nothing" }, "nothing"],
    ["something to say, nothing there", undefined, say, "create"],
    ["resolved, nothing there", undefined, resolve, "nothing"],
    ["something to say, something else there", "x", say, "edit"],
    ["resolved, something else there", "x", resolve, "edit"],
    ["the same there", "a\nb", say, "nothing"],
    ["the same there in GitHub's spelling", "a\r\nb\n", say, "nothing"],
    ["the same there but for a space within", "a \nb", say, "edit"],
  ])("%s", (_name, body, wish, kind) => {
    const existing = body === undefined ? undefined : { id: 3, body };
    expect(decideComment(existing, wish).kind).toBe(kind);
  });
});

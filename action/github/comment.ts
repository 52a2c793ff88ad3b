import type { ActionReport } from "../action-report.ts";
import {
  commentMarker,
  renderComment,
  renderResolvedComment,
  type CommentOptions,
} from "../render/comment.ts";
import { redactReport } from "../render/redact-report.ts";
import type { ExistingComment, GitHubApi } from "./github-api.ts";
import { NOTHING, runSink, toNotice, type GitHubPorts, type SinkOutcome } from "./sink.ts";

type CommentMode = "never" | "on-failure" | "always";

export interface CommentRequest extends CommentOptions {
  readonly mode: CommentMode;
  /** The step fails. One that goes on with an unknown verdict does not, and has nothing to complain of. */
  readonly fails: boolean;
  readonly report: ActionReport;
  /** The event that started the run, as GitHub describes it. */
  readonly event: unknown;
  readonly dryRun: boolean;
}

/** What a comment has to say: something, that it is over, or nothing new. */
export type CommentWish =
  | { readonly kind: "say"; readonly body: string }
  | { readonly kind: "resolve"; readonly body: string }
  | { readonly kind: "nothing" };

export function wishFor(request: CommentRequest, redact: (text: string) => string): CommentWish {
  const { mode, fails, report } = request;
  if (mode === "never") return { kind: "nothing" };
  if (fails || mode === "always") {
    const options = { ...request, nextStep: redact(request.nextStep) };
    return { kind: "say", body: redact(renderComment(redactReport(report, redact), options)) };
  }
  return report.verdict === "pass"
    ? { kind: "resolve", body: redact(renderResolvedComment(request)) }
    : { kind: "nothing" };
}

export type CommentDecision =
  | { readonly kind: "nothing" }
  | { readonly kind: "create"; readonly body: string }
  | { readonly kind: "edit"; readonly id: number; readonly body: string };

export function decideComment(
  existing: Pick<ExistingComment, "id" | "body"> | undefined,
  wish: CommentWish,
): CommentDecision {
  if (wish.kind === "nothing") return { kind: "nothing" };
  if (existing === undefined) {
    return wish.kind === "say" ? { kind: "create", body: wish.body } : { kind: "nothing" };
  }
  return isSame(existing.body, wish.body)
    ? { kind: "nothing" }
    : { kind: "edit", id: existing.id, body: wish.body };
}

/** GitHub may store line ends and the end of a text its own way. */
function isSame(one: string, other: string): boolean {
  const normal = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
  return normal(one) === normal(other);
}

const NAME = "The comment";
const PERMISSION = "pull-requests: write";

/** Keeps the one comment that a pull request has about a key. At most one write, and none where nothing is new. */
export async function publishComment(
  request: CommentRequest,
  ports: GitHubPorts,
): Promise<SinkOutcome> {
  if (request.mode === "never") return NOTHING;
  const { event, dryRun } = request;
  return keepComment(
    { marker: commentMarker(request), wish: wishFor(request, ports.redact), event, dryRun },
    ports,
  );
}

export interface CommentKept {
  readonly marker: string;
  readonly wish: CommentWish;
  readonly event: unknown;
  readonly dryRun: boolean;
}

/** Brings the comment that begins with the marker in line with the wish. */
export async function keepComment(
  { marker, wish, event, dryRun }: CommentKept,
  ports: GitHubPorts,
): Promise<SinkOutcome> {
  const number = pullRequestOf(ports.env["GITHUB_EVENT_NAME"], event);
  // A workflow may run on other events too, where there is nothing to comment on.
  if (number === undefined || wish.kind === "nothing") return NOTHING;
  if (dryRun) return { kind: "dry-run", text: wish.body };
  if (ports.token.trim() === "") return toNotice(NAME, "`github-token` is empty");
  return runSink(ports, {
    name: NAME,
    permission: PERMISSION,
    write: async (api) => {
      const existing = await findComment(api, number, marker);
      return carryOut(decideComment(existing, wish), api, number);
    },
  });
}

async function carryOut(
  decision: CommentDecision,
  api: GitHubApi,
  pullRequest: number,
): Promise<SinkOutcome> {
  switch (decision.kind) {
    case "nothing":
      return NOTHING;
    case "create":
      await api.createComment(pullRequest, decision.body);
      return { kind: "written", what: "commented on the pull request" };
    case "edit":
      await api.editComment(decision.id, decision.body);
      return { kind: "written", what: "brought its comment on the pull request up to date" };
  }
}

/** Who we are is asked only where a comment looks like ours: a marker can be copied by anybody. */
async function findComment(
  api: GitHubApi,
  pullRequest: number,
  marker: string,
): Promise<ExistingComment | undefined> {
  let ownName: string | undefined;
  for await (const page of api.comments(pullRequest)) {
    for (const comment of page) {
      if (!comment.body.startsWith(marker)) continue;
      ownName ??= await api.whoAmI();
      if (comment.author === ownName) return comment;
    }
  }
  return undefined;
}

function pullRequestOf(eventName: string | undefined, event: unknown): number | undefined {
  if (eventName !== "pull_request") return undefined;
  const { pull_request: pullRequest } = (event ?? {}) as {
    readonly pull_request?: { readonly number?: unknown } | null;
  };
  const number = pullRequest?.number;
  return typeof number === "number" && Number.isSafeInteger(number) && number > 0
    ? number
    : undefined;
}

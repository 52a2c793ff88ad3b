import type { getOctokit as GetOctokit } from "@actions/github";
import { startDeadline, type Deadline } from "../pleo-api/deadline.ts";
import type { Connection } from "./connection.ts";
import { isPassing, limitedForMs } from "./failure.ts";
import type { ExistingComment, ExistingIssue, GitHubApi } from "./github-api.ts";

export interface Patience {
  /** For everything that one sink asks, waiting included. */
  readonly totalMs: number;
  /** For one answer. */
  readonly answerMs: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** Nobody watches a job for longer. */
const PATIENCE: Patience = {
  totalMs: 30_000,
  answerMs: 10_000,
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const MAX_ATTEMPTS = 3;
const BACKOFF_MS = 500;
const PAGE_SIZE = 100;
/** More than anybody reads; whoever has more gets a notice in place of a second comment. */
const MOST_PAGES = 50;

/** Octokit would write to the console, where nobody redacts. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function nothing(): void {
  // On purpose.
}

/** GitHub through its own client, which is loaded only here: most runs write nothing. */
export async function openGitHub(
  { apiUrl, owner, repository, token }: Connection,
  patience: Patience = PATIENCE,
): Promise<GitHubApi> {
  const { getOctokit } = await import("@actions/github");
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: "pleo-key-guard",
    log: SILENT,
    request: { fetch: globalThis.fetch, log: SILENT, redirect: "error" },
  });
  const ask = createAsk(startDeadline(patience.totalMs), patience);
  const repo = { owner, repo: repository };

  return {
    whoAmI: () => ask("read", (request) => findLogin(octokit, request)),
    comments: (issue_number) =>
      pages("the comments", toComment, (page) =>
        ask("read", (request) =>
          octokit.request("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            ...repo,
            issue_number,
            per_page: PAGE_SIZE,
            page,
            request,
          }),
        ),
      ),
    createComment: async (issue_number, body) => {
      await ask("write", (request) =>
        octokit.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
          ...repo,
          issue_number,
          body,
          request,
        }),
      );
    },
    editComment: async (comment_id, body) => {
      await ask("write", (request) =>
        octokit.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
          ...repo,
          comment_id,
          body,
          request,
        }),
      );
    },
    issues: (labels) =>
      pages("the issues", toIssue, (page) =>
        ask("read", (request) =>
          octokit.request("GET /repos/{owner}/{repo}/issues", {
            ...repo,
            labels,
            state: "all",
            sort: "created",
            direction: "desc",
            per_page: PAGE_SIZE,
            page,
            request,
          }),
        ),
      ),
    createIssue: async ({ title, body, labels }) => {
      await ask("write", (request) =>
        octokit.request("POST /repos/{owner}/{repo}/issues", {
          ...repo,
          title,
          body,
          labels: [...labels],
          request,
        }),
      );
    },
    editIssue: async (issue_number, { title, body, labels, isOpen }) => {
      await ask("write", (request) =>
        octokit.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
          ...repo,
          issue_number,
          title,
          body,
          labels: [...labels],
          state: isOpen ? "open" : "closed",
          ...(isOpen ? {} : { state_reason: "completed" as const }),
          request,
        }),
      );
    },
  };
}

interface RequestOptions {
  readonly signal: AbortSignal;
}

type Ask = <Answer>(
  kind: "read" | "write",
  send: (request: RequestOptions) => Promise<Answer>,
) => Promise<Answer>;

/** Asks again where that cannot write twice: after a limit, and after a fault where it only reads. */
function createAsk(deadline: Deadline, { answerMs, sleep }: Patience): Ask {
  return async (kind, send) => {
    for (let attempt = 1; ; attempt += 1) {
      const leftMs = deadline.remainingMs();
      if (leftMs <= 0) throw new Error("There is no time left to ask GitHub.");
      try {
        return await send({ signal: AbortSignal.timeout(Math.min(answerMs, leftMs)) });
      } catch (error) {
        const mayHelp = kind === "read" && isPassing(error);
        const waitMs =
          limitedForMs(error, new Date()) ?? (mayHelp ? BACKOFF_MS * attempt : undefined);
        const isOver = attempt === MAX_ATTEMPTS || (waitMs ?? 0) >= deadline.remainingMs();
        if (waitMs === undefined || isOver) throw error;
        await sleep(waitMs);
      }
    }
  };
}

type Octokit = ReturnType<typeof GetOctokit>;

/** Only a person's token may ask for its user. An app's is known by what GraphQL calls the viewer. */
async function findLogin(octokit: Octokit, request: RequestOptions): Promise<string> {
  try {
    const { data } = await octokit.request("GET /user", { request });
    return readLogin(data);
  } catch (error) {
    if (limitedForMs(error, new Date()) !== undefined || isPassing(error)) throw error;
    if ((error as { readonly status?: unknown }).status === 401) throw error;
  }
  try {
    const { viewer } = await octokit.graphql<{ readonly viewer: unknown }>("{ viewer { login } }", {
      request,
    });
    return readLogin(viewer);
  } catch (error) {
    if (limitedForMs(error, new Date()) !== undefined) throw error;
    // The token that every job is given, where GraphQL does not answer it either.
    return "github-actions[bot]";
  }
}

function readLogin(user: unknown): string {
  const { login } = (user ?? {}) as { readonly login?: unknown };
  if (typeof login !== "string" || login === "") throw new Error("GitHub named no user.");
  return login;
}

interface Page {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/** By number and not by the addresses that GitHub names: the token goes to the one address that it is for. */
async function* pages<Entry>(
  what: string,
  read: (entry: Fields) => Entry | undefined,
  ask: (page: number) => Promise<Page>,
): AsyncGenerator<readonly Entry[]> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data, headers } = await ask(page);
    if (!Array.isArray(data)) throw new Error(`GitHub did not list ${what}.`);
    yield data.map((entry) => read((entry ?? {}) as Fields)).filter((entry) => entry !== undefined);
    if (!/rel="?next"?/.test(headers.link ?? "")) return;
  }
  throw new Error(`GitHub has too many of ${what}.`);
}

type Fields = Readonly<Record<string, unknown>>;

function toComment({ id, body, user }: Fields): ExistingComment | undefined {
  if (typeof id !== "number") return undefined;
  return { id, author: authorOf(user), body: toText(body) };
}

function toIssue(entry: Fields): ExistingIssue | undefined {
  const { number, state, body, user, labels, pull_request: pullRequest } = entry;
  // GitHub lists pull requests among the issues.
  if (typeof number !== "number" || (pullRequest ?? undefined) !== undefined) return undefined;
  return {
    number,
    author: authorOf(user),
    isOpen: state === "open",
    body: toText(body),
    labels: Array.isArray(labels) ? labels.flatMap(toLabel) : [],
  };
}

function toLabel(label: unknown): readonly string[] {
  if (typeof label === "string") return [label];
  const { name } = (label ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? [name] : [];
}

/** The account may be gone. */
function authorOf(user: unknown): string {
  const { login } = (user ?? {}) as { readonly login?: unknown };
  return toText(login);
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

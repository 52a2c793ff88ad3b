import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { doesStrike, play, type GitHubFault } from "./faults.ts";
import { findRoute, violationsOf, type FoundRoute, type GitHubRequest } from "./requests.ts";
import { Repository, toCommentJson, toIssueJson, type StoredIssue } from "./repository.ts";

export interface GitHubSimulatorOptions {
  /** Whose token it is: a job's, an app's, or a person's. */
  readonly login?: string;
  /** As a GitHub Enterprise Server has it: `/api/v3`. */
  readonly prefix?: string;
  readonly repository?: string;
}

/** A GitHub on this machine, for one repository, that takes only what GitHub's description allows. */
export interface GitHubSimulator {
  /** What `GITHUB_API_URL` has to be. */
  readonly apiUrl: string;
  readonly token: string;
  readonly login: string;
  readonly repository: Repository;
  /** What the runner sets. */
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly GitHubRequest[];
  /** What did not fit the description. Empty at the end of every good test. */
  readonly violations: readonly string[];
  readonly writes: () => readonly GitHubRequest[];
  fault(fault: GitHubFault): void;
  clear(): void;
  close(): Promise<void>;
}

interface State {
  readonly options: Required<GitHubSimulatorOptions>;
  readonly token: string;
  readonly repository: Repository;
  readonly requests: GitHubRequest[];
  readonly violations: string[];
  faults: { readonly fault: GitHubFault; left: number }[];
}

const PERMITTED_WITHOUT_REPOSITORY = ["user", "viewer"];

export async function startGitHub(options: GitHubSimulatorOptions = {}): Promise<GitHubSimulator> {
  const { login = "github-actions[bot]", prefix = "", repository = "octo/shop" } = options;
  const state: State = {
    options: { login, prefix, repository },
    // As long as the tokens that GitHub hands out lately, and without their form.
    token: `ghs_${"simulated.".repeat(52)}`,
    repository: new Repository(),
    requests: [],
    violations: [],
    faults: [],
  };
  const server = createServer((request, response) => {
    serve(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`;
  return {
    apiUrl,
    token: state.token,
    login,
    repository: state.repository,
    env: { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository },
    requests: state.requests,
    violations: state.violations,
    writes: () => state.requests.filter(({ isWrite }) => isWrite),
    fault: (fault) => {
      state.faults.push({ fault, left: fault.times ?? Infinity });
    },
    clear: () => {
      state.faults = [];
      for (const list of [
        state.requests,
        state.violations,
        state.repository.comments,
        state.repository.issues,
      ]) {
        list.length = 0;
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function serve(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://github.invalid");
  const path = withoutPrefix(url.pathname, state.options.prefix);
  const found = path === undefined ? undefined : findRoute(request.method ?? "", path);
  const record: GitHubRequest = {
    method: request.method ?? "",
    path: path ?? url.pathname,
    query: Object.fromEntries(url.searchParams),
    body: await readJson(request),
    isAuthorised: isAuthorised(request.headers.authorization, state.token),
    // A question in GraphQL is posted, and writes nothing.
    isWrite: request.method !== "GET" && found?.route.name !== "viewer",
  };
  state.requests.push(record);
  state.violations.push(...violationsIn(request, record, found));
  const struck = state.faults.find(({ fault, left }) => left > 0 && doesStrike(fault, record));
  if (struck !== undefined) {
    struck.left -= 1;
    play(struck.fault, response);
    return;
  }
  send(replyTo(state, record, found), response);
}

/** On a server of one's own GraphQL lies beside the prefix of the rest, not below it. */
function withoutPrefix(path: string, prefix: string): string | undefined {
  if (prefix === "/api/v3" && path === "/api/graphql") return "/graphql";
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

function isAuthorised(header: string | undefined, token: string): boolean {
  return header === `token ${token}` || header === `Bearer ${token}`;
}

function violationsIn(
  { headers }: IncomingMessage,
  record: GitHubRequest,
  found: FoundRoute | undefined,
): readonly string[] {
  if (found === undefined) return [`no such path: ${record.method} ${record.path}`];
  const hasJson =
    record.body === undefined || /^application\/json\b/.test(headers["content-type"] ?? "");
  const accepts = /^application\/vnd\.github(\.v3)?(\+json)?$|^application\/vnd\.github\.v3\+json$/;
  return [
    ...(record.isAuthorised ? [] : ["header: authorization"]),
    ...(accepts.test(headers.accept ?? "") ? [] : ["header: accept"]),
    ...((headers["user-agent"] ?? "") === "" ? ["header: user-agent"] : []),
    ...(hasJson ? [] : ["header: content-type"]),
    ...violationsOf(found.route, record),
  ];
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { "": "no JSON" };
  }
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly link?: string;
}

function send({ status, body, link }: Reply, response: ServerResponse): void {
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      ...(link === undefined ? {} : { link }),
    })
    .end(JSON.stringify(body));
}

const NOT_FOUND: Reply = { status: 404, body: { message: "Not Found" } };

function replyTo(state: State, record: GitHubRequest, found: FoundRoute | undefined): Reply {
  const { options, repository } = state;
  if (found === undefined) return NOT_FOUND;
  if (!record.isAuthorised) return { status: 401, body: { message: "Bad credentials" } };
  const isElsewhere = found.repository !== options.repository;
  if (isElsewhere && !PERMITTED_WITHOUT_REPOSITORY.includes(found.route.name)) return NOT_FOUND;
  if (violationsOf(found.route, record).length > 0) {
    return { status: 422, body: { message: "Validation Failed" } };
  }
  const isApp = options.login.endsWith("[bot]");
  const fields = (record.body ?? {}) as Fields;
  switch (found.route.name) {
    case "user":
      return isApp
        ? { status: 403, body: { message: "Resource not accessible by integration" } }
        : { status: 200, body: { login: options.login } };
    case "viewer":
      return { status: 200, body: { data: { viewer: { login: options.login } } } };
    case "comments":
      return toPage(
        state,
        record,
        repository.comments
          .filter(({ pullRequest }) => pullRequest === found.number)
          .map(toCommentJson),
      );
    case "comment": {
      const stored = repository.addComment({
        pullRequest: found.number,
        author: options.login,
        body: fields.body ?? "",
      });
      return { status: 201, body: toCommentJson(stored) };
    }
    case "comment-edit": {
      const stored = repository.comments.find(({ id }) => id === found.number);
      if (stored === undefined) return NOT_FOUND;
      stored.body = fields.body ?? "";
      return { status: 200, body: toCommentJson(stored) };
    }
    case "issues":
      return toPage(state, record, listIssues(repository, record.query).map(toIssueJson));
    case "issue": {
      const stored = repository.addIssue({
        author: options.login,
        title: fields.title ?? "",
        body: fields.body ?? "",
        labels: [...(fields.labels ?? [])],
      });
      return { status: 201, body: toIssueJson(stored) };
    }
    case "issue-edit": {
      const stored = repository.issues.find(({ number }) => number === found.number);
      if (stored === undefined) return NOT_FOUND;
      edit(stored, fields);
      return { status: 200, body: toIssueJson(stored) };
    }
  }
}

interface Fields {
  readonly title?: string;
  readonly body?: string;
  readonly labels?: readonly string[];
  readonly state?: "open" | "closed";
  readonly state_reason?: string | null;
}

function edit(
  issue: StoredIssue,
  { title, body, labels, state, state_reason: reason }: Fields,
): void {
  if (title !== undefined) issue.title = title;
  if (body !== undefined) issue.body = body;
  if (labels !== undefined) issue.labels = [...labels];
  if (state !== undefined) issue.state = state;
  if (reason !== undefined) issue.stateReason = reason;
}

function listIssues(
  { issues }: Repository,
  { labels = "", state = "open", direction = "desc" }: GitHubRequest["query"],
): readonly StoredIssue[] {
  const wanted = labels === "" ? [] : labels.split(",");
  const found = issues.filter(
    (issue) =>
      (state === "all" || issue.state === state) &&
      wanted.every((label) => issue.labels.includes(label)),
  );
  return direction === "desc" ? found.toReversed() : found;
}

function toPage(state: State, { path, query }: GitHubRequest, entries: readonly object[]): Reply {
  const size = Number(query["per_page"] ?? "30");
  const page = Number(query["page"] ?? "1");
  const last = Math.max(1, Math.ceil(entries.length / size));
  const linkTo = (number: number, relation: string): string => {
    const parameters = new URLSearchParams({ ...query, page: String(number) });
    return `<http://github.invalid${state.options.prefix}${path}?${parameters.toString()}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [linkTo(page - 1, "prev"), linkTo(1, "first")] : []),
    ...(page < last ? [linkTo(page + 1, "next"), linkTo(last, "last")] : []),
  ];
  return {
    status: 200,
    body: entries.slice((page - 1) * size, page * size),
    ...(links.length === 0 ? {} : { link: links.join(", ") }),
  };
}

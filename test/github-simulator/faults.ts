import type { ServerResponse } from "node:http";
import type { GitHubRequest } from "./requests.ts";

type GitHubFaultName =
  | "bad-credentials"
  | "read-only"
  | "secondary-limit"
  | "primary-limit"
  | "too-many-requests"
  | "not-found"
  | "issues-off"
  | "invalid"
  | "server-error"
  | "no-json"
  | "not-a-list"
  | "redirect"
  | "deprecated"
  | "cut-off"
  | "hanging";

export interface GitHubFault {
  readonly name: GitHubFaultName;
  /** Only requests that write, or only those that read, or questions in GraphQL; all of them otherwise. */
  readonly strikes?: "reads" | "writes" | "graphql";
  /** So often, and then no more. */
  readonly times?: number;
  /** For the limits; left out of the answer where it is not given. */
  readonly retryAfterSeconds?: number;
}

interface Answer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ANSWERS: Readonly<Partial<Record<GitHubFaultName, Answer>>> = {
  "bad-credentials": { status: 401, message: "Bad credentials" },
  "read-only": { status: 403, message: "Resource not accessible by integration" },
  "secondary-limit": { status: 403, message: "You have exceeded a secondary rate limit." },
  "primary-limit": { status: 403, message: "API rate limit exceeded" },
  "too-many-requests": { status: 429, message: "Too many requests" },
  "not-found": { status: 404, message: "Not Found" },
  "issues-off": { status: 410, message: "Issues are disabled for this repo" },
  invalid: { status: 422, message: "Validation Failed" },
  "server-error": { status: 502, message: "Server Error" },
  deprecated: {
    status: 404,
    message: "Gone",
    headers: { deprecation: "true", sunset: "Sat, 01 Jan 2028 00:00:00 GMT" },
  },
  redirect: {
    status: 307,
    message: "Moved",
    headers: { location: "http://elsewhere.invalid/repositories/1" },
  },
};

export function doesStrike({ strikes }: GitHubFault, { isWrite, path }: GitHubRequest): boolean {
  if (strikes === "graphql") return path === "/graphql";
  return strikes === undefined || (strikes === "writes") === isWrite;
}

export function play(fault: GitHubFault, response: ServerResponse): void {
  const { name, retryAfterSeconds } = fault;
  const json = { "content-type": "application/json; charset=utf-8" };
  switch (name) {
    case "hanging":
      return;
    case "no-json":
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Welcome</h1>");
      return;
    case "not-a-list":
      response.writeHead(200, json).end('{"total":0}');
      return;
    case "cut-off":
      response.writeHead(200, { ...json, "content-length": "1000" });
      response.write("[");
      response.destroy();
      return;
    default: {
      const { status, message, headers = {} } = ANSWERS[name] ?? { status: 500, message: name };
      const limit = name === "primary-limit" ? resetIn(retryAfterSeconds ?? 0) : {};
      const wait =
        retryAfterSeconds === undefined || name === "primary-limit"
          ? {}
          : { "retry-after": String(retryAfterSeconds) };
      response
        .writeHead(status, { ...json, ...headers, ...limit, ...wait })
        .end(JSON.stringify({ message, documentation_url: "https://docs.github.com/rest" }));
    }
  }
}

function resetIn(seconds: number): Record<string, string> {
  const reset = Math.ceil(Date.now() / 1_000) + seconds;
  return { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
}

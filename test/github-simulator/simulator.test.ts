import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGitHub, type GitHubSimulator } from "./simulator.ts";

let github: GitHubSimulator;
beforeAll(async () => {
  github = await startGitHub({ prefix: "/api/v3" });
});
beforeEach(() => {
  github.clear();
});
afterAll(() => github.close());

interface Question {
  readonly method?: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ method = "GET", path, body, headers = {} }: Question): Promise<Response> {
  return fetch(github.apiUrl + path, {
    method,
    headers: {
      authorization: `token ${github.token}`,
      accept: "application/vnd.github.v3+json",
      "user-agent": "test",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const COMMENTS = "/repos/octo/shop/issues/7/comments";
const ISSUES = "/repos/octo/shop/issues";

describe("what GitHub would not take", () => {
  test.each<[string, Question, number, string]>([
    ["no token", { path: COMMENTS, headers: { authorization: "" } }, 401, "header: authorization"],
    [
      "another token",
      { path: COMMENTS, headers: { authorization: "token x" } },
      401,
      "header: authorization",
    ],
    [
      "another form of answer",
      { path: COMMENTS, headers: { accept: "text/html" } },
      200,
      "header: accept",
    ],
    ["another path", { path: "/repos/octo/shop/comments" }, 404, "no such path"],
    ["another method", { path: COMMENTS, method: "DELETE" }, 404, "no such path"],
    ["a page too large", { path: `${COMMENTS}?per_page=101` }, 422, "query: per_page"],
    ["page zero", { path: `${COMMENTS}?page=0` }, 422, "query: page"],
    ["an unknown parameter", { path: `${ISSUES}?lables=x` }, 422, "query: lables"],
    ["an unknown state", { path: `${ISSUES}?state=opened` }, 422, "query: state"],
    ["no text", { path: COMMENTS, method: "POST", body: {} }, 422, "body: no body"],
    ["an empty text", { path: COMMENTS, method: "POST", body: { body: "" } }, 422, "body: body"],
    [
      "a text too long",
      { path: COMMENTS, method: "POST", body: { body: "x".repeat(65_537) } },
      422,
      "body: body",
    ],
    [
      "an unknown field",
      { path: COMMENTS, method: "POST", body: { body: "x", text: "x" } },
      422,
      "body: text",
    ],
    ["no title", { path: ISSUES, method: "POST", body: { body: "x" } }, 422, "body: no title"],
    [
      "labels in one text",
      { path: ISSUES, method: "POST", body: { title: "x", labels: "a,b" } },
      422,
      "body: labels",
    ],
    [
      "a state that is none",
      { path: `${ISSUES}/1`, method: "PATCH", body: { state: "shut" } },
      422,
      "body: state",
    ],
  ])("%s", async (_name, question, status, violation) => {
    expect((await ask(question)).status).toBe(status);
    expect(github.violations.join("; ")).toContain(violation);
    expect(github.repository.comments).toEqual([]);
    expect(github.repository.issues).toEqual([]);
  });
});

describe("what GitHub takes", () => {
  test("a text at the limit", async () => {
    const body = { body: "x".repeat(65_536) };
    expect((await ask({ path: COMMENTS, method: "POST", body })).status).toBe(201);
    expect(github.violations).toEqual([]);
  });

  test("lists come in pages that name the next one", async () => {
    for (let count = 0; count < 5; count += 1) {
      github.repository.addIssue({ author: "robin", labels: count === 2 ? [] : ["x"] });
    }
    const first = await ask({ path: `${ISSUES}?labels=x&state=all&per_page=3` });
    const numbers = ((await first.json()) as { readonly number: number }[]).map(
      ({ number }) => number,
    );
    expect(numbers).toHaveLength(3);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    expect(first.headers.get("link")).toContain('rel="next"');
    const last = await ask({ path: `${ISSUES}?labels=x&state=all&per_page=3&page=2` });
    expect(await last.json()).toHaveLength(1);
    expect(last.headers.get("link")).not.toContain('rel="next"');
  });

  test("another repository is not there", async () => {
    expect((await ask({ path: "/repos/octo/other/issues" })).status).toBe(404);
  });

  test("no record holds the token", async () => {
    await ask({ path: COMMENTS });
    expect(JSON.stringify(github.requests)).not.toContain(github.token);
  });
});

/** What arrived. The token is not kept, only whether it was the one that is known. */
export interface GitHubRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly isAuthorised: boolean;
  readonly isWrite: boolean;
}

type Check = (value: unknown) => boolean;

/** Names of fields with what they may hold. */
type Fields = Readonly<Record<string, Check>>;

interface Route {
  readonly name: RouteName;
  readonly method: string;
  readonly path: RegExp;
  readonly query?: Fields;
  readonly body?: { readonly required: readonly string[]; readonly fields: Fields };
}

type RouteName =
  "user" | "viewer" | "comments" | "comment" | "comment-edit" | "issues" | "issue" | "issue-edit";

const MOST_BYTES = 262_144;
const text: Check = (value) => typeof value === "string";
const bodyText: Check = (value) =>
  typeof value === "string" &&
  value !== "" &&
  Buffer.byteLength(value) <= MOST_BYTES &&
  Array.from(value).length <= 65_536;
const title: Check = (value) =>
  typeof value === "string" && value.trim() !== "" && value.length <= 256;
const labels: Check = (value) =>
  Array.isArray(value) && value.every((label) => typeof label === "string" && label.length <= 50);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const page: Check = (value) => /^[1-9]\d*$/.test(String(value));
const perPage: Check = (value) => page(value) && Number(value) <= 100;
const time: Check = (value) => !Number.isNaN(Date.parse(String(value)));

/** As the REST description of GitHub has them, for what concerns comments and issues. */
const ROUTES: readonly Route[] = [
  { name: "user", method: "GET", path: /^\/user$/ },
  {
    name: "viewer",
    method: "POST",
    path: /^\/graphql$/,
    body: { required: ["query"], fields: { query: text, variables: () => true } },
  },
  {
    name: "comments",
    method: "GET",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\/comments$/,
    query: { per_page: perPage, page, since: time },
  },
  {
    name: "comment",
    method: "POST",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)\/comments$/,
    body: { required: ["body"], fields: { body: bodyText } },
  },
  {
    name: "comment-edit",
    method: "PATCH",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/comments\/(\d+)$/,
    body: { required: ["body"], fields: { body: bodyText } },
  },
  {
    name: "issues",
    method: "GET",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues$/,
    query: {
      per_page: perPage,
      page,
      since: time,
      labels: text,
      state: oneOf("open", "closed", "all"),
      sort: oneOf("created", "updated", "comments"),
      direction: oneOf("asc", "desc"),
      creator: text,
      assignee: text,
    },
  },
  {
    name: "issue",
    method: "POST",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues$/,
    body: { required: ["title"], fields: { title, body: bodyText, labels, assignees: labels } },
  },
  {
    name: "issue-edit",
    method: "PATCH",
    path: /^\/repos\/([\w.-]+\/[\w.-]+)\/issues\/(\d+)$/,
    body: {
      required: [],
      fields: {
        title,
        body: bodyText,
        labels,
        assignees: labels,
        state: oneOf("open", "closed"),
        state_reason: oneOf("completed", "not_planned", "duplicate", "reopened", null),
      },
    },
  },
];

export interface FoundRoute {
  readonly route: Route;
  /** `owner/name`, where the path has one. */
  readonly repository: string | undefined;
  /** A pull request, an issue or a comment. */
  readonly number: number;
}

export function findRoute(method: string, path: string): FoundRoute | undefined {
  for (const route of ROUTES) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match !== null) {
      return { route, repository: match[1], number: Number(match[2] ?? "0") };
    }
  }
  return undefined;
}

/** What of a request does not fit the description, each as a few words. */
export function violationsOf(
  { query = {}, body }: Route,
  given: Pick<GitHubRequest, "query" | "body">,
): readonly string[] {
  const fields = (given.body ?? {}) as Readonly<Record<string, unknown>>;
  return [
    ...misfits("query", query, given.query),
    ...(body === undefined
      ? given.body === undefined
        ? []
        : ["a body where none belongs"]
      : [
          ...misfits("body", body.fields, fields),
          ...body.required.filter((name) => !(name in fields)).map((name) => `body: no ${name}`),
        ]),
  ];
}

function misfits(
  where: string,
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(given)
    .filter(([name, value]) => fields[name]?.(value) !== true)
    .map(([name]) => `${where}: ${name}`);
}

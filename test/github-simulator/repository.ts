export interface StoredComment {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  body: string;
}

export interface StoredIssue {
  readonly number: number;
  readonly author: string;
  readonly isPullRequest: boolean;
  title: string;
  body: string;
  labels: string[];
  state: "open" | "closed";
  stateReason: string | null;
}

/** What a repository holds, for as long as the simulator runs. */
export class Repository {
  readonly comments: StoredComment[] = [];
  readonly issues: StoredIssue[] = [];
  #next = 1;

  addComment(comment: Omit<StoredComment, "id">): StoredComment {
    const stored = { id: 1_000_000 + this.#take(), ...comment };
    this.comments.push(stored);
    return stored;
  }

  addIssue(
    issue: Pick<StoredIssue, "author"> & Partial<Omit<StoredIssue, "number" | "author">>,
  ): StoredIssue {
    const stored: StoredIssue = {
      number: this.#take(),
      isPullRequest: false,
      title: "An issue",
      body: "",
      labels: [],
      state: "open",
      stateReason: null,
      ...issue,
    };
    this.issues.push(stored);
    return stored;
  }

  #take(): number {
    return this.#next++;
  }
}

function userOf(login: string): object {
  return { login, id: 1, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

export function toCommentJson({ id, author, body }: StoredComment): object {
  return { id, body, user: userOf(author) };
}

export function toIssueJson(issue: StoredIssue): object {
  const { number, author, title, body, labels, state, stateReason, isPullRequest } = issue;
  return {
    number,
    title,
    body: body === "" ? null : body,
    state,
    state_reason: stateReason,
    user: userOf(author),
    labels: labels.map((name) => ({ name })),
    ...(isPullRequest ? { pull_request: {} } : {}),
  };
}

/** A comment, as far as it matters here. */
export interface ExistingComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

export interface ExistingIssue {
  readonly number: number;
  readonly author: string;
  readonly isOpen: boolean;
  readonly body: string;
  readonly labels: readonly string[];
}

export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
}

export interface IssueChange extends NewIssue {
  readonly isOpen: boolean;
}

/** What of GitHub is used, for one repository. Whatever fails is thrown. */
export interface GitHubApi {
  /** Under which name the token writes. */
  whoAmI(): Promise<string>;
  /** Oldest first, page by page. */
  comments(pullRequest: number): AsyncIterable<readonly ExistingComment[]>;
  createComment(pullRequest: number, body: string): Promise<void>;
  editComment(id: number, body: string): Promise<void>;
  /** Issues with a label, open and closed, newest first, page by page; pull requests are left out. */
  issues(label: string): AsyncIterable<readonly ExistingIssue[]>;
  createIssue(issue: NewIssue): Promise<void>;
  editIssue(number: number, change: IssueChange): Promise<void>;
}

/** What octokit's errors say of an answer. Everything else in them may hold anything, and is never shown. */
interface RequestFailure {
  readonly status?: unknown;
  readonly response?: {
    readonly headers?: Readonly<Record<string, string | number | undefined>>;
    readonly data?: unknown;
  };
}

const SECONDARY_LIMIT_MS = 60_000;

/**
 * How long GitHub wants to be left alone; nothing where it has not refused for its limits. Whoever hits a secondary
 * limit and is not told how long is to wait a minute.
 */
export function limitedForMs(error: unknown, now: Date): number | undefined {
  const { status, response } = (error ?? {}) as RequestFailure;
  if (status !== 403 && status !== 429) return undefined;
  const headers = response?.headers ?? {};
  const retryAfter = String(headers["retry-after"] ?? "");
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const reset = String(headers["x-ratelimit-reset"] ?? "");
  if (String(headers["x-ratelimit-remaining"]) === "0" && /^\d+$/.test(reset)) {
    return Math.max(0, Number(reset) * 1_000 - now.getTime());
  }
  const isSecondary = status === 429 || /secondary rate limit/i.test(messageOf(response?.data));
  return isSecondary ? SECONDARY_LIMIT_MS : undefined;
}

function messageOf(data: unknown): string {
  const { message } = (data ?? {}) as { readonly message?: unknown };
  return typeof message === "string" ? message : "";
}

/** GitHub's side broke, or nothing came back at all. */
export function isPassing(error: unknown): boolean {
  const { status } = (error ?? {}) as RequestFailure;
  return typeof status !== "number" || status >= 500;
}

/** Why something was not written, in words of our own. `permission` is what the job has to be given. */
export function explainFailure(error: unknown, permission: string, now: Date): string {
  if (limitedForMs(error, now) !== undefined) {
    return "GitHub wants fewer requests for now; the next run tries again";
  }
  if (isPassing(error)) return "GitHub gave no usable answer; the next run tries again";
  switch ((error as RequestFailure).status) {
    case 401:
      return "GitHub does not accept `github-token`";
    case 403:
    case 404:
      return `the token may not do that: give the job \`${permission}\`, which the token of a pull request from a fork never gets`;
    case 410:
      return "issues are switched off in this repository";
    case 422:
      return "GitHub refused the text";
    default:
      return "GitHub refused the request";
  }
}

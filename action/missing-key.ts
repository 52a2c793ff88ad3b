import type { ProcessEnvironment } from "./raw-inputs.ts";

/** Why a run has no key. GitHub hands no secrets to the first two, and that is as it should be. */
export type MissingKeyCause = "fork" | "dependabot" | "unexplained";

export interface RunContext {
  readonly env: ProcessEnvironment;
  /** The event's payload as the runner wrote it; anything may be in it, or nothing. */
  readonly event: unknown;
}

export function causeOfMissingKey({ env, event }: RunContext): MissingKeyCause {
  // Dependabot's branches are in the repository itself, but its runs get Dependabot's own secrets only.
  if (env["GITHUB_ACTOR"] === "dependabot[bot]") return "dependabot";
  return isFromFork(event) ? "fork" : "unexplained";
}

function isFromFork(event: unknown): boolean {
  const pullRequest = read(event, "pull_request");
  const head = read(read(read(pullRequest, "head"), "repo"), "full_name");
  const base = read(read(read(pullRequest, "base"), "repo"), "full_name");
  // A fork that was deleted has no repository any more, and is one all the same.
  return typeof base === "string" && pullRequest !== undefined && head !== base;
}

function read(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** What to tell the reader of a run without a key, in one sentence. */
export const MISSING_KEY_ADVICE: Readonly<Record<MissingKeyCause, string>> = {
  fork: "This pull request comes from a fork, and GitHub hands no secrets to those; the key is checked once a maintainer has merged it, or has pushed it to a branch of this repository.",
  dependabot:
    "Dependabot's runs get Dependabot's own secrets only; to have the key checked here as well, store it under Settings > Secrets and variables > Dependabot, or with `gh secret set PLEO_API_KEY --app dependabot`.",
  unexplained:
    "Check that the secret exists under the name that the workflow uses (`gh secret list`), that the job names its `environment:` if the secret belongs to one, and that a reusable workflow is called with `secrets:`.",
};

/** Why a run without a key goes on. */
export function explainSkip(cause: MissingKeyCause, isSetting: boolean): string {
  const why = isSetting
    ? "No key was given, and `on-missing-key: skip` lets that pass."
    : "No key was given.";
  return `${why} ${MISSING_KEY_ADVICE[cause]}`;
}

/** What to do where a run without a key fails, be it because of a setting. */
export function adviseOnMissingKey(cause: MissingKeyCause, isSetting: boolean): string {
  const advice = MISSING_KEY_ADVICE[cause];
  return isSetting && cause !== "unexplained"
    ? `${advice} That this run fails is the doing of \`on-missing-key: fail\`.`
    : advice;
}

import type { ProcessEnvironment } from "../raw-inputs.ts";
import { findConnection, type Connection } from "./connection.ts";
import { explainFailure } from "./failure.ts";
import type { GitHubApi } from "./github-api.ts";
import { openGitHub } from "./octokit-api.ts";

/** What a run knows of GitHub. */
export interface GitHubPorts {
  readonly env: ProcessEnvironment;
  readonly token: string;
  /** Stands in front of everything that is sent. */
  readonly redact: (text: string) => string;
  readonly open?: (connection: Connection) => Promise<GitHubApi>;
}

/** How a sink has ended. It never throws, and never changes the verdict. */
export type SinkOutcome =
  | { readonly kind: "nothing" }
  /** Completes "Pleo Key Guard has …". */
  | { readonly kind: "written"; readonly what: string }
  /** What would have been written, for the log. */
  | { readonly kind: "dry-run"; readonly text: string }
  /** Why nothing was written, a sentence for a quiet notice. */
  | { readonly kind: "notice"; readonly message: string };

export const NOTHING: SinkOutcome = { kind: "nothing" };

interface Sink {
  /** Completes "… was not written". */
  readonly name: string;
  readonly permission: string;
  readonly write: (api: GitHubApi) => Promise<SinkOutcome>;
}

/** Opens GitHub, lets the sink write, and turns whatever goes wrong into a notice. */
export async function runSink(
  { env, token, open = openGitHub }: GitHubPorts,
  { name, permission, write }: Sink,
): Promise<SinkOutcome> {
  const connection = findConnection(env, token);
  if (typeof connection === "string") return toNotice(name, connection);
  try {
    return await write(await open(connection));
  } catch (error) {
    return toNotice(name, explainFailure(error, permission, new Date()));
  }
}

export function toNotice(name: string, why: string): SinkOutcome {
  return { kind: "notice", message: `${name} was not written: ${why}.` };
}

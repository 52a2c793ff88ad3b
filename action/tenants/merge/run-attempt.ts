import type { ProcessEnvironment } from "../../raw-inputs.ts";

const ATTEMPT = /^[1-9]\d{0,5}$/;

/** A run that is started again keeps its number, and what its jobs have uploaded; only this tells the one from the other. */
export function attemptOf(env: ProcessEnvironment): number | undefined {
  const given = env["GITHUB_RUN_ATTEMPT"] ?? "";
  return ATTEMPT.test(given) ? Number(given) : undefined;
}

import type { Finding } from "../../../../src/report/finding.ts";
import { union } from "../expression/carry.ts";
import { plainName } from "../plain-name.ts";
import type { JobVisit } from "../visit.ts";
import { keysOf } from "./calls.ts";
import { jobDeploys } from "./deploys.ts";
import { found, secretsOf } from "./saying.ts";

/** A job that deploys with the key, whoever pushes to whatever branch. */
export function checkEnvironment(visit: JobVisit): readonly Finding[] {
  const { file, job, callee, scope, steps } = visit;
  // A job that calls a workflow can have no environment; the jobs of that workflow can.
  if (job.hasEnvironment || job.uses.text !== "" || callee !== undefined) return [];
  if (!jobDeploys(visit)) return [];
  // What only the check is handed is not deployed with.
  const carried = union([scope.env.all, ...steps.filter(({ isGuard }) => !isGuard).map(keysOf)]);
  if (carried.size === 0) return [];
  const values = { job: plainName(job.id), secret: secretsOf(carried) };
  return [found("workflow-no-environment", values, { file, line: job.line })];
}

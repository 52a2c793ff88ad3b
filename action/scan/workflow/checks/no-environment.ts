import type { Finding } from "../../../../src/report/finding.ts";
import { union, type Carried } from "../expression/carry.ts";
import { carriedBy } from "../expression/carried.ts";
import { plainName } from "../plain-name.ts";
import type { JobVisit } from "../visit.ts";
import { jobDeploys } from "./deploys.ts";
import { found, secretsOf } from "./saying.ts";

/** A job that deploys with the key, whoever pushes to whatever branch. */
export function checkEnvironment(visit: JobVisit): readonly Finding[] {
  const { file, job, callee } = visit;
  // A job that calls a workflow can have no environment; the jobs of that workflow can.
  if (job.hasEnvironment || job.uses.text !== "" || callee !== undefined) return [];
  if (!jobDeploys(visit)) return [];
  const carried = keysOf(visit);
  if (carried.size === 0) return [];
  const values = { job: plainName(job.id), secret: secretsOf(carried) };
  return [found("workflow-no-environment", values, { file, line: job.line })];
}

/** What only the check is handed is not deployed with. */
function keysOf({ scope, steps }: JobVisit): Carried {
  return union([
    scope.env.all,
    ...steps
      .filter(({ isGuard }) => !isGuard)
      .flatMap(({ scope: inner, step }) => [
        inner.env.all,
        carriedBy(step.run, inner),
        ...step.with.map(({ value }) => carriedBy(value, inner)),
      ]),
  ]);
}

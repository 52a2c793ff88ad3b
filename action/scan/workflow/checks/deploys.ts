import type { JobVisit, StepVisit } from "../visit.ts";
import { repositoryOf } from "../guard.ts";
import { asksForStatus } from "../expression/decide.ts";
import { programOf } from "../script/programs.ts";
import { isPreparation } from "./preparation.ts";

/** Does a job, or a step, bring something into production? By its name, or by what it runs. */

const DEPLOYING = /^(?:deploy|deploys|deploying|deployment|release|publish|rollout|ship)$/;
const ABOUT_DEPLOYS =
  /^(?:check|checks|verify|validate|test|tests|lint|plan|dry|guard|notify|notes|draft|pre|before|can|may|allowed|gate|undeploy|rollback|cleanup|status|wait|approve|approval|docs|preview)$/;

function saysDeploy(name: string): boolean {
  const words = name
    .slice(0, 200)
    .replaceAll(/([a-z])(?=[A-Z])/g, "$1 ")
    .toLowerCase()
    .split(/[^a-z]+/);
  return (
    words.some((word) => DEPLOYING.test(word)) && !words.some((word) => ABOUT_DEPLOYS.test(word))
  );
}

/** Their names say it, or are known. */
const ACTIONS =
  /^(?:cloudflare\/(?:wrangler-action|pages-action)|amondnet\/vercel-action|netlify\/actions|nwtgck\/actions-netlify|appleboy\/(?:ssh|scp)-action|peaceiris\/actions-gh-pages|azure\/(?:functions-action|k8s-deploy|webapps-deploy)|digitalocean\/app_action|serverless\/github-action|pulumi\/actions|akhileshns\/heroku-deploy|samkirkland\/ftp-deploy-action|firebaseextended\/action-hosting-deploy|google-github-actions\/deploy-[\w-]+|aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-lambda-deploy|aws-cloudformation-github-deploy)|actions\/deploy-pages|superfly\/flyctl-actions)$/;

/** The first words of commands that deploy. */
const COMMANDS =
  /^(?:(?:vercel|netlify|wrangler|fly|flyctl|firebase|serverless|sls|cdk|sam|eb|kamal|amplify|clasp) (?:deploy|publish|\S+ deploy)|vercel (?:.* )?--prod|gcloud (?:run|app|functions|beta run) deploy|aws (?:ecs update-service|lambda update-function-code|cloudformation deploy|s3 sync)|kubectl (?:apply|set image|rollout)|helm (?:upgrade|install)|terraform apply|tofu apply|pulumi up|ansible-playbook|az (?:webapp|functionapp|containerapp) (?:deploy|up|update|deployment)|heroku container:release|git push (?:heroku|dokku)|railway up|cap \S+ deploy|(?:npm|pnpm|yarn|bun|deno|make|just|task|mage|rake|mise)(?: (?:run|task))? (?:deploy|release|publish|ship)(?:[:._-]\S*)?(?:$| )|npx (?:wrangler|vercel|netlify|serverless|sls|cdk|firebase|sst) deploy)/;
const SCRIPT_FILE = /^(?:deploy|release|publish|rollout)(?:[._-][\w.-]*)?$/;

/** Each step is asked about once for every check that holds back its job. */
const known = new WeakMap<StepVisit, boolean>();

export function stepDeploys(visit: StepVisit): boolean {
  const deploys = known.get(visit) ?? findDeploy(visit);
  known.set(visit, deploys);
  return deploys;
}

function findDeploy({ called, script }: StepVisit): boolean {
  const action = repositoryOf(called);
  if (ACTIONS.test(action) || action.split(/[/_-]/).includes("deploy")) return true;
  return script.commands.some((command) => {
    const { name, args } = programOf(command);
    const line = [name, ...args.map(({ text }) => text)].join(" ").slice(0, 200);
    if (SCRIPT_FILE.test(name) || COMMANDS.test(line)) return true;
    const isRunner = /^(?:node|python3?|bash|sh|ruby|tsx|deno|bun|php)$/.test(name);
    return isRunner && SCRIPT_FILE.test(args.at(0)?.text.split("/").at(-1) ?? "");
  });
}

/** By its name, or by what it runs. */
export function jobDeploys(visit: JobVisit): boolean {
  const { steps, callee } = visit;
  return isNamedDeploy(visit) || steps.some(stepDeploys) || callee?.jobs.some(jobDeploys) === true;
}

function isNamedDeploy({ job }: JobVisit): boolean {
  return saysDeploy(job.id) || saysDeploy(job.name);
}

/** The steps of a job that deploy, as far as they can be told. */
export function deploysOf(visit: JobVisit): {
  readonly steps: readonly StepVisit[];
  /** It deploys, and none of its steps says how. */
  readonly isUnseen: boolean;
} {
  let steps = visit.steps.filter(stepDeploys);
  if (steps.length === 0 && isNamedDeploy(visit)) {
    // In a job that is called a deploy every step may be it, but those that prepare, or that clean up and tell.
    steps = visit.steps.filter(
      ({ step, script }) =>
        step.run.text !== "" && !asksForStatus(step.if) && !isPreparation(script.commands),
    );
  }
  return { steps, isUnseen: steps.length === 0 && jobDeploys(visit) };
}

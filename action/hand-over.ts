import type { HandOver } from "./render/annotations.ts";
import type { Environment } from "./raw-inputs.ts";

/** `owner/repository/.github/workflows/name.yml@refs/heads/main` → the path in the middle. */
const WORKFLOW_REF = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w./-]+\.ya?ml)@/;
const HANDS_OVER = /^\s*(?:- )?["']?api-key["']?\s*:/;

/** The line of the workflow that hands the key to this Action; none where it is not certain which one. */
export function findHandOver(
  env: Environment,
  readFile: (path: string) => string | undefined,
): HandOver | undefined {
  const file = WORKFLOW_REF.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
  const workspace = env["GITHUB_WORKSPACE"];
  if (file === undefined || file.includes("..") || workspace === undefined) return undefined;
  const lines = readFile(`${workspace}/${file}`)?.split("\n") ?? [];
  const found = lines.flatMap((line, index) => (HANDS_OVER.test(line) ? [index + 1] : []));
  const [startLine, ...more] = found;
  return startLine === undefined || more.length > 0 ? undefined : { file, startLine };
}

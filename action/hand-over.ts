import { optional } from "../src/optional.ts";
import type { HandOver } from "./render/annotations.ts";
import type { ProcessEnvironment } from "./raw-inputs.ts";

/** `owner/repository/.github/workflows/name.yml@refs/heads/main` → the path in the middle. */
const WORKFLOW_REF = /^[^/]+\/[^/]+\/(\.github\/workflows\/[\w./-]+\.ya?ml)@/;
const SECRET = /\$\{\{\s*secrets\s*\.\s*([A-Za-z_]\w{0,99})\s*\}\}/i;
const HANDS_OVER = /^\s*(?:- )?["']?api-key["']?\s*:/;

/** The line of the workflow that hands the key to this Action; none where it is not certain which one. */
export function findHandOver(
  env: ProcessEnvironment,
  readFile: (path: string) => string | undefined,
): HandOver | undefined {
  const file = WORKFLOW_REF.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
  const workspace = env["GITHUB_WORKSPACE"];
  if (file === undefined || file.includes("..") || workspace === undefined) return undefined;
  const lines = readFile(`${workspace}/${file}`)?.split("\n") ?? [];
  const found = lines.flatMap((text, index) =>
    HANDS_OVER.test(text) ? [{ text, startLine: index + 1 }] : [],
  );
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return undefined;
  const { text, startLine } = only;
  return { file, startLine, ...optional("secretName", SECRET.exec(text)?.[1]) };
}

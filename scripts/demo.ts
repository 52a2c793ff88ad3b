/**
 * What the Action says, on a Pleo that runs on this machine: no account, no network, no real key. Each story runs
 * the committed bundle in a process of its own, as the runner would. Then a review of a pull request on a GitHub that runs
 * here too; and of a small app, what the ESLint plugin says, and what secretlint does.
 */
import path from "node:path";
import { STORIES } from "./demo/stories.ts";
import { tellFindings } from "./demo/tell-findings.ts";
import { tellReview } from "./demo/tell-review.ts";
import { tellSecrets } from "./demo/tell-secrets.ts";
import { tellStories } from "./demo/tell-stories.ts";

function print(text: string): void {
  console.log(text);
}

const stories = await tellStories(STORIES, { folder: "demo-output", print });
const review = await tellReview({ folder: "demo-output", print });
const app = path.join(import.meta.dirname, "../examples/app");
const findings = await tellFindings({ folder: app, print });
const secrets = await tellSecrets({ folder: app, print });
process.exitCode = stories + review + findings + secrets === 0 ? 0 : 1;

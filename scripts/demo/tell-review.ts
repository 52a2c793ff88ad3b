import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startGitHub, type GitHubSimulator } from "../../test/github-simulator/simulator.ts";
import { startSimulator } from "../../test/pleo-simulator/simulator.ts";
import { COMPANIES } from "../../test/pleo-simulator/world.ts";
import { openCheckout, type Checkout } from "../../test/support/checkout.ts";
import { runAction, type ActionInputs, type ActionRun } from "../../test/support/run-action.ts";
import { findingsOf } from "./findings.ts";
import { without } from "./without.ts";
import type { Telling } from "./tell-stories.ts";

/** Three ways of handing the key about, each on a line of its own. */
export const WORKFLOW = `on: push
permissions: {}
jobs:
  site:
    runs-on: ubuntu-latest
    steps:
      - run: npm run build
        env:
          NEXT_PUBLIC_PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
      - run: export KEY="\${{ secrets.PLEO_API_KEY }}" && ./sync.sh
      - uses: some-vendor/expense-export@v2
        with:
          token: \${{ secrets.PLEO_API_KEY }}
`;

const EXPECTED_IN_REVIEW = [
  "key-leaked",
  "key-leaked-before",
  "workflow-secret-in-script",
  "workflow-secret-public",
  "workflow-secret-to-unpinned-action",
];

interface Scene {
  readonly checkout: Checkout;
  readonly github: GitHubSimulator;
  readonly inputs: ActionInputs;
}

/**
 * A pull request that builds the key into a page, in a repository whose history holds it; then the same key a week before
 * its end. Says how much of what was found nobody expected.
 */
export async function tellReview({ folder, print }: Telling): Promise<number> {
  print("A reviewer's run: a planted key, a workflow that hands it about, a simulated GitHub.\n");
  const simulator = await startSimulator();
  const github = await startGitHub();
  using checkout = openCheckout({ ".env": "PLEO_API_KEY=\n" });
  try {
    const key = simulator.keys.healthy.reveal();
    const base = plant(checkout, key);
    const inputs: ActionInputs = {
      "api-key": key,
      "api-url": simulator.origin,
      "company-id": COMPANIES.bakery.id,
      "required-scopes": "vendors:read",
      severities: "scope-excess: off",
      "expires-on": "2999-01-31",
    };
    const surprises = [
      ...(await tellPullRequest({ checkout, github, inputs, base }, { folder, print })),
      ...(await tellReminder({ checkout, github, inputs }, { folder, print })),
      ...github.violations,
    ];
    for (const surprise of surprises) print(`  !! ${surprise}`);
    print(
      `2 runs of the review wrote ${github.writes().length} times to GitHub; ${surprises.length} surprises.`,
    );
    return surprises.length;
  } finally {
    await simulator.close();
    await github.close();
  }
}

/** Returns the commit that the pull request starts from. */
function plant(checkout: Checkout, key: string): string {
  checkout.write(".env", `PLEO_API_KEY=${key}\n`);
  checkout.commit("Add settings");
  checkout.write(".env", "PLEO_API_KEY=\n");
  const base = checkout.commit("Take the key out");
  checkout.write(".gitignore", "dist\n");
  checkout.write(".github/workflows/site.yml", WORKFLOW);
  checkout.commit("Build the site");
  checkout.write("dist/app.min.js", `(()=>{const a="${key}";fetch("/x",{headers:{k:a}})})();\n`);
  return base;
}

async function tellPullRequest(
  scene: Scene & { readonly base: string },
  { folder, print }: Telling,
): Promise<readonly string[]> {
  const run = await runScene(scene, {
    event: {
      repository: { private: true },
      pull_request: {
        number: 7,
        head: SAME_REPOSITORY,
        base: { ...SAME_REPOSITORY, sha: scene.base },
      },
    },
    eventName: "pull_request",
    inputs: {
      "leak-scan": "build, history",
      "workflow-audit": "true",
      "sarif-file": "review.sarif",
      comment: "on-failure",
    },
  });
  const ids = findingsOf(run).map(({ id }) => id);
  print("── A pull request that builds the key into a page");
  for (const { severity, message, id, where } of findingsOf(run)) {
    const line = where?.line === undefined ? "" : `:${where.line}`;
    print(`  ${where?.file ?? ""}${line}  ${severity}: ${message} [${id}]`);
  }
  const [comment] = scene.github.repository.comments;
  save(folder, print, {
    "review-summary.md": run.summary,
    "review.sarif": readFileSync(path.join(scene.checkout.folder, "review.sarif"), "utf8"),
    "review-comment.md": comment?.body ?? "",
  });
  return differences(EXPECTED_IN_REVIEW, ids);
}

const SAME_REPOSITORY = { repo: { full_name: "octo/shop" } };

async function tellReminder(scene: Scene, { folder, print }: Telling): Promise<readonly string[]> {
  const soon = new Date(Date.now() + 6.5 * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const run = await runScene(scene, {
    event: { repository: { private: true } },
    eventName: "schedule",
    inputs: { "expires-on": soon, reminder: "true" },
  });
  const [issue] = scene.github.repository.issues;
  print("── A scheduled run, a week before the key expires");
  print(`  opened: ${issue?.title ?? "nothing"} (${(issue?.labels ?? []).join(", ")})`);
  save(folder, print, { "review-reminder.md": issue?.body ?? "" });
  return differences(
    ["key-expiring"],
    findingsOf(run).map(({ id }) => id),
  );
}

interface Happening {
  readonly event: unknown;
  readonly eventName: string;
  readonly inputs: ActionInputs;
}

function runScene(
  { checkout, github, inputs }: Scene,
  { event, eventName, inputs: more }: Happening,
): Promise<ActionRun> {
  return runAction({
    inputs: { ...inputs, ...more, "github-token": github.token },
    env: {
      PATH: process.env["PATH"] ?? "",
      GITHUB_WORKSPACE: checkout.folder,
      GITHUB_EVENT_NAME: eventName,
      GITHUB_WORKFLOW_REF: "octo/shop/.github/workflows/site.yml@refs/heads/main",
      ...github.env,
    },
    event,
  });
}

function save(
  folder: string,
  print: (text: string) => void,
  files: Readonly<Record<string, string>>,
): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.posix.join(folder, name);
    writeFileSync(file, text);
    print(`  wrote: ${file}`);
  }
  print("");
}

function differences(wanted: readonly string[], found: readonly string[]): readonly string[] {
  return [
    ...without(wanted, found).map((id) => `${id} was expected`),
    ...without(found, wanted).map((id) => `${id} was not expected`),
  ];
}

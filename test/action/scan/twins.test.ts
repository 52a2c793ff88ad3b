import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGitHub } from "../../github-simulator/simulator.ts";
import { issueKeys } from "../../pleo-simulator/keys.ts";
import { startSimulator } from "../../pleo-simulator/simulator.ts";
import { COMPANIES } from "../../pleo-simulator/world.ts";
import { openCheckout } from "../../support/checkout.ts";
import { runAction, withoutMasks, type ActionInputs } from "../../support/run-action.ts";
import { formsShown, twinsOf } from "../../support/twin-keys.ts";

const keys = issueKeys("production");
const twins = twinsOf(keys);
let simulators: readonly Awaited<ReturnType<typeof startSimulator>>[];
beforeAll(async () => {
  simulators = [await startSimulator({ issued: keys }), await startSimulator({ issued: twins })];
});
afterAll(async () => {
  for (const simulator of simulators) await simulator.close();
});

const SAME_REPOSITORY = { repo: { full_name: "octo/shop" } };
const PULL_REQUEST = {
  repository: { private: true },
  pull_request: { number: 7, head: SAME_REPOSITORY, base: SAME_REPOSITORY },
};

/** The key in files, names, messages and workflows: whatever is told, it is told of texts that hold it. */
async function leaveBehind(
  simulator: (typeof simulators)[number],
  more: ActionInputs,
  eventName: string,
): Promise<string> {
  const key = simulator.keys.healthy.reveal();
  const github = await startGitHub();
  using checkout = openCheckout({
    "config.json": `{ "key": "${key}" }\n`,
    [`names/${key}.txt`]: "nothing\n",
    "encoded.txt": `Basic ${btoa(`${key}:`)}\n`,
    ".github/workflows/site.yml": `on: push
jobs:
  ${key}:
    runs-on: ubuntu-latest
    steps:
      - name: ${key}
        run: echo "${key} $PLEO_API_KEY"
        env:
          PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
      - uses: vendor/${key}@v1
        with:
          token: \${{ secrets.PLEO_API_KEY }}
`,
  });
  checkout.commit(`the key is ${key}`);
  checkout.git("tag", "-a", "v1", "-m", `released with ${key}`);
  try {
    const run = await runAction({
      inputs: {
        "api-key": key,
        "api-url": simulator.origin,
        "company-id": COMPANIES.bakery.id,
        "required-scopes": "vendors:read",
        "expires-on": "2999-01-31",
        "leak-scan": "workspace, history",
        "workflow-audit": "true",
        "sarif-file": "out.sarif",
        "github-token": github.token,
        ...more,
      },
      env: {
        PATH: process.env["PATH"] ?? "",
        GITHUB_WORKSPACE: checkout.folder,
        GITHUB_EVENT_NAME: eventName,
        GITHUB_WORKFLOW_REF: "octo/shop/.github/workflows/site.yml@refs/heads/main",
        ...github.env,
      },
      event: PULL_REQUEST,
    });
    expect(github.violations).toEqual([]);
    const sarif = path.join(checkout.folder, "out.sarif");
    const { comments, issues } = github.repository;
    const left = [
      withoutMasks(run.stdout),
      run.stderr,
      JSON.stringify(run.outputs),
      run.summary,
      existsSync(sarif) ? readFileSync(sarif, "utf8") : "",
      JSON.stringify([comments.map(({ body }) => body), issues]),
    ].join("\n=====\n");
    expect(formsShown(left, key)).toEqual([]);
    // A commit's id, and what is worked out of it, goes with what is in it.
    return left
      .replaceAll(/\b[0-9a-f]{12,64}\b/g, "<id>")
      .replaceAll(/127\.0\.0\.1:\d+/g, "<host>");
  } finally {
    await github.close();
  }
}

describe("runs with keys that differ in all but their last four characters leave the same behind", () => {
  test.each<[string, ActionInputs, string]>([
    ["a pull request, with SARIF and a comment", { comment: "on-failure" }, "pull_request"],
    [
      "a scheduled run, with a reminder",
      { reminder: "true", "expires-on": "2020-01-31" },
      "schedule",
    ],
    ["a dry run", { comment: "always", reminder: "true", "dry-run": "true" }, "pull_request"],
  ])("%s", async (_name, more, eventName) => {
    const [one, other] = await Promise.all(
      simulators.map((simulator) => leaveBehind(simulator, more, eventName)),
    );
    expect(one).toContain("key-leaked");
    expect(one).toContain("workflow-secret-to-unpinned-action");
    expect(one).toBe(other);
  });
});

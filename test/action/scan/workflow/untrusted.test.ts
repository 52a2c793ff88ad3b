import { describe } from "vitest";
import { CHECKOUT, FILE, HASH, holds, KEY, type Cases } from "./audit-yaml.ts";

function untrusted(event: string, checkout: string, more = ""): string {
  return `on: ${event}
jobs:
  test:
    runs-on: ubuntu-latest
${more}    steps:
      ${checkout.trim()}
      - run: npm test
        env:
          PLEO_API_KEY: ${KEY}
`;
}

function checkoutOf(ref: string, mark = " # expect: untrusted-code"): string {
  return `- uses: ${CHECKOUT}
        with:
          ref: ${ref}${mark}`;
}

const HEAD_SHA = "${{ github.event.pull_request.head.sha }}";

const UNTRUSTED: Cases = [
  ["the head of a pull request", untrusted("pull_request_target", checkoutOf(HEAD_SHA))],
  ["its branch", untrusted("[push, pull_request_target]", checkoutOf("${{ github.head_ref }}"))],
  [
    "its merge",
    untrusted("pull_request_target", checkoutOf("refs/pull/${{ github.event.number }}/merge")),
  ],
  [
    "formatted",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ format('refs/pull/{0}/head', github.event.pull_request.number) }}"),
    ),
  ],
  [
    "its repository",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ github.event.pull_request.head.repo.full_name }}").replace(
        "ref:",
        "repository:",
      ),
    ),
  ],
  [
    "what another workflow ran on",
    untrusted(
      "{workflow_run: {workflows: [CI]}}",
      checkoutOf("${{ github.event.workflow_run.head_sha }}"),
    ),
  ],
  [
    "of the pull request that was commented",
    untrusted("issue_comment", checkoutOf("refs/pull/${{ github.event.issue.number }}/head")),
  ],
  [
    "of a step that looked it up",
    untrusted("issue_comment", checkoutOf("${{ steps.pr.outputs.head_sha }}")),
  ],
  [
    "by env",
    untrusted(
      "pull_request_target",
      checkoutOf("${{ env.REF }}"),
      `    env:\n      REF: ${HEAD_SHA}\n`,
    ),
  ],
  ["by gh", untrusted("issue_comment", '- run: gh pr checkout "$NUMBER" # expect: untrusted-code')],
  [
    "by git fetch",
    untrusted(
      "pull_request_target",
      '- run: git fetch origin "pull/$NUMBER/head" && git checkout FETCH_HEAD # expect: untrusted-code',
    ),
  ],
  [
    "by git and a variable",
    untrusted(
      "pull_request_target",
      `- run: git fetch origin "$REF" # expect: untrusted-code
        env:
          REF: \${{ github.head_ref }}`,
    ),
  ],
  [
    "after a condition that keeps nobody out",
    untrusted(
      "pull_request_target",
      checkoutOf(HEAD_SHA),
      "    if: contains(github.event.pull_request.labels.*.name, 'safe')\n",
    ),
  ],
  [
    "by a local action",
    {
      [FILE]: untrusted("pull_request_target", "- uses: ./tools/checkout"),
      "tools/checkout/action.yml": `
runs:
  using: composite
  steps:
    - uses: ${CHECKOUT}
      with:
        ref: ${HEAD_SHA} # expect: untrusted-code
`,
    },
  ],
];

const OWN_PUSHES = "    if: github.event.workflow_run.event == 'push'\n";

function download(more: string, runId = "${{ github.event.workflow_run.id }}"): string {
  return untrusted(
    "workflow_run",
    `- uses: actions/download-artifact@${HASH}
        with:
          name: dist
          run-id: ${runId}${more}`,
  );
}

function downloadByGh(more: string): string {
  return untrusted(
    "workflow_run",
    `- run: gh run download "$RUN" --name dist${more}
        env:
          RUN: \${{ github.event.workflow_run.id }}`,
  );
}

const DOWNLOADED: Cases = [
  ["over them by gh", downloadByGh(" # expect: untrusted-code")],
  [
    "over them by gh, by an expression",
    untrusted(
      "workflow_run",
      "- run: gh run download ${{ github.event.workflow_run.id }} # expect: untrusted-code",
    ),
  ],
  ["over the files of the job", download(" # expect: untrusted-code")],
  ["over them by a dot", download(" # expect: untrusted-code\n          path: ./")],
  [
    "over them by the name of the folder, without blanks and with a dot",
    download(" # expect: untrusted-code\n          path: ${{github.workspace}}/."),
  ],
  [
    "over them by the name of the folder",
    download(" # expect: untrusted-code\n          path: ${{ github.workspace }}"),
  ],
];

const DOWNLOADED_ASIDE: Cases = [
  ["into a folder by gh", downloadByGh(" --dir numbers")],
  [
    "not at all: only a branch is called by the run",
    untrusted("workflow_run", "- run: git checkout -b report-${{ github.event.workflow_run.id }}"),
  ],
  ["into a folder by gh, in short", downloadByGh(" -D numbers")],
  ["looked at by gh", downloadByGh("").replace("download", "view")],
  ["beside the files of the job", download("\n          path: ${{ runner.temp }}/numbers")],
  ["into a folder", download("\n          path: numbers")],
  ["of a run that is named", download("", "${{ vars.LAST_RELEASE }}")],
  ["only after a push", download("").replace("    steps:", `${OWN_PUSHES}    steps:`)],
  ["of its own run", untrusted("workflow_run", `- uses: actions/download-artifact@${HASH}`)],
];

const TRUSTED: Cases = [
  ["on pull_request", untrusted("pull_request", checkoutOf(HEAD_SHA, ""))],
  ["on push", untrusted("push", checkoutOf("${{ github.head_ref }}", ""))],
  ["the base", untrusted("pull_request_target", `- uses: ${CHECKOUT}`)],
  [
    "the base by its name",
    untrusted("pull_request_target", checkoutOf("${{ github.event.pull_request.base.sha }}", "")),
  ],
  ["a branch", untrusted("pull_request_target", checkoutOf("main", ""))],
  [
    "only for branches of the repository",
    untrusted(
      "pull_request_target",
      checkoutOf(HEAD_SHA, ""),
      "    if: github.event.pull_request.head.repo.full_name == github.repository\n",
    ),
  ],
  [
    "only after a push",
    untrusted(
      "workflow_run",
      checkoutOf("${{ github.event.workflow_run.head_sha }}", ""),
      "    if: ${{ github.event.workflow_run.event == 'push' }}\n",
    ),
  ],
  ["what is merged by git", untrusted("pull_request_target", "- run: git fetch origin main")],
  [
    "a comment on it by gh",
    untrusted(
      "pull_request_target",
      '- run: gh pr comment "$NUMBER" --body hello\n        env:\n          NUMBER: ${{ github.event.number }}',
    ),
  ],
  [
    "a job without the key",
    `on: pull_request_target
jobs:
  test:
    steps:
      - uses: ${CHECKOUT}
        with:
          ref: ${HEAD_SHA}
      - run: npm test
  sync:
    steps:
      - run: ./sync
        env:
          PLEO_API_KEY: ${KEY}
`,
  ],
  [
    "another secret",
    untrusted("pull_request_target", checkoutOf(HEAD_SHA, ""))
      .replace("PLEO_API_KEY }}", "NPM_TOKEN }}")
      .replace("PLEO_API_KEY", "NPM"),
  ],
];

describe("code of strangers beside the key", () => {
  holds(UNTRUSTED);
});
describe("what another workflow made", () => {
  holds([...DOWNLOADED, ...DOWNLOADED_ASIDE]);
});
describe("code of the repository beside it", () => {
  holds(TRUSTED);
});

import { describe } from "vitest";
import { CHECKOUT, FILE, GUARD, HASH, holds, job, KEY } from "./audit-yaml.ts";

const onPullRequests = (condition: string, mark = "") =>
  job(
    `
if: ${condition}
steps:
  - uses: ${CHECKOUT}
    with:
      ref: \${{ github.event.pull_request.head.sha }}${mark}
  - run: npm test
    env:
      PLEO_API_KEY: ${KEY}`,
    "on: [push, pull_request_target]",
  );

const OWN = "github.event.pull_request.head.repo.full_name == github.repository";
const UNTRUSTED = " # expect: untrusted-code";

describe("a condition that keeps strangers out", () => {
  holds([
    [
      "other events, or own branches",
      onPullRequests(`github.event_name != 'pull_request_target' || ${OWN}`),
    ],
    [
      "own branches, or other events",
      onPullRequests(`${OWN} || github.event_name != 'pull_request_target'`),
    ],
    ["the other event by name", onPullRequests(`github.event_name == 'push' || ${OWN}`)],
    [
      "in an expression",
      onPullRequests(`\${{ (github.event_name != 'pull_request_target') || (${OWN}) }}`),
    ],
    ["no such event", onPullRequests("github.event_name != 'pull_request_target'")],
    [
      "no such event, negated",
      onPullRequests("${{ !(github.event_name == 'pull_request_target') }}"),
    ],
    ["only pushes", onPullRequests("github.event_name == 'push'")],
    [
      "no fork",
      onPullRequests(
        "github.event_name != 'pull_request_target' || !github.event.pull_request.head.repo.fork",
      ),
    ],
    [
      "this very event",
      onPullRequests(`github.event_name == 'pull_request_target' || ${OWN}`, UNTRUSTED),
    ],
    [
      "another event's name",
      onPullRequests(`github.event_name != 'pull_request' || ${OWN}`, UNTRUSTED),
    ],
    [
      "a label",
      onPullRequests(
        "github.event_name != 'pull_request_target' || contains(github.event.pull_request.labels.*.name, 'safe')",
        UNTRUSTED,
      ),
    ],
    [
      "a fork",
      onPullRequests(
        "github.event_name != 'pull_request_target' || github.event.pull_request.head.repo.fork",
        UNTRUSTED,
      ),
    ],
    ["both, the wrong way", onPullRequests(`github.event_name != 'push' || ${OWN}`, UNTRUSTED)],
  ]);
});

const guarded = (guardMore: string, between: string, deploy = "") => `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - id: pleo
        uses: ${GUARD}
${guardMore}        with:
          api-key: ${KEY}
${between}      - run: ./scripts/deploy.sh
${deploy}        env:
          PLEO_API_KEY: ${KEY}
`;

const MAY_FAIL = "        continue-on-error: true\n";
const MAY_FAIL_FOUND = "        continue-on-error: true # expect: guard-not-gating\n";
const stop = (condition: string, more = "") =>
  `      - if: ${condition}\n        run: exit 1\n${more}`;
const only = (condition: string) => `        if: ${condition}\n`;

describe("a guard that may fail, and whose answer is read", () => {
  holds([
    ["as false", guarded("        continue-on-error: ${{ false }}\n", "")],
    ["as another word for false", guarded("        continue-on-error: False\n", "")],
    ["as false after all", guarded("        continue-on-error: ${{ !true }}\n", "")],
    ["as true", guarded("        continue-on-error: ${{ true }} # expect: guard-not-gating\n", "")],
    [
      "as an input says",
      guarded("        continue-on-error: ${{ inputs.lenient }} # expect: guard-not-gating\n", ""),
    ],

    ["a step fails unless it passed", guarded(MAY_FAIL, stop("steps.pleo.outcome != 'success'"))],
    ["a step fails if it failed", guarded(MAY_FAIL, stop("steps.pleo.outcome == 'failure'"))],
    [
      "a step fails if it failed, in an expression",
      guarded(MAY_FAIL, stop("${{ steps.pleo.outcome == 'failure' }}")),
    ],
    ["a step fails always", guarded(MAY_FAIL, stop("always() && steps.pleo.outcome != 'success'"))],
    [
      "a step fails by its output",
      guarded(MAY_FAIL, stop("steps.pleo.outputs.deploy-allowed != 'true'")),
    ],
    [
      "the deploy waits for its success",
      guarded(MAY_FAIL, "", only("steps.pleo.outcome == 'success'")),
    ],
    [
      "the deploy waits for its output",
      guarded(MAY_FAIL, "", only("steps.pleo.outputs.deploy-allowed == 'true'")),
    ],
    ...(
      [
        ["fromJSON(steps.pleo.outputs.deploy-allowed)", true],
        ["!fromJSON(steps.pleo.outputs.deploy-allowed)", false],
        ["steps.pleo.outputs.deploy-allowed", false],
        ["steps.pleo.outputs.verdict != 'fail'", false],
        ["steps.pleo.outputs.verdict != 'unknown'", false],
        ["steps.pleo.outputs.verdict != 'fail' && steps.pleo.outputs.verdict != 'unknown'", true],
        ["startsWith(steps.pleo.outputs.verdict, 'PASS')", true],
        ["startsWith(steps.pleo.outputs.verdict, '')", false],
        ["startsWith('pass', steps.pleo.outputs.verdict)", true],
        ["endsWith(steps.pleo.outcome, 'ess')", true],
        ["endsWith(steps.pleo.outcome, 'e')", false],
        ["contains(steps.pleo.outputs.verdict, 'pass')", true],
        ["contains('pass, unknown', steps.pleo.outputs.verdict)", false],
        ["contains(fromJSON('[\"success\"]'), steps.pleo.outcome)", false],
        ["endsWith(github.ref, steps.pleo.outcome)", false],
        ["hashFiles(steps.pleo.outcome)", false],
      ] as const
    ).map(
      ([condition, isHeld]) =>
        [
          `the deploy waits for ${condition}`,
          guarded(isHeld ? MAY_FAIL : MAY_FAIL_FOUND, "", only(condition)),
        ] as const,
    ),
    [
      "a script reads it and fails",
      guarded(
        MAY_FAIL,
        `      - run: |
          if [ "$OUTCOME" != success ]; then
            echo "::error::no"
            exit 1
          fi
        env:
          OUTCOME: \${{ steps.pleo.outcome }}
`,
      ),
    ],
    [
      "a script reads it and tests",
      guarded(
        MAY_FAIL,
        `      - run: test "\${{ steps.pleo.outcome }}" = success
`,
      ),
    ],
    [
      "github-script fails",
      guarded(
        MAY_FAIL,
        `      - if: steps.pleo.outcome == 'failure'
        uses: actions/github-script@${HASH}
        with:
          script: core.setFailed("no")
`,
      ),
    ],

    [
      "a step only says so",
      guarded(
        MAY_FAIL_FOUND,
        "      - if: steps.pleo.outcome == 'failure'\n        run: echo '::warning::no'\n",
      ),
    ],
    [
      "a script only says so",
      guarded(MAY_FAIL_FOUND, '      - run: echo "was ${{ steps.pleo.outcome }}"\n'),
    ],
    [
      "a step that may fail itself",
      guarded(
        MAY_FAIL_FOUND,
        stop("steps.pleo.outcome != 'success'", "        continue-on-error: true\n"),
      ),
    ],
    ["a step fails if it passed", guarded(MAY_FAIL_FOUND, stop("steps.pleo.outcome == 'success'"))],
    [
      "the conclusion, which is always success",
      guarded(MAY_FAIL_FOUND, stop("steps.pleo.conclusion != 'success'")),
    ],
    [
      "the deploy waits for the conclusion",
      guarded(MAY_FAIL_FOUND, "", only("steps.pleo.conclusion == 'success'")),
    ],
    [
      "the deploy waits for a failure",
      guarded(MAY_FAIL_FOUND, "", only("steps.pleo.outcome == 'failure'")),
    ],
    ["failure() does not see it", guarded(MAY_FAIL_FOUND, stop("failure()"))],
    [
      "exit 0",
      guarded(MAY_FAIL_FOUND, "      - if: steps.pleo.outcome == 'failure'\n        run: exit 0\n"),
    ],
    ["of another step", guarded(MAY_FAIL_FOUND, stop("steps.other.outcome != 'success'"))],
    [
      "the step fails only after the deploy",
      `${guarded(MAY_FAIL_FOUND, "")}${stop("steps.pleo.outcome != 'success'")}`,
    ],
    [
      "a deploy that runs whatever happened",
      guarded(
        MAY_FAIL_FOUND,
        stop("steps.pleo.outcome != 'success'"),
        only("always() # expect: guard-not-gating"),
      ),
    ],
  ]);
});

const two = (check: string, condition: string, inDeploy = "") => `on: push
jobs:
  check:
    runs-on: ubuntu-latest
${check}    steps:
      - id: pleo
        uses: ${GUARD}
        with:
          api-key: ${KEY}
  deploy:
    needs: [check]
    if: ${condition}
    runs-on: ubuntu-latest
    environment: production
    steps:
${inDeploy}      - run: ./deploy.sh
        env:
          PLEO_API_KEY: ${KEY}
`;

const FOUND = " # expect: guard-not-gating";
const OUTPUT = "    outputs:\n      ok: ${{ steps.pleo.outputs.deploy-allowed }}\n";
const RESULT = "    outputs:\n      ok: ${{ steps.pleo.outcome }}\n";
const IS_WELL = "    outputs:\n      ok: ${{ steps.pleo.outcome == 'success' }}\n";
const LOOSE = "    continue-on-error: true\n";
const LOOSE_FOUND = `    continue-on-error: true${FOUND}\n`;
const step = (condition: string, run: string) => `      - if: ${condition}\n        run: ${run}\n`;

describe("a job that deploys behind the check, and its condition", () => {
  holds([
    ["the branch", two("", "github.ref == 'refs/heads/main'")],
    ["success()", two("", "success() && github.ref == 'refs/heads/main'")],
    ["no failure", two("", "${{ !failure() && !cancelled() }}")],
    ["the result", two("", "always() && needs.check.result == 'success'")],
    ["no result that is a failure", two("", "always() && !contains(needs.*.result, 'failure')")],
    [
      "no result that is a failure, in one text",
      two("", "always() && !contains(join(needs.*.result, ','), 'failure')"),
    ],
    [
      "no result that is cancelled, in one text",
      two("", `always() && !contains(join(needs.*.result, ','), 'cancelled')${FOUND}`),
    ],
    ["its output", two(OUTPUT, "always() && needs.check.outputs.ok == 'true'")],
    ["the outcome as its output", two(RESULT, "always() && needs.check.outputs.ok == 'success'")],
    [
      "an output that is written by hand",
      two(
        "    outputs:\n      ok: ${{ steps.sum.outputs.ok }}\n",
        "always() && needs.check.outputs.ok == 'true'",
      ),
    ],
    [
      "its output, though the job may fail",
      two(`${LOOSE}${OUTPUT}`, "needs.check.outputs.ok == 'true'"),
    ],
    ["a step that fails", two("", "always()", step("needs.check.result != 'success'", "exit 1"))],
    [
      "who is told of a failure",
      two(
        "",
        "github.ref == 'refs/heads/main'",
        step("failure()", "curl -d failed https://x.test"),
      ),
    ],
    [
      "what is cleaned up",
      two("", "github.ref == 'refs/heads/main'", step("always()", "docker logout")),
    ],

    ...(
      [
        ["needs.check.outputs.ok == 'true'", true],
        ["needs.check.outputs.ok != 'false'", true],
        ["fromJSON(needs.check.outputs.ok)", true],
        ["needs.check.outputs.ok == 'false'", false],
        ["needs.check.outputs.ok != 'true'", false],
        ["needs.check.outputs.ok", false],
        ["!needs.check.outputs.ok == false", false],
      ] as const
    ).map(
      ([condition, isHeld]) =>
        [
          `whether it went well as its output: ${condition}`,
          two(`${isHeld ? LOOSE : ""}${IS_WELL}`, `always() && ${condition}${isHeld ? "" : FOUND}`),
        ] as const,
    ),
    ["another job's result", two("", `always() && needs.build.result == 'success'${FOUND}`)],
    [
      "no result that is cancelled",
      two("", `always() && !contains(needs.*.result, 'cancelled')${FOUND}`),
    ],
    ["unless cancelled", two("", `\${{ !cancelled() }}${FOUND}`)],
    [
      "a result or a wish",
      two("", `always() && (needs.check.result == 'success' || inputs.force)${FOUND}`),
    ],
    ["any result but one", two("", `always() && needs.check.result != 'cancelled'${FOUND}`)],
    ["no text is true", two(OUTPUT, `always() && needs.check.outputs.ok != true${FOUND}`)],
    [
      "an expression within a text, which is always true",
      two("", `always() && \${{ needs.check.result == 'success' }}${FOUND}`),
    ],
    ["the branch, though the job may fail", two(LOOSE_FOUND, "github.ref == 'refs/heads/main'")],
    ["the wrong output", two(OUTPUT, `always() && needs.check.outputs.ok == 'false'${FOUND}`)],
    [
      "a step that only says so",
      two("", `always()${FOUND}`, step("needs.check.result != 'success'", "echo no")),
    ],
    [
      "a step that fails for another reason",
      two("", `always()${FOUND}`, step("needs.build.result != 'success'", "exit 1")),
    ],
  ]);
});

const inAction = (condition: string, mark = "") => ({
  [FILE]: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
      - uses: ./.github/actions/check
        id: check
        with:
          key: ${KEY}
      - run: ./deploy.sh
        if: ${condition}
`,
  ".github/actions/check/action.yml": `inputs:
  key: { required: true }
outputs:
  ok: { value: "\${{ steps.pleo.outputs.deploy-allowed }}" }
runs:
  using: composite
  steps:
    - id: pleo
      uses: ${GUARD}
      continue-on-error: true${mark}
      with:
        api-key: \${{ inputs.key }}
`,
});

describe("a check within an action", () => {
  holds([
    ["whose answer is asked for", inAction("steps.check.outputs.deploy-allowed == 'true'")],
    ["whose answer is not", inAction("github.ref == 'refs/heads/main'", FOUND)],
  ]);
});

describe("a step that hands on what the check says", () => {
  const hand = (run: string) => `      - id: sum
        run: ${run}
        env:
          ALLOWED: \${{ steps.pleo.outputs.deploy-allowed }}
`;
  holds([
    [
      "as an output",
      guarded(
        MAY_FAIL,
        hand('echo "go=$ALLOWED" >> "$GITHUB_OUTPUT"'),
        only("steps.sum.outputs.go == 'true'"),
      ),
    ],
    [
      "as a variable",
      guarded(MAY_FAIL, hand('echo "GO=$ALLOWED" >> "$GITHUB_ENV"'), only("env.GO == 'true'")),
    ],
    ["as a test", guarded(MAY_FAIL, hand("'[ \"$ALLOWED\" = true ]'"))],
    [
      "to nobody",
      guarded(MAY_FAIL_FOUND, hand('echo "$ALLOWED"'), only("steps.other.outputs.go == 'true'")),
    ],
    [
      "as a variable that is not asked for",
      guarded(MAY_FAIL_FOUND, hand('echo "GO=$ALLOWED"'), only("env.GO == 'true'")),
    ],
  ]);
});

describe("a script that deploys, and the answer in it", () => {
  const DEPLOY = "npx vercel deploy --prod";
  const ANSWER = "${{ steps.pleo.outputs.verdict }}";
  const deploying = (mark: string, ...lines: readonly string[]) =>
    `${guarded(`        continue-on-error: true${mark}\n`, "").split("      - run:")[0] ?? ""}      - run: |
${lines.map((line) => `          ${line}\n`).join("")}`;
  holds([
    ["which it asks for", deploying("", `if [ ${ANSWER} = pass ]; then`, DEPLOY, "fi")],
    ["which it asks for in a line", deploying("", `[ ${ANSWER} = pass ] && ${DEPLOY}`)],
    ["which it prints", deploying(FOUND, `echo "${ANSWER}"`, DEPLOY)],
    ["which it prints of another step", deploying(FOUND, 'echo "steps.x.outputs.verdict"', DEPLOY)],
    ["of which it writes", deploying(FOUND, "# if deploy-allowed is false, so be it", DEPLOY)],
    [
      "of which it writes behind a line that asks for something else",
      deploying(FOUND, 'if [ -n "$CI" ]; then', "  # not deploy-allowed", `  ${DEPLOY}`, "fi"),
    ],
  ]);
});

describe("a check that goes on, and what waits for its answer", () => {
  const soft = (setting: string, condition: string, mark = "") =>
    guarded("", "", only(condition)).replace(
      "        with:\n",
      `        with:\n          ${setting}${mark}\n`,
    );
  holds([
    ["allowed", soft("on-unknown: warn", "steps.pleo.outputs.deploy-allowed == 'true'")],
    ["the verdict", soft("on-unknown: warn", "steps.pleo.outputs.verdict == 'pass'")],
    [
      "any verdict but one",
      soft("on-unknown: warn", "steps.pleo.outputs.verdict != 'fail'", FOUND),
    ],
    [
      "the outcome, which is success",
      soft("on-missing-key: skip", "steps.pleo.outcome == 'success'", FOUND),
    ],
    [
      "a verdict that is skipped",
      soft("on-missing-key: skip", "steps.pleo.outputs.verdict != 'skipped'"),
    ],
  ]);
});

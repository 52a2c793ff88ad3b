import { describe, expect, test } from "vitest";
import { findHandOvers } from "../../../../action/scan/workflow/workflow-audit.ts";
import { audit, expectMarks, FILE, GUARD, HASH, placesOf, steps, toFiles } from "./audit-yaml.ts";

type Cases = readonly (readonly [name: string, text: string])[];

function holds(cases: Cases): void {
  test.each(cases.map(([name, text]) => [name, text] as const))("%s", (_name, text) => {
    expectMarks({ [FILE]: text });
  });
}

const KEY = "${{ secrets.PLEO_API_KEY }}";

function check(uses: string, mark = " # expect: guard-unpinned"): string {
  return steps(`
- uses: ${uses}${mark}
  with:
    api-key: ${KEY}
`);
}

describe("this check by a name that others can move", () => {
  holds([
    ["a tag", check("acme/pleo-key-guard@v1")],
    ["a full version", check("acme/pleo-key-guard@v1.2.3")],
    ["a branch", check("acme/pleo-key-guard@main")],
    ["a short hash", check("acme/pleo-key-guard@9c091bb")],
    ["a hash with a letter too few", check(`acme/pleo-key-guard@${HASH.slice(1)}`)],
    ["nothing", check("acme/pleo-key-guard")],
    ["in any case", check("Acme/Pleo-Key-Guard@V1")],
    ["between quotes", check('"acme/pleo-key-guard@v1"')],
  ]);
});

describe("this check by its hash, and other actions", () => {
  holds([
    ["a hash", check(GUARD, "")],
    ["a hash in capitals", check(`acme/pleo-key-guard@${HASH.toUpperCase()}`, "")],
    ["a long hash", check(`acme/pleo-key-guard@${"0123456789abcdef".repeat(4)}`, "")],
    ["a hash with its version", check(GUARD, " # v1.2.3")],
    ["another action", check(`acme/pleo-key-guardian@${HASH}`, "")],
    ["an action in a folder of it", check(`acme/pleo-key-guard/tools@${HASH}`, "")],
    ["a local action", check("./", "")],
    ["an action that is handed nothing", steps("- uses: acme/pleo@v1")],
  ]);

  test("under the name that the run knows", () => {
    const text = check("acme/guard@v1", "");
    const found = placesOf(audit({ [FILE]: text }, { repository: "Acme/Guard" }));
    expect(found).toEqual([`${FILE}:6 workflow-guard-unpinned`]);
    expect(placesOf(audit({ [FILE]: text }, { repository: "acme/other" }))).toEqual([
      `${FILE}:6 workflow-secret-to-unpinned-action`,
    ]);
  });
});

interface Gated {
  readonly guardStep?: string;
  readonly guardJob?: string;
  readonly deploy?: string;
}

/** A job with the check, and one that deploys. */
function gated({ guardStep = "", guardJob = "", deploy = "    needs: key\n" }: Gated): string {
  return `on: push
jobs:
  key:
    runs-on: ubuntu-latest
${guardJob}    outputs:
      ok: \${{ steps.guard.outputs.deploy-allowed }}
    steps:
      - id: guard
${guardStep}        uses: ${GUARD}
        with:
          api-key: ${KEY}
  deploy:${deploy.includes("needs") ? "" : " # expect: guard-not-gating"}
    runs-on: ubuntu-latest
    environment: production
${deploy}    steps:
      - run: ./go
        env:
          PLEO_API_KEY: ${KEY}
`;
}

/** The check and the deploy in one job. */
function inOne(guard: string, deploy: string): string {
  return `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: production
    steps:
${guard}${deploy}`;
}

const CHECK = `      - id: guard
        uses: ${GUARD}
        with:
          api-key: ${KEY}
`;
const DEPLOY = `      - run: ./deploy.sh
        env:
          PLEO_API_KEY: ${KEY}
`;
const NOT_GATING = " # expect: guard-not-gating";

describe("a check that holds nothing back", () => {
  holds([
    ["a deploy that does not wait", gated({ deploy: "" })],
    ["it may fail", gated({ guardStep: `        continue-on-error: true${NOT_GATING}\n` })],
    ["its job may fail", gated({ guardJob: `    continue-on-error: true${NOT_GATING}\n` })],
    [
      "the deploy always runs",
      gated({ deploy: `    needs: key\n    if: always()${NOT_GATING}\n` }),
    ],
    [
      "the deploy runs on failure",
      gated({ deploy: `    needs: [key]\n    if: \${{ failure() }}${NOT_GATING}\n` }),
    ],
    [
      "unless cancelled",
      gated({ deploy: `    needs: key\n    if: "!cancelled()"${NOT_GATING}\n` }),
    ],
    [
      "it goes on though nobody can tell",
      inOne(`${CHECK}          on-unknown: warn${NOT_GATING}\n`, DEPLOY),
    ],
    [
      "it goes on without a key",
      inOne(`${CHECK}          on-missing-key: skip${NOT_GATING}\n`, DEPLOY),
    ],
    [
      "it may fail in the same job",
      inOne(
        CHECK.replace("        uses", `        continue-on-error: true${NOT_GATING}\n        uses`),
        DEPLOY,
      ),
    ],
    [
      "the step that deploys always runs",
      inOne(CHECK, DEPLOY.replace("        env", `        if: always()${NOT_GATING}\n        env`)),
    ],
    [
      "the check comes last",
      inOne(DEPLOY.replace("./deploy.sh", `./deploy.sh${NOT_GATING}`), CHECK),
    ],
    [
      "it runs once something has failed",
      inOne(
        CHECK.replace("        uses", `        if: failure()${NOT_GATING}\n        uses`),
        DEPLOY,
      ),
    ],
    [
      "a deploy without the key, where none waits",
      gated({ deploy: "" }).replace(/ {8}env:\n {10}PLEO_API_KEY.*\n$/, ""),
    ],
  ]);
});

describe("a check that holds the deploy back", () => {
  holds([
    ["a deploy that waits", gated({})],
    [
      "with a condition on the verdict",
      gated({ deploy: "    needs: key\n    if: needs.key.outputs.ok == 'true'\n" }),
    ],
    [
      "always, but only if it is allowed",
      gated({ deploy: "    needs: key\n    if: always() && needs.key.outputs.ok == 'true'\n" }),
    ],
    [
      "it may fail, and the deploy asks",
      gated({
        guardStep: "        continue-on-error: true\n",
        deploy: "    needs: key\n    if: needs.key.outputs.ok == 'true'\n",
      }),
    ],
    ["may not fail", gated({ guardStep: "        continue-on-error: false\n" })],
    [
      "it goes on, and the step asks",
      inOne(
        `${CHECK}          on-unknown: warn\n`,
        DEPLOY.replace(
          "        env",
          "        if: steps.guard.outputs.deploy-allowed == 'true'\n        env",
        ),
      ),
    ],
    ["it fails when nobody can tell", inOne(`${CHECK}          on-unknown: fail\n`, DEPLOY)],
    ["in the same job, before", inOne(CHECK, DEPLOY)],
    [
      "with something else that always runs",
      inOne(
        CHECK,
        `${DEPLOY}      - if: always()\n        uses: actions/upload-artifact@${HASH}\n        with:\n          path: report\n`,
      ),
    ],
    [
      "through a job in between",
      `${gated({ deploy: "    needs: build\n" })}  build:\n    needs: key\n    steps:\n      - run: npm run build\n`,
    ],
    [
      "only a check, by schedule",
      steps(
        `- uses: ${GUARD}\n  continue-on-error: true\n  with:\n    api-key: ${KEY}\n    on-unknown: warn\n- run: echo "checked"`,
      ),
    ],
    [
      "another deploy, without the key",
      `${gated({})}  publish-pages:\n    steps:\n      - uses: actions/deploy-pages@${HASH}\n`,
    ],
    ["no check at all", inOne("", DEPLOY)],
  ]);

  test("through a workflow of the repository", () => {
    const called = `on: workflow_call\njobs:\n  key:\n    steps:\n      - uses: ${GUARD}\n        with:\n          api-key: ${KEY}\n`;
    const text = (needs: string): string =>
      `on: push\njobs:\n  check:\n    uses: ./.github/workflows/key.yml\n    secrets:\n      PLEO_API_KEY: ${KEY}\n  deploy:\n${needs}    environment: production\n    steps:\n      - run: ./go\n`;
    const files = (needs: string): Record<string, string> => ({
      [FILE]: text(needs),
      ".github/workflows/key.yml": called,
    });
    expect(placesOf(audit(files("    needs: check\n")))).toEqual([]);
    expect(placesOf(audit(files("")))).toEqual([`${FILE}:7 workflow-guard-not-gating`]);
  });
});

describe("places where a key is handed to this Action", () => {
  test("are found with their secret", () => {
    const text = steps(
      `
- uses: ${GUARD}
  with:
    company-id: x
    api-key: ${KEY}
    previous-api-key: \${{ secrets.OLD }}
- uses: acme/other@v1
  with:
    api-key: ${KEY}
- uses: ${GUARD}
  with:
    api-key: \${{ env.K }}
`,
      "env:\n  K: ${{ secrets.FINANCE }}",
    );
    expect(findHandOvers(toFiles({ [FILE]: text }))).toEqual([
      { file: FILE, line: 11, secret: "PLEO_API_KEY" },
      { file: FILE, line: 12, secret: "OLD" },
      { file: FILE, line: 18, secret: "FINANCE" },
    ]);
  });

  test("are found in the repository of this Action", () => {
    const text = check("./", "");
    expect(findHandOvers(toFiles({ [FILE]: text }))).toEqual([]);
    expect(findHandOvers(toFiles({ [FILE]: text }), { isOwnRepository: true })).toEqual([
      { file: FILE, line: 8, secret: "PLEO_API_KEY" },
    ]);
  });

  test("are found by name in an action that is not called", () => {
    const action = `inputs:\n  key:\n    required: true\nruns:\n  using: composite\n  steps:\n    - uses: ${GUARD}\n      with:\n        api-key: \${{ inputs.key }}\n`;
    expect(findHandOvers(toFiles({ "action.yml": action }))).toEqual([
      { file: "action.yml", line: 9, secret: undefined },
    ]);
  });

  test("make a secret of any name a key", () => {
    const text = steps(`
- uses: ${GUARD}
  with:
    api-key: \${{ secrets.FINANCE }}
- run: echo "$IT" # expect: secret-in-script
  env:
    IT: \${{ secrets.FINANCE }}
- run: echo "$IT"
  env:
    IT: \${{ secrets.OTHER }}
`);
    expectMarks({ [FILE]: text });
  });
});

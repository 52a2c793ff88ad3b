import { describe, test } from "vitest";
import { expectMarks, FILE, HASH, steps } from "./audit-yaml.ts";

const KEY = "${{ secrets.PLEO_API_KEY }}";
const GITHUB_SCRIPT = `actions/github-script@${HASH}`;

const CALLER = steps(`
- id: login
  uses: ./tools/login
  with:
    key: ${KEY}
`);

function action(body: string): Readonly<Record<string, string>> {
  return {
    [FILE]: CALLER,
    "tools/login/action.yml": `inputs:\n  key:\n    required: true\n${body.replace(/^\n/, "")}`,
  };
}

describe("the key is followed", () => {
  test("into the script of a local action", () => {
    expectMarks(
      action(`
runs:
  using: composite
  steps:
    - shell: bash
      run: login "\${{ inputs.key }}" # expect: secret-in-script, secret-on-command-line
`),
    );
  });

  test("through the env of a step of a local action", () => {
    expectMarks(
      action(`
runs:
  using: composite
  steps:
    - shell: bash
      run: echo "$K" # expect: secret-in-script
      env:
        K: \${{ inputs.KEY }}
`),
    );
  });

  test("through the outputs of a local action, back to the workflow", () => {
    expectMarks({
      [FILE]: `${CALLER}      - run: echo \${{ steps.login.outputs.token }} # expect: secret-in-script\n`,
      "tools/login/action.yml": `
inputs:
  key:
    required: true
outputs:
  token:
    value: \${{ inputs.key }}
runs:
  using: composite
  steps: []
`,
    });
  });

  test("into the outputs of an action that names it", () => {
    expectMarks({
      "action.yml": `
inputs:
  pleo-api-key:
    required: true
outputs:
  token:
    value: \${{ inputs.pleo-api-key }} # expect: secret-published
runs:
  using: composite
  steps: []
`,
    });
  });

  test("through the outputs of a step and of a job", () => {
    expectMarks({
      [FILE]: `on: push
jobs:
  one:
    outputs:
      key: \${{ steps.get.outputs.key }}
    steps:
      - id: get
        run: echo "key=$K" >> "$GITHUB_OUTPUT" # expect: secret-published
        env:
          K: ${KEY}
  two:
    needs: one
    steps:
      - run: echo "\${{ needs.one.outputs.key }}" # expect: secret-in-script
`,
    });
  });

  test("through GITHUB_ENV to the steps behind it, and no others", () => {
    expectMarks({
      [FILE]: steps(`
- run: echo "$TOKEN"
- run: echo "TOKEN=$K" >> "$GITHUB_ENV" # expect: secret-published
  env:
    K: ${KEY}
- run: echo "$TOKEN" # expect: secret-in-script
`),
    });
  });

  test("into a workflow that is called, under another name", () => {
    expectMarks({
      [FILE]: `on: push
jobs:
  sync:
    uses: ./.github/workflows/called.yml
    secrets:
      token: ${KEY}
`,
      ".github/workflows/called.yml": `on:
  workflow_call:
    secrets:
      token:
        required: true
jobs:
  a:
    steps:
      - run: echo "$T" # expect: secret-in-script
        env:
          T: \${{ secrets.token }}
      - run: echo "$T"
        env:
          T: \${{ secrets.other }}
`,
    });
  });

  test("not past a setting that hides it", () => {
    expectMarks({
      [FILE]: `on: push
env:
  K: ${KEY}
jobs:
  a:
    steps:
      - run: echo "$K" && env
        env:
          K: ""
      - run: test "$K"
`,
    });
  });

  test("through all variables of a context", () => {
    expectMarks({
      [FILE]: steps(`
- run: echo '\${{ toJSON(env) }}' # expect: secret-in-script
  env:
    K: ${KEY}
`),
    });
  });

  test("into the arguments of a build, public ones and others", () => {
    expectMarks({
      [FILE]: steps(`
- uses: acme/build@${HASH}
  with:
    build-args: | # expect: secret-public
      A=1
      NEXT_PUBLIC_KEY=${KEY}
- uses: acme/build@${HASH}
  with:
    build-args: |
      NEXT_PUBLIC_A=1
      KEY=${KEY}
`),
    });
  });
});

describe("a script of github-script", () => {
  const run = (code: string): string =>
    steps(`
- uses: ${GITHUB_SCRIPT}
  env:
    PLEO_API_KEY: ${KEY}
  with:
    script: |
      ${code}
`);

  test.each([
    ["prints", "core.info(process.env.PLEO_API_KEY); // # expect: secret-in-script"],
    [
      "prints within a text",
      "console.log(`key ${process.env['PLEO_API_KEY']}`); // # expect: secret-in-script",
    ],
    [
      "sets an output",
      'core.setOutput("key", process.env.PLEO_API_KEY); // # expect: secret-published',
    ],
    [
      "sets a variable",
      'core.exportVariable("K", process.env.PLEO_API_KEY) // # expect: secret-published',
    ],
  ])("%s", (_name, code) => {
    expectMarks({ [FILE]: run(code) });
  });

  test.each([
    ["masks", "core.setSecret(process.env.PLEO_API_KEY);"],
    ["uses", "await sync(process.env.PLEO_API_KEY);"],
    ["prints what comes of it", "console.log(await sync()); await sync(process.env.PLEO_API_KEY)"],
    ["prints a fingerprint", "console.log(sha256(process.env.PLEO_API_KEY));"],
    ["prints another", "console.log(process.env.PLEO_COMPANY_ID);"],
    ["has a comment", "// console.log(process.env.PLEO_API_KEY)"],
  ])("%s, and shows nothing", (_name, code) => {
    expectMarks({ [FILE]: run(code) });
  });
});

import { describe, test } from "vitest";
import { expectMarks, FILE, HASH, script, steps } from "./audit-yaml.ts";

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
  const run = (code: string, shell?: string): string =>
    shell === undefined ? runByAction(code) : script(code, `  shell: ${shell}`);
  const runByAction = (code: string): string =>
    steps(`
- uses: ${GITHUB_SCRIPT}
  env:
    PLEO_API_KEY: ${KEY}
  with:
    script: |
${code.replaceAll(/^/gm, "      ")}
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
    [
      "prints under another name",
      "const key = process.env.PLEO_API_KEY;\nconsole.log(key); // # expect: secret-in-script",
    ],
    [
      "prints under another name, if there is one",
      'let key = process.env["PLEO_API_KEY"] ?? ""\ncore.info(`begins with ${key.slice(0, 9)}`) // # expect: secret-in-script',
    ],
    [
      "takes it out of the environment",
      "const { PLEO_API_KEY } = process.env;\nconsole.log({ PLEO_API_KEY }); // # expect: secret-in-script",
    ],
    [
      "takes it out under another name",
      'const { HOME, PLEO_API_KEY: token = "" } = process.env;\ncore.setOutput("t", token); // # expect: secret-published',
    ],
    [
      "appends it to a file of the runner",
      "fs.appendFileSync(process.env.GITHUB_OUTPUT, `key=${process.env.PLEO_API_KEY}\\n`); // # expect: secret-published",
    ],
    [
      "prints under another name in Python",
      "import os\nkey = os.environ['PLEO_API_KEY']\nprint('key', key) # expect: secret-in-script",
      "python",
    ],
    [
      "prints under another name, filled in by Python",
      "key = os.environ.get('PLEO_API_KEY', '')\nprint(f'the key is {key[:9]}') # expect: secret-in-script",
      "python",
    ],
    [
      "makes it public by its name",
      '\ncore.exportVariable("VITE_KEY", process.env.PLEO_API_KEY); // # expect: secret-public, secret-published',
    ],
    [
      "prints another spelling",
      'console.log("basic", Buffer.from(process.env.PLEO_API_KEY + ":").toString("base64")); // # expect: secret-in-script',
    ],
    [
      "prints it filled in among others",
      "const key = process.env.PLEO_API_KEY;\nconsole.log(`it can't be ${HOME} ${fine ? '' : key}`); // # expect: secret-in-script",
    ],
    [
      "writes it out in Python",
      "import os, sys\nsys.stdout.write(str(os.environ['PLEO_API_KEY'])) # expect: secret-in-script",
      "python",
    ],
    [
      "writes it in Python",
      `with open(os.environ["GITHUB_ENV"], "a") as file:\n    file.write(f"KEY={os.environ['PLEO_API_KEY']}") # expect: secret-published`,
      "python",
    ],
    [
      "writes it to the summary under another name",
      `key = os.getenv("PLEO_API_KEY")\nPath(os.environ["GITHUB_STEP_SUMMARY"]).write_text(key) # expect: secret-published`,
      "python",
    ],
  ])("%s", (_name, code, shell?: string) => {
    expectMarks({ [FILE]: run(code, shell) });
  });

  test.each([
    ["masks", "core.setSecret(process.env.PLEO_API_KEY);"],
    ["uses", "await sync(process.env.PLEO_API_KEY);"],
    ["prints what comes of it", "console.log(await sync()); await sync(process.env.PLEO_API_KEY)"],
    ["prints a fingerprint", "console.log(sha256(process.env.PLEO_API_KEY));"],
    ["prints another", "console.log(process.env.PLEO_COMPANY_ID);"],
    ["has a comment", "// console.log(process.env.PLEO_API_KEY)"],
    ["prints its end", "console.log(process.env.PLEO_API_KEY.slice(-4));"],
    [
      "prints a name that is the same",
      'const key = process.env.PLEO_API_KEY;\nconsole.log("no key", other.key, { key: 1 }, monkey);',
    ],
    [
      "asks under another name",
      "const key = process.env.PLEO_API_KEY;\nconsole.log(key.length, !key, key ? 1 : 0);",
    ],
    [
      "prints what was made of it",
      "const key = sha256(process.env.PLEO_API_KEY);\ncore.info(key);",
    ],
    [
      "prints what took its place",
      'let key = process.env.PLEO_API_KEY;\nkey = key.replace(/./g, "*");\nconsole.log(key);',
    ],
    [
      "prints what is of another",
      "const key = process.env.PLEO_API_KEY || process.env.OTHER;\nconsole.log(token);",
    ],
    [
      "takes out another",
      "const { PLEO_API_KEY, HOME } = process.env;\nconsole.log(HOME);\nawait sync(PLEO_API_KEY);",
    ],
    [
      "writes it to a file of its own",
      `with open(os.environ["GITHUB_ENV"], "a") as file:\n    file.write("A=1")\nwith open("key.txt", "w") as file:\n    file.write(os.environ["PLEO_API_KEY"])`,
      "python",
    ],
    [
      "writes how long it is",
      `with open(os.environ["GITHUB_ENV"], "a") as file:\n    file.write(f"LENGTH={len(os.environ['PLEO_API_KEY'])}")`,
      "python",
    ],
    ["prints what it is answered", "console.log(await sync(process.env.PLEO_API_KEY));"],
    [
      "prints what it is answered by another name",
      "const key = process.env.PLEO_API_KEY;\nconsole.log(`there are ${(await count(key)).length}`);",
    ],
    [
      "prints what it is answered in Python",
      "print(requests.get(url, auth=(os.environ['PLEO_API_KEY'], '')).status_code)",
      "python",
    ],
    [
      "says more with the same word",
      'const key = process.env.PLEO_API_KEY;\nconsole.error("can\'t do without a key", \'{"key": 1}\');',
    ],
    [
      "prints no more than a word that is the same",
      `node -e 'const key = process.env.PLEO_API_KEY; sync(key)'\necho will print key 1`,
      "bash",
    ],
    ["prints its end in Python", "print(os.environ['PLEO_API_KEY'][-4:])", "python"],
    [
      "prints a text that is the same in Python",
      "key = os.environ['PLEO_API_KEY']\nprint('the key is there')",
      "python",
    ],
  ])("%s, and shows nothing", (_name, code, shell?: string) => {
    expectMarks({ [FILE]: run(code, shell) });
  });
});

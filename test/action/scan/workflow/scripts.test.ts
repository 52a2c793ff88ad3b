import { describe } from "vitest";
import { holds, script, steps, type Cases } from "./audit-yaml.ts";

const SHOWN: Cases = [
  ["echo", script('echo "$PLEO_API_KEY" # expect: secret-in-script')],
  [
    "echo with more around it",
    script('echo "key: ${PLEO_API_KEY} end" # expect: secret-in-script'),
  ],
  ["printf", script(`printf '%s\\n' "$PLEO_API_KEY" # expect: secret-in-script`)],
  ["the beginning of it", script('echo "${PLEO_API_KEY:0:8}" # expect: secret-in-script')],
  ["another spelling of it", script('echo "$PLEO_API_KEY" | base64 # expect: secret-in-script')],
  ["to the errors", script('echo "$PLEO_API_KEY" >&2 # expect: secret-in-script')],
  ["to the terminal", script('echo "$PLEO_API_KEY" > /dev/stderr # expect: secret-in-script')],
  ["a here string", script('cat <<< "$PLEO_API_KEY" # expect: secret-in-script')],
  ["a here document", script("cat <<EOF # expect: secret-in-script\nkey=$PLEO_API_KEY\nEOF")],
  ["under another name", script('KEY="$PLEO_API_KEY"\necho "$KEY" # expect: secret-in-script')],
  [
    "encoded under another name",
    script('A=$(printf "%s:" "$PLEO_API_KEY" | base64)\necho "$A" # expect: secret-in-script'),
  ],
  ["a fallback", script('echo "${OTHER:-$PLEO_API_KEY}" # expect: secret-in-script')],
  [
    "within a condition",
    script('if true; then echo "$PLEO_API_KEY"; fi # expect: secret-in-script'),
  ],
  [
    "within a function",
    script('show() {\n  echo "$PLEO_API_KEY" # expect: secret-in-script\n}\nshow'),
  ],
  [
    "behind a continued line",
    script('true && \\\n  echo "$PLEO_API_KEY" # expect: secret-in-script'),
  ],
  [
    "as a command of the runner",
    script('echo "::notice::$PLEO_API_KEY" # expect: secret-in-script'),
  ],
  ["by tee", script('echo "$PLEO_API_KEY" | tee key.txt # expect: secret-in-script')],
  ["by printenv", script("printenv PLEO_API_KEY # expect: secret-in-script")],
  ["all variables", script("env # expect: secret-in-script")],
  ["all variables, sorted", script("printenv | sort # expect: secret-in-script")],
  ["all exported variables", script("export -p # expect: secret-in-script")],
  ["those of Pleo", script("env | grep -i pleo # expect: secret-in-script")],
  [
    "by PowerShell",
    script("Write-Host $env:PLEO_API_KEY # expect: secret-in-script", "  shell: pwsh"),
  ],
  [
    "by PowerShell, in parentheses",
    script(
      'Write-Output ("key: " + $env:PLEO_API_KEY) # expect: secret-in-script',
      "  shell: pwsh",
    ),
  ],
  [
    "by PowerShell, as a value",
    script('"key: $env:PLEO_API_KEY" # expect: secret-in-script', "  shell: pwsh"),
  ],
  [
    "all variables by PowerShell",
    script("Get-ChildItem Env: # expect: secret-in-script", "  shell: pwsh"),
  ],
  [
    "by cmd",
    script(
      "echo %PLEO_API_KEY% # expect: secret-in-script".replace(" #", "&rem #"),
      "  shell: cmd",
    ),
  ],
  ["by Node", script('node -e "console.log(process.env.PLEO_API_KEY)" # expect: secret-in-script')],
  [
    "by Python",
    script(`python -c "import os; print(os.environ['PLEO_API_KEY'])" # expect: secret-in-script`),
  ],
  [
    "by a script in Python",
    script(
      "import os\nprint(os.getenv('PLEO_API_KEY')) # expect: secret-in-script",
      "  shell: python",
    ),
  ],
];

const SHOWN_BY_FILE: Cases = [
  ["a file", script('echo "$PLEO_API_KEY" > key.txt\ncat key.txt # expect: secret-in-script')],
  [
    "a file in another spelling",
    script(
      'printf %s "$PLEO_API_KEY" > "$RUNNER_TEMP/key"\nbase64 -w0 "$RUNNER_TEMP/key" # expect: secret-in-script',
    ),
  ],
  [
    "a file that a here document made",
    script("cat > .env <<EOF\nKEY=$PLEO_API_KEY\nEOF\nnl .env # expect: secret-in-script"),
  ],
  ["as input", script('echo "$PLEO_API_KEY" > key\ncat < key # expect: secret-in-script')],
  [
    "on the way",
    script('echo "$PLEO_API_KEY" | tee key | sha256sum\ncat key # expect: secret-in-script'),
  ],
  [
    "as an argument",
    script('echo "$PLEO_API_KEY" > key\n./sync "$(cat key)" # expect: secret-on-command-line'),
  ],
  [
    "as an output",
    script(
      'echo "$PLEO_API_KEY" > key\necho "key=$(cat key)" >> "$GITHUB_OUTPUT" # expect: secret-published',
    ),
  ],
];

const NOT_SHOWN_BY_FILE: Cases = [
  ["another file", script('echo "$PLEO_API_KEY" > key.txt\ncat key.md')],
  ["before", script('cat key.txt\necho "$PLEO_API_KEY" > key.txt')],
  ["to a program", script('echo "$PLEO_API_KEY" > key\ncat key | docker login --password-stdin')],
  ["its fingerprint", script('echo "$PLEO_API_KEY" > key\ncat key | sha256sum')],
  ["its length", script('echo "$PLEO_API_KEY" > key\nwc -c key')],
  ["its first line", script("cat > .env <<EOF\nA=1\nKEY=$PLEO_API_KEY\nEOF\nhead -n 1 .env")],
  ["the names in it", script('echo "KEY=$PLEO_API_KEY" > .env\ncut -d= -f1 .env')],
  ["changed in its place", script('echo "$PLEO_API_KEY" > key\nsed -i s/a/b/ key')],
  ["added to", script('echo "$PLEO_API_KEY" > key\necho more | tee -a key')],
  ["masked", script(`echo "$PLEO_API_KEY" > key\nsed 's/./x/g' key`)],
  ["masked in its place", script(`echo "$PLEO_API_KEY" > key\nsed -i 's/./x/g' key\ncat key`)],
  ["a file of a fingerprint", script('echo "$PLEO_API_KEY" | sha256sum > sum\ncat sum')],
  ["where files end", script('echo "$PLEO_API_KEY" > /dev/null\ncat /dev/null')],
];

const NOT_SHOWN: Cases = [
  ["its length", script('echo "${#PLEO_API_KEY}"')],
  ["whether it is there", script('echo "${PLEO_API_KEY:+set}"')],
  ["its last four characters", script('echo "${PLEO_API_KEY: -4}"')],
  ["a test for it", script('if [ -z "$PLEO_API_KEY" ]; then echo "no key"; exit 1; fi')],
  ["its name", script("echo 'set PLEO_API_KEY first'")],
  ["its name between single quotes", script("echo '$PLEO_API_KEY'")],
  ["its name behind a backslash", script('echo "\\$PLEO_API_KEY"')],
  ["another variable", script('echo "$PLEO_API_KEY_ID $PLEO_API" ')],
  [
    "a password by standard input",
    script('echo "$PLEO_API_KEY" | docker login -u me --password-stdin'),
  ],
  [
    "curl by standard input",
    script(`printf 'user = "%s:"' "$PLEO_API_KEY" | curl --config - https://x.test`),
  ],
  ["a fingerprint", script('echo "$PLEO_API_KEY" | sha256sum')],
  ["a mask", script('echo "::add-mask::$PLEO_API_KEY"')],
  ["a file", script('echo "$PLEO_API_KEY" > key.txt')],
  ["a file by here document", script("cat > .env <<EOF\nPLEO_API_KEY=$PLEO_API_KEY\nEOF")],
  ["a here document that fills nothing in", script("cat <<'EOF'\n$PLEO_API_KEY\nEOF")],
  ["an answer", script('ANSWER=$(./ask "x")\necho "$ANSWER"')],
  ["a variable that was overwritten", script('PLEO_API_KEY=none\necho "$PLEO_API_KEY"')],
  ["one variable by env", script("env NODE_ENV=test npm start")],
  ["variables of Node", script("env | grep NODE")],
  ["variables, quietly", script("env | grep -q PLEO_API_KEY")],
  ["another variable by printenv", script("printenv HOME")],
  [
    "PowerShell asks for its length",
    script("Write-Host $env:PLEO_API_KEY.Length", "  shell: pwsh"),
  ],
  [
    "PowerShell compares it",
    script('if ($env:PLEO_API_KEY -eq "") { throw "no key" }', "  shell: pwsh"),
  ],
  ["PowerShell without filling in", script("Write-Host '$env:PLEO_API_KEY'", "  shell: pwsh")],
  ["Node asks whether it is there", script('node -e "console.log(!!process.env.PLEO_API_KEY)"')],
  ["Node asks for its length", script('node -e "console.log(process.env.PLEO_API_KEY.length)"')],
  ["Node uses it behind a log", script('node -e "console.log(1); sync(process.env.PLEO_API_KEY)"')],
  ["Node compares it", script(`node -e "console.log(process.env.PLEO_API_KEY === '')"`)],
  ["a comment", script('# echo "$PLEO_API_KEY"\ntrue')],
  [
    "a step without the key",
    steps(`
- run: ./sync
  env:
    PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
- run: env && echo "$PLEO_API_KEY"
`),
  ],
];

describe("a file with the key that is printed", () => {
  holds(SHOWN_BY_FILE);
});

describe("a file with the key that is not", () => {
  holds(NOT_SHOWN_BY_FILE);
});

describe("a script that prints the key", () => {
  holds(SHOWN);
});

describe("a script that does not print it", () => {
  holds(NOT_SHOWN);
});

const TRACED: Cases = [
  ["set -x", script('set -x # expect: secret-in-script\n[ -n "$PLEO_API_KEY" ]')],
  ["set -ex", script('set -ex # expect: secret-in-script\nKEY="$PLEO_API_KEY"')],
  [
    "set -euxo pipefail",
    script('set -euxo pipefail # expect: secret-in-script\ntest "$PLEO_API_KEY"'),
  ],
  ["set -o xtrace", script('set -o xtrace # expect: secret-in-script\ntest "$PLEO_API_KEY"')],
  [
    "once for each trace",
    script('set -x # expect: secret-in-script\ntest "$PLEO_API_KEY"\ntest "$PLEO_API_KEY"'),
  ],
  [
    "again behind an end",
    script(
      'set -x # expect: secret-in-script\ntest "$PLEO_API_KEY"\nset +x\nset -x # expect: secret-in-script\ntest "$PLEO_API_KEY"',
    ),
  ],
  ["bash -x", script("bash -x ./sync.sh # expect: secret-in-script")],
  ["sh -ex", script("sh -ex ./sync.sh # expect: secret-in-script")],
  [
    "the shell of the step",
    script('test "$PLEO_API_KEY" # expect: secret-in-script', "  shell: bash -x {0}"),
  ],
];

const NOT_TRACED: Cases = [
  ["nothing of the key behind it", script("set -x\nnpm run sync")],
  ["switched off before", script('set -x\nls\nset +x\ntest "$PLEO_API_KEY"')],
  [
    "switched off with its own trace hidden",
    script('set -x\n{ set +x; } 2>/dev/null\ntest "$PLEO_API_KEY"'),
  ],
  ["switched on behind it", script('test "$PLEO_API_KEY"\nset -x\nls')],
  ["its length", script('set -x\necho "${#PLEO_API_KEY}"')],
  ["set -e", script('set -e\ntest "$PLEO_API_KEY"')],
  ["set -euo pipefail", script('set -euo pipefail\ntest "$PLEO_API_KEY"')],
  ["bash without it", script("bash ./sync.sh")],
  ["another program's -x", script("tar -x -f app.tar")],
  [
    "a script of another step",
    steps(`
- run: set -x && ls
- run: test "$PLEO_API_KEY"
  env:
    PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
`),
  ],
];

describe("a script that is traced with the key", () => {
  holds(TRACED);
});

describe("a script that is traced without it", () => {
  holds(NOT_TRACED);
});

function expanded(line: string): string {
  return steps(`- run: |\n    ${line}`);
}

const EXPANDED: Cases = [
  ["a secret", expanded('KEY="${{ secrets.PLEO_API_KEY }}" # expect: secret-in-script')],
  ["in brackets", expanded("KEY=${{ secrets['PLEO_API_KEY'] }} # expect: secret-in-script")],
  [
    "in any case and with spaces",
    expanded("KEY=${{ Secrets . pleo_api_key }} # expect: secret-in-script"),
  ],
  [
    "between single quotes",
    expanded("KEY='${{ secrets.PLEO_API_KEY }}' # expect: secret-in-script"),
  ],
  [
    "formatted",
    expanded("KEY=${{ format('{0}:', secrets.PLEO_API_KEY) }} # expect: secret-in-script"),
  ],
  [
    "as a fallback",
    expanded("KEY=${{ secrets.OTHER || secrets.PLEO_API_KEY }} # expect: secret-in-script"),
  ],
  [
    "on a condition",
    expanded("KEY=${{ github.ref == 'x' && secrets.PLEO_API_KEY }} # expect: secret-in-script"),
  ],
  [
    "with a quotation mark before it",
    expanded("KEY=${{ format('it''s }} {0}', secrets.PLEO_API_KEY) }} # expect: secret-in-script"),
  ],
  [
    "by env",
    steps(
      "- run: KEY=${{ env.PLEO_API_KEY }} # expect: secret-in-script\n  env:\n    PLEO_API_KEY: ${{ secrets.PLEO_API_KEY }}",
    ),
  ],
  [
    "second in a line",
    expanded("A=${{ github.sha }} K=${{ secrets.PLEO_API_KEY }} # expect: secret-in-script"),
  ],
  [
    "in a script of github-script",
    steps(`
- uses: actions/github-script@9c091bb21b7c1c1d1991bb908d89e4e9dddfe3e0
  with:
    script: |
      const key = "\${{ secrets.PLEO_API_KEY }}"; // # expect: secret-in-script
`),
  ],
  [
    "out of a matrix",
    `on: push
jobs:
  sync:
    strategy:
      matrix:
        name: [PLEO_API_KEY, OTHER]
    steps:
      - run: KEY=\${{ secrets[matrix.name] }} # expect: secret-in-script
`,
  ],
  [
    "with a name that is put together",
    expanded(
      "K=${{ secrets[format('PLEO_API_KEY_{0}', inputs.country)] }} # expect: secret-in-script",
    ),
  ],
  [
    "in a folded script",
    steps("- run: >\n    one\n\n    KEY=${{ secrets.PLEO_API_KEY }} # expect: secret-in-script"),
  ],
];

const NOT_EXPANDED: Cases = [
  ["whether there is one", expanded("echo ${{ secrets.PLEO_API_KEY != '' }}")],
  ["whether there is none", expanded("echo ${{ !secrets.PLEO_API_KEY }}")],
  ["what depends on it", expanded("echo ${{ secrets.PLEO_API_KEY && 'yes' || 'no' }}")],
  ["what it begins with", expanded("echo ${{ startsWith(secrets.PLEO_API_KEY, 'a') }}")],
  ["another secret", expanded("KEY=${{ secrets.OTHER }} ; : ${{ secrets.PLEO_API_KEY != '' }}")],
  ["the id of a key", expanded("ID=${{ secrets.PLEO_API_KEY_ID }}")],
  ["a variable", expanded("ID=${{ vars.PLEO_API_KEY }}")],
  ["a text that names it", expanded("echo ${{ format('secrets.PLEO_API_KEY') }}")],
  ["as env", script("./sync")],
  ["no expression", expanded("echo 'secrets.PLEO_API_KEY' '{{ secrets.PLEO_API_KEY }}'")],
  ["unfinished", expanded("echo ${{ secrets.PLEO_API_KEY ")],
];

describe("a script with the key written into it", () => {
  holds(EXPANDED);
});

describe("a script without", () => {
  holds(NOT_EXPANDED);
});

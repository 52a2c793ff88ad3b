import { describe } from "vitest";
import { holds, script, steps, type Cases } from "../audit-yaml.ts";

const ARGUMENTS: Cases = [
  ["curl -u", script('curl -u "$PLEO_API_KEY:" https://x.test # expect: secret-on-command-line')],
  [
    "curl -H",
    script(
      'curl -H "Authorization: Bearer $PLEO_API_KEY" https://x.test # expect: secret-on-command-line',
    ),
  ],
  [
    "an address",
    script('curl "https://x.test?key=$PLEO_API_KEY" # expect: secret-on-command-line'),
  ],
  ["an option", script("./sync --token $PLEO_API_KEY # expect: secret-on-command-line")],
  [
    "an option with =",
    script('npx sync --token="${PLEO_API_KEY}" # expect: secret-on-command-line'),
  ],
  ["docker run", script('docker run -e KEY="$PLEO_API_KEY" app # expect: secret-on-command-line')],
  [
    "docker build",
    script("docker build --build-arg KEY=$PLEO_API_KEY . # expect: secret-published"),
  ],
  [
    "a build, by its name alone",
    script("docker buildx build --build-arg PLEO_API_KEY . # expect: secret-published"),
  ],
  [
    "a build, by its name alone behind a mark",
    script("podman build --build-arg=PLEO_API_KEY . # expect: secret-published"),
  ],
  ["behind sudo", script('sudo ./sync "$PLEO_API_KEY" # expect: secret-on-command-line')],
  [
    "within a substitution",
    script('ANSWER=$(curl -u "$PLEO_API_KEY:" https://x.test) # expect: secret-on-command-line'),
  ],
  [
    "within back quotes",
    script("A=`curl -u $PLEO_API_KEY: https://x.test` # expect: secret-on-command-line"),
  ],
  [
    "in a pipe",
    script(
      'cat body | curl -u "$PLEO_API_KEY:" -d @- https://x.test # expect: secret-on-command-line',
    ),
  ],
  ["under another name", script('K="$PLEO_API_KEY"\n./sync "$K" # expect: secret-on-command-line')],
  [
    "out of an array",
    script(
      'ARGS=(-H "Authorization: $PLEO_API_KEY")\ncurl "${ARGS[@]}" https://x.test # expect: secret-on-command-line',
    ),
  ],
  [
    "gh secret",
    script('gh secret set PLEO_API_KEY --body "$PLEO_API_KEY" # expect: secret-on-command-line'),
  ],
  [
    "a program by PowerShell",
    script(
      'curl.exe -u "${env:PLEO_API_KEY}:" https://x.test # expect: secret-on-command-line',
      "  shell: pwsh",
    ),
  ],
  [
    "a program by PowerShell on Windows",
    `on: push
jobs:
  sync:
    runs-on: windows-latest
    steps:
      - run: |
          ./sync.exe --key $env:PLEO_API_KEY # expect: secret-on-command-line
        env:
          PLEO_API_KEY: \${{ secrets.PLEO_API_KEY }}
`,
  ],
  [
    "a container",
    steps(`
- uses: docker://example/sync@sha256:${"ab12".repeat(16)}
  with:
    args: --key \${{ secrets.PLEO_API_KEY }} # expect: secret-on-command-line
`),
  ],
];

const NO_ARGUMENTS: Cases = [
  ["in the environment", script("./sync --all")],
  ["a variable for one command", script('KEY="$PLEO_API_KEY" ./sync')],
  ["a variable for one command by env", script('env KEY="$PLEO_API_KEY" ./sync')],
  ["exported", script('export KEY="$PLEO_API_KEY"\n./sync')],
  ["its name to docker", script("docker run -e PLEO_API_KEY app")],
  ["its name to a build", script("docker build --secret id=pleo,env=PLEO_API_KEY .")],
  ["here string", script('gh secret set PLEO_API_KEY <<< "$PLEO_API_KEY"')],
  ["standard input", script('printf %s "$PLEO_API_KEY" | ./sync --key-stdin')],
  [
    "a process of the shell's own",
    script(`curl --config <(printf 'user = "%s:"' "$PLEO_API_KEY") https://x.test`),
  ],
  ["a function of the script", script('ask() { ./sync; }\nask "$PLEO_API_KEY"')],
  ["a test", script('test -n "$PLEO_API_KEY" && [[ "$PLEO_API_KEY" == a* ]]')],
  ["a demand", script(': "${PLEO_API_KEY:?missing}"')],
  ["between single quotes", script("./sync '$PLEO_API_KEY'")],
  ["its length", script('./sync "${#PLEO_API_KEY}"')],
  [
    "a part of PowerShell",
    script(
      'Invoke-RestMethod https://x.test -Headers @{ Authorization = "Bearer $env:PLEO_API_KEY" }',
      "  shell: pwsh",
    ),
  ],
  ["a variable of PowerShell", script("$key = $env:PLEO_API_KEY\n./sync.exe", "  shell: pwsh")],
];

describe("a script with the key as an argument", () => {
  holds(ARGUMENTS);
});

describe("a script without it among the arguments", () => {
  holds(NO_ARGUMENTS);
});
